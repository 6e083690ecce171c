import { expect, test } from 'vitest';
import { doubled } from './doubled';
import { initially, withLeastSizes } from './sizes';

test('a doubled array has what was in it, and room for as much again or for what is needed', () => {
  expect(doubled(Int32Array.of(1, 2))).toEqual(Int32Array.of(1, 2, 0, 0));
  expect(doubled(Int32Array.of(1), 5)).toEqual(Int32Array.of(1, 0, 0, 0, 0));
  expect(doubled(Uint8Array.of(7), 1)).toEqual(Uint8Array.of(7, 0));
});

test('sizes are the least only while it is asked for, an error on the way or not', () => {
  expect([initially(64), withLeastSizes(() => initially(64)), initially(64)]).toEqual([64, 1, 64]);
  expect(() =>
    withLeastSizes(() => {
      throw new Error('on the way');
    }),
  ).toThrow('on the way');
  expect(initially(64)).toBe(64);
});
