import { expect, test } from 'vitest';
import type { Execution, Finding } from '../../engine';
import type { SessionState } from '../model/state';
import { library } from '../testing/fakeScenario';
import { askedFor, replyOf } from './reply';

const run = (kind: Execution['kind'], ...events: number[]): Execution => ({
  ...{ schedule: '', lines: [], preemptions: 0 },
  ...{ kind, events },
});

/** At the first part of a story that comes to `wanted` in its second, behind steps with these events. */
function at(
  steps: number[][],
  executions: Execution[],
  rest: Partial<SessionState> = {},
  wanted = 'deadlock',
) {
  const schedule = { granularity: 'sync', choices: [] } as const;
  const [before, ...others] = library.demo.documents;
  const scenario = structuredClone(library.demo.scenario);
  const claims = [{ thread: 'main' }, { thread: 'main', finding: wanted }];
  Object.assign(scenario?.variants[0].story?.[1] ?? {}, { claims });
  return {
    ...{
      route: { page: 'document', ...before.origin },
      story: 'before',
      beat: 0,
      schedule,
      at: steps.length,
    },
    library: { demo: { ...library.demo, scenario, documents: [before, ...others] } },
    findings: [],
    located: { schedule, steps },
    explored: { 'demo/before': { verdict: { executions, count: { exact: true } } } },
    ...rest,
  } as unknown as SessionState;
}

test('what a question asks for is what its story comes to', () => {
  expect(askedFor(at([], []))).toBe('deadlock');
  expect(askedFor({ ...at([], []), beat: 1 })).toBeNull();
});

test('a step is right while orders with what was asked for can follow, whatever the story does next', () => {
  const executions = [run('deadlock', 1, 2), run(null, 1, 3), run('data-race', 1, 4), run('deadlock', 5)];
  expect(replyOf(at([[1]], executions))).toEqual({ fate: 'can', orders: 1, left: 3 });
  expect(replyOf(at([[1], [3]], executions))).toEqual({ fate: 'cannot', left: 1, failing: 0, kind: null });
  expect(replyOf(at([[1], [4]], executions))).toEqual({
    ...{ fate: 'cannot', left: 1, failing: 1 },
    kind: 'data-race',
  });
  expect(replyOf(at([[5]], executions))).toEqual({ fate: 'can', orders: 1, left: 1 });
});

test('it is the answer once it is there, and nothing is claimed that is not known', () => {
  const finding = { kind: 'deadlock', reached: true, step: 1 } as Finding;
  expect(replyOf(at([[1]], [], { findings: [finding] }))).toEqual({ fate: 'reached', finding });
  const other = { ...finding, kind: 'memory-leak' } as Finding;
  expect(replyOf(at([[1]], [run('deadlock', 1)], { findings: [other] })).fate).toBe('can');
  expect(replyOf(at([[1]], [], { explored: {} })).fate).toBe('unknown');
  expect(replyOf(at([[1]], [run(null, 1)], { located: null })).fate).toBe('unknown');
});
