/** The lives of threads: started, joined or detached, ended. */
import { EV_DETACH, EV_EXIT, EV_JOIN, EV_SPAWN } from '../bytecode/event';
import { FAULT_NONE, FAULT_NULL, FAULT_STACK, FAULT_TERMINATE, FAULT_THREADS } from '../bytecode/fault';
import {
  DETACHED,
  ENDED,
  JOINED,
  LIVE,
  OWNED,
  RUN_THREADS,
  RUN_UNFINISHED,
  recordOf,
  stackEnd,
  stackOf,
  T_FP,
  T_OWNER,
  T_PARENT,
  T_PC,
  T_SP,
  T_SPAWN_PC,
  T_STATUS,
} from './layout';
import { note } from './log';
import { enter, type Machine } from './memory';
import { userPcAt } from './stack';
import { WAIT } from './sync';

/** Starts a thread that calls function value `target` with one word; leaves its id in words[result]. */
export function spawn(
  machine: Machine,
  thread: number,
  pc: number,
  fp: number,
  target: number,
  argument: number,
  result: number,
): number {
  const { words, layout, tables, program } = machine;
  const id = words[RUN_THREADS];
  machine.culprit = target;
  if (target <= 0 || target > program.functions.length) return FAULT_NULL;
  machine.culprit = id;
  if (id >= layout.limits.threads) return FAULT_THREADS;
  if (tables.extents[target - 1] > stackEnd(layout, id) - stackOf(layout, id)) return FAULT_STACK;
  enter(machine, id, target - 1, argument);
  const record = recordOf(id);
  words[record + T_SPAWN_PC] = userPcAt(machine, pc, fp);
  words[record + T_PARENT] = thread + 1;
  words[RUN_THREADS] += 1;
  words[RUN_UNFINISHED] += 1;
  words[result] = id;
  note(words, EV_SPAWN, pc, id, thread + 1);
  return FAULT_NONE;
}

/** A thread that can be joined or detached; anything else throws in C++, and nobody catches. */
function owned(machine: Machine, thread: number, id: number): boolean {
  const { words } = machine;
  machine.culprit = id;
  return id >= 0 && id < words[RUN_THREADS] && id !== thread && words[recordOf(id) + T_OWNER] === OWNED;
}

export function mayJoin(machine: Machine, thread: number, id: number): number {
  if (!owned(machine, thread, id)) return FAULT_TERMINATE;
  machine.culprit = recordOf(id) + T_STATUS;
  return machine.words[machine.culprit] === LIVE ? WAIT : FAULT_NONE;
}

export function join(machine: Machine, thread: number, pc: number, id: number): number {
  const fault = mayJoin(machine, thread, id);
  if (fault !== FAULT_NONE) return fault;
  machine.words[recordOf(id) + T_OWNER] = JOINED;
  note(machine.words, EV_JOIN, pc, id, 0);
  return FAULT_NONE;
}

export function detach(machine: Machine, thread: number, pc: number, id: number): number {
  if (!owned(machine, thread, id)) return FAULT_TERMINATE;
  machine.words[recordOf(id) + T_OWNER] = DETACHED;
  note(machine.words, EV_DETACH, pc, id, 0);
  return FAULT_NONE;
}

/** The end of a thread, whose last frame is already cleared. */
export function exit(machine: Machine, thread: number, pc: number): void {
  const { words, layout } = machine;
  const record = recordOf(thread);
  words[record + T_STATUS] = ENDED;
  words[record + T_PC] = 0;
  words[record + T_FP] = 0;
  words[record + T_SP] = stackOf(layout, thread);
  words[RUN_UNFINISHED] -= 1;
  note(words, EV_EXIT, pc, thread, 0);
}
