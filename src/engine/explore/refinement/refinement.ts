/**
 * Searches through the states of a program, repeated until nothing is learned any more. The first stops only at synchronisation and at
 * what is known already; accesses found racing become stopping points (a program without races behaves as if its steps were
 * the synchronisations alone: Adve & Hill, "Weak ordering", ISCA 1990); words that turn out to be shared, and what
 * threads may yet touch, are claims that a later search uses and checks (abstraction refinement: Clarke, Grumberg, Jha, Lu & Veith 2000).
 *
 *     points := synchronisation, and what is known beforehand
 *     repeat
 *       take some runs at random, and learn from them:  points ∪= accesses that raced;  words that are shared;  what threads may touch
 *       search all states (reduced-dfs.ts), and learn the same;  if they turn out to be many and nothing has failed:  prove it (parallel-proof.ts)
 *     until nothing was learned, and no choice of the search would have been another one by what is known now
 */
import { assert } from '../../../base/assert';
import { createRng } from '../../../base/rng';
import { isEndless } from '../../bytecode/fault';
import type { Pc, Program } from '../../bytecode/program';
import {
  checkpoint,
  createMachine,
  evenAlone,
  faultOf,
  type Machine,
  restore,
  type SchedulePoints,
  schedulePoints,
  stopsAt,
} from '../../machine';
import type { Choice, Granularity } from '../../schedule/schedule';
import type { FairCycle } from '../fairness/fair-cycles';
import { isCovered, type ProofInput, type ProofResult } from '../parallel/parallel-proof';
import { hasNonProgressCycle } from '../parallel/thread-cycles';
import { behindJoins } from '../reduction/alone-again';
import { CommutingSteps } from '../reduction/commuting-steps';
import type { CountersLeftOut } from '../reduction/counters-left-out';
import { LockSets } from '../reduction/lock-sets';
import { MayAccess, widthFor } from '../reduction/may-access';
import { type DfsListener, ReducedDfs } from '../reduction/reduced-dfs';
import { SharedWords } from '../reduction/shared-words';
import { type Setup, setUp } from '../steps/setup';
import { Stepper } from '../steps/stepper';
import { hasThread, lastThread, nextThread, sizeOf } from '../steps/thread-sets';
import { accessesOfLoop, endsAfterAll } from './long-step';

/** Runs to learn from, at most and in a row without news: before a reduced search, and before a proof; steps of each, and of all. */
const REHEARSALS = { dfs: 48, proof: 960 };
const ENOUGH = { dfs: 8, proof: 160 };
const REHEARSAL_STEPS = 400;
const REHEARSED_STEPS = 1 << 16;
/** Instructions of a step after which it is asked whether it ends at all; and the programs of which one does that is longer. */
const LONG_STEP = 1_000_000;
const patient = new WeakSet<Program>();
/** Transitions that lead to states seen before, in a proof that is to have few. */
const DETOURS = 4096;
/** What is met on the way. Only the last pass counts, in which all was known: `begin` tells that another one begins. */
export interface RefinementListener extends DfsListener {
  begin(): void;
  /** Whether nothing was met since then. */
  readonly isClean: boolean;
  /** Asked between rehearsals, which are no part of a pass: whether the search is to end. */
  isOver(): boolean;
}

/** A task is yielded for whoever goes through it, alone or with others; and their results are answered. */
export type Proving<Result> = Generator<ProofInput, Result, readonly ProofResult[]>;

/**
 * Which interleavings are tried. reduced: those that are enough to meet whatever any of them meets. full: every enabled thread in every
 * state, for tests, which compare. coalesced: those left where critical sections are one step and additions commute
 * (reduction/commuting-steps.ts), which say whether nothing fails, and of what fails no more than that. commuting: the same where that leaves
 * hardly more than one order, or nothing is proven. rounds: those in which no thread comes to one place in one call
 * more often (reduction/loop-bound.ts): a part of all, and whatever fails in it does fail. leftOut: of a program without its counters
 * (reduction/open-loops.ts) those that are enough, up to where main is alone again.
 */
