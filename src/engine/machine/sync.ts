/**
 * Locks, condition variables and threads: what may have to wait. Each operation does all of its work or none, and
 * answers FAULT_NONE, a FAULT_ number, or WAIT; machine.culprit is what a fault is about, or the word to wait on.
 *
 *     lock  [state, depth, readersLow, readersHigh]   state: 0 free, thread + 1 held, -n read by n
 *     cv    [waitersLow, waitersHigh]                 a bit per thread
 */
import {
  EV_CV_WAIT,
  EV_CV_WOKEN,
  EV_DETACH,
  EV_EXIT,
  EV_JOIN,
  EV_LOCK,
  EV_LOCK_SHARED,
  EV_NOTIFY,
  EV_SPAWN,
  EV_TRY_FAILED,
  EV_UNLOCK,
  EV_UNLOCK_SHARED,
} from '../bytecode/event';
import { FAULT_LIMIT, FAULT_MUTEX, FAULT_NONE, FAULT_NULL, FAULT_TERMINATE } from '../bytecode/fault';
import { CVRELOCK, JOIN, LOCK, LOCKALL, LOCKS } from '../bytecode/opcodes';
import { refusal, TOUCH } from './access';
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

export const WAIT = -1;

export const LOCK_WORDS = 4;
export const CV_WORDS = 2;
/** Kinds of lock, as operands have them. */
export const KIND_RECURSIVE = 1;
export const KIND_SHARED = 2;

const READERS = 2;

/** The word of a pair at `at` that has the bit of a thread, and the bit. */
const wordOf = (at: number, thread: number): number => at + (thread >>> 5);
const bitOf = (thread: number): number => 1 << (thread & 31);
export const hasBit = (words: Int32Array, at: number, thread: number): boolean =>
  (words[wordOf(at, thread)] & bitOf(thread)) !== 0;

/** Whether a thread is among the readers of a lock. */
export const sharesLock = (words: Int32Array, at: number, thread: number): boolean =>
  hasBit(words, at + READERS, thread);

/** Its storage must be alive; a lock that nobody initialised reads as zero, which is free. */
const usable = (machine: Machine, at: number, count: number): number => refusal(machine, at, count, TOUCH);

/** FAULT_NONE if `thread` may have the lock now. */
function mayLock(machine: Machine, thread: number, at: number, kind: number): number {
  const { words } = machine;
  machine.culprit = at;
  const state = words[at];
  if (state === 0) return FAULT_NONE;
  if (state === thread + 1) return kind === KIND_RECURSIVE ? FAULT_NONE : FAULT_MUTEX;
  return state < 0 && hasBit(words, at + READERS, thread) ? FAULT_MUTEX : WAIT;
}

function take(words: Int32Array, thread: number, pc: number, at: number): void {
  words[at] = thread + 1;
  words[at + 1] += 1;
  note(words, EV_LOCK, pc, at, words[at + 1]);
}

export function lock(machine: Machine, thread: number, pc: number, at: number, kind: number): number {
  const fault = usable(machine, at, LOCK_WORDS) || mayLock(machine, thread, at, kind);
  if (fault === FAULT_NONE) take(machine.words, thread, pc, at);
  return fault;
}

/** try_lock and try_lock_shared: leaves 1 or 0 in words[result]. */
export function tryLock(
  machine: Machine,
  thread: number,
  pc: number,
  at: number,
  kind: number,
  result: number,
): number {
  const { words } = machine;
  const fault = usable(machine, at, LOCK_WORDS);
  if (fault !== FAULT_NONE) return fault;
  const got = mayLock(machine, thread, at, kind) === FAULT_NONE;
  if (got) take(words, thread, pc, at);
  else note(words, EV_TRY_FAILED, pc, at, words[at]);
  words[result] = got ? 1 : 0;
  return FAULT_NONE;
}

