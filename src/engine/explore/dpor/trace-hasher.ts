/**
 * Tells which executions a run can still become. A step whose order matters gets a number made of itself and of the numbers of all
 * earlier steps that it depends on, so the same step with the same past has the same number in every run, however independent
 * steps were interleaved. A run is the beginning of an execution (a Mazurkiewicz trace) if all its numbers are among those of it.
 * Rounds of a thread that waits by going round (spin-assume.ts) have none.
 */

import { mix } from '../../../base/hash';
import { ACCESS_KIND, COUNT_ADDED, countsConflict } from '../../bytecode/access';
import { SPAWN } from '../../bytecode/opcodes';
import type { Program, ThreadId } from '../../bytecode/program';
import {
  canStep,
  choices,
  createMachine,
  evenAlone,
  FAULTED,
  joined,
  type Machine,
  MORE,
  nextPc,
  type Outcome,
  restore,
  type SchedulePoints,
  step,
  stopsAt,
  threadCount,
} from '../../machine';
import { Journal } from '../../machine/journal';
import { joinTarget } from '../../machine/local';
import type { Choice, Granularity, Schedule } from '../../schedule/schedule';
import { pointsOf } from '../refinement/points';
import type { Setup } from '../steps/setup';
import { entriesDepend, FOOT, Footprints } from './footprint';
import { Awaits } from './spin-assume';

/** Stands for a step and its past: a whole number below 2^53. */
export type EventNumber = number;

interface Event {
  readonly thread: number;
  readonly foot: Int32Array;
  readonly one: number;
  readonly two: number;
}

/** A run that is numbered as it is taken, in steps that end at the points of a search and at those of `finer`. */
export class Numbering {
  readonly machine: Machine;
  /** Of the steps so far, those that count. */
  numbers: EventNumber[] = [];
  readonly awaits: Awaits;
  private readonly journal: Journal;
  private readonly start: { readonly hash0: number; readonly hash1: number; readonly alone: boolean };
  private readonly points: SchedulePoints;
  private readonly all: SchedulePoints;
  private readonly foot = new Footprints();
  private events: Event[] = [];
  private last: (Event | undefined)[] = [];
  private born: (Event | undefined)[] = [];
  private steps: number[] = [];
  /** By thread: steps that are left of the round it takes. */
  private idle: number[] = [];
  /** What main does before it starts the first thread comes before all else in every run. */
  private alone: boolean;

  /** Runs begin behind `setup`, or at the beginning of the program. */
  constructor(program: Program, points: SchedulePoints, finer = points, setup?: Setup) {
    this.machine = createMachine(program);
    if (setup !== undefined) restore(this.machine, setup.state);
    this.journal = new Journal(this.machine);
    this.points = evenAlone(points);
    this.all = finer === points ? this.points : evenAlone(joined(points, finer));
    this.awaits = new Awaits(this.machine, this.journal, this.points);
    this.alone = setup === undefined;
    const { hash0, hash1 } = this.journal;
    this.start = { hash0, hash1, alone: this.alone };
  }

  /** Another run. */
  begin(): void {
    const { hash0, hash1, alone } = this.start;
    this.journal.undo(0, hash0, hash1);
    this.alone = alone;
    this.numbers = [];
    this.events = [];
    this.last = [];
    this.born = [];
    this.steps = [];
    this.idle = [];
  }

  take(thread: number, pick: number): Outcome {
    const { machine, foot, last, journal } = this;
    const pc = nextPc(machine, thread);
    const joined = joinTarget(machine, thread);
    const before = threadCount(machine);
    const ways = choices(machine, thread);
    if (machine.program.code[pc] === SPAWN) this.alone = false;
    // In the middle of a step of the search, where only `finer` stops, nothing happens that others care for.
    const begins = stopsAt(this.points, pc) || last[thread] === undefined;
    const counts = !this.alone && begins && !this.goesRound(thread);
    foot.top = 0;
    foot.begin(pc, false);
    let outcome: Outcome;
    do {
      outcome = step(machine, thread, pick, this.all);
      journal.commit(thread);
      foot.record(machine);
    } while (outcome === MORE);
    if (!counts) return outcome;
    const from = [last[thread] ?? this.born[thread], joined >= 0 ? last[joined] : undefined];
    const event = this.eventOf(thread, ways > 1 ? pick : 0, outcome === FAULTED, from);
    this.events.push(event);
    last[thread] = event;
    for (let child = before; child < threadCount(machine); child++) this.born[child] = event;
    this.numbers.push((event.one >>> 0) * 2 ** 21 + (event.two >>> 11));
    return outcome;
  }

