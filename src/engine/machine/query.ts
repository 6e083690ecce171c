/** Questions about a run at rest that others ask between steps. None of them changes anything. */
import { FAULT_NONE } from '../bytecode/fault';
import {
  CHOOSE,
  CVTIMED,
  EITHER,
  EITHER2,
  NOTIFY,
  TRYLOCK,
  TRYLOCK_SHARED,
  waitsForThread,
  waitsOf,
} from '../bytecode/opcodes';
import type { Pc, ThreadId } from '../bytecode/program';
import { waitWord } from './blocking';
import { isNotified, waiters } from './conditions';
import { uncaughtText } from './exception';
import {
  CRASHED,
  CUT_OFF,
  DETACHED,
  ENDED,
  LIVE,
  QUITTED,
  RUN_FAULT,
  RUN_FAULT_ADDRESS,
  RUN_FAULT_TEXT,
  RUN_FAULT_THREAD,
  RUN_THREADS,
  RUN_UNFINISHED,
  recordOf,
  T_PARENT,
  T_PC,
  T_SP,
  T_SPAWN_PC,
  T_STATUS,
} from './layout';
import { mayLock, mayShare } from './locks';
import type { Machine } from './memory';
import { usable } from './sync';
import { hasQuit, ownerOf } from './threads';

/** running: some thread can step. finished: all ended, nothing wrong. failed: a fault stopped the program. stuck: unfinished threads, none can run. */
export type RunStatus = 'running' | 'finished' | 'failed' | 'stuck';

/** ready: can step. blocked: on a lock. waiting: join, condition variable. crashed: the fault was here. */
export type ThreadState = 'ready' | 'blocked' | 'waiting' | 'finished' | 'crashed';

/** Threads started so far; their ids are 0 … threadCount - 1. */
export const threadCount = (machine: Machine): number => machine.words[RUN_THREADS];

/** Threads that have not ended. */
export const unfinishedCount = (machine: Machine): number => machine.words[RUN_UNFINISHED];

/** pc of the instruction the thread rests at; where it crashed, of the fault; -1 once it has finished. */
export function nextPc(machine: Machine, thread: number): Pc {
  const record = recordOf(thread);
  const status = machine.words[record + T_STATUS];
  const ended = status === ENDED || status === QUITTED;
  return (ended ? -1 : machine.words[record + T_PC]) as Pc;
}

/** Whether `step` would do something: not BLOCKED, not finished, the run not failed. */
export function canStep(machine: Machine, thread: number): boolean {
  const { words } = machine;
  const record = recordOf(thread);
  if (words[record + T_STATUS] !== LIVE || words[RUN_FAULT] !== FAULT_NONE) return false;
  return waitWord(machine, thread, words[record + T_PC], words[record + T_SP]) === 0;
}

/** How many values of `pick` make a difference to the thread's next step: the waiters of a notify_one, the values of an input; else 1. */
export function pickCount(machine: Machine, thread: number): number {
  const { words, program } = machine;
  const pc = nextPc(machine, thread);
  if (pc >= 0 && program.code[pc] === CHOOSE) return program.code[pc + 2] / program.code[pc + 1];
  if (pc >= 0 && (program.code[pc] === EITHER || program.code[pc] === EITHER2)) return 2;
  if (pc < 0 || program.code[pc] !== NOTIFY || program.code[pc + 1] !== 0) return 1;
  const cv = words[words[recordOf(thread) + T_SP] - 1];
  return cv >= machine.layout.globals && cv < machine.layout.end ? Math.max(1, waiters(words, cv)) : 1;
}

/** Whether the thread's next step would end a timed wait because its time is up: until then it waits, though it can step. */
export function wouldTimeOut(machine: Machine, thread: number): boolean {
  const { words, program } = machine;
  const pc = nextPc(machine, thread);
  if (pc < 0) return false;
  const sp = words[recordOf(thread) + T_SP];
  const { code } = program;
  switch (code[pc]) {
    case CVTIMED:
      return !isNotified(machine, thread);
    case TRYLOCK:
      return code[pc + 2] !== 0 && !isOpen(machine, thread, words[sp - 1], false);
    case TRYLOCK_SHARED:
      return code[pc + 1] !== 0 && !isOpen(machine, thread, words[sp - 1], true);
    default:
      return false;
  }
}

const isOpen = (machine: Machine, thread: number, at: number, shared: boolean): boolean =>
  usable(machine, at) !== FAULT_NONE ||
  (shared ? mayShare(machine, thread, at) : mayLock(machine, thread, at, 0)) === FAULT_NONE;

