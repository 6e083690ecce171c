/**
 * Lists the distinct executions, for views that draw them all: each with a schedule that leads there, what it ends in, and the hashes of its
 * events. They stand in the order in which they were met, which is always the same.
 */
import type { FindingKind } from '../../bytecode/fault';
import type { Pc, Program, ThreadId } from '../../bytecode/program';
import { endsOf } from '../../detect/ends';
import { Races } from '../../detect/races';
import { lineAt, spanAt } from '../../inspect/source';
import {
  canStep,
  createMachine,
  evenAlone,
  isProcessOver,
  type Machine,
  pickCount,
  reset,
  restore,
  type SchedulePoints,
  threadCount,
  unfinishedCount,
  userPc,
} from '../../machine';
import { encodeSchedule } from '../../schedule/encode';
import { couldGoOn } from '../../schedule/preemption';
import type { Choice, Schedule } from '../../schedule/schedule';
import type { Failure } from '../counterexample/failures';
import { kindOfCycle, kindOfStuck, whyStuck } from '../counterexample/stuck';
import { scheduleOf } from '../counterexample/to-schedule';
import { pointsOf } from '../refinement/points';
import { type Setup, setUp } from '../steps/setup';
import { Stepper } from '../steps/stepper';
import { type Count, countExecutions } from './count';
import { type EventHash, eventsOf, TraceHasher } from './trace-hasher';

export interface Execution {
  /** As in a link. */
  readonly schedule: string;
  /** Of each step, the user's line it begins in. */
  readonly lines: readonly number[];
  /** What it ends in, or the race it has; null if nothing is wrong with it. */
  readonly kind: FindingKind | null;
  /** Of this schedule: another one of the same execution may need fewer. */
  readonly preemptions: number;
  readonly events: readonly EventHash[];
}

export interface Executions {
  /**
   * The one count of executions and of failing ones, for all who show it. An execution fails if its `kind` is not null: it ends in a
   * fault, in threads that wait for ever, or with something left behind, or two of its accesses race.
   */
  readonly count: Count;
  /** All, unless there are more than were asked for, or the search was stopped; none of infinitely many. */
  readonly list: readonly Execution[];
}

export interface ListLimits {
  /** Executions to count, and of these to list. */
  readonly counted: number;
  readonly listed: number;
  /** To take while counting, and as many again to write down what is listed: the same limit on every machine, as a clock is not. */
  readonly transitions?: number;
  readonly shouldStop?: () => boolean;
}

/** What a verdict knows of a program. */
export interface VerdictFacts {
  readonly points: SchedulePoints;
  readonly complete: boolean;
  readonly failures: readonly Failure[];
}

/**
 * What `verdict` knows of the program is where steps stop, and schedules of some of the executions that are better to look at than the
 * ones that are met: the simplest of each kind of failure. Where it is not complete the count is not either.
 */
export function listExecutions(program: Program, verdict: VerdictFacts, limits: ListLimits): Executions {
  const { counted, listed, transitions = Number.POSITIVE_INFINITY, shouldStop } = limits;
  const { points } = verdict;
  let paths: (readonly Choice[])[] = [];
  const count = countExecutions(program, points, {
    executions: counted,
    transitions,
    ...(shouldStop && { shouldStop }),
    onExecution: (path) => {
      if (paths.length < listed) paths.push(path);
    },
    onAgain: () => {
      paths = [];
    },
  });
  // Which of infinitely many were met first says nothing.
  if (count.endless) return { count, list: [] };
  const writer = new Writer(program, points);
  const found = new Map<string, Execution>();
  let written = 0;
  let taken = 0;
  for (const path of paths) {
    if (written > 0 && (taken >= transitions || shouldStop?.())) break;
    const line = writer.number(path);
    written++;
    taken += path.length;
    const key = keyOf(line.events);
    if (!found.has(key)) found.set(key, writer.write(line));
  }
  // The gravest last: where two are of one execution, its schedule stays.
  for (const { schedule } of [...verdict.failures].reverse()) {
    const events = eventsOf(program, points, schedule);
    const key = keyOf(events);
    const same = found.get(key);
    if (same !== undefined) found.set(key, { ...writer.describe(schedule, events), kind: same.kind });
  }
  const list = [...found.values()];
  const failing = list.filter(({ kind }) => kind !== null).length;
  // Counting looks only at how an execution ends, and has met some of them twice; who sees all of them knows better.
  if (written === count.executions) {
    const exact = count.exact && verdict.complete;
    return { count: { ...count, executions: list.length, failing, exact }, list };
  }
  return { count: { ...count, failing: Math.max(count.failing, failing), exact: false }, list };
}

