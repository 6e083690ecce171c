/** What follows from runs that nobody planned: which of the listed executions they met, how the next are to be made. Pure. */
import { type Execution, type ExecutionKey, executionKey } from '../../engine';
import { isAtOnce, type Pressure } from '../../host/free/client';
import { exploredHere, keyHere } from '../model/selectors';
import type { FreeRuns, SessionState } from '../model/state';

/** By list of executions: the place of each. */
const places = new WeakMap<readonly Execution[], ReadonlyMap<ExecutionKey, number>>();
/** By what was run: what was met of the list that was asked for last. */
const last = new WeakMap<
  object,
  { readonly list: readonly Execution[]; readonly met: ReadonlySet<number> }
>();
const none: ReadonlySet<number> = new Set();

function placesIn(list: readonly Execution[]): ReadonlyMap<ExecutionKey, number> {
  let known = places.get(list);
  if (known === undefined) {
    known = new Map(list.map(({ events }, at) => [executionKey(events), at]));
    places.set(list, known);
  }
  return known;
}

/** Indices into the list of executions, of those that a series met. */
export function metBy({ tally }: FreeRuns, list: readonly Execution[]): Set<number> {
  const known = placesIn(list);
  const met = new Set<number>();
  for (const key of tally?.executions.keys() ?? []) {
    const at = known.get(key);
    if (at !== undefined) met.add(at);
  }
  return met;
}

/** Of those that any series of the document shown met. The same set for the same question. */
export function metExecutions(state: SessionState): ReadonlySet<number> {
  const all = state.free[keyHere(state)];
  const list = exploredHere(state)?.verdict?.executions;
  if (all === undefined || list === undefined) return none;
  const before = last.get(all);
  if (before?.list === list) return before.met;
  const met = new Set(Object.values(all).flatMap((runs) => [...metBy(runs, list)]));
  last.set(all, { list, met });
  return met;
}

/** How the next series is run: where no memory can be shared, no threads run at once. */
export function pressureHere({
  freeSettings: { pressure },
  threads,
}: Pick<SessionState, 'freeSettings' | 'threads'>): Pressure {
  return isAtOnce(pressure) && threads === 'single' ? 'random' : pressure;
}
