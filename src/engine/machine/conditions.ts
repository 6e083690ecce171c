/**
 * Condition variables: a wait is two instructions, CVWAIT before the sleep and CVRELOCK after it.
 *
 *     [waitersLow, waitersHigh]   a bit per thread that is not notified yet
 *
 * Time does not pass, so the time of a timed wait may be up at any moment. Its second half, CVTIMED, can always be taken when the mutex
 * is free; whether a notify came before says how the wait ends. So the schedule alone chooses, and no thread waits in it for ever.
 */
import { EV_CV_TIMED, EV_CV_WAIT, EV_CV_WOKEN, EV_NOTIFY, EV_UNLOCK } from '../bytecode/event';
import { FAULT_MUTEX, FAULT_NONE } from '../bytecode/fault';
import { NOTIFIED, RUN_THREADS, recordOf, T_OWNER, T_SP } from './layout';
import { mayLock, take } from './locks';
import { note } from './log';
import type { Machine } from './memory';
import { bitOf, CV_WORDS, hasBit, LOCK_WORDS, usable, WAIT, wordOf } from './sync';

/** Gives the lock up and becomes a waiter of `cv`. */
export function wait(machine: Machine, thread: number, pc: number, cv: number, at: number): number {
  const { words } = machine;
  const fault = usable(machine, cv) || usable(machine, at);
  if (fault !== FAULT_NONE) return fault;
  machine.culprit = at;
  // A recursive mutex that is held twice stays held through the wait: nobody can ever notify. Misuse as well.
  if (words[at] !== thread + 1 || words[at + 1] !== 1) return FAULT_MUTEX;
  words[at] = 0;
  words[at + 1] = 0;
  note(words, EV_UNLOCK, pc, at, 0);
  joinWaiters(machine, thread, cv);
  note(words, EV_CV_WAIT, pc, cv, thread + 1);
  return FAULT_NONE;
}

/** It waits for a notify from now on. */
function joinWaiters({ words }: Machine, thread: number, cv: number): void {
  words[wordOf(cv, thread)] |= bitOf(thread);
  words[recordOf(thread) + T_OWNER] &= ~NOTIFIED;
}

/** A notify has come for it. */
function markNotified({ words }: Machine, thread: number, cv: number): void {
  words[wordOf(cv, thread)] &= ~bitOf(thread);
  words[recordOf(thread) + T_OWNER] |= NOTIFIED;
}

/** Whether a thread in the second half of a wait needs nothing but its mutex any more: then there may be no condition variable. */
export const isNotified = ({ words }: Machine, thread: number): boolean =>
  (words[recordOf(thread) + T_OWNER] & NOTIFIED) !== 0;

/** FAULT_NONE once the thread is notified and the lock is free. */
export function mayWake(machine: Machine, thread: number, cv: number, at: number): number {
  if (!isNotified(machine, thread)) {
    const fault = usable(machine, cv);
    machine.culprit = wordOf(cv, thread);
    return fault === FAULT_NONE ? WAIT : fault;
  }
  return usable(machine, at) || mayLock(machine, thread, at, 0);
}

/** The second half of a wait: not before a notify took the bit, nor before the lock is free. */
export function wake(machine: Machine, thread: number, pc: number, cv: number, at: number): number {
  const fault = mayWake(machine, thread, cv, at);
  if (fault !== FAULT_NONE) return fault;
  machine.words[recordOf(thread) + T_OWNER] &= ~NOTIFIED;
  note(machine.words, EV_CV_WOKEN, pc, cv, thread + 1);
  take(machine.words, thread, pc, at);
  return FAULT_NONE;
}

/** FAULT_NONE once the end of a timed wait can be taken: it waits for the mutex alone. */
export function mayEndTimed(machine: Machine, thread: number, cv: number, at: number): number {
  if (!isNotified(machine, thread)) {
    const fault = usable(machine, cv);
    if (fault !== FAULT_NONE) return fault;
  }
  return usable(machine, at) || mayLock(machine, thread, at, 0);
}

/** The second half of a timed wait; leaves in words[result] 1 if the thread was notified, 0 if its time was up. */
export function endTimed(
  machine: Machine,
  thread: number,
  pc: number,
  cv: number,
  at: number,
  result: number,
): number {
  const { words } = machine;
  const fault = mayEndTimed(machine, thread, cv, at);
  if (fault !== FAULT_NONE) return fault;
  const notified = isNotified(machine, thread);
  if (notified) words[recordOf(thread) + T_OWNER] &= ~NOTIFIED;
  else words[wordOf(cv, thread)] &= ~bitOf(thread);
  note(words, EV_CV_TIMED, pc, cv, notified ? 1 : 0);
  if (notified) note(words, EV_CV_WOKEN, pc, cv, thread + 1);
  take(words, thread, pc, at);
  words[result] = notified ? 1 : 0;
  return FAULT_NONE;
}

/** Becomes a waiter of `cv` while it goes on: what comes between this and its CVRELOCK cannot miss a notify. */
export function announce(machine: Machine, thread: number, pc: number, cv: number): number {
  const fault = usable(machine, cv);
  if (fault !== FAULT_NONE) return fault;
  joinWaiters(machine, thread, cv);
  note(machine.words, EV_CV_WAIT, pc, cv, thread + 1);
  return FAULT_NONE;
}

/**
 * As if a notify had come for the thread, which waits, and nobody held its mutex: to see what it would do. Answers the mutex. The
 * state is none of the run's, so whoever asks puts back what was there.
 */
export function wakeAlone(machine: Machine, thread: number): number {
  const { words } = machine;
  const sp = words[recordOf(thread) + T_SP];
  const [cv, at] = [words[sp - 2], words[sp - 1]];
  markNotified(machine, thread, cv);
  words.fill(0, at, at + LOCK_WORDS);
  return at;
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
  const fault = usable(machine, cv);
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
      markNotified(machine, thread, cv);
      note(words, EV_NOTIFY, pc, cv, thread + 1);
    }
    seen += 1;
  }
  return FAULT_NONE;
}
