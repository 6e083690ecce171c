/** Where the line on the page stands among the executions of its document: which of them are consistent with its events. Pure. */
import {
  ConsistentExecutions,
  type Continuations,
  type EventHash,
  type Execution,
  type FindingKind,
} from '../../engine';
import type { Judgement } from '../../host/client';
import { exploredHere, isAtStoryQuestion, isWeak, weakOutcomeAt } from '../model/selectors';
import type { LocatedSchedule, SessionState } from '../model/state';

const indices = new WeakMap<readonly Execution[], ConsistentExecutions>();

/** Indices of the executions that have all these events. */
function consistentWith(list: readonly Execution[], events: readonly EventHash[]): readonly number[] {
  let possible = indices.get(list);
  if (possible === undefined) {
    possible = new ConsistentExecutions(list);
    indices.set(list, possible);
  }
  return possible.with(events);
}

interface Here {
  readonly judgement: Judgement;
  readonly list: readonly Execution[];
  readonly located: LocatedSchedule;
}
/** The executions of the document, and the line among them; null where either is not known. */
function hereAmong(state: SessionState): Here | null {
  const { located, schedule } = state;
  const judgement = exploredHere(state)?.verdict;
  if (!judgement?.executions || located?.schedule !== schedule) return null;
  return { judgement, list: judgement.executions, located };
}

interface Known {
  readonly list: readonly Execution[];
  readonly byStep: Map<number, readonly number[]>;
}
/** What is known of each line. */
const answers = new WeakMap<LocatedSchedule, Known>();

/** The executions that its first `at` steps leave possible. The same array for the same question. */
function leftAt({ list, located }: Here, at: number): readonly number[] {
  let known = answers.get(located);
  if (known?.list !== list) {
    known = { list, byStep: new Map() };
    answers.set(located, known);
  }
  let left = known.byStep.get(at);
  if (left === undefined) {
    left = consistentWith(list, located.steps.slice(0, at).flat());
    known.byStep.set(at, left);
  }
  return left;
}

/** The executions that the steps taken so far leave possible; null if that is not known. */
export function consistentExecutions(state: SessionState): readonly number[] | null {
  const here = hereAmong(state);
  return here === null ? null : leftAt(here, state.at);
}

/** The execution that the whole line is; null while it leaves several possible, and while the user is asked how it goes on. */
export function locatedExecution(state: SessionState): number | null {
  const here = hereAmong(state);
  if (here === null) return null;
  // Where no step lies ahead, nothing of it is told.
  if (isAtStoryQuestion(state) && state.at < state.schedule.choices.length) return null;
  const left = leftAt(here, here.located.steps.length);
  return left.length === 1 ? left[0] : null;
}

type Wanted = (kind: FindingKind | null) => boolean;
const anyFailure: Wanted = (kind) => kind !== null;

const outcomeOf = (judgement: Judgement, left: readonly number[], wanted: Wanted): Continuations => ({
  left: left.length,
  failing: left.filter((index) => wanted(judgement.executions?.[index].kind ?? null)).length,
  exact: judgement.count?.exact ?? false,
});

/** Behind the first `at` steps of the line; null where executions, or the line among them, are not known. Of RC11 every failure is `wanted`. */
export function outcomeAt(
  state: SessionState,
  at: number,
  wanted: Wanted = anyFailure,
): Continuations | null {
  if (isWeak(state)) return weakOutcomeAt(state, at);
  const here = hereAmong(state);
  return here === null ? null : outcomeOf(here.judgement, leftAt(here, at), wanted);
}

/** Behind these events. */
export const outcomeBehind = (
  judgement: Judgement,
  events: readonly EventHash[],
  wanted: Wanted = anyFailure,
): Continuations => outcomeOf(judgement, consistentWith(judgement.executions ?? [], events), wanted);
