/**
 * Sets of threads as a search keeps them in the words of its frames: a bit for each thread of a run, in two words, written out since
 * loops over them cost a tenth of a search (bench/search.ts). A set is said by the array it stands in and where it begins there; so
 * none of these allocates.
 */
import { canStep, type Machine, threadCount } from '../../machine';

/** Words of a set: enough for MAX_THREADS. */
export const SET_WORDS = 2;

/** An array with room for so many sets, all empty. */
export const threadSets = (count: number): Int32Array => new Int32Array(count * SET_WORDS);

export const hasThread = (words: Int32Array, at: number, thread: number): boolean =>
  (words[at + (thread >>> 5)] & (1 << (thread & 31))) !== 0;

export function addThread(words: Int32Array, at: number, thread: number): void {
  words[at + (thread >>> 5)] |= 1 << (thread & 31);
}

export function removeThread(words: Int32Array, at: number, thread: number): void {
  words[at + (thread >>> 5)] &= ~(1 << (thread & 31));
}

export function clear(words: Int32Array, at: number): void {
  words[at] = 0;
  words[at + 1] = 0;
}

export function copySet(words: Int32Array, to: number, from: number, source: Int32Array = words): void {
  words[to] = source[from];
  words[to + 1] = source[from + 1];
}

/** Those of another set are in this one too. */
export function addAll(words: Int32Array, at: number, other: number, source: Int32Array = words): void {
  words[at] |= source[other];
  words[at + 1] |= source[other + 1];
}

/** Only those of another set stay in this one. */
export function keepOnly(words: Int32Array, at: number, other: number, source: Int32Array = words): void {
  words[at] &= source[other];
  words[at + 1] &= source[other + 1];
}

/** Those of another set, which begins its array, leave this one. */
export function removeAll(words: Int32Array, at: number, others: Int32Array): void {
  words[at] &= ~others[0];
  words[at + 1] &= ~others[1];
}

export const isEmpty = (words: Int32Array, at: number): boolean => (words[at] | words[at + 1]) === 0;

/** Whether some thread is in this set and in another one, which begins its array. */
export const meets = (words: Int32Array, at: number, others: Int32Array): boolean =>
  ((words[at] & others[0]) | (words[at + 1] & others[1])) !== 0;

/** Whether all of this set are in another one. */
export const isWithin = (words: Int32Array, at: number, other: number): boolean =>
  ((words[at] & ~words[other]) | (words[at + 1] & ~words[other + 1])) === 0;

const lowest = (low: number, high: number): number =>
  low !== 0 ? 31 - Math.clz32(low & -low) : high !== 0 ? 63 - Math.clz32(high & -high) : -1;

/** The least thread of a set that is not less than `from`; -1: there is none. */
export const nextThread = (words: Int32Array, at: number, from: number): number =>
  from < 32
    ? lowest(words[at] & (-1 << from), words[at + 1])
    : lowest(0, from < 64 ? words[at + 1] & (-1 << (from - 32)) : 0);

/** The least thread of a set that is not in another one; -1: there is none. */
export const leastBeyond = (words: Int32Array, at: number, other: number): number =>
  lowest(words[at] & ~words[other], words[at + 1] & ~words[other + 1]);

const highest = (low: number, high: number): number =>
  high !== 0 ? 63 - Math.clz32(high) : 31 - Math.clz32(low);

/** The greatest thread of a set; -1: there is none. */
export const lastThread = (words: Int32Array, at: number): number => highest(words[at], words[at + 1]);

/** The greatest thread of a set that is not in another one; -1: there is none. */
export const lastBeyond = (words: Int32Array, at: number, other: number): number =>
  highest(words[at] & ~words[other], words[at + 1] & ~words[other + 1]);

/** Whether the question has the answer yes for some thread of a set. */
export function someThread(words: Int32Array, at: number, is: (thread: number) => boolean): boolean {
  for (let thread = nextThread(words, at, 0); thread >= 0; thread = nextThread(words, at, thread + 1))
    if (is(thread)) return true;
  return false;
}

function bits(word: number): number {
  let count = 0;
  for (let left = word; left !== 0; left &= left - 1) count++;
  return count;
}

export const sizeOf = (words: Int32Array, at: number): number => bits(words[at]) + bits(words[at + 1]);

/** How many of a set are not in another one. */
export const countBeyond = (words: Int32Array, at: number, others: Int32Array, other: number): number =>
  bits(words[at] & ~others[other]) + bits(words[at + 1] & ~others[other + 1]);

/** Fills a set with the threads that can step; answers whether there are any. */
export function enabledThreads(machine: Machine, words: Int32Array, at: number): boolean {
  const count = threadCount(machine);
  clear(words, at);
  for (let thread = 0; thread < count; thread++) if (canStep(machine, thread)) addThread(words, at, thread);
  return !isEmpty(words, at);
}
