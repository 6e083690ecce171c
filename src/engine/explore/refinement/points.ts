/**
 * Where steps stop: the one owner of what a step is, for the search, for runs, for threads and for links. Besides synchronisation
 * these are the accesses whose order with another thread's matters. Passes over the states find them all; a program that is
 * too large for that has those that were found until the budget was spent, always the same.
 */
import type { Program } from '../../bytecode/program';
import { type SchedulePoints, schedulePoints } from '../../machine';
import type { Granularity } from '../../schedule/schedule';
import { type Listener, Passes } from './refinement';

/** Steps that looking for them may cost: a file opens quickly whatever it holds. */
const BUDGET = 20_000;

const known = new WeakMap<Program, Readonly<Record<Granularity, SchedulePoints>>>();

/** Where steps of a Schedule of this granularity stop. The same for the same program, always. */
export function pointsOf(program: Program, granularity: Granularity): SchedulePoints {
  let points = known.get(program);
  if (points === undefined) {
    const options = { full: false, budget: BUDGET, closure: 0, large: 0, rounds: null } as const;
    const passes = new Passes(program, schedulePoints(program), options, deaf);
    passes.run().next();
    const racing = [...passes.racing];
    points = { sync: schedulePoints(program, racing), access: schedulePoints(program, racing, 'access') };
    known.set(program, points);
  }
  return points[granularity];
}

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
