/**
 * Tells which executions a run can still become. A step whose order matters gets a number made of itself and of the numbers of all
 * earlier steps that it depends on, so the same step with the same past has the same number in every run, however independent
 * steps were interleaved. A run is the beginning of an execution (a Mazurkiewicz trace) if all its numbers are among those of it.
 */
import { mix } from '../../base/hash';
import { SPAWN } from '../bytecode/opcodes';
import type { Pc, Program, ThreadId } from '../bytecode/program';
import { COUNT_ADDED, countsConflict } from '../detect/shadow';
import {
  canStep,
  choices,
  createMachine,
  FAULTED,
  hashState,
  type Machine,
  MORE,
  nextPc,
  type Outcome,
  step,
  threadCount,
  visibleTable,
} from '../machine';
import { alwaysStopping, joinTarget } from '../machine/local';
import type { Choice, Schedule } from '../schedule/schedule';
import { SORT } from '../states/accesses';
import { stopsAt } from '../states/stops';
import { entriesDepend, FOOT, Footprints } from './footprint';

/** Stands for a step and its past: a whole number below 2^53. */
export type EventNumber = number;

interface Event {
  readonly thread: number;
  readonly foot: Int32Array;
  readonly one: number;
  readonly two: number;
}

/** A run that is numbered as it is taken, in steps that end at every stopping point of the search and of `also`. */
class Orders {
  readonly machine: Machine;
  /** Of the steps so far, those that count. */
  readonly numbers: EventNumber[] = [];
  private readonly stops: Uint8Array;
  private readonly table: Uint8Array;
  private readonly foot = new Footprints();
  private events: Event[] = [];
  private readonly last: (Event | undefined)[] = [];
  private readonly born: (Event | undefined)[] = [];
  private readonly steps: number[] = [];
  /** What main does before it starts the first thread comes before all else in every run. */
  private alone = true;

  constructor(program: Program, contended: readonly Pc[], also: Uint8Array) {
    this.machine = createMachine(program);
    this.stops = visibleTable(program, new Set(contended));
    this.table = alwaysStopping(this.stops.map((stop, pc) => stop | also[pc]));
  }

  take(thread: number, pick: number): Outcome {
    const { machine, foot, last } = this;
    const pc = nextPc(machine, thread);
    const joined = joinTarget(machine, thread);
    const before = threadCount(machine);
    const ways = choices(machine, thread);
    if (machine.program.code[pc] === SPAWN) this.alone = false;
    foot.top = 0;
    let outcome: Outcome;
    let first = true;
    do {
      outcome = step(machine, thread, pick, this.table);
      if (first) foot.record(machine, pc, false);
      first = false;
    } while (outcome === MORE);
    // In the middle of a step of the search, where only `also` stops, nothing happens that others care for.
    const counts = this.stops[pc] !== 0 || last[thread] === undefined;
    if (this.alone || !counts) return outcome;
    const from = [last[thread] ?? this.born[thread], joined >= 0 ? last[joined] : undefined];
    const event = this.eventOf(thread, ways > 1 ? pick : 0, outcome === FAULTED, from);
    this.events.push(event);
    last[thread] = event;
    for (let child = before; child < threadCount(machine); child++) this.born[child] = event;
    this.numbers.push((event.one >>> 0) * 2 ** 21 + (event.two >>> 11));
    return outcome;
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
      one = mix(one, foot[i + 1] & SORT);
      two = mix(two, foot[i + 1] & SORT);
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
      const counts = (one & SORT) >= COUNT_ADDED && (two & SORT) >= COUNT_ADDED;
      if (counts ? countsConflict(one & SORT, two & SORT) : entriesDepend(one, 0, two, 0, false)) return true;
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

/** Null if the line cannot be followed. `contended` is what a search has found, which may be more than the steps of the line know of. */
export function placeLine(
  program: Program,
  contended: readonly Pc[],
  line: Schedule,
  at: number,
): Placed | null {
  const follow = (choices: readonly Choice[]) => followed(program, contended, { ...line, choices });
  const taken = line.choices.slice(0, at);
  const whole = follow(line.choices);
  const here = follow(taken);
  if (whole === null || here === null) return null;
  const next: Placed['next'][number][] = [];
  for (const choice of ready(here.guide)) {
    const events = follow([...taken, choice])?.steps.at(-1);
    if (events !== undefined) next.push({ ...choice, events });
  }
  return { steps: whole.steps, next };
}

/** Of a line that can be followed. */
export function eventsOf(program: Program, contended: readonly Pc[], line: Schedule): readonly EventNumber[] {
  return followed(program, contended, line)?.steps.flat() ?? [];
}

function ready(machine: Machine): Choice[] {
  const found: Choice[] = [];
  for (let thread = 0; thread < threadCount(machine); thread++) {
    if (!canStep(machine, thread)) continue;
    for (let pick = 0; pick < choices(machine, thread); pick++)
      found.push({ thread: thread as ThreadId, pick });
  }
  return found;
}

/** The events of each step; `guide` takes the steps as they are in the line, and stands where they end. */
function followed(
  program: Program,
  contended: readonly Pc[],
  line: Schedule,
): { guide: Machine; steps: EventNumber[][] } | null {
  const visible = stopsAt(program, line.granularity);
  const guide = createMachine(program);
  const orders = new Orders(program, contended, visible);
  const steps: EventNumber[][] = [];
  for (const { thread, pick } of line.choices) {
    if (thread >= threadCount(guide) || !canStep(guide, thread) || pick >= choices(guide, thread))
      return null;
    while (step(guide, thread, pick, visible) === MORE);
    const goal = hashState(guide);
    const from = orders.numbers.length;
    let parts = 0;
    do {
      if (parts >= MAX_PARTS || !canStep(orders.machine, thread)) return null;
      orders.take(thread, parts === 0 ? pick : 0);
      parts++;
    } while (hashState(orders.machine) !== goal);
    steps.push(orders.numbers.slice(from));
  }
  return { guide, steps };
}
