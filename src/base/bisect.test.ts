import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bisectFirst, bisectLeft, bisectRight } from './bisect';

const ascending = fc.array(fc.integer({ min: -9, max: 9 })).map((values) => values.sort((a, b) => a - b));

test('bisectLeft has everything less before it, bisectRight everything up to equal', () => {
  fc.assert(
    fc.property(ascending, fc.integer({ min: -10, max: 10 }), (values, value) => {
      expect(bisectLeft(values, value)).toBe(values.filter((other) => other < value).length);
      expect(bisectRight(values, value)).toBe(values.filter((other) => other <= value).length);
    }),
  );
});

test('the search stays inside the given range', () => {
  const column = Int32Array.of(1, 3, 5, 7, 0, 0);
  expect(bisectLeft(column, 9, 0, 4)).toBe(4);
  expect(bisectLeft(column, 0, 1, 4)).toBe(1);
  expect(bisectRight(column, 5, 1, 4)).toBe(3);
});

test('bisectFirst answers the end when nothing holds', () => {
  expect(bisectFirst(2, 8, () => false)).toBe(8);
  expect(bisectFirst(2, 8, () => true)).toBe(2);
  expect(bisectFirst(3, 3, () => true)).toBe(3);
});
