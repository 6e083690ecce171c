import { expect, test } from 'vitest';
import { allParts, runTo } from '../testing/told';
import { runTable, tableText } from './run-table';

const lostUpdate = runTo(allParts.find(({ name }) => name === 'lost-update/before: The 20 is gone')!);

test('a run as text has a column for each thread and a line for each step, in columns of one width', () => {
  const { trace, findings, at } = lostUpdate;
  const text = tableText('Lost update', runTable(trace, findings, at));
  const lines = text.split('\n');
  expect(lines[2]).toMatch(/^step \| line \| main +\| alice +\| bob$/);
  const bars = (line: string) => [...line].flatMap((char, index) => (char === '|' ? [index] : []));
  const rows = lines.slice(4, 4 + at);
  expect(rows).toHaveLength(at);
  for (const row of rows) expect(bars(lines[2])).toEqual(expect.arrayContaining(bars(row)));
  expect(rows.filter((row) => row.startsWith('  *'))).toHaveLength(1);
  expect(text).toContain('balance == 130');
  expect(lines.at(-1)).toMatch(/^\* a preemption/);
});

test('it ends at the step one stands at, and tells nothing of what comes later', () => {
  const { trace, findings } = lostUpdate;
  const { threads, rows, ends } = runTable(trace, findings, 4);
  expect(threads).toEqual(['main', 'alice']);
  expect(rows.map(({ step, column }) => [step, column])).toEqual([
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 1],
  ]);
  expect(ends).toEqual([]);
});