const keyOf = (events: readonly EventHash[]): string => Float64Array.from(events).sort().join();

/** An execution as steps of the search. */
interface Line {
  readonly path: readonly Choice[];
  readonly events: readonly EventHash[];
  /** At its end, once round for all threads that wait by going round, for ever. */
  readonly spin: readonly Choice[];
  /** Whether a thread that is left alone goes round: it would not stop to show it. */
  readonly alone: boolean;
}

class Writer {
  private readonly program: Program;
  private readonly machine: Machine;
  private readonly scratch: Machine;
  private readonly points: SchedulePoints;
  private readonly setup: Setup;
  private readonly hasher: TraceHasher;
  private readonly races: Races;

  constructor(program: Program, points: SchedulePoints) {
    this.program = program;
    this.machine = createMachine(program);
    this.scratch = createMachine(program);
    this.points = evenAlone(points);
    this.setup = setUp(this.machine, points);
    this.hasher = new TraceHasher(program, points, points, this.setup);
    this.races = Races.of(this.machine);
  }

  number(path: readonly Choice[]): Line {
    const { hasher } = this;
    const { machine, spins } = hasher;
    hasher.begin();
    for (const { thread, pick } of path) hasher.take(thread, pick);
    const spin: Choice[] = [];
    // Who goes round when the process is over ends with it.
    for (let id = 0; !isProcessOver(machine) && id < threadCount(machine); id++) {
      const thread = id as ThreadId;
      const steps = (canStep(machine, thread) ? spins.spin(thread)?.steps : 0) ?? 0;
      for (let i = 0; i < steps; i++) spin.push({ thread, pick: 0 });
    }
    return { path, events: hasher.hashes, spin, alone: unfinishedCount(machine) < 2 };
  }

  write({ path, events, spin, alone }: Line): Execution {
    const { program, machine, setup, points } = this;
    const choices = alone ? path : [...path, ...spin];
    const execution = this.describe(scheduleOf(program, machine, { setup, choices, points }), events);
    return spin.length === 0 ? execution : { ...execution, kind: this.kindOfSpin(path, spin) };
  }

  private kindOfSpin(path: readonly Choice[], spin: readonly Choice[]): FindingKind {
    const { scratch, setup, points } = this;
    let able = 0;
    for (const { thread } of spin) able |= 1 << thread;
    restore(scratch, setup.state);
    return kindOfCycle(scratch, points, [...path, ...spin], able, able);
  }

  describe({ granularity, choices }: Schedule, events: readonly EventHash[]): Execution {
    const { program, machine, races } = this;
    const points = pointsOf(program, granularity);
    const stepper = new Stepper(machine, points);
    const lines: number[] = [];
    let preemptions = 0;
    let last = 0;
    reset(machine);
    races.reset();
    const taken = choices.map(({ thread, pick: wanted }, i): Choice => {
      const pick = Math.min(wanted, pickCount(machine, thread) - 1);
      if (thread !== last && couldGoOn(machine, last)) preemptions++;
      last = thread;
      lines.push(lineAt(program, spanAt(program, userPc(machine, thread) as Pc)));
      stepper.take(thread, pick, {
        observe: () => races.feedCall(i + 1, thread, machine),
      });
      return { thread, pick };
    });
    const kind = this.kindOfEnd(taken, points) ?? (races.found.length > 0 ? 'data-race' : null);
    return { schedule: encodeSchedule({ granularity, choices: taken }), lines, kind, preemptions, events };
  }

  private kindOfEnd(choices: readonly Choice[], points: SchedulePoints): FindingKind | null {
    const { machine, scratch } = this;
    const [end = null] = endsOf(machine);
    if (end !== 'stuck') return end;
    reset(scratch);
    return kindOfStuck(whyStuck(scratch, points, choices));
  }
}