export interface Wait {
  /** Index into machine.words, for Atomics.wait and notify. */
  readonly address: number;
  /** What stands there while the wait lasts. */
  readonly seen: number;
  /** For a lock, the end of a thread, or a notify. */
  readonly kind: 'lock' | 'join' | 'condition';
  /** The lock, the thread, the condition variable. */
  readonly target: number;
}

/** What a thread that cannot step waits for; null for one that can, and for one that has ended. */
export function blockedOn(machine: Machine, thread: number): Wait | null {
  const { words, program } = machine;
  const record = recordOf(thread);
  if (words[record + T_STATUS] !== LIVE) return null;
  const pc = words[record + T_PC];
  const sp = words[record + T_SP];
  const address = waitWord(machine, thread, pc, sp);
  if (address === 0) return null;
  const seen = words[address];
  if (waitsForThread(program.code[pc])) return { address, seen, kind: 'join', target: words[sp - 1] };
  if (waitsOf(program.code[pc]) === 'notify' && !isNotified(machine, thread)) {
    return { address, seen, kind: 'condition', target: words[sp - 2] };
  }
  return { address, seen, kind: 'lock', target: address };
}

export function threadState(machine: Machine, thread: number): ThreadState {
  const { words } = machine;
  const record = recordOf(thread);
  const status = words[record + T_STATUS];
  if (status === ENDED || status === QUITTED || status === CUT_OFF) return 'finished';
  if (status === CRASHED) return 'crashed';
  const wait = blockedOn(machine, thread);
  if (wait === null) return 'ready';
  return wait.kind === 'lock' ? 'blocked' : 'waiting';
}

/** Whether what is left on the heap in the end is a leak: not where the process ended by _Exit, which looks at nothing. */
export function looksForLeaks({ words, program }: Machine): boolean {
  for (let thread = 0; thread < words[RUN_THREADS]; thread++) {
    const record = recordOf(thread);
    if (words[record + T_STATUS] === QUITTED && program.code[words[record + T_PC] + 1] === 0) return false;
  }
  return true;
}

/**
 * Whether nobody keeps the process from ending: main has ended, joined or not whom it started ([basic.start.main]/5), or one has called
 * exit. Threads that still run may be followed, for what they touch then is an error, but need not come to anything.
 */
export const isProcessOver = (machine: Machine): boolean =>
  machine.words[recordOf(0) + T_STATUS] !== LIVE || hasQuit(machine);

/** Blocked threads do not make a run stuck whose process is over. */
export function runStatus(machine: Machine): RunStatus {
  const { words } = machine;
  if (words[RUN_FAULT] !== FAULT_NONE) return 'failed';
  if (words[RUN_UNFINISHED] === 0) return 'finished';
  for (let thread = 0; thread < words[RUN_THREADS]; thread++) if (canStep(machine, thread)) return 'running';
  return isProcessOver(machine) ? 'finished' : 'stuck';
}

export interface Fault {
  /** A FAULT_ number; FAULT_KINDS gives its word. */
  readonly kind: number;
  readonly thread: ThreadId;
  readonly pc: Pc;
  /** What was touched, 0 where that means nothing. */
  readonly address: number;
  /** Of an assertion or a terminate; '' else. */
  readonly text: string;
}

/** Why the run failed; null if it did not. */
export function faultOf(machine: Machine): Fault | null {
  const { words, program } = machine;
  if (words[RUN_FAULT] === FAULT_NONE) return null;
  const thread = words[RUN_FAULT_THREAD];
  const pc = words[recordOf(thread) + T_PC] as Pc;
  return {
    kind: words[RUN_FAULT],
    thread: thread as ThreadId,
    pc,
    address: words[RUN_FAULT_ADDRESS],
    text: program.texts[words[RUN_FAULT_TEXT] - 1] ?? uncaughtText(machine, pc, words[RUN_FAULT_ADDRESS]),
  };
}

export interface Birth {
  /** null for main. */
  readonly parent: ThreadId | null;
  /** The user's instruction that started it; -1 for main. */
  readonly pc: Pc;
  readonly detached: boolean;
}

/** Where a thread comes from. */
export function birthOf(machine: Machine, thread: number): Birth {
  const { words } = machine;
  const record = recordOf(thread);
  const parent = words[record + T_PARENT] - 1;
  return {
    parent: parent < 0 ? null : (parent as ThreadId),
    pc: (parent < 0 ? -1 : words[record + T_SPAWN_PC]) as Pc,
    detached: ownerOf(machine, thread) === DETACHED,
  };
}
