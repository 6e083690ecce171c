/** Sets of threads in two words are sets: each operation answers what it does for a Set of numbers, on both sides of the word's edge. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_THREADS } from '../../machine';
import {
  addAll,
  addThread,
  copySet,
  countBeyond,
  hasThread,
  isEmpty,
  isWithin,
  keepOnly,
  lastBeyond,
  lastThread,
  leastBeyond,
  meets,
  nextThread,
  removeAll,
  removeThread,
  SET_WORDS,
  sizeOf,
  someThread,
  threadSets,
} from './thread-sets';

const threads = fc.uniqueArray(fc.integer({ min: 0, max: MAX_THREADS - 1 }));

function wordsOf(all: readonly number[]): Int32Array {
  const words = threadSets(1);
  for (const thread of all) addThread(words, 0, thread);
  return words;
}

const membersOf = (words: Int32Array): number[] =>
  Array.from({ length: MAX_THREADS }, (_, thread) => thread).filter((thread) => hasThread(words, 0, thread));

const sorted = (all: Iterable<number>): number[] => [...all].sort((a, b) => a - b);

test('there is a bit for each thread that a run may have', () => {
  expect(32 * SET_WORDS).toBe(MAX_THREADS);
});

test('a set of threads by itself', () => {
  fc.assert(
    fc.property(threads, fc.integer({ min: 0, max: MAX_THREADS }), (all, from) => {
      const words = wordsOf(all);
      const members = sorted(all);
      expect(membersOf(words)).toEqual(members);
      expect(sizeOf(words, 0)).toBe(members.length);
      expect(isEmpty(words, 0)).toBe(members.length === 0);
      expect(lastThread(words, 0)).toBe(members.at(-1) ?? -1);
      expect(nextThread(words, 0, from)).toBe(members.find((thread) => thread >= from) ?? -1);
      expect(someThread(words, 0, (thread) => thread === from)).toBe(members.includes(from));
      const [first] = members;
      if (first === undefined) return;
      removeThread(words, 0, first);
      expect(membersOf(words)).toEqual(members.slice(1));
    }),
  );
});

test('two sets of threads', () => {
  fc.assert(
    fc.property(threads, threads, (one, other) => {
      const both = threadSets(2);
      const others = wordsOf(other);
      copySet(both, 0, 0, wordsOf(one));
      copySet(both, SET_WORDS, 0, others);
      const beyond = sorted(one.filter((thread) => !other.includes(thread)));
      expect(leastBeyond(both, 0, SET_WORDS)).toBe(beyond[0] ?? -1);
      expect(lastBeyond(both, 0, SET_WORDS)).toBe(beyond.at(-1) ?? -1);
      expect(countBeyond(both, 0, others, 0)).toBe(beyond.length);
      expect(isWithin(both, 0, SET_WORDS)).toBe(beyond.length === 0);
      expect(meets(both, 0, others)).toBe(beyond.length < one.length);
      const after = (change: (words: Int32Array) => void): number[] => {
        const words = wordsOf(one);
        change(words);
        return membersOf(words);
      };
      expect(after((words) => addAll(words, 0, 0, others))).toEqual(sorted(new Set([...one, ...other])));
      expect(after((words) => keepOnly(words, 0, 0, others))).toEqual(
        sorted(one.filter((thread) => other.includes(thread))),
      );
      expect(after((words) => removeAll(words, 0, others))).toEqual(beyond);
    }),
  );
});
