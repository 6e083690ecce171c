/** The lives of threads: started, joined or detached, ended. */
import { EV_DETACH, EV_EXIT, EV_JOIN, EV_SPAWN } from '../bytecode/event';
import { FAULT_NONE, FAULT_NULL, FAULT_STACK, FAULT_TERMINATE, FAULT_THREADS } from '../bytecode/fault';
import {
  CUT_OFF,
  DETACHED,
  ENDED,
  JOINED,
  LIVE,
  LOOSE,
  NOTIFIED,
  OWNED,
  QUITTED,
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

/** OWNED, JOINED, DETACHED or LOOSE. */
export const ownerOf = ({ words }: Machine, id: number): number => words[recordOf(id) + T_OWNER] & ~NOTIFIED;

/** NOTIFIED, in the same word, stays as it is. */
function setOwner({ words }: Machine, id: number, owner: number): void {
  const at = recordOf(id) + T_OWNER;
  words[at] = (words[at] & NOTIFIED) | owner;
}

/** A thread that can be joined or detached; anything else throws in C++, and nobody catches. */
function owned(machine: Machine, id: number): boolean {
  const { words } = machine;
  machine.culprit = id;
  if (id < 0 || id >= words[RUN_THREADS]) return false;
  const owner = ownerOf(machine, id);
  return owner === OWNED || owner === LOOSE;
}

/** One that crashed has ended the run, and nobody waits for it. */
const isAwaited = (status: number): boolean => status === LIVE || status === QUITTED || status === CUT_OFF;

export function mayJoin(machine: Machine, thread: number, id: number): number {
  if (id === thread || !owned(machine, id)) return FAULT_TERMINATE;
  machine.culprit = recordOf(id) + T_STATUS;
  return isAwaited(machine.words[machine.culprit]) ? WAIT : FAULT_NONE;
}

export function join(machine: Machine, thread: number, pc: number, id: number): number {
  const fault = mayJoin(machine, thread, id);
  if (fault !== FAULT_NONE) return fault;
  machine.words[recordOf(id) + T_OWNER] = JOINED;
  note(machine.words, EV_JOIN, pc, id, 0);
  return FAULT_NONE;
}

/** As mayJoin, but of a thread that somebody else may join, or nobody. */
export function mayAwait(machine: Machine, id: number): number {
  const { words } = machine;
  machine.culprit = recordOf(id) + T_STATUS;
  return id >= 0 && id < words[RUN_THREADS] && isAwaited(words[machine.culprit]) ? WAIT : FAULT_NONE;
}

/** Waits for the end of a thread; one that nobody joined is joined by it. Leaves in words[result] whether there is one. */
export function awaitEnd(machine: Machine, thread: number, pc: number, id: number, result: number): number {
  const { words } = machine;
  const fault = mayAwait(machine, id);
  if (fault !== FAULT_NONE) return fault;
  const exists = id >= 0 && id < words[RUN_THREADS];
  if (exists && id !== thread && owned(machine, id)) words[recordOf(id) + T_OWNER] = JOINED;
  if (exists) note(words, EV_JOIN, pc, id, 0);
  words[result] = exists ? 1 : 0;
  return FAULT_NONE;
}

export function detach(machine: Machine, pc: number, id: number): number {
  if (!owned(machine, id)) return FAULT_TERMINATE;
  setOwner(machine, id, DETACHED);
  note(machine.words, EV_DETACH, pc, id, 0);
  return FAULT_NONE;
}

/** Nobody need join a thread that has just been started. */
export function loosen(machine: Machine, pc: number, id: number): void {
  setOwner(machine, id, LOOSE);
  note(machine.words, EV_DETACH, pc, id, 0);
}

/** Whether a thread has ended the process: what the others wait for, and what they leave behind, is over with it. */
export function hasQuit({ words }: Machine): boolean {
  for (let thread = 0; thread < words[RUN_THREADS]; thread++)
    if (words[recordOf(thread) + T_STATUS] === QUITTED) return true;
  return false;
}

/** The end of the process, as the first thread that calls it wants it. */
export function quit(machine: Machine, thread: number, pc: number): void {
  const { words } = machine;
  words[recordOf(thread) + T_STATUS] = hasQuit(machine) ? CUT_OFF : QUITTED;
  note(words, EV_EXIT, pc, thread, 0);
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
