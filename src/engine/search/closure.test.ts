import { expect, test } from 'vitest';
import { compiled } from '../compiler/testing/execute';
import { explore } from './explore';
import { programsIn } from './testing/fixtures';
import { generate, shapeOf } from './testing/generate';

/** By a closure from the start, or never. */
const closed = { large: 0, noMinimal: true };
const alone = { large: Number.POSITIVE_INFINITY, noMinimal: true };

const PROGRAMS = Number(process.env.SEARCH_PROGRAMS ?? 60);
const FIRST = Number(process.env.SEARCH_FIRST ?? 0);

test('a closure proves what a pass proves, and leaves to a pass what has defects', () => {
  let proofs = 0;
  for (let seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
    const program = compiled(generate(seed, shapeOf(seed, 12)), `seed-${seed}.cpp`);
    const pass = explore(program, alone);
    const verdict = explore(program, closed);
    expect([seed, verdict.kind, verdict.complete]).toEqual([seed, pass.kind, pass.complete]);
    expect([seed, verdict.findings]).toEqual([seed, pass.findings]);
    if (pass.kind !== 'clean') continue;
    proofs++;
    const { states } = explore(program, { full: true, noMinimal: true });
    expect(verdict.states).toBeLessThanOrEqual(states);
  }
  expect(proofs).toBeGreaterThan(PROGRAMS / 10);
}, 600_000);

test.each(programsIn('fixtures'))('%s', (file, text) => {
  const program = compiled(text, file);
  const limits = { states: 100_000 };
  const pass = explore(program, { ...alone, ...limits });
  const verdict = explore(program, { ...closed, ...limits });
  expect([verdict.kind, verdict.complete, verdict.limit]).toEqual([pass.kind, pass.complete, pass.limit]);
  const told = pass.findings.map(({ kind, pc }) => ({ kind, pc }));
  expect(verdict.findings.map(({ kind, pc }) => ({ kind, pc }))).toEqual(told);
});
