import { expect, test } from 'vitest';
import { type Scenario, scenarioById } from '../scenarios';
import { type Options, parseArguments } from './arguments';
import { rowOf, tabled } from './table';

const scenario = scenarioById('mb-38521') as Scenario;
const options = parseArguments(['--all']) as Options;
const clock = () => 0;

test('a variant that does as it promises has no difference', () => {
  const row = rowOf(scenario, scenario.variants[0], options, clock);
  expect(row).toMatchObject({ variant: 'mb-38521/before', verdict: 'null-dereference', difference: '' });
  expect(row).toMatchObject({ preemptions: 1, steps: 27, runs: 200 });
});

test('another verdict, and a finding that does not come, are differences', () => {
  const [before] = scenario.variants;
  const promised = { ...before, expected: { verdict: 'clean', also: ['deadlock'] } } as const;
  const row = rowOf(scenario, promised, options, clock);
  expect(row.difference).toBe('expected clean, no deadlock');
  expect(tabled([row])).toMatch(/✗ expected clean, no deadlock$/);
});
