import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRng } from './rng';

const draw = (seed: number, count: number): number[] => {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => rng.next());
};

test('the same seed gives the same numbers, for ever', () => {
  expect(draw(1, 4)).toEqual([2693262067, 11749833, 2265367787, 4213581821]);
});

test('the state is enough to go on from where one was', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(20), (seed, drawn) => {
      const rng = createRng(seed);
      for (let i = 0; i < drawn; i++) rng.next();
      const resumed = createRng(rng.state);
      expect(resumed.next()).toBe(rng.next());
    }),
  );
});

test('int stays below its bound', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, bound) => {
      const value = createRng(seed).int(bound);
      expect(Number.isInteger(value) && value >= 0 && value < bound).toBe(true);
    }),
  );
});

test('int takes every value about equally often', () => {
  const rng = createRng(7);
  const counts = new Array<number>(6).fill(0);
  for (let i = 0; i < 60_000; i++) counts[rng.int(6)]++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
