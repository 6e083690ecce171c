import { expect, test } from 'vitest';
import { fitCell, MAX_CELL, stepX, visibleSteps, windowView, zoomedView } from './geometry';

test('a run that fits shows all its steps, each as wide as the others', () => {
  const view = zoomedView(1219, 23, { k: 1, x: 0 });
  expect(view.cell).toBe(53);
  expect(stepX(view, 1)).toBe(0);
  expect(stepX(view, 24)).toBe(1219);
  expect(visibleSteps(view, 23)).toEqual({ first: 1, last: 23 });
});

test('a short run does not fill the width', () => {
  expect(fitCell(1219, 3)).toBe(MAX_CELL);
  expect(fitCell(1219, 0)).toBe(MAX_CELL);
});

test('zoomed in and panned, the steps at both edges count although only parts of them show', () => {
  const view = zoomedView(1000, 100, { k: 4, x: -410 });
  expect(view.cell).toBe(40);
  expect(visibleSteps(view, 100)).toEqual({ first: 11, last: 36 });
  expect(stepX(view, 11)).toBe(-10);
});

test('no steps or no width: nothing is visible', () => {
  expect(visibleSteps({ width: 100, x: 0, cell: 10 }, 0)).toEqual({ first: 1, last: 0 });
  expect(visibleSteps({ width: 0, x: 0, cell: 10 }, 5)).toEqual({ first: 1, last: 0 });
});

test('a narrow Score shows seven steps, two of them after the cursor, and stops at both ends', () => {
  const shown = (at: number, total: number) => visibleSteps(windowView(336, total, at), total);
  expect(windowView(336, 23, 17).cell).toBe(48);
  expect(shown(17, 23)).toEqual({ first: 13, last: 19 });
  expect(shown(0, 23)).toEqual({ first: 1, last: 7 });
  expect(shown(23, 23)).toEqual({ first: 17, last: 23 });
  expect(shown(2, 3)).toEqual({ first: 1, last: 3 });
});
