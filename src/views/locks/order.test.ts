import { expect, test } from 'vitest';
import type { TraceView } from '../../engine';
import { lockOrder } from './order';

type Taken = readonly [lock: string, thread: number, from: number, to: number | null];

/** Locks are letters; step n stands in line 10 n. */
function traceOf(spans: readonly Taken[]): TraceView {
  const names = [...new Set(spans.map(([lock]) => lock))];
  const last = Math.max(...spans.map(([, , from, to]) => to ?? from));
  return {
    locks: names.map((name) => ({ id: name.charCodeAt(0), name })),
    held: spans.map(([lock, thread, from, to]) => ({
      ...{ lock: lock.charCodeAt(0), thread, from, to },
      mode: lock === lock.toUpperCase() ? 'exclusive' : 'shared',
    })),
    steps: Array.from({ length: last }, (_, i) => ({ operation: { line: 10 * (i + 1) } })),
  } as unknown as TraceView;
}
const words = (trace: TraceView, at = 99): string[] =>
  lockOrder(trace, at).map(
    ({ heldName, takenName, thread, line, circular }) =>
      `${thread}: ${heldName} → ${takenName} line ${line}${circular ? ' !' : ''}`,
  );

test('a lock taken while another is held is an edge, with the line that took it', () => {
  expect(
    words(
      traceOf([
        ['A', 1, 1, 4],
        ['B', 1, 2, 3],
        ['C', 1, 5, 6],
      ]),
    ),
  ).toEqual(['1: A → B line 20']);
});

test('opposite orders by two threads are circular, by one alone they are not', () => {
  const one: Taken[] = [
    ['A', 1, 1, 4],
    ['B', 1, 2, 3],
  ];
  expect(words(traceOf([...one, ['B', 2, 5, 8], ['A', 2, 6, 7]]))).toEqual([
    '1: A → B line 20 !',
    '2: B → A line 60 !',
  ]);
  expect(words(traceOf([...one, ['B', 1, 5, 8], ['A', 1, 6, 7]]))).toEqual([
    '1: A → B line 20',
    '1: B → A line 60',
  ]);
});

test('a circle may have three locks; shared holds count', () => {
  const spans: Taken[] = [
    ['A', 1, 1, 4],
    ['b', 1, 2, 3],
    ['b', 2, 5, 8],
    ['C', 2, 6, 7],
    ['C', 3, 9, 12],
    ['A', 3, 10, 11],
  ];
  expect(words(traceOf(spans)).every((text) => text.endsWith('!'))).toBe(true);
});

test('what lies ahead of the cursor is not said', () => {
  const trace = traceOf([
    ['A', 1, 1, null],
    ['B', 1, 2, 3],
  ]);
  expect(words(trace, 1)).toEqual([]);
  expect(words(trace, 2)).toEqual(['1: A → B line 20']);
});
