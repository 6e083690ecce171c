/**
 * Where steps stop: the one owner of what a step is, for the search, for runs, for threads and for links. Besides synchronisation
 * these are the accesses whose order with another thread's matters. Passes over the states find them all; a program that is
 * too large for that has those that were found until the budget was spent, always the same.
 */
import type { Program } from '../../bytecode/program';
import { type SchedulePoints, schedulePoints } from '../../machine';
import { weakPoints } from '../../rc11/points';
import type { Granularity } from '../../schedule/schedule';
import { alone, Refinement, type RefinementListener } from './refinement';

/** Steps that looking for them may cost: a file opens quickly whatever it holds. */
const BUDGET = 20_000;

const known = new WeakMap<Program, Partial<Record<Granularity, SchedulePoints>>>();

/** Where steps of a Schedule of this granularity stop. The same for the same program, always. */
export function pointsOf(program: Program, granularity: Granularity): SchedulePoints {
  const points = known.get(program) ?? {};
  known.set(program, points);
  const found = points[granularity];
  if (found !== undefined) return found;
  if (granularity === 'rc11') points.rc11 = weakPoints(program);
  else {
    const options = { orders: 'reduced', budget: BUDGET, proofStates: 0, large: 0 } as const;
    const refinement = new Refinement(program, schedulePoints(program), options, deaf);
    alone(refinement.run());
    const racing = [...refinement.racing];
    points.sync = schedulePoints(program, racing);
    points.access = schedulePoints(program, racing, 'access');
  }
  return pointsOf(program, granularity);
}

const nothing = (): void => {};
const deaf: RefinementListener = {
  begin: nothing,
  isClean: false,
  isOver: () => false,
  race: nothing,
  fault: nothing,
  end: nothing,
  tooLong: nothing,
  livelock: nothing,
  tooManyStates: nothing,
  starves: nothing,
  poll: () => false,
};
