/**
 * What locks, condition variables and threads have in common: each operation on them does all of its work or none, and
 * answers FAULT_NONE, a FAULT_ number, or WAIT; machine.culprit is what a fault is about, or the word to wait on.
 */
import { refusal, TOUCH } from './access';
import type { Machine } from './memory';

export const WAIT = -1;

/** Sizes of a lock and of a condition variable. */
export const LOCK_WORDS = 4;
export const CV_WORDS = 2;

/** The word of a pair at `at` that has the bit of a thread, and the bit. */
export const wordOf = (at: number, thread: number): number => at + (thread >>> 5);
export const bitOf = (thread: number): number => 1 << (thread & 31);
export const hasBit = (words: Int32Array, at: number, thread: number): boolean =>
  (words[wordOf(at, thread)] & bitOf(thread)) !== 0;

/**
 * Its storage must be alive, for which its first word speaks; a lock that nobody initialised reads as zero, which is free.
 */
export const usable = (machine: Machine, at: number): number => refusal(machine, at, 1, TOUCH);
