/**
 * From the steps of a search, which stop at every visible operation, to those of a Schedule, where a thread that is alone runs on and
 * which mean the same to everybody (explore/refinement/points.ts).
 */
import type { Program } from '../../bytecode/program';
import { canStep, evenAlone, hashState, type Machine, restore, type SchedulePoints } from '../../machine';
import type { Choice, Schedule } from '../../schedule/schedule';
import { pointsOf } from '../refinement/points';
import { partsOf } from '../steps/refine';
import type { Setup } from '../steps/setup';
import { Stepper } from '../steps/stepper';

/** Steps that a search takes behind the set-up. */
export interface Path {
  readonly setup: Setup;
  readonly choices: readonly Choice[];
  /** Where they stop, also those of a thread that is alone. */
  readonly points: SchedulePoints;
}

/**
 * The same run as a Schedule, from the beginning of the program. Where the search has learned of stopping points that a Schedule does
 * not know, it is one of single accesses. `machine` is free to be led anywhere.
 */
export function scheduleOf(program: Program, machine: Machine, path: Path): Schedule {
  const { setup, choices, points } = path;
  const common = new Set(pointsOf(program, points.granularity).pcs);
  const granularity = points.pcs.every((pc) => common.has(pc)) ? points.granularity : 'access';
  const coarse = pointsOf(program, granularity);
  const fine = evenAlone(coarse);
  const steps =
    granularity === points.granularity && points.pcs.length === common.size
      ? choices
      : refine(machine, setup, choices, points, fine);
  return { granularity, choices: coarsen(machine, setup, steps, fine, coarse) };
}

/** Every step of `path` in the steps of finer points: they hold wherever its own do, and elsewhere. */
function refine(
  machine: Machine,
  setup: Setup,
  path: readonly Choice[],
  own: SchedulePoints,
  finer: SchedulePoints,
): Choice[] {
  const goals = hashesAlong(machine, setup, path, own);
  const stepper = new Stepper(machine, finer);
  restore(machine, setup.state);
  const found: Choice[] = [];
  path.forEach((step, at) => {
    const isOver = (): boolean => hashState(machine) === goals[at] || !canStep(machine, step.thread);
    for (const part of partsOf(step, isOver)) {
      found.push(part);
      stepper.take(part.thread, part.pick);
    }
  });
  return found;
}

/** The same run in coarser steps, from the beginning of the program. */
function coarsen(
  machine: Machine,
  setup: Setup,
  path: readonly Choice[],
  own: SchedulePoints,
  coarser: SchedulePoints,
): Choice[] {
  // Where the coarse run stands is found among the states after the fine steps.
  const hashes = hashesAlong(machine, setup, path, own);
  const stepper = new Stepper(machine, coarser);
  restore(machine, setup.state);
  const found: Choice[] = [...setup.path];
  for (let at = 0; at < path.length; ) {
    const { thread, pick } = path[at];
    found.push({ thread, pick });
    stepper.take(thread, pick);
    const hash = hashState(machine);
    let end = at;
    while (end < path.length && path[end].thread === thread && hashes[end] !== hash) end++;
    // A path may stop in the middle of a step of a thread that is alone.
    at = end < path.length && path[end].thread === thread ? end + 1 : end;
  }
  return found;
}

/** Hash of the state after each step. */
function hashesAlong(
  machine: Machine,
  setup: Setup,
  path: readonly Choice[],
  points: SchedulePoints,
): number[] {
  const stepper = new Stepper(machine, points);
  restore(machine, setup.state);
  return path.map(({ thread, pick }) => {
    stepper.take(thread, pick);
    return hashState(machine);
  });
}
