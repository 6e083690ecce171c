/**
 * Judges runs that nobody has planned: those of threads that ran freely, and those that a policy has drawn. Each comes as the choices of its
 * steps, in the order of their effects. It is replayed, which shows whether that order explains what the run has come to; the replay
 * says what the run ended in, by the same questions as the list of all executions asks, and which of them it was.
 */
import type { FindingKind } from '../bytecode/fault';
import type { Program, ThreadId } from '../bytecode/program';
import { endsOf } from '../detect/ends';
import { Races } from '../detect/races';
import { kindOfCycle, kindOfStuck, whyStuck } from '../explore/counterexample/stuck';
import { scheduleOf } from '../explore/counterexample/to-schedule';
import { TraceHasher } from '../explore/dpor/trace-hasher';
import { pointsOf } from '../explore/refinement/points';
import { type Setup, setUp } from '../explore/steps/setup';
import { Stepper } from '../explore/steps/stepper';
import {
  canStep,
  createMachine,
  evenAlone,
  faultOf,
  hashState,
  isProcessOver,
  joined,
  type Machine,
  MORE,
  nextPc,
  reset,
  restore,
  resumeStep,
  runStatus,
  type SchedulePoints,
  setEventLimit,
  step,
  stopsAt,
  threadCount,
} from '../machine';
import { WORD_THREADS } from '../machine/local';
import { run } from '../schedule/run';
import type { Choice, Schedule } from '../schedule/schedule';
import type { Scheduler } from '../schedule/scheduler';
import { type ExecutionKey, executionKey } from './execution-key';
import { freePoints } from './points';

/** A choice as one word: runs are recorded without objects. */
export const packChoice = (thread: number, pick: number): number => thread | (pick << 8);
const unpackChoice = (word: number): Choice => ({ thread: (word & 0xff) as ThreadId, pick: word >> 8 });

/** A run as it was recorded, behind the set-up. */
export interface Recorded {
  /** Its choices, packed; only lent. */
  readonly steps: Int32Array;
  /** It was ended before it was over: too many steps, or too long. */
  readonly cut: boolean;
  /** Steps that failed. Other threads went on meanwhile, so theirs may stand behind them. */
  readonly failed: readonly FailedStep[];
}

export interface FailedStep {
  /** Its place among the choices. */
  readonly at: number;
  /** Whether its first instruction took effect, and what failed is one that follows. */
  readonly begun: boolean;
}

/** What a run was. */
export interface Sample {
  /** As in the list of executions; 'limit' if it was cut, or met a limit of the machine. Null: nothing is wrong with it. */
  readonly kind: FindingKind | null;
  /** Which execution it was; null for one that was cut, or is too long to tell. */
  readonly execution: ExecutionKey | null;
  /** Of the state that the replay has come to: two words. */
  readonly state: readonly [number, number];
  /** The choices up to its end: up to the first failure, where there was one. */
  readonly choices: readonly Choice[];
}

/** Instructions of one step, of some tens of milliseconds: one that takes more counts as endless, and the next run waits for it. */
export const LONGEST_STEP = 10_000_000;
/** Steps of a round in which a thread waits, at most. */
const LONGEST_ROUND = 64;
/** Naming an execution compares each step with all before it. */
const LONGEST_NAMED = 300;

export class Sampler {
  readonly program: Program;
  /** Where the steps of its runs stop. */
  readonly points: SchedulePoints;
  readonly setup: Setup;
  private readonly counts: SchedulePoints;
  private readonly coarse: SchedulePoints;
  private readonly machine: Machine;
  private readonly scratch: Machine;
  private readonly stepper: Stepper;
  private readonly hasher: TraceHasher;
  private readonly races: Races;

  /** `searched`: the points by which a search has listed the executions that runs are to be found among. */
  constructor(program: Program, searched: SchedulePoints = pointsOf(program, 'sync')) {
    this.program = program;
    this.coarse = joined(pointsOf(program, 'sync'), searched);
    ({ all: this.points, counts: this.counts } = freePoints(program, this.coarse));
    this.machine = createMachine(program);
    this.scratch = createMachine(program);
    this.machine.longest = LONGEST_STEP;
    this.scratch.longest = LONGEST_STEP;
    this.setup = setUp(this.machine, this.coarse);
    this.stepper = new Stepper(this.machine, this.points);
    this.hasher = new TraceHasher(program, searched, this.points, this.setup);
    this.races = Races.of(this.machine);
  }

  /** Threads of the last run that was drawn or judged. */
  get threads(): number {
    return threadCount(this.machine);
  }

  /** A run that a policy decides, of at most as many steps as there is room for. */
  draw(policy: Scheduler, into: Int32Array): Recorded {
    const { machine, points, setup } = this;
    restore(machine, setup.state);
    let taken = 0;
    const end = run(
      machine,
      policy,
      points,
      (thread, pick, outcome) => {
        if (outcome !== MORE) into[taken++] = packChoice(thread, pick);
        return 'go';
      },
      { limit: into.length },
    );
    return { steps: into.subarray(0, taken), cut: end === 'limit', failed: [] };
  }

  /** Null if it cannot be replayed: its order does not explain how it went on. */
  judge({ steps, cut, failed }: Recorded): Sample | null {
    const { machine } = this;
    const choices = Array.from(steps, unpackChoice);
    const end = Math.min(choices.length, ...failed.map(({ at }) => at + 1));
    const ended = choices.slice(0, end);
    if (!this.replay(choices, failed)) return null;
    hashState(machine);
    const state = [machine.hash[0], machine.hash[1]] as const;
    // The state of all that the threads did is told; what the run ends in is told where its Schedule ends.
    if (failed.length > 0 && !this.replay(ended, [])) return null;
    const kind = this.kindOfEnd(ended, cut);
    if (kind === undefined) return null;
    return { kind, execution: cut || kind === 'limit' ? null : this.keyOf(ended), state, choices: ended };
  }

