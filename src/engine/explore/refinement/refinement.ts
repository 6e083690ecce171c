/**
 * Passes over the states of a program, repeated until nothing is learned any more. The first stops only at synchronisation and at
 * what is known already; accesses found racing become stopping points (a program without races behaves as if its steps were
 * the synchronisations alone: Adve & Hill, "Weak ordering", ISCA 1990); words that turn out to be shared, and what
 * threads may yet touch, are claims that a later pass uses and checks.
 */
import { createRng } from '../../../base/rng';
import { EV_READ, EV_WRITE, eventKind, nextEvent } from '../../bytecode/event';
import { FAULT_STEP } from '../../bytecode/fault';
import type { Pc, Program } from '../../bytecode/program';
import {
  checkpoint,
  createMachine,
  evenAlone,
  faultOf,
  hashState,
  logEnd,
  logStart,
  type Machine,
  MORE,
  restore,
  type SchedulePoints,
  schedulePoints,
  step,
  stopsAt,
} from '../../machine';
import { isOnStack } from '../../machine/local';
import type { Choice, Granularity } from '../../schedule/schedule';
import type { Round } from '../fairness/fair-cycles';
import { type ClosureResult, type ClosureTask, isCovered } from '../parallel/parallel-proof';
import { goRound } from '../parallel/thread-cycles';
import { LockSets } from '../reduction/lock-sets';
import { Futures } from '../reduction/may-access';
import { Pass, type Sink } from '../reduction/reduced-dfs';
import { Cells } from '../reduction/shared-words';
import { type Setup, setUp } from '../steps/setup';

/** Runs to learn from, at most and in a row without news: before a pass, and before a closure; steps of each, and of all. */
const REHEARSALS = { pass: 48, closure: 960 };
const ENOUGH = { pass: 8, closure: 160 };
const REHEARSAL_STEPS = 400;
const REHEARSED_STEPS = 1 << 16;
/** Instructions of a step after which it is asked whether it ends at all; and the programs of which one does that is longer. */
const LONG_STEP = 1_000_000;
const patient = new WeakSet<Program>();
/** Parts of a long step that are compared. */
const RECURRENCES = 64;
/** Accesses at the end of a step that does not end which are taken for its loop. */
const LOOP = 256;

/** What is met on the way. Only the last pass counts, in which all was known: `begin` tells that another one begins. */
export interface Listener extends Sink {
  begin(): void;
  /** Whether nothing was met since then. */
  readonly isClean: boolean;
}

/** A task is yielded for whoever goes through it, alone or with others; and their results are answered. */
export type Closing<Result> = Generator<ClosureTask, Result, readonly ClosureResult[]>;

export interface PassOptions {
  /** Every enabled thread is tried in every state. */
  readonly full: boolean;
  /** What all passes may cost, in steps. */
  readonly budget: number;
  /** States of a closure at most; 0: there is none, and `run` yields nothing. */
  readonly closure: number;
  /** Transitions of a pass before the whole is left to a closure, which several workers can share; 0: at once. */
  readonly large: number;
  /** How often a thread may come to one place (loop-bound.ts); null: as often as it does. */
  readonly rounds: number | null;
}

/** threads: there were more than a pass can tell apart. */
export type PassesEnd = 'complete' | 'stopped' | 'threads';

export class Passes implements Sink {
  readonly machine: Machine;
  readonly setup: Setup;
  readonly cells: Cells;
  /** Accesses whose order matters, as far as they are known. */
  readonly racing: Set<Pc>;
  /** Where steps of the current pass stop, also those of a thread that is alone. */
  points: SchedulePoints;
  /** Of the last pass, and of all. */
  states = 0;
  transitions = 0;
  allTransitions = 0;
  passes = 0;
  private readonly program: Program;
  private readonly granularity: Granularity;
  private readonly options: PassOptions;
  private readonly listener: Listener;
  private pass: Pass | null = null;
  private rehearsing = false;
  private news = false;
  private cellsBefore = 0;
  /** Of the passes before this one. */
  private spent = 0;
  /** What all states are gone through by; and the transitions of a pass in its earlier rounds. */
  private by: 'pass' | 'closure' | 'pass alone';
  private before = 0;

  /** `known`: where steps stop, as far as it is known beforehand. */
  constructor(program: Program, known: SchedulePoints, options: PassOptions, listener: Listener) {
    this.program = program;
    this.granularity = known.granularity;
    this.racing = new Set(known.pcs);
    this.options = options;
    const { closure, large, full } = options;
    this.by = closure === 0 || full ? 'pass alone' : large === 0 ? 'closure' : 'pass';
    this.listener = listener;
    this.machine = createMachine(program);
    this.cells = new Cells(this.machine);
    this.points = evenAlone(known);
    this.setup = setUp(this.machine, known);
    if (!patient.has(program)) this.machine.longest = LONG_STEP;
  }

