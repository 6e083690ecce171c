import { expect, test } from 'vitest';
import type { Scenario } from '../scenarios';
import { scenarioById } from '../scenarios/all';
import { type Options, parseArguments } from './arguments';
import { startProvers } from './provers';
import { rowOf, tabled } from './table';

const scenario = scenarioById('mb-38521') as Scenario;
const options = parseArguments(['--all']) as Options;
const how = { options, clock: () => 0, together: startProvers(0, null).together };

test('a variant that does as it promises has no difference', async () => {
  const row = await rowOf(scenario, scenario.variants[0], how);
  expect(row).toMatchObject({ variant: 'mb-38521/before', verdict: 'null-dereference', difference: '' });
  expect(row).toMatchObject({ preemptions: 1, steps: 27, runs: 200 });
});

test('another verdict, and a finding that does not come, are differences', async () => {
  const [before] = scenario.variants;
  const promised = { ...before, expected: { verdict: 'clean', also: ['deadlock'] } } as const;
  const row = await rowOf(scenario, promised, how);
  expect(row.difference).toBe('expected clean, no deadlock');
  expect(tabled([row])).toMatch(/✗ expected clean, no deadlock$/);
});