  /**
   * The run as a Schedule: of synchronisations if these explain it, else of single accesses. Null if neither leads to the same end.
   */
  scheduleOf({ choices }: Sample): Schedule | null {
    const { program, machine, setup, counts, coarse } = this;
    this.replay(choices, []);
    const goal = this.end();
    for (const points of [evenAlone(coarse), counts]) {
      const schedule = scheduleOf(program, machine, {
        setup,
        choices: this.beginningAt(points, choices),
        points,
      });
      if (this.leadsTo(schedule, goal)) return schedule;
    }
    return null;
  }

  private leadsTo({ granularity, choices }: Schedule, goal: string): boolean {
    const { program, machine } = this;
    const stepper = new Stepper(machine, pointsOf(program, granularity));
    reset(machine);
    for (const { thread, pick } of choices) {
      if (thread >= threadCount(machine) || !canStep(machine, thread)) return false;
      stepper.take(thread, pick);
    }
    return this.end() === goal;
  }

  /** What the run has come to: where it failed, for the others may stand a little further there; else the whole state. */
  private end(): string {
    const { machine } = this;
    const fault = faultOf(machine);
    if (fault !== null) return [fault.kind, fault.thread, fault.pc, fault.address].join();
    hashState(machine);
    return machine.hash.join();
  }

  /** The steps that are left where steps stop at fewer points. */
  private beginningAt(points: SchedulePoints, choices: readonly Choice[]): Choice[] {
    const { machine, setup, stepper } = this;
    restore(machine, setup.state);
    return choices.filter(({ thread, pick }) => {
      const begins = stopsAt(points, nextPc(machine, thread));
      stepper.take(thread, pick);
      return begins;
    });
  }

  /** Takes the steps; false where one is not possible. Those of `failed` come to their failure when all others are taken. */
  private replay(choices: readonly Choice[], failed: readonly FailedStep[]): boolean {
    const { machine, setup, points, stepper, races } = this;
    restore(machine, setup.state);
    races.reset();
    const observer = {
      observe: (thread: number): void => races.feedCall(taken, thread, machine),
    };
    let taken = 0;
    for (const { thread, pick } of choices) {
      if (!stepper.canTake(thread, pick)) return false;
      const failing = failed.find(({ at }) => at === taken);
      taken++;
      if (failing === undefined) {
        stepper.take(thread, pick, observer);
        continue;
      }
      if (!failing.begun) continue;
      setEventLimit(machine, 1);
      const outcome = step(machine, thread, pick, points);
      setEventLimit(machine, Number.POSITIVE_INFINITY);
      observer.observe(thread);
      if (outcome !== MORE) return false;
    }
    for (const { at, begun } of failed) {
      if (begun) this.finish(choices[at].thread);
      else stepper.take(choices[at].thread, choices[at].pick);
    }
    return true;
  }

  /** The rest of a step of which the first instruction has been taken. */
  private finish(thread: ThreadId): void {
    const { machine, points } = this;
    resumeStep(machine, thread, 1);
    while (step(machine, thread, 0, points) === MORE);
  }

  /** Of the run that was replayed last; undefined if it is not over. */
  private kindOfEnd(choices: readonly Choice[], cut: boolean): FindingKind | null | undefined {
    const { machine, scratch, setup, points, races } = this;
    const [end] = endsOf(machine);
    if (end === 'stuck') {
      restore(scratch, setup.state);
      return kindOfStuck(whyStuck(scratch, points, choices));
    }
    if (end !== undefined) return end;
    const isRunning = runStatus(machine) === 'running';
    if (isRunning && !cut) return undefined;
    const round = isRunning ? this.kindOfCut(choices) : null;
    if (round !== null) return round;
    return races.found.length > 0 ? 'data-race' : null;
  }

  /** Whether all that is left goes round for ever, or waits, null where the process is over; 'limit' if it does not, as far as can be told. */
  private kindOfCut(choices: readonly Choice[]): FindingKind | null {
    const { scratch, setup, points, hasher } = this;
    hasher.begin();
    for (const { thread, pick } of choices) hasher.take(thread, pick);
    let going = 0;
    for (let thread = 0; thread < threadCount(hasher.machine); thread++) {
      if (!canStep(hasher.machine, thread)) continue;
      if (thread >= WORD_THREADS || !this.goesRound(thread)) return 'limit';
      going |= 1 << thread;
    }
    if (isProcessOver(hasher.machine)) return null;
    restore(scratch, setup.state);
    return kindOfCycle(scratch, points, choices, going, going);
  }

  /** Whether a thread is in a round, or comes to where one begins. */
  private goesRound(thread: number): boolean {
    const { hasher } = this;
    for (let steps = 0; steps <= LONGEST_ROUND && canStep(hasher.machine, thread); steps++) {
      if (hasher.spins.spin(thread) !== null) return true;
      hasher.take(thread, 0);
    }
    return false;
  }

  private keyOf(choices: readonly Choice[]): ExecutionKey | null {
    if (choices.length > LONGEST_NAMED) return null;
    const { hasher } = this;
    hasher.begin();
    for (const { thread, pick } of choices) hasher.take(thread, pick);
    return executionKey(hasher.hashes);
  }
}
