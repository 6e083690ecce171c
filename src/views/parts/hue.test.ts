import { expect, test } from 'vitest';
import { hueOf, hueRepeats } from './hue';

test('main is slate and the others take the five hues in start order', () => {
  expect([0, 1, 2, 3, 4, 5].map(hueOf)).toEqual([
    'var(--t-main)',
    'var(--t1)',
    'var(--t2)',
    'var(--t3)',
    'var(--t4)',
    'var(--t5)',
  ]);
});

test('from the seventh thread on hues repeat, and say so', () => {
  expect(hueOf(6)).toBe('var(--t1)');
  expect([0, 5, 6].map(hueRepeats)).toEqual([false, false, true]);
});
