/**
 * Data races in runs with few preemptions. Windows (reduction/access-windows.ts) tell that a race is there, in some order: the one in which its
 * two accesses are neighbours. The same two may be unordered with many steps between them, in a run with fewer preemptions:
 * `x = 1; m.lock(); m.unlock();` beside a read of x races without any. Only clocks tell, and states with clocks hardly ever are equal; so
 * runs are gone through one by one, by iterative context bounding (Musuvathi & Qadeer, PLDI 2007).
 */
import { packed } from '../../../base/hash';
import type { ThreadId } from '../../bytecode/program';
import { Races } from '../../detect/races';
import {
  canStep,
  FAULTED,
  type Machine,
  pickCount,
  restore,
  type SchedulePoints,
  threadCount,
} from '../../machine';
import { couldGoOn } from '../../schedule/preemption';
import type { Choice } from '../../schedule/schedule';
import type { Setup } from '../steps/setup';
import { ReversibleStepper } from '../steps/stepper';

/** Where nothing is said. */
const STEPS = 20_000;

interface Sought {
  readonly machine: Machine;
  readonly setup: Setup;
  readonly points: SchedulePoints;
  readonly limits: { readonly shouldStop?: (() => boolean) | undefined };
  /** Of all runs together, after which it is not known whether there are more. */
  readonly steps?: number;
}

export interface Racing {
  /** The steps behind the set-up to a race with the fewest preemptions, among those the fewest steps; null: there is none below `most`. */
  readonly found: { readonly path: readonly Choice[]; readonly preemptions: number } | null;
  /** No race is reached with fewer preemptions than these. */
  readonly atLeast: number;
}

/** A race with fewer preemptions than `most`. */
export function findRacingRun(sought: Sought, most: number): Racing {
  const runs = new Runs(sought);
  for (let preemptions = 0; preemptions < most; preemptions++) {
    const path = runs.shortest(preemptions);
    if (path !== null) return { found: { path, preemptions }, atLeast: preemptions };
    if (runs.isStopped) return { found: null, atLeast: preemptions };
  }
  return { found: null, atLeast: most };
}

/** The beginning of a run, and how many preemptions it has. */
interface Beginning {
  readonly path: readonly Choice[];
  readonly preemptions: number;
}

class Runs {
  isStopped = false;
  private steps = 0;
  private readonly mostSteps: number;
  private readonly sought: Sought;
  private readonly stepper: ReversibleStepper;

  constructor(sought: Sought) {
    this.sought = sought;
    this.mostSteps = sought.steps ?? STEPS;
    this.stepper = new ReversibleStepper(sought.machine, sought.points);
  }

  /** Of all runs with so many preemptions at most, the shortest way to a race. */
  shortest(most: number): readonly Choice[] | null {
    const open: Beginning[] = [{ path: [], preemptions: 0 }];
    let best: readonly Choice[] | null = null;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const path = this.follow(next, most, best?.length ?? Number.POSITIVE_INFINITY, open);
      if (path !== null) best = path;
      if (this.steps > this.mostSteps || this.sought.limits.shouldStop?.()) this.isStopped = true;
      if (this.isStopped) break;
    }
    return best;
  }

  /** Goes on to the end, a race, or `length`; what else could be done on the way is added to `open`. The way, if it ends in a race. */
  private follow(
    { path: begun, preemptions }: Beginning,
    most: number,
    length: number,
    open: Beginning[],
  ): readonly Choice[] | null {
    const { machine, setup } = this.sought;
    const { stepper } = this;
    restore(machine, setup.state);
    stepper.journal.follow();
    // Where a thread alone has come round to the same state, it has learned nothing that it did not know, and orders nothing more.
    const round = new Set<number>();
    const races = Races.of(machine);
    const path: Choice[] = [];
    const observer = {
      observe: (thread: number): void => races.feedCall(path.length, thread, machine),
    };
    while (path.length < length && this.steps++ <= this.mostSteps) {
      const choice = begun[path.length] ?? this.choose({ path, preemptions }, most, open);
      if (choice === undefined) return null;
      if (path.at(-1)?.thread !== choice.thread) round.clear();
      path.push(choice);
      const outcome = stepper.take(choice.thread, choice.pick, observer);
      if (races.found.length > 0) return path.length < length ? path : null;
      const state = packed(stepper.journal.hash0, stepper.journal.hash1);
      if (outcome === FAULTED || round.has(state)) return null;
      round.add(state);
    }
    return null;
  }

  /** The last thread goes on if it can; every other choice begins a run of its own. */
  private choose({ path, preemptions }: Beginning, most: number, open: Beginning[]): Choice | undefined {
    const { machine } = this.sought;
    const last = path.at(-1)?.thread ?? 0;
    const goesOn = couldGoOn(machine, last);
    const choices: (Choice & { readonly more: number })[] = [];
    // There may be more than a mask of them has bits.
    for (let thread = 0; thread < threadCount(machine); thread++) {
      const more = goesOn && thread !== last ? 1 : 0;
      if (!canStep(machine, thread) || preemptions + more > most) continue;
      for (let pick = 0; pick < pickCount(machine, thread); pick++)
        choices.push({ thread: thread as ThreadId, pick, more });
    }
    choices.sort((a, b) => a.more - b.more);
    for (const { thread, pick, more } of choices.slice(1).reverse())
      open.push({ path: [...path, { thread, pick }], preemptions: preemptions + more });
    return choices[0];
  }
}