export type Orders =
  | 'reduced'
  | 'full'
  | 'commuting'
  | 'coalesced'
  | { readonly rounds: number }
  | { readonly leftOut: CountersLeftOut };

const isCoalesced = (orders: Orders): boolean => orders === 'commuting' || orders === 'coalesced';

/** What comes of a search that has nothing for others to go through. */
export function alone<Result>(search: Proving<Result>): Result {
  const { done, value } = search.next();
  assert(done === true, 'a task for others');
  return value;
}

export interface RefinementOptions {
  readonly orders: Orders;
  /** What all passes may cost, in steps. */
  readonly budget: number;
  /** States of a proof at most; 0: there is none, and `run` yields nothing. */
  readonly proofStates: number;
  /** Transitions of a reduced search before the whole is left to a proof, which several workers can share; 0: at once. */
  readonly large: number;
}

/** unproven: steps that commute were not all there is. */
export type RefinementEnd = 'complete' | 'stopped' | 'unproven';

export class Refinement implements DfsListener {
  readonly machine: Machine;
  readonly setup: Setup;
  readonly shared: SharedWords;
  /** Accesses whose order matters, as far as they are known. */
  readonly racing: Set<Pc>;
  /** Where steps of the current pass stop, also those of a thread that is alone. */
  points: SchedulePoints;
  /** Of the last dfs, and of all. */
  states = 0;
  transitions = 0;
  allTransitions = 0;
  passes = 0;
  private readonly program: Program;
  private readonly granularity: Granularity;
  private readonly options: RefinementOptions;
  private readonly listener: RefinementListener;
  private dfs: ReducedDfs | null = null;
  private rehearsing = false;
  private news = false;
  private sharedBefore = 0;
  private readonly commuting: CommutingSteps | undefined;
  private readonly leftOut: CountersLeftOut | undefined;
  private addedBefore = 0;
  /** Of the passes before this one. */
  private spent = 0;
  /** What all states are gone through by; and the transitions of a pass in its earlier rounds. */
  private by: 'dfs' | 'proof' | 'dfs alone';
  private before = 0;

  /** `known`: where steps stop, as far as it is known beforehand. */
  constructor(
    program: Program,
    known: SchedulePoints,
    options: RefinementOptions,
    listener: RefinementListener,
  ) {
    this.program = program;
    this.granularity = known.granularity;
    this.racing = new Set(known.pcs);
    this.options = options;
    const { orders, proofStates, large } = options;
    this.by = proofStates === 0 ? 'dfs alone' : large === 0 ? 'proof' : 'dfs';
    this.listener = listener;
    this.machine = createMachine(program);
    this.shared = new SharedWords(this.machine);
    this.commuting = isCoalesced(orders) ? new CommutingSteps(program) : undefined;
    this.leftOut = typeof orders === 'object' && 'leftOut' in orders ? orders.leftOut : undefined;
    this.points = evenAlone(known);
    this.setup = this.leftOut?.setup(this.machine, known) ?? setUp(this.machine, known);
    if (!patient.has(program)) this.machine.longest = LONG_STEP;
  }

  *run(): Proving<RefinementEnd> {
    const end = yield* this.untilNothingLearned();
    // What a pass holds is of no more use, and much.
    this.dfs = null;
    return end;
  }

  private *untilNothingLearned(): Proving<RefinementEnd> {
    while (this.prepare()) {
      const end =
        this.by === 'proof' ? yield* this.byProof(this.dfs!.mayAccess!) : this.byReducedDfs(this.dfs!);
      if (end === 'large') this.by = 'proof';
      else if (end === 'given up') this.by = 'dfs alone';
      else if (end !== 'learned') return end;
    }
    return 'stopped';
  }

