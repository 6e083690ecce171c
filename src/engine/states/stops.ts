/**
 * Where steps stop: the one owner of what a step is, for the search, for runs, for threads and for links. Besides synchronisation
 * these are the accesses whose order with another thread's matters. Passes over the states find them all; a program that is
 * too large for that has those that were found until the budget was spent, always the same.
 */
import type { Pc, Program } from '../bytecode/program';
import { visibleTable } from '../machine';
import type { Granularity } from '../schedule/schedule';
import { type Listener, Passes } from './passes';

/** Steps that looking for them may cost: a file opens quickly whatever it holds. */
const BUDGET = 20_000;

const known = new WeakMap<Program, ReadonlySet<Pc>>();

/** The pcs at which the granularity 'sync' stops besides synchronisation, ascending. The same for the same program, always. */
export function contendedIn(program: Program): ReadonlySet<Pc> {
  let contended = known.get(program);
  if (contended === undefined) {
    const options = { granularity: 'sync', full: false, budget: BUDGET, closure: 0, large: 0 } as const;
    const passes = new Passes(program, [], options, deaf);
    passes.run().next();
    contended = new Set([...passes.contended].sort((a, b) => a - b));
    known.set(program, contended);
  }
  return contended;
}

/** By pc, where steps of a Schedule of this granularity stop; for `step`. */
export const stopsAt = (program: Program, granularity: Granularity): Uint8Array =>
  visibleTable(program, contendedIn(program), granularity === 'access' ? 'all' : 'these');

const nothing = (): void => {};
const deaf: Listener = {
  begin: nothing,
  isClean: false,
  race: nothing,
  fault: nothing,
  end: nothing,
  tooLong: nothing,
  livelock: nothing,
  tooManyRounds: nothing,
  starves: nothing,
  poll: () => false,
};
