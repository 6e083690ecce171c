import { expect, test } from 'vitest';
import { scrubAt, stepAt } from './hit';
import { keyTarget, moved } from './keys';
import { swipeTo } from './useSwipe';

test('arrows move the cell and stop at the edges', () => {
  expect(moved('ArrowRight', { row: 1, step: 4 }, 3, 23)).toEqual({ row: 1, step: 5 });
  expect(moved('ArrowUp', { row: 0, step: 4 }, 3, 23)).toEqual({ row: 0, step: 4 });
  expect(moved('ArrowDown', { row: 2, step: 4 }, 3, 23)).toEqual({ row: 2, step: 4 });
  expect(moved('End', { row: 2, step: 4 }, 3, 23)).toEqual({ row: 2, step: 23 });
  expect(moved('x', { row: 2, step: 4 }, 3, 23)).toBeUndefined();
});

test('keys slide along the ruler, within the run', () => {
  expect(['ArrowLeft', 'ArrowRight', 'PageUp', 'End', 'a'].map((key) => keyTarget(key, 17, 17))).toEqual([
    16,
    17,
    17,
    17,
    undefined,
  ]);
  expect(keyTarget('PageDown', 4, 17)).toBe(0);
});

test('a point is in a step, or beside the run', () => {
  const view = { width: 1000, x: -30, cell: 20 };
  expect(stepAt(view, 0, 100)).toBe(2);
  expect(stepAt(view, 9.9, 100)).toBe(2);
  expect(stepAt(view, 10, 100)).toBe(3);
  expect(stepAt(view, 500, 20)).toBeUndefined();
});

test('a scrub goes no further than the run, and left of it to its start', () => {
  const view = { width: 1000, x: 0, cell: 20 };
  expect([-5, 5, 25, 900].map((x) => scrubAt(view, x, 17))).toEqual([0, 1, 2, 17]);
});

test('a finger that goes left by two steps goes on by two', () => {
  expect(swipeTo({ x: 300, at: 10 }, 204, 48, 17)).toBe(12);
  expect(swipeTo({ x: 100, at: 1 }, 300, 48, 17)).toBe(0);
});