  /** Whether the machine stands where that of another run stands, in the same state. */
  isAt({ hash0, hash1 }: Pick<Journal, 'hash0' | 'hash1'>): boolean {
    return this.journal.hash0 === hash0 && this.journal.hash1 === hash1;
  }

  /** Whether the step of the search that a thread begins belongs to a round. */
  private goesRound(thread: number): boolean {
    const { idle } = this;
    if ((idle[thread] ?? 0) === 0) idle[thread] = this.awaits.round(thread);
    if (idle[thread] === 0) return false;
    idle[thread]--;
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

/** A line of steps as events: of each step, and of each step that could be taken behind the first `at`. */
export interface Placed {
  readonly steps: readonly (readonly EventNumber[])[];
  readonly next: readonly (Choice & { readonly events: readonly EventNumber[] })[];
}

/** More steps of the search than this in one step of a line: the two do not fit together. */
const MAX_PARTS = 1000;

/** Null if the line cannot be followed. `points` are those of a search, which may be more than the steps of the line know of. */
export function placeLine(
  program: Program,
  points: SchedulePoints,
  { granularity, choices }: Schedule,
  at: number,
): Placed | null {
  const follower = new Follower(program, points, granularity);
  const steps = follower.follow(choices);
  const taken = choices.slice(0, at);
  if (steps === null || follower.follow(taken) === null) return null;
  const next: Placed['next'][number][] = [];
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
): readonly EventNumber[] {
  return new Follower(program, points, granularity).follow(choices)?.flat() ?? [];
}

/** Takes lines from the beginning of the program: one machine in the steps they have, and numbers in the finer ones of the search. */
class Follower {
  private readonly machine: Machine;
  private readonly journal: Journal;
  private readonly start: { readonly hash0: number; readonly hash1: number };
  private readonly own: SchedulePoints;
  private readonly numbering: Numbering;

  constructor(program: Program, points: SchedulePoints, granularity: Granularity) {
    this.own = pointsOf(program, granularity);
    this.machine = createMachine(program);
    this.journal = new Journal(this.machine);
    this.start = { hash0: this.journal.hash0, hash1: this.journal.hash1 };
    this.numbering = new Numbering(program, points, this.own);
  }

  /** The events of each step; null if the line cannot be followed. */
  follow(line: readonly Choice[]): EventNumber[][] | null {
    const { machine, journal, own, numbering } = this;
    journal.undo(0, this.start.hash0, this.start.hash1);
    numbering.begin();
    const steps: EventNumber[][] = [];
    for (const { thread, pick } of line) {
      if (thread >= threadCount(machine) || !canStep(machine, thread) || pick >= choices(machine, thread))
        return null;
      let outcome: Outcome;
      do {
        outcome = step(machine, thread, pick, own);
        journal.commit(thread);
      } while (outcome === MORE);
      const from = numbering.numbers.length;
      let parts = 0;
      do {
        if (parts >= MAX_PARTS || !canStep(numbering.machine, thread)) return null;
        numbering.take(thread, parts === 0 ? pick : 0);
        parts++;
      } while (!numbering.isAt(journal));
      steps.push(numbering.numbers.slice(from));
    }
    return steps;
  }

  /** What can be taken where the last line ended. */
  ready(): Choice[] {
    const { machine } = this;
    const found: Choice[] = [];
    for (let thread = 0; thread < threadCount(machine); thread++) {
      if (!canStep(machine, thread)) continue;
      for (let pick = 0; pick < choices(machine, thread); pick++)
        found.push({ thread: thread as ThreadId, pick });
    }
    return found;
  }
}
