import { expect, test } from 'vitest';
import type { Explored, Native } from '../../session';
import { isListedWhole, measuredWords, waysOf } from './side-by-side';

const native: Native = {
  date: '2026-11-21',
  machine: '2 cores',
  compiler: 'g++ 12',
  runs: 200,
  failures: {
    before: { plain: 1, tsan: 2, asan: 0 },
    landed: { plain: 0, tsan: 0, asan: 0, date: '2026-11-29' },
  },
};

const explored = (exact: boolean, listed: number): Explored =>
  ({
    verdict: {
      count: { executions: 40, failing: 10, exact, rounds: false, endless: false },
      executions: Array.from({ length: listed }),
    },
  }) as unknown as Explored;

const every = (from: Explored) =>
  waysOf({ series: {}, explored: from, native: undefined, slug: '', seen: () => null }).at(-1);

test('what was counted only in part is a lower bound, and no share is said of it', () => {
  expect(every(explored(true, 40))).toMatchObject({ runs: '40', failed: '10', share: '25 %', seen: '40' });
  expect(every(explored(false, 40))).toMatchObject({
    runs: '≥ 40',
    failed: '≥ 10',
    share: '–',
    seen: '≥ 40',
  });
});

test('a list is whole when all are counted and all are in it', () => {
  expect(isListedWhole(explored(true, 40))).toBe(true);
  expect(isListedWhole(explored(true, 30))).toBe(false);
  expect(isListedWhole(explored(false, 40))).toBe(false);
});

test('native runs have their day, machine and compiler', () => {
  expect(measuredWords(native, 'before').at(-1)).toBe('Native runs: 2026-11-21, 2 cores, g++ 12.');
  expect(measuredWords(native, 'landed').at(-1)).toContain('2026-11-29');
  expect(measuredWords(native, 'other')).toEqual([]);
});
