/**
 * Locks: mutexes of every kind.
 *
 *     [state, depth, readersLow, readersHigh]   state: 0 free, thread + 1 held, -n read by n; a bit per reader
 */
import { assert } from '../../base/assert';
import {
  EV_LOCK,
  EV_LOCK_END,
  EV_LOCK_SHARED,
  EV_TRY_FAILED,
  EV_UNLOCK,
  EV_UNLOCK_SHARED,
  EVENT_WORDS,
} from '../bytecode/event';
import { FAULT_MUTEX, FAULT_NONE } from '../bytecode/fault';
import { LOG_MARGIN } from './layout';
import { note } from './log';
import type { Machine } from './memory';
import { bitOf, hasBit, usable, WAIT, wordOf } from './sync';

/** Of the kinds of lock that operands name, the one that its holder may lock again. */
const KIND_RECURSIVE = 1;
/** Of an unlock: as a writer or as a reader, whichever the thread is. */
const KIND_EITHER = 3;

const READERS = 2;

/** Whether a thread is among the readers of a lock. */
export const sharesLock = (words: Int32Array, at: number, thread: number): boolean =>
  hasBit(words, at + READERS, thread);

/** FAULT_NONE if `thread` may have the lock now. */
export function mayLock(machine: Machine, thread: number, at: number, kind: number): number {
  const { words } = machine;
  machine.culprit = at;
  const state = words[at];
  if (state === 0) return FAULT_NONE;
  if (state === thread + 1) return kind === KIND_RECURSIVE ? FAULT_NONE : FAULT_MUTEX;
  return state < 0 && hasBit(words, at + READERS, thread) ? FAULT_MUTEX : WAIT;
}

export function take(words: Int32Array, thread: number, pc: number, at: number): void {
  words[at] = thread + 1;
  words[at + 1] += 1;
  note(words, EV_LOCK, pc, at, words[at + 1]);
}

export function lock(machine: Machine, thread: number, pc: number, at: number, kind: number): number {
  const fault = usable(machine, at) || mayLock(machine, thread, at, kind);
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
  const fault = usable(machine, at);
  if (fault !== FAULT_NONE) return fault;
  const got = mayLock(machine, thread, at, kind) === FAULT_NONE;
  if (got) take(words, thread, pc, at);
  else note(words, EV_TRY_FAILED, pc, at, words[at]);
  words[result] = got ? 1 : 0;
  return FAULT_NONE;
}

export function unlock(machine: Machine, thread: number, pc: number, at: number, kind: number): number {
  const { words } = machine;
  const fault = usable(machine, at);
  if (fault !== FAULT_NONE) return fault;
  if (kind === KIND_EITHER && words[at] < 0) return unlockShared(machine, thread, pc, at);
  machine.culprit = at;
  if (words[at] !== thread + 1) return FAULT_MUTEX;
  words[at + 1] -= 1;
  if (words[at + 1] === 0) words[at] = 0;
  note(words, EV_UNLOCK, pc, at, words[at + 1]);
  return FAULT_NONE;
}

export function mayShare(machine: Machine, thread: number, at: number): number {
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
  const fault = usable(machine, at) || mayShare(machine, thread, at);
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
  const fault = usable(machine, at);
  if (fault !== FAULT_NONE) return fault;
  const got = mayShare(machine, thread, at) === FAULT_NONE;
  if (got) share(words, thread, pc, at);
  else note(words, EV_TRY_FAILED, pc, at, words[at]);
  words[result] = got ? 1 : 0;
  return FAULT_NONE;
}

export function unlockShared(machine: Machine, thread: number, pc: number, at: number): number {
  const { words } = machine;
  const fault = usable(machine, at);
  if (fault !== FAULT_NONE) return fault;
  machine.culprit = at;
  if (!hasBit(words, at + READERS, thread)) return FAULT_MUTEX;
  words[at] += 1;
  words[wordOf(at + READERS, thread)] &= ~bitOf(thread);
  note(words, EV_UNLOCK_SHARED, pc, at, -words[at]);
  return FAULT_NONE;
}

export function mayLockAll(machine: Machine, thread: number, list: number, count: number): number {
  const { words } = machine;
  for (let i = list; i < list + count; i++) {
    const fault = usable(machine, words[i]) || mayLock(machine, thread, words[i], 0);
    if (fault !== FAULT_NONE) return fault;
  }
  return FAULT_NONE;
}

/** All of the `count` locks whose addresses stand in words[list …), or none. */
export function lockAll(machine: Machine, thread: number, pc: number, list: number, count: number): number {
  const { words } = machine;
  assert(count * EVENT_WORDS <= LOG_MARGIN, 'a lock of more mutexes than the log has room for');
  const fault = mayLockAll(machine, thread, list, count);
  if (fault !== FAULT_NONE) return fault;
  for (let i = list; i < list + count; i++) take(words, thread, pc, words[i]);
  return FAULT_NONE;
}

/** The end of a lock's life. */
export function endLock(machine: Machine, pc: number, at: number): number {
  const fault = usable(machine, at);
  if (fault !== FAULT_NONE) return fault;
  machine.culprit = at;
  if (machine.words[at] !== 0) return FAULT_MUTEX;
  note(machine.words, EV_LOCK_END, pc, at, 0);
  return FAULT_NONE;
}