  *run(): Closing<PassesEnd> {
    const end = yield* this.repeat();
    // What a pass holds is of no more use, and much.
    this.pass = null;
    return end;
  }

  private *repeat(): Closing<PassesEnd> {
    while (this.prepare()) {
      const end = this.by === 'closure' ? yield* this.close(this.pass!.futures!) : this.sweep(this.pass!);
      if (end === 'large') this.by = 'closure';
      else if (end === 'given up') this.by = 'pass alone';
      else if (end !== 'learned') return end;
    }
    return 'stopped';
  }

  /** One pass, and again as long as it has to be; but only up to where it becomes large and may be left to a closure. */
  private sweep(pass: Pass): PassesEnd | 'learned' | 'large' {
    for (;;) {
      this.passes++;
      this.listener.begin();
      this.before = pass.transitions;
      const end = pass.run();
      this.count(pass.states, pass.transitions - this.before);
      restore(this.machine, this.setup.state);
      if (end === 'threads') return 'threads';
      if (this.learned) return 'learned';
      if (this.isLarge) return 'large';
      if (end === 'stopped') return 'stopped';
      if (!pass.futures?.outdated()) return 'complete';
    }
  }

  /**
   * All at once, by what was learned before; again if what it learns would have led to other choices. If there are defects, too many
   * states, or too many of which too little was known, a pass has to do it, which meets the same always in the same order. What
   * was met before a closure was given up is not counted: that depends on who was how fast.
   */
  private *close(futures: Futures): Closing<PassesEnd | 'learned' | 'given up'> {
    const { program, setup, cells, points } = this;
    const { closure: states } = this.options;
    for (;;) {
      this.passes++;
      this.listener.begin();
      const [touched, facts] = [cells.touched(), futures.facts()];
      const task = { program, start: setup.state, points, touched, facts, states };
      const results = yield task;
      const { end } = results[0];
      if (end === 'found' || end === 'full' || end === 'blind') return 'given up';
      const most = (of: (each: ClosureResult) => number): number => Math.max(...results.map(of));
      this.count(
        most((each) => each.states),
        most((each) => each.transitions),
      );
      if (end === 'stopped') return 'stopped';
      for (const pc of results.flatMap(({ stops }) => stops)) this.meet(pc);
      cells.learn(results.map((each) => each.touched));
      if (this.learned) return 'learned';
      if (isCovered(this.machine, task, results))
        return goRound(results.map(({ rounds }) => rounds)) ? 'given up' : 'complete';
      futures.learn(results.flatMap((each) => each.facts ?? []));
      futures.settle();
    }
  }

  private count(states: number, transitions: number): void {
    this.states = states;
    this.transitions = transitions;
    this.allTransitions += transitions;
  }

  /** The steps from the set-up to where the machine stands, the running one included. */
  path(): Choice[] {
    return this.pass?.path() ?? [];
  }

  /** A pass with all that is known by now, warmed up by runs; those alone tell most of what there is to learn. False: given up. */
  private prepare(): boolean {
    do {
      this.spent += this.pass?.cost ?? 0;
      this.news = false;
      this.points = evenAlone(this.learnedPoints());
      restore(this.machine, this.setup.state);
      const locks = new LockSets();
      this.cellsBefore = this.cells.count;
      const futures = this.options.full ? null : new Futures(this.machine, this.cells.count + 32, locks);
      const { rounds } = this.options;
      const pass = new Pass(this.machine, this.points, this.cells, locks, futures, this, rounds);
      this.pass = pass;
      this.rehearsing = true;
      let quiet = 0;
      const kind = this.by === 'closure' ? 'closure' : 'pass';
      for (let i = 0; i < REHEARSALS[kind] && quiet < ENOUGH[kind] && pass.cost < REHEARSED_STEPS; i++) {
        const known = futures?.version ?? 0;
        pass.rehearse(policy(i), REHEARSAL_STEPS);
        quiet = futures !== null && futures.version === known ? quiet + 1 : 0;
        if (futures === null && i > ENOUGH[kind]) break;
        if (this.isSpent) return false;
      }
      this.rehearsing = false;
      futures?.settle();
    } while (this.learned);
    return true;
  }

