/** What a document comes to is said by the memory that it is judged under. */
import { expect, test } from 'vitest';
import type { WeakJudgement } from '../../engine';
import { standingOf } from './standing';
import type { Explored, SessionState } from './state';

const judged = (more: object) => ({
  failures: [],
  complete: true,
  counted: true,
  executions: 3,
  failing: 0,
  sequential: 3,
  graphs: 9,
  ...more,
});
const explored = (reached: boolean, more: object = {}) =>
  ({
    phase: 'done',
    verdict: {
      complete: true,
      findings: reached ? [{ reached }] : [],
      count: { executions: 2, failing: 0, exact: true },
    },
    ...more,
  }) as unknown as Explored;
const state = (
  interleavings?: Explored,
  weak?: object | string,
): Pick<SessionState, 'explored' | 'weak'> => ({
  explored: interleavings === undefined ? {} : { a: interleavings },
  weak: weak === undefined ? {} : { a: weak as WeakJudgement },
});
const sc = { key: 'a', memory: 'sc' } as const;
const rc11 = { key: 'a', memory: 'rc11' } as const;

test('by its interleavings where memory is sequentially consistent, and by no others', () => {
  expect(standingOf(state(), sc)).toBeNull();
  expect(standingOf(state(explored(false), judged({ failures: [{}] })), sc)).toMatchObject({ fails: false });
  expect(standingOf(state(explored(true)), sc)).toMatchObject({ fails: true, complete: true });
  expect(standingOf(state(explored(false, { phase: 'counting' })), sc)?.count).toBeNull();
});

test('by its executions under RC11; a clean search of interleavings is no answer, a failing one is', () => {
  expect(standingOf(state(explored(false)), rc11)).toBeNull();
  expect(standingOf(state(explored(false), 'asked'), rc11)).toBeNull();
  expect(standingOf(state(explored(true), 'asked'), rc11)).toEqual({
    fails: true,
    complete: false,
    count: null,
  });
  expect(standingOf(state(explored(false), judged({})), rc11)).toEqual({
    ...{ fails: false, complete: true },
    count: { executions: 3, failing: 0, exact: true },
  });
  expect(standingOf(state(explored(false), judged({ failures: [{}], failing: 1 })), rc11)?.fails).toBe(true);
});

test('the same object for the same state', () => {
  const same = state(explored(false), judged({}));
  expect(standingOf(same, rc11)).toBe(standingOf(same, rc11));
});