export function unlock(machine: Machine, thread: number, pc: number, at: number): number {
  const { words } = machine;
  const fault = usable(machine, at, LOCK_WORDS);
  if (fault !== FAULT_NONE) return fault;
  machine.culprit = at;
  if (words[at] !== thread + 1) return FAULT_MUTEX;
  words[at + 1] -= 1;
  if (words[at + 1] === 0) words[at] = 0;
  note(words, EV_UNLOCK, pc, at, words[at + 1]);
  return FAULT_NONE;
}

function mayShare(machine: Machine, thread: number, at: number): number {
  const { words } = machine;
  machine.culprit = at;
  if (words[at] > 0) return words[at] === thread + 1 ? FAULT_MUTEX : WAIT;
  return hasBit(words, at + READERS, thread) ? FAULT_MUTEX : FAULT_NONE;
}

function share(words: Int32Array, thread: number, pc: number, at: number): void {
  words[at] -= 1;
  words[wordOf(at + READERS, thread)] |= bitOf(thread);
  note(words, EV_LOCK_SHARED, pc, at, -words[at]);
}

export function lockShared(machine: Machine, thread: number, pc: number, at: number): number {
  const fault = usable(machine, at, LOCK_WORDS) || mayShare(machine, thread, at);
  if (fault === FAULT_NONE) share(machine.words, thread, pc, at);
  return fault;
}

export function tryLockShared(
  machine: Machine,
  thread: number,
  pc: number,
  at: number,
  result: number,
): number {
  const { words } = machine;
  const fault = usable(machine, at, LOCK_WORDS);
  if (fault !== FAULT_NONE) return fault;
  const got = mayShare(machine, thread, at) === FAULT_NONE;
  if (got) share(words, thread, pc, at);
  else note(words, EV_TRY_FAILED, pc, at, words[at]);
  words[result] = got ? 1 : 0;
  return FAULT_NONE;
}

export function unlockShared(machine: Machine, thread: number, pc: number, at: number): number {
  const { words } = machine;
  const fault = usable(machine, at, LOCK_WORDS);
  if (fault !== FAULT_NONE) return fault;
  machine.culprit = at;
  if (!hasBit(words, at + READERS, thread)) return FAULT_MUTEX;
  words[at] += 1;
  words[wordOf(at + READERS, thread)] &= ~bitOf(thread);
  note(words, EV_UNLOCK_SHARED, pc, at, -words[at]);
  return FAULT_NONE;
}

function mayLockAll(machine: Machine, thread: number, list: number, count: number): number {
  const { words } = machine;
  for (let i = list; i < list + count; i++) {
    const fault = usable(machine, words[i], LOCK_WORDS) || mayLock(machine, thread, words[i], 0);
    if (fault !== FAULT_NONE) return fault;
  }
  return FAULT_NONE;
}

/** All of the `count` locks whose addresses stand in words[list …), or none. */
export function lockAll(machine: Machine, thread: number, pc: number, list: number, count: number): number {
  const { words } = machine;
  const fault = mayLockAll(machine, thread, list, count);
  if (fault !== FAULT_NONE) return fault;
  for (let i = list; i < list + count; i++) take(words, thread, pc, words[i]);
  return FAULT_NONE;
}

/** The end of a lock's life. */
export function endLock(machine: Machine, at: number): number {
  const fault = usable(machine, at, LOCK_WORDS);
  if (fault !== FAULT_NONE) return fault;
  machine.culprit = at;
  return machine.words[at] === 0 ? FAULT_NONE : FAULT_MUTEX;
}

/** Gives the lock up and becomes a waiter of `cv`. */
export function wait(machine: Machine, thread: number, pc: number, cv: number, at: number): number {
  const { words } = machine;
  const fault = usable(machine, cv, CV_WORDS) || usable(machine, at, LOCK_WORDS);
  if (fault !== FAULT_NONE) return fault;
  machine.culprit = at;
  // A recursive mutex that is held twice stays held through the wait: nobody can ever notify. Misuse as well.
  if (words[at] !== thread + 1 || words[at + 1] !== 1) return FAULT_MUTEX;
  words[at] = 0;
  words[at + 1] = 0;
  note(words, EV_UNLOCK, pc, at, 0);
  words[wordOf(cv, thread)] |= bitOf(thread);
  note(words, EV_CV_WAIT, pc, cv, thread + 1);
  return FAULT_NONE;
}

