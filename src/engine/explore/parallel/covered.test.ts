import { expect, test } from 'vitest';
import { compiled } from '../../compiler/testing/execute';
import { createMachine } from '../../machine';
import type { Facts, ReachQuery } from '../reduction/may-access';
import { isCovered, type ProofInput, type ProofResult } from './parallel-proof';

const machine = createMachine(compiled('int main() {}', 'empty.cpp'));

/** Of nodes that lead to these; the last one writes the first cell. */
function facts(next: readonly (readonly number[])[], writes = true): Facts {
  const all = <T>(value: T): T[] => next.map(() => value);
  const footprints = new Int32Array(2 * next.length);
  if (writes) footprints[2 * next.length - 1] = 1;
  return {
    width: 1,
    hashes: Int32Array.from(next.flatMap((_, node) => [node, node])),
    wants: all([]),
    joins: all(-1),
    known: all(true),
    sinks: all(false),
    next,
    footprints,
  };
}

function covers(before: Facts, after: Facts | null, ...asked: ReachQuery[]): boolean {
  const result = { facts: after, asked } as unknown as ProofResult;
  return isCovered(machine, { facts: before } as unknown as ProofInput, [result]);
}
const from = (node: number): ReachQuery => ({ node, held: new Map(), still: 5 });

test('a proof stands if what it learned would have changed no answer', () => {
  const line = facts([[1], [2], []]);
  expect(covers(line, null, from(0))).toBe(true);
  expect(covers(line, facts([[1, 2], [2], []]), from(0))).toBe(true);
  // Nobody asked what the first node leads to.
  expect(covers(facts([[1], [], []]), line, from(2))).toBe(true);
});

test('it is done again if an answer was too small', () => {
  const line = facts([[1], [2], []]);
  expect(covers(facts([[1], [], []]), line, from(0))).toBe(false);
  expect(covers(facts([[1], [2], []], false), line, from(0))).toBe(false);
});

test('it is done again if a thread can come back to where it was, and that was not known', () => {
  const line = facts([[1], [2], []]);
  const cycle = facts([[1], [2], [0]]);
  expect(covers(line, cycle)).toBe(false);
  expect(covers(cycle, line)).toBe(true);
  expect(covers(cycle, facts([[1], [2, 0], [0]]))).toBe(false);
  expect(covers(cycle, facts([[1], [2], [0], [3]]))).toBe(false);
});
