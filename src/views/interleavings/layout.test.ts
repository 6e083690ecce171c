import { describe, expect, test } from 'vitest';
import type { Execution } from '../../engine';
import { branchesOf, type Icicle, icicleOf, isTaken, neighbour } from './layout';

/** 'ab2c!' is a schedule of an execution that fails. */
const list = (...texts: string[]): Execution[] =>
  texts.map((text) => ({
    schedule: text.replace('!', ''),
    lines: [],
    kind: text.endsWith('!') ? 'deadlock' : null,
    preemptions: 0,
    events: [],
  }));
const icicle = (width: number, ...texts: string[]): Icicle => {
  const executions = list(...texts);
  return icicleOf(
    branchesOf(executions),
    executions.map(({ kind }) => kind !== null),
    width,
  );
};
const cells = ({ cells }: Icicle): string[] =>
  cells.map(
    ({ thread, row, x, width, branch, failing }) =>
      `${row}: ${thread === null ? '?' : 'abc'[thread]} ${branch.from}-${branch.to} at ${x}+${width} fails ${failing}`,
  );

describe('rows', () => {
  test('there is one for each real choice: what all do alike is one cell', () => {
    expect(cells(icicle(120, 'a3b2c2', 'a3c2b2!', 'a3cb3!'))).toEqual([
      '0: a 1-3 at 0+120 fails 2',
      '1: b 4-7 at 0+40 fails 0',
      '1: c 4-4 at 40+80 fails 2',
      '2: b 5-7 at 40+40 fails 1',
      '2: c 5-7 at 80+40 fails 1',
    ]);
  });

  test('a single execution is one cell', () => {
    expect(cells(icicle(50, 'a2b!'))).toEqual(['0: a 1-3 at 0+50 fails 1']);
  });

  test('picks of one thread are choices too, and an execution may end where another goes on', () => {
    expect(cells(icicle(20, 'ab', 'ab-1', 'a!'))).toEqual([
      '0: a 1-1 at 0+20 fails 1',
      '1: a 2-2 at 0+6.666666666666667 fails 1',
      '1: b 2-2 at 6.666666666666667+6.666666666666667 fails 0',
      '1: b 2-2 at 13.333333333333334+6.666666666666667 fails 0',
    ]);
  });
});

describe('little room', () => {
  const many = Array.from({ length: 26 }, (_, i) => `a${i + 1}b${i === 13 ? '!' : ''}`);

  test('narrow cells of a row are one without a hue', () => {
    const drawn = icicle(26, ...many).cells;
    expect(drawn.filter(({ row }) => row === 25).map(({ thread }) => thread)).toEqual([null]);
    expect(drawn.every(({ width, thread }) => width >= 2 || thread === null)).toBe(true);
  });

  test('marks of the strip are merged, and red if one of them fails', () => {
    const { leaves } = icicle(26, ...many);
    expect(leaves).toHaveLength(9);
    expect(leaves.filter(({ fails }) => fails)).toHaveLength(1);
    expect(leaves.reduce((sum, { first, end }) => sum + end - first, 0)).toBe(26);
  });

  test('with room each execution has its own', () => {
    expect(icicle(260, ...many).leaves).toHaveLength(26);
  });

  test('two thousand executions are a few hundred marks', () => {
    const letters = 'bcdefghijkl'.split('');
    const texts = Array.from(
      { length: 2000 },
      (_, i) =>
        `a${letters[i % 11]}${letters[Math.floor(i / 11) % 11]}b${letters[Math.floor(i / 121)] ?? 'm'}`,
    );
    const { cells, leaves } = icicle(250, ...new Set(texts));
    expect(cells.length).toBeLessThan(500);
    expect(leaves.length).toBeLessThan(100);
  });
});

describe('the way that was taken', () => {
  const drawn = icicle(120, 'a3b2c2', 'a3c2b2!', 'a3cb3!');

  test('goes through all that is still possible', () => {
    const taken = (...left: number[]) =>
      cells({ ...drawn, cells: drawn.cells.filter((cell) => isTaken(cell, left)) }).map((text) =>
        text.slice(0, 6),
      );
    expect(taken(0, 1, 2)).toEqual(['0: a 1']);
    expect(taken(1, 2)).toEqual(['0: a 1', '1: c 4']);
    expect(taken(2)).toEqual(['0: a 1', '1: c 4', '2: c 5']);
    expect(taken()).toEqual([]);
  });

  test('arrow keys lead along rows, up to where a cell parts and down into it', () => {
    const go = (from: number, ...keys: ('up' | 'down' | 'left' | 'right')[]) =>
      keys.reduce((at, key) => neighbour(drawn, at, key), from);
    expect(go(0, 'down')).toBe(1);
    expect(go(0, 'down', 'right', 'down', 'right')).toBe(4);
    expect(go(4, 'up', 'left')).toBe(1);
    expect(go(1, 'down')).toBe(1);
    expect(go(2, 'right')).toBe(2);
    expect(go(0, 'up')).toBe(0);
  });
});