/** FAULT_NONE once a notify took the thread's bit and the lock is free. */
function mayWake(machine: Machine, thread: number, cv: number, at: number): number {
  const fault = usable(machine, cv, CV_WORDS);
  if (fault !== FAULT_NONE) return fault;
  machine.culprit = wordOf(cv, thread);
  if (hasBit(machine.words, cv, thread)) return WAIT;
  return usable(machine, at, LOCK_WORDS) || mayLock(machine, thread, at, 0);
}

/** The second half of a wait: not before a notify took the bit, nor before the lock is free. */
export function wake(machine: Machine, thread: number, pc: number, cv: number, at: number): number {
  const fault = mayWake(machine, thread, cv, at);
  if (fault !== FAULT_NONE) return fault;
  note(machine.words, EV_CV_WOKEN, pc, cv, thread + 1);
  take(machine.words, thread, pc, at);
  return FAULT_NONE;
}

/** How many threads wait on a condition variable. */
export function waiters(words: Int32Array, cv: number): number {
  let count = 0;
  for (let word = cv; word < cv + CV_WORDS; word++) {
    for (let bits = words[word]; bits !== 0; bits &= bits - 1) count += 1;
  }
  return count;
}

/** Wakes all waiters, or the one that `pick` counts, by thread. A pick too high is the last one. */
export function notify(machine: Machine, pc: number, cv: number, all: boolean, pick: number): number {
  const { words } = machine;
  const fault = usable(machine, cv, CV_WORDS);
  if (fault !== FAULT_NONE) return fault;
  const last = waiters(words, cv) - 1;
  if (last < 0) {
    note(words, EV_NOTIFY, pc, cv, 0);
    return FAULT_NONE;
  }
  const chosen = Math.min(pick, last);
  let seen = 0;
  for (let thread = 0; thread < words[RUN_THREADS]; thread++) {
    if (!hasBit(words, cv, thread)) continue;
    if (all || seen === chosen) {
      words[wordOf(cv, thread)] &= ~bitOf(thread);
      note(words, EV_NOTIFY, pc, cv, thread + 1);
    }
    seen += 1;
  }
  return FAULT_NONE;
}

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
  const room = stackEnd(layout, id) - stackOf(layout, id);
  if (id >= layout.limits.threads || tables.extents[target - 1] > room) return FAULT_LIMIT;
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

function mayJoin(machine: Machine, thread: number, id: number): number {
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

/**
 * The word the instruction at `pc`, with its operands ending at `sp`, would have to wait on, or 0 if it can run now, be it
 * into a fault. The same tests as the operations themselves make.
 */
export function waitWord(machine: Machine, thread: number, pc: number, sp: number): number {
  const { words, program } = machine;
  const operand = program.code[pc + 1];
  const top = words[sp - 1];
  let verdict: number = FAULT_NONE;
  switch (program.code[pc]) {
    case LOCK:
      verdict = usable(machine, top, LOCK_WORDS) || mayLock(machine, thread, top, operand);
      break;
    case LOCKS:
      verdict = usable(machine, top, LOCK_WORDS) || mayShare(machine, thread, top);
      break;
    case LOCKALL:
      verdict = mayLockAll(machine, thread, sp - operand, operand);
      break;
    case CVRELOCK:
      verdict = mayWake(machine, thread, words[sp - 2], top);
      break;
    case JOIN:
      verdict = mayJoin(machine, thread, top);
      break;
  }
  return verdict === WAIT ? machine.culprit : 0;
}