  /** Something that makes the pass be done again. */
  private get learned(): boolean {
    return this.news || this.cells.count > this.cellsBefore;
  }

  private get isLarge(): boolean {
    return (
      this.by === 'pass' &&
      this.listener.isClean &&
      this.pass!.transitions - this.before >= this.options.large
    );
  }

  private get isSpent(): boolean {
    return this.spent + this.pass!.cost >= this.options.budget;
  }

  /** Where steps have to stop, by all that is known now. */
  learnedPoints(): SchedulePoints {
    return schedulePoints(this.program, this.racing, this.granularity);
  }

  race(pc: number, otherPc: number, thread: number, race: boolean): void {
    this.meet(pc);
    this.meet(otherPc);
    if (!this.rehearsing) this.listener.race(pc, otherPc, thread, race);
  }

  /** An access whose order with another one's matters. */
  private meet(pc: number): void {
    if (pc < 0 || stopsAt(this.points, pc) || this.racing.has(pc as Pc)) return;
    this.racing.add(pc as Pc);
    this.news = true;
  }

  /**
   * A step that is long. If it ends after all, it is one that computes, and steps may be as long from now on. If not, it goes round
   * what others may touch: from now on it stops there, so that they come to it. The last accesses of the step are those of the
   * loop; they are seen by going there once more.
   */
  private stopInside(thread: number): void {
    const machine = createMachine(this.program);
    const { words } = machine;
    restore(machine, this.setup.state);
    const path = this.path();
    const last = path.pop();
    for (const { thread, pick } of path) while (step(machine, thread, pick, this.points) === MORE);
    const start = checkpoint(machine);
    const accesses: number[] = [];
    if (this.machine.longest === LONG_STEP) {
      if (endsAt(machine, thread, last?.pick ?? 0, this.points)) {
        patient.add(this.program);
        this.machine.longest = machine.longest;
        this.news = true;
        return;
      }
      restore(machine, start);
      machine.longest = this.machine.longest;
    }
    let outcome: number;
    do {
      outcome = step(machine, thread, last?.pick ?? 0, this.points);
      if (accesses.length > 2 * LOOP) accesses.splice(0, accesses.length - LOOP);
      for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
        const kind = eventKind(words[at]);
        if ((kind === EV_READ || kind === EV_WRITE) && !isOnStack(machine, thread, words[at + 2]))
          accesses.push(words[at + 1]);
      }
    } while (outcome === MORE);
    for (const pc of new Set(accesses.slice(-LOOP))) this.meet(pc);
  }

  fault(thread: number): void {
    if (faultOf(this.machine)?.kind === FAULT_STEP) this.stopInside(thread);
    this.listener.fault(thread);
  }

  end(): void {
    this.listener.end();
  }

  tooLong(): void {
    this.listener.tooLong();
  }

  livelock(path: readonly Choice[], round: Round): void {
    this.listener.livelock(path, round);
  }

  tooManyRounds(): void {
    this.listener.tooManyRounds();
  }

  starves(path: readonly Choice[], moved: number): void {
    this.listener.starves(path, moved);
  }

  poll(states: number, transitions: number, bytes: number): boolean {
    return this.learned || this.isSpent || this.isLarge || this.listener.poll(states, transitions, bytes);
  }
}

/** Whether a step ends, or else comes back to a state it was in or takes more than any may. */
function endsAt(machine: Machine, thread: number, pick: number, points: SchedulePoints): boolean {
  const seen = new Set<string>();
  while (step(machine, thread, pick, points) === MORE) {
    // While it goes on its place is not in the state: two parts of it that look alike begin alike.
    if (seen.size === RECURRENCES) continue;
    const state = `${hashState(machine)} ${machine.hash[1]}`;
    if (seen.has(state)) return false;
    seen.add(state);
  }
  return faultOf(machine)?.kind !== FAULT_STEP;
}

/** Who runs in the i-th rehearsal: no switches by different priorities first, then at random. */
function policy(index: number): (ready: number) => number {
  const lowest = (set: number): number => 31 - Math.clz32(set & -set);
  const highest = (set: number): number => 31 - Math.clz32(set);
  if (index === 0) return lowest;
  if (index === 1) return highest;
  const rng = createRng(index);
  let last = 0;
  const stay = index % 3;
  return (ready) => {
    if (stay > 0 && (ready & (1 << last)) !== 0 && rng.int(4 * stay) > 0) return last;
    let skip = rng.int(32);
    let set = ready;
    for (; skip > 0; skip--) {
      set &= set - 1;
      if (set === 0) set = ready;
    }
    last = lowest(set);
    return last;
  };
}
