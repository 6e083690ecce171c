import { expect, test } from 'vitest';
import type { FreeRuns, Tally } from '../../session';
import { boundWords, caveats, outcomeRows, percent, pressuresHere, progressWords, seenWords } from './words';

const tally: Tally = {
  runs: 2000,
  ms: 1000,
  outcomes: { '': 1990, 'null-dereference': 4, deadlock: 6 },
  unexplained: 0,
  executions: new Map([[1, 1990]]),
  failed: [{ kind: 'deadlock', schedule: 'a3', run: 17 }],
  threads: 3,
  steps: 20,
};
const runs = (more: Partial<FreeRuns> = {}, pressure: FreeRuns['series']['pressure'] = 'free'): FreeRuns => ({
  phase: 'running',
  series: { pressure, depth: 2, runs: 10_000, seed: 1 },
  tally,
  reason: '',
  ...more,
});

test('a series says how far it is, how fast, and how many runs failed', () => {
  expect(progressWords(runs())).toBe('2,000 of 10,000 runs · 2,000 runs/s · 10 failed (0.5 %)');
  expect(progressWords(runs({ tally: { ...tally, runs: 10_000 } }))).toMatch(/^10,000 runs ·/);
  expect(progressWords(runs({ phase: 'preparing', tally: null }))).toContain('Starting');
});

test.each([
  [0, 10_000, '0 %'],
  [3, 10_000, '0.03 %'],
  [1, 1_000_000, '< 0.01 %'],
  [9_999, 10_000, '> 99.9 %'],
  [244, 245, '99.5 %'],
  [10, 10, '100 %'],
])('%i of %i are %s: what is not nothing is never said to be', (part, all, words) => {
  expect(percent(part, all)).toBe(words);
});

test('runs with which nothing is wrong come first, then what failed, the most frequent before', () => {
  const rows = outcomeRows(tally);
  expect(rows.map(({ title }) => title)).toEqual(['Nothing wrong', 'Deadlock', 'Null dereference']);
  expect(rows.map(({ failed }) => failed.length)).toEqual([0, 1, 0]);
  expect(rows[0].length).toBe(1);
});

test('a run that was cut short is neither failed nor right', () => {
  const cut: Tally = { ...tally, outcomes: { '': 1994, deadlock: 4, limit: 2 } };
  expect(progressWords(runs({ tally: cut }))).toMatch(/ · 4 failed \(0\.2 %\) · 2 cut short$/);
  expect(outcomeRows(cut).map(({ title, look }) => [title, look])).toEqual([
    ['Nothing wrong', 'passes'],
    ['Deadlock', 'fails'],
    ['Cut short by a limit', 'cut'],
  ]);
  expect(caveats(runs({ tally: cut }), true)[0]).toMatch(/^2 runs met a limit/);
});

test('executions are counted among those that there are, where that is known', () => {
  expect(seenWords(tally, 1, 45)).toBe('Seen: 1 of 45 executions.');
  expect(seenWords({ ...tally, runs: 1990 }, 0, null)).toBe('Seen: 1 different execution.');
  // Ten runs were too long to tell which execution they were.
  expect(seenWords(tally, 0, null)).toBe('Seen: ≥ 1 different execution.');
});

test('the bound of PCT stands beside what was measured', () => {
  expect(boundWords(runs())).toBe('');
  expect(boundWords(runs({}, 'pct'))).toBe(
    'PCT promises: a bug of depth 2 fails at least 1 run in 3 · 20 = 60, where 3 threads take at most 20 steps. 1 in 200 failed here.',
  );
});

test('what is no real thread, or cannot be replayed, is said', () => {
  expect(caveats(undefined, true)).toEqual([]);
  expect(caveats(undefined, false)[0]).toContain('not real threads');
  expect(caveats(runs({}, 'pct'), true)[0]).toContain('one thread at a time');
  expect(caveats(runs({ tally: { ...tally, unexplained: 2 } }), true)[0]).toMatch(
    /^2 runs cannot be replayed/,
  );
  expect(pressuresHere(false).map(({ value }) => value)).toEqual(['random', 'pct', 'one-core']);
});
