/**
 * Names each event of a run by a hash of its causal past (in an event structure: of its local configuration; Nielsen, Plotkin & Winskel,
 * "Petri nets, event structures and domains", TCS 13, 1981). The hash of a step is made of the step itself and of the hashes of all
 * earlier steps that it depends on. So the same step with the same past has the same hash in every run, however independent
 * steps were interleaved, and a run is a prefix of an execution (a Mazurkiewicz trace) if the execution has all of its hashes.
 * The rounds of a thread that spins (spin-assume.ts) have none.
 */

import { mix, packed } from '../../../base/hash';
import { ACCESS_KIND, COUNT_ADDED, countsConflict } from '../../bytecode/access';
import type { Program, ThreadId } from '../../bytecode/program';
import {
  canStep,
  createMachine,
  evenAlone,
  FAULTED,
  joined,
  type Machine,
  nextPc,
  type Outcome,
  pickCount,
  restore,
  type SchedulePoints,
  stopsAt,
  threadCount,
} from '../../machine';
import { joinTarget } from '../../machine/local';
import type { Choice, Granularity, Schedule } from '../../schedule/schedule';
import { pointsOf } from '../refinement/points';
import { partsOf } from '../steps/refine';
import { endsSetup, type Setup } from '../steps/setup';
import { type Place, ReversibleStepper } from '../steps/stepper';
import { entriesDepend, FOOT, Footprints } from './footprint';
import { SpinAssume } from './spin-assume';

/** Stands for a step and its past: a whole number below 2^53. */
export type EventHash = number;

interface Event {
  readonly thread: number;
  readonly foot: Int32Array;
  readonly one: number;
  readonly two: number;
}

/** A run that is numbered as it is taken, in steps that end at the points of a search and at those of `finer`. */
export class TraceHasher {
  readonly machine: Machine;
  /** Of the steps so far, those that count. */
  hashes: EventHash[] = [];
  readonly spins: SpinAssume;
  private readonly stepper: ReversibleStepper;
  private readonly start: Place;
  private readonly startsAlone: boolean;
  private readonly points: SchedulePoints;
  private readonly foot: Footprints;
  private events: Event[] = [];
  private last: (Event | undefined)[] = [];
  private born: (Event | undefined)[] = [];
  private steps: number[] = [];
  /** By thread: steps that are left of the round it takes. */
  private spinning: number[] = [];
  /** What main does before the search begins comes before all else in every run. */
  private alone: boolean;

  /** Runs begin behind `setup`, or at the beginning of the program. */
  constructor(program: Program, points: SchedulePoints, finer = points, setup?: Setup) {
    this.machine = createMachine(program);
    if (setup !== undefined) restore(this.machine, setup.state);
    this.points = evenAlone(points);
    const all = finer === points ? this.points : evenAlone(joined(points, finer));
    this.stepper = new ReversibleStepper(this.machine, all);
    this.spins = new SpinAssume(new ReversibleStepper(this.machine, this.points, this.stepper.journal));
    this.foot = new Footprints(this.machine);
    this.startsAlone = setup === undefined;
    this.alone = this.startsAlone;
    this.start = this.stepper.here();
  }

  /** Another run. */
  begin(): void {
    this.stepper.back(this.start);
    this.alone = this.startsAlone;
    this.hashes = [];
    this.events = [];
    this.last = [];
    this.born = [];
    this.steps = [];
    this.spinning = [];
  }

  take(thread: number, pick: number): Outcome {
    const { machine, foot, last } = this;
    const pc = nextPc(machine, thread);
    const joined = joinTarget(machine, thread);
    const before = threadCount(machine);
    const picks = pickCount(machine, thread);
    if (this.alone && endsSetup(machine)) this.alone = false;
    // In the middle of a step of the search, where only `finer` stops, nothing happens that others care for.
    const begins = stopsAt(this.points, pc) || last[thread] === undefined;
    const counts = !this.alone && begins && !this.isSpinning(thread);
    foot.top = 0;
    foot.begin(pc, false);
    const outcome = this.stepper.take(thread, pick, foot);
    if (!counts) return outcome;
    const from = [last[thread] ?? this.born[thread], joined >= 0 ? last[joined] : undefined];
    const event = this.eventOf(thread, picks > 1 ? pick : 0, outcome === FAULTED, from);
    this.events.push(event);
    last[thread] = event;
    for (let child = before; child < threadCount(machine); child++) this.born[child] = event;
    this.hashes.push(packed(event.one, event.two));
    return outcome;
  }

  /** Whether the machine stands where that of another run stands, in the same state. */
  isAt(state: Pick<Place, 'hash0' | 'hash1'>): boolean {
    return this.stepper.isAt(state);
  }

  /** Whether the step of the search that a thread begins belongs to a round. */
  private isSpinning(thread: number): boolean {
    const { spinning } = this;
    if ((spinning[thread] ?? 0) === 0) spinning[thread] = this.spins.spin(thread)?.steps ?? 0;
    if (spinning[thread] === 0) return false;
    spinning[thread]--;
    return true;
  }

