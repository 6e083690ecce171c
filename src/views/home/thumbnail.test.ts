import { expect, test } from 'vitest';
import { HEIGHT, layoutThumbnail, WIDTH } from './thumbnail';

test('each step of a thread is a cell in its lane, and main has none', () => {
  const { lanes, cells } = layoutThumbnail([0, 1, 2], [0, 0, 1, 1, 2, 1], true);
  expect(lanes.map(({ thread }) => thread)).toEqual([1, 2]);
  expect(cells.map(({ thread }) => thread)).toEqual([1, 1, 2, 1]);
  expect(cells[0].y).toBeLessThan(cells[2].y);
});

test('an arrow stands where another thread goes on', () => {
  expect(layoutThumbnail([0, 1, 2], [0, 1, 1, 2, 1], true).switches).toHaveLength(2);
});

test('the mark is at the last step of a failing run, and absent from another', () => {
  const { mark, cells } = layoutThumbnail([0, 1], [0, 1, 1], true);
  expect(mark?.x).toBeCloseTo(cells[1].x + cells[1].width / 2);
  expect(layoutThumbnail([0, 1], [0, 1, 1], false).mark).toBeNull();
});

test('a long run stays inside the picture', () => {
  const line = Array.from({ length: 60 }, (_, index) => 1 + (index % 2));
  const { cells } = layoutThumbnail([0, 1, 2], line, true);
  expect(Math.max(...cells.map(({ x, width }) => x + width))).toBeLessThan(WIDTH);
  expect(Math.max(...cells.map(({ y }) => y))).toBeLessThan(HEIGHT);
});

test('without a recorded run there are lanes and nothing in them', () => {
  const { lanes, cells, mark } = layoutThumbnail([0, 1, 2], [], true);
  expect([lanes.length, cells.length, mark]).toEqual([2, 0, null]);
});
