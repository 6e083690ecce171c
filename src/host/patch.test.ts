import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TraceView } from '../engine';
import { diffTrace, emptyTrace, patchTrace } from './patch';

const row = fc.record({
  from: fc.nat(3),
  to: fc.option(fc.nat(3)),
  woke: fc.array(fc.nat(2), { maxLength: 2 }),
});
const column = fc.array(row, { maxLength: 6 });
const traces = fc
  .record({ steps: column, states: column, held: column, threads: column })
  .map((columns) => ({ ...emptyTrace, ...columns }) as unknown as TraceView);

test('a patch makes the one trace of the other', () => {
  fc.assert(
    fc.property(traces, traces, (before, after) => {
      const sent = structuredClone(diffTrace(before, after));
      expect(patchTrace(before, sent)).toEqual(after);
    }),
  );
});

test('nothing is sent of what did not change, and nothing is made anew', () => {
  fc.assert(
    fc.property(traces, (trace) => {
      const patch = diffTrace(trace, structuredClone(trace));
      expect(patch).toEqual({});
      expect(patchTrace(trace, patch)).toBe(trace);
    }),
  );
});

test('a step sends a few rows of ten thousand', () => {
  const steps = Array.from({ length: 10_000 }, (_, index) => ({ index, text: `step ${index}` }));
  const before = { ...emptyTrace, steps } as unknown as TraceView;
  const after = {
    ...emptyTrace,
    steps: [...steps, { index: 10_000, text: 'the last' }],
  } as unknown as TraceView;
  expect(diffTrace(before, after).steps?.rows).toHaveLength(1);
});
