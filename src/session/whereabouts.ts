/** Where the line on the page stands among the executions of its variant: pure. */
import { type EventNumber, type Execution, Possible } from '../engine';
import { exploredHere } from './derive';
import type { Session } from './state';

const known = new WeakMap<readonly Execution[], Possible>();

/** Indices of the executions that have all these events. */
export function possibleWith(list: readonly Execution[], events: readonly EventNumber[]): readonly number[] {
  let possible = known.get(list);
  if (possible === undefined) {
    possible = new Possible(list);
    known.set(list, possible);
  }
  return possible.with(events);
}

let last: { of: Session['placed']; list: readonly Execution[]; at: number; left: readonly number[] } | null =
  null;

/** The executions that the steps taken so far leave possible; null if that is not known. The same array for the same question. */
export function possibleHere(state: Session): readonly number[] | null {
  const { placed, schedule, at } = state;
  const list = exploredHere(state)?.verdict?.executions;
  if (list === undefined || placed === null || placed.schedule !== schedule) return null;
  if (last === null || last.of !== placed || last.list !== list || last.at !== at) {
    const left = possibleWith(list, placed.steps.slice(0, at).flat());
    last = { of: placed, list, at, left };
  }
  return last.left;
}

/** The execution that the whole line is; null while it leaves several possible. */
export function placedRun(state: Session): number | null {
  const { placed, schedule } = state;
  const list = exploredHere(state)?.verdict?.executions;
  if (list === undefined || placed === null || placed.schedule !== schedule) return null;
  const left = possibleWith(list, placed.steps.flat());
  return left.length === 1 ? left[0] : null;
}
