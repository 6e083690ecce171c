import { expect, test } from 'vitest';
import { mergeNarrow, type Piece, runsOf } from './merge';

const piece = (from: number, to: number, value: string): Piece<string> => ({ from, to, value, count: 1 });

test('steps in a row are a run; a gap ends it', () => {
  expect(runsOf([1, 2, 3, 7, 8, 20], 0, 6, 1).map(({ from, to, count }) => [from, to, count])).toEqual([
    [1, 3, 3],
    [7, 8, 2],
    [20, 20, 1],
  ]);
  expect(runsOf([1, 2, 3, 7, 8, 20], 1, 5, 5).map(({ from, to, count }) => [from, to, count])).toEqual([
    [2, 8, 4],
  ]);
});

test('wide pieces stay as they are', () => {
  const pieces = [piece(1, 10, 'a'), piece(11, 20, 'b')];
  expect(mergeNarrow(pieces, 5)).toEqual(pieces);
});

test('narrow neighbours merge until they are wide enough, and the longest speaks for them', () => {
  const merged = mergeNarrow([piece(1, 1, 'a'), piece(2, 4, 'b'), piece(5, 5, 'a'), piece(6, 6, 'c')], 5);
  expect(merged).toEqual([
    { from: 1, to: 5, value: 'b', count: 3 },
    { from: 6, to: 6, value: 'c', count: 1 },
  ]);
});

test('a gap that can be seen is kept', () => {
  expect(mergeNarrow([piece(1, 1, 'a'), piece(9, 9, 'b')], 5)).toHaveLength(2);
});

test('a thousand alternating pieces become as many as there is room for', () => {
  const pieces = Array.from({ length: 1000 }, (_, i) => piece(i + 1, i + 1, i % 2 === 0 ? 'a' : 'b'));
  const merged = mergeNarrow(pieces, 10);
  expect(merged).toHaveLength(100);
  expect(merged.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
});