  /** One reduced search, and again as long as it has to be; but only up to where it becomes large and may be left to a proof. */
  private byReducedDfs(dfs: ReducedDfs): RefinementEnd | 'learned' | 'large' {
    for (;;) {
      this.passes++;
      this.listener.begin();
      this.before = dfs.transitions;
      const end = dfs.run();
      this.count(dfs.states, dfs.transitions - this.before);
      restore(this.machine, this.setup.state);
      if (this.learned) return 'learned';
      if (this.isLarge) return 'large';
      if (end === 'stopped') return 'stopped';
      if (!dfs.mayAccess?.outdated()) return this.commuting?.isProof === false ? 'unproven' : 'complete';
    }
  }

  /**
   * All at once, by what was learned before; again if what it learns would have led to other choices. If there are defects, too many
   * states, or too many of which too little was known, a pass has to do it, which meets the same always in the same order. What
   * was met before a proof was given up is not counted: that depends on who was how fast.
   */
  private *byProof(mayAccess: MayAccess): Proving<RefinementEnd | 'learned' | 'given up'> {
    const { program, setup, shared, points } = this;
    const { proofStates: states } = this.options;
    for (;;) {
      this.passes++;
      this.listener.begin();
      const [touched, facts] = [shared.touched(), mayAccess.facts()];
      const task = { program, start: setup.state, points, touched, facts, states };
      const results = yield task;
      const { end } = results[0];
      if (end === 'found' || end === 'full' || end === 'blind') return 'given up';
      const most = (of: (each: ProofResult) => number): number => Math.max(...results.map(of));
      this.count(
        most((each) => each.states),
        most((each) => each.transitions),
      );
      if (end === 'stopped') return 'stopped';
      for (const pc of results.flatMap(({ stops }) => stops)) this.meet(pc);
      shared.learn(results.map((each) => each.touched));
      if (this.learned) return 'learned';
      if (isCovered(this.machine, task, results))
        return hasNonProgressCycle(results.map(({ cycleSteps }) => cycleSteps)) ? 'given up' : 'complete';
      mayAccess.learn(results.flatMap((each) => each.facts ?? []));
      mayAccess.assumeSinks();
    }
  }

  /** Another search has proven what this one was to. */
  takeOver({
    states,
    transitions,
    allTransitions,
  }: Pick<Refinement, 'states' | 'transitions' | 'allTransitions'>): void {
    this.states = states;
    this.transitions = transitions;
    this.allTransitions += allTransitions;
  }

  private count(states: number, transitions: number): void {
    this.states = states;
    this.transitions = transitions;
    this.allTransitions += transitions;
  }

  /** The steps from the set-up to where the machine stands, the running one included. */
  path(): Choice[] {
    return this.dfs?.path() ?? [];
  }

  /** A pass with all that is known by now, warmed up by runs; those alone tell most of what there is to learn. False: given up. */
  private prepare(): boolean {
    do {
      this.spent += this.dfs?.cost ?? 0;
      this.news = false;
      this.addedBefore = this.commuting?.version ?? 0;
      const points = this.learnedPoints();
      this.points = evenAlone(this.commuting?.pastUnlocks(points) ?? points);
      if (this.leftOut !== undefined) this.points = behindJoins(this.program, this.points);
      restore(this.machine, this.setup.state);
      const locks = new LockSets();
      this.sharedBefore = this.shared.count;
      const { orders } = this.options;
      const mayAccess =
        orders === 'full' ? null : new MayAccess(this.machine, widthFor(this.shared.count), locks);
      const mostRounds = typeof orders === 'object' && 'rounds' in orders ? orders.rounds : null;
      const { shared, commuting, leftOut } = this;
      leftOut?.reset();
      const knowledge = { shared, locks, mayAccess, commuting, leftOut };
      const dfs = new ReducedDfs(this.machine, this.points, knowledge, this, mostRounds);
      this.dfs = dfs;
      this.rehearsing = true;
      let quiet = 0;
      const kind = this.by === 'proof' ? 'proof' : 'dfs';
      for (let i = 0; i < REHEARSALS[kind] && quiet < ENOUGH[kind] && dfs.cost < REHEARSED_STEPS; i++) {
        const known = mayAccess?.version ?? 0;
        dfs.rehearse(policy(i), REHEARSAL_STEPS);
        quiet = mayAccess !== null && mayAccess.version === known ? quiet + 1 : 0;
        if (mayAccess === null && i > ENOUGH[kind]) break;
        if (this.isSpent || this.leftOut?.isRefuted || this.listener.isOver()) return false;
      }
      this.rehearsing = false;
      mayAccess?.assumeSinks();
    } while (this.learned);
    return true;
  }

