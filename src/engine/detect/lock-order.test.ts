import { expect, test } from 'vitest';
import { LOCK, TRYLOCK } from '../bytecode/opcodes';
import { LockOrder } from './lock-order';
import { addressOf, steps } from './testing/notation';

/** Cycles as 'held>wanted' per thread. Instructions below 100 are locks, from 100 on attempts. */
function inversions(text: string): string[] {
  const order = new LockOrder(Int32Array.from({ length: 200 }, (_, pc) => (pc < 100 ? LOCK : TRYLOCK)));
  steps(text).forEach(({ thread, words }, i) => {
    order.feed(i + 1, thread, words, 0, words.length);
  });
  const name = (lock: number): string => [...'abcdg'].find((letter) => addressOf(letter) === lock) ?? '?';
  return order.found.map((cycle) =>
    cycle.map(({ held, wanted }) => `${wanted.thread}:${name(held.lock)}>${name(wanted.lock)}`).join(' '),
  );
}
const nested = (thread: number, ...locks: string[]): string =>
  [
    ...locks.map((l) => `${thread} lock ${l}`),
    ...locks.toReversed().map((l) => `${thread} unlock ${l}`),
  ].join('; ');

const TWO = '0 spawn 1; 0 spawn 2';

test('two locks in opposite order by two threads may deadlock, though this run did not', () => {
  expect(inversions(`${TWO}; ${nested(1, 'a', 'b')}; ${nested(2, 'b', 'a')}`)).toEqual(['1:a>b 2:b>a']);
});

test('the same order, or one thread alone, cannot', () => {
  expect(inversions(`${TWO}; ${nested(1, 'a', 'b')}; ${nested(2, 'a', 'b')}`)).toEqual([]);
  expect(inversions(`${TWO}; ${nested(1, 'a', 'b')}; ${nested(1, 'b', 'a')}`)).toEqual([]);
});

test('a gate lock keeps the two apart', () => {
  expect(inversions(`${TWO}; ${nested(1, 'g', 'a', 'b')}; ${nested(2, 'g', 'b', 'a')}`)).toEqual([]);
});

test('a join between the two keeps them apart, the order of a lock does not', () => {
  const joined = `0 spawn 1; ${nested(1, 'a', 'b')}; 1 exit 1; 0 join 1; ${nested(0, 'b', 'a')}`;
  expect(inversions(joined)).toEqual([]);
  expect(inversions(`0 spawn 1; ${nested(1, 'a', 'b')}; ${nested(0, 'b', 'a')}`)).toEqual(['1:a>b 0:b>a']);
});

test('three threads in a ring are one cycle, from the first of the run', () => {
  const ring = `${nested(1, 'a', 'b')}; ${nested(2, 'b', 'c')}; ${nested(0, 'c', 'a')}`;
  expect(inversions(`${TWO}; ${ring}`)).toEqual(['1:a>b 2:b>c 0:c>a']);
});

test('an attempt does not wait, but what it got is held', () => {
  expect(inversions(`${TWO}; ${nested(1, 'a', 'b')}; 2 lock b; 2 lock a @100`)).toEqual([]);
  expect(inversions(`${TWO}; ${nested(1, 'a', 'b')}; 2 lock b @100; 2 lock a`)).toEqual(['1:a>b 2:b>a']);
});

test('shared holds do not stop each other', () => {
  const readers = (thread: number, first: string, second: string): string =>
    `${thread} lock-shared ${first}; ${thread} lock-shared ${second}; ${thread} unlock-shared ${second}; ${thread} unlock-shared ${first}`;
  expect(inversions(`${TWO}; ${readers(1, 'a', 'b')}; ${readers(2, 'b', 'a')}`)).toEqual([]);
  expect(inversions(`${TWO}; ${readers(1, 'a', 'b')}; ${nested(2, 'b', 'a')}`)).toEqual(['1:a>b 2:b>a']);
});

test('a recursive lock taken again waits for nothing', () => {
  expect(inversions(`${TWO}; ${nested(1, 'a', 'b', 'a')}; ${nested(2, 'a', 'b')}`)).toEqual([]);
});

test('a cycle is reported once, however often it is met', () => {
  const again = `${nested(1, 'a', 'b')}; ${nested(2, 'b', 'a')}`;
  expect(inversions(`${TWO}; ${again}; ${again}`)).toEqual(['1:a>b 2:b>a']);
});