  private eventOf(
    thread: number,
    pick: number,
    faulted: boolean,
    from: readonly (Event | undefined)[],
  ): Event {
    const foot = this.foot.data.slice(0, this.foot.top);
    this.steps[thread] = (this.steps[thread] ?? 0) + 1;
    let one = mix(mix(mix(1, thread), this.steps[thread]), pick);
    let two = mix(mix(mix(2, thread), this.steps[thread]), pick);
    for (let i = 0; i < foot.length; i += FOOT) {
      one = mix(one, foot[i + 1] & ACCESS_KIND);
      two = mix(two, foot[i + 1] & ACCESS_KIND);
    }
    for (const event of from) {
      one = mix(one, event?.one ?? 0);
      two = mix(two, event?.two ?? 0);
    }
    // In no order: that of independent steps says nothing. What ends the run comes after all there is.
    let sum1 = 0;
    let sum2 = 0;
    for (const event of this.events) {
      if (!faulted && (event.thread === thread || !depend(event.foot, foot))) continue;
      sum1 = (sum1 + mix(3, event.one)) | 0;
      sum2 = (sum2 + mix(4, event.two)) | 0;
    }
    return { thread, foot, one: mix(one, sum1), two: mix(two, sum2) };
  }
}

/** Without what depends on values that the order of others changes: whether a drop is the last one stands in its sort. */
function depend(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i += FOOT) {
    for (let j = 0; j < b.length; j += FOOT) {
      if (a[i] !== b[j]) continue;
      const [one, two] = [a[i + 1], b[j + 1]];
      const counts = (one & ACCESS_KIND) >= COUNT_ADDED && (two & ACCESS_KIND) >= COUNT_ADDED;
      if (
        counts ? countsConflict(one & ACCESS_KIND, two & ACCESS_KIND) : entriesDepend(one, 0, two, 0, false)
      )
        return true;
    }
  }
  return false;
}

/** A schedule as events: of each step, and of each step that could be taken behind the first `at`. */
export interface Located {
  readonly steps: readonly (readonly EventHash[])[];
  readonly next: readonly (Choice & { readonly events: readonly EventHash[] })[];
}

/** More steps of the search than this in one step of a schedule: the two do not fit together. */
const MAX_PARTS = 1000;

/** Null if the schedule cannot be followed. `points` are those of a search, which may be more than its steps know of. */
export function locateSchedule(
  program: Program,
  points: SchedulePoints,
  { granularity, choices }: Schedule,
  at: number,
): Located | null {
  const follower = new Follower(program, points, granularity);
  const steps = follower.follow(choices);
  const taken = choices.slice(0, at);
  if (steps === null || follower.follow(taken) === null) return null;
  const next: Located['next'][number][] = [];
  for (const choice of follower.ready()) {
    const events = follower.follow([...taken, choice])?.at(-1);
    if (events !== undefined) next.push({ ...choice, events });
  }
  return { steps, next };
}

/** Of a line that can be followed. */
export function eventsOf(
  program: Program,
  points: SchedulePoints,
  { granularity, choices }: Schedule,
): readonly EventHash[] {
  return new Follower(program, points, granularity).follow(choices)?.flat() ?? [];
}

/** Takes lines from the beginning of the program: one machine in the steps they have, and numbers in the finer ones of the search. */
class Follower {
  private readonly machine: Machine;
  private readonly stepper: ReversibleStepper;
  private readonly start: Place;
  private readonly hasher: TraceHasher;

  constructor(program: Program, points: SchedulePoints, granularity: Granularity) {
    const own = pointsOf(program, granularity);
    this.machine = createMachine(program);
    this.stepper = new ReversibleStepper(this.machine, own);
    this.start = this.stepper.here();
    this.hasher = new TraceHasher(program, points, own);
  }

  /** The events of each step; null if the line cannot be followed. */
  follow(line: readonly Choice[]): EventHash[][] | null {
    const { stepper, hasher } = this;
    stepper.back(this.start);
    hasher.begin();
    const steps: EventHash[][] = [];
    for (const step of line) {
      const { thread, pick } = step;
      if (!stepper.canTake(thread, pick)) return null;
      stepper.take(thread, pick);
      const from = hasher.hashes.length;
      let parts = 0;
      for (const part of partsOf(step, () => hasher.isAt(stepper.journal))) {
        if (parts++ >= MAX_PARTS || !canStep(hasher.machine, thread)) return null;
        hasher.take(thread, part.pick);
      }
      steps.push(hasher.hashes.slice(from));
    }
    return steps;
  }

  /** What can be taken where the last line ended. */
  ready(): Choice[] {
    const { machine } = this;
    const found: Choice[] = [];
    for (let thread = 0; thread < threadCount(machine); thread++) {
      if (!canStep(machine, thread)) continue;
      for (let pick = 0; pick < pickCount(machine, thread); pick++)
        found.push({ thread: thread as ThreadId, pick });
    }
    return found;
  }
}
