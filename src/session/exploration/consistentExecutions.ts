/** Where the line on the page stands among the executions of its document: which of them are consistent with its events. Pure. */
import { ConsistentExecutions, type EventHash, type Execution } from '../../engine';
import { exploredHere, isAsked } from '../model/selectors';
import type { PlacedLine, SessionState } from '../model/state';

const known = new WeakMap<readonly Execution[], ConsistentExecutions>();

/** Indices of the executions that have all these events. */
export function consistentWith(list: readonly Execution[], events: readonly EventHash[]): readonly number[] {
  let possible = known.get(list);
  if (possible === undefined) {
    possible = new ConsistentExecutions(list);
    known.set(list, possible);
  }
  return possible.with(events);
}

interface Asked {
  readonly list: readonly Execution[];
  readonly at: number;
  readonly left: readonly number[];
}
/** What was asked last of each line. */
const last = new WeakMap<PlacedLine, Asked>();

/** The executions that the steps taken so far leave possible; null if that is not known. The same array for the same question. */
export function consistentExecutions(state: SessionState): readonly number[] | null {
  const { placed, schedule, at } = state;
  const list = exploredHere(state)?.verdict?.executions;
  if (list === undefined || placed === null || placed.schedule !== schedule) return null;
  const before = last.get(placed);
  if (before?.list === list && before.at === at) return before.left;
  const left = consistentWith(list, placed.steps.slice(0, at).flat());
  last.set(placed, { list, at, left });
  return left;
}

/** The execution that the whole line is; null while it leaves several possible, and while the user is asked how it goes on. */
export function placedRun(state: SessionState): number | null {
  const { placed, schedule } = state;
  const list = exploredHere(state)?.verdict?.executions;
  if (list === undefined || placed === null || placed.schedule !== schedule) return null;
  // Where no step lies ahead, nothing of it is told.
  if (isAsked(state) && state.at < schedule.choices.length) return null;
  const left = consistentWith(list, placed.steps.flat());
  return left.length === 1 ? left[0] : null;
}