  /** Something that makes the pass be done again. */
  private get learned(): boolean {
    const added = this.commuting?.version ?? 0;
    return this.news || this.shared.count > this.sharedBefore || added > this.addedBefore;
  }

  private get isLarge(): boolean {
    return (
      this.by === 'dfs' && this.listener.isClean && this.dfs!.transitions - this.before >= this.options.large
    );
  }

  /** Steps that commute are to leave one order; and where they prove nothing, there is nothing to go on for. */
  private isHopeless(states: number, transitions: number): boolean {
    if (this.leftOut !== undefined) return this.leftOut.isRefuted;
    if (this.commuting === undefined) return false;
    const isOneOrder = this.options.orders === 'coalesced' || transitions - this.before - states <= DETOURS;
    return !this.commuting.isProof || !isOneOrder;
  }

  private get isSpent(): boolean {
    return this.spent + this.dfs!.cost >= this.options.budget;
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

  /** A step that is long: if it ends after all, steps may be as long from now on; if not, it stops inside its loop. */
  private stopInside(thread: number): void {
    const path = this.path();
    const pick = path.pop()?.pick ?? 0;
    const machine = createMachine(this.program);
    restore(machine, this.setup.state);
    new Stepper(machine, this.points).follow(path);
    const start = checkpoint(machine);
    if (this.machine.longest === LONG_STEP) {
      if (endsAfterAll(machine, this.points, thread, pick)) {
        patient.add(this.program);
        this.machine.longest = machine.longest;
        this.news = true;
        return;
      }
      restore(machine, start);
      machine.longest = this.machine.longest;
    }
    for (const pc of accessesOfLoop(machine, this.points, thread, pick)) this.meet(pc);
  }

  fault(thread: number): void {
    const fault = faultOf(this.machine);
    if (fault !== null && isEndless(fault.kind)) this.stopInside(thread);
    this.listener.fault(thread);
  }

  end(): void {
    this.listener.end();
  }

  tooLong(): void {
    this.listener.tooLong();
  }

  livelock(path: readonly Choice[], cycle: FairCycle): void {
    this.listener.livelock(path, cycle);
  }

  tooManyStates(): void {
    this.listener.tooManyStates();
  }

  starves(path: readonly Choice[], thread: number): void {
    this.listener.starves(path, thread);
  }

  poll(states: number, transitions: number, bytes: number): boolean {
    const isOver = this.learned || this.isSpent || this.isLarge || this.isHopeless(states, transitions);
    return isOver || this.listener.poll(states, transitions, bytes);
  }
}

/** Who runs in the i-th rehearsal, of those that are ready: no switches by different priorities first, then at random. */
function policy(index: number): (ready: Int32Array) => number {
  const lowest = (ready: Int32Array): number => nextThread(ready, 0, 0);
  if (index === 0) return lowest;
  if (index === 1) return (ready) => lastThread(ready, 0);
  const rng = createRng(index);
  let last = 0;
  const stay = index % 3;
  return (ready) => {
    if (stay > 0 && hasThread(ready, 0, last) && rng.int(4 * stay) > 0) return last;
    last = lowest(ready);
    for (let skip = rng.int(sizeOf(ready, 0)); skip > 0; skip--) last = nextThread(ready, 0, last + 1);
    return last;
  };
}
