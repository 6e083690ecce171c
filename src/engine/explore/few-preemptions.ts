/**
 * A search of the runs with few preemptions alone, by who asked for no more: iterative context bounding (Musuvathi & Qadeer, PLDI 2007).
 * What it finds does fail; that nothing fails holds within the bound, and is said of no more. Each of these must be gone through to the bound:
 *
 *     all states, by the fewest preemptions, each way ended by its first failure;  again while accesses turn up whose order matters
 *     all runs, for data races that only clocks tell (counterexample/racing-runs.ts)
 *     all states once more, if threads may go round for ever in those met (counterexample/lasso.ts)
 */
import { byGravity, type FindingKind, limitOf } from '../bytecode/fault';
import type { Pc, Program, ThreadId } from '../bytecode/program';
import { lineAt, spanAt, userLine } from '../inspect/source';
import {
  createMachine,
  evenAlone,
  faultOf,
  type Machine,
  restore,
  type SchedulePoints,
  schedulePoints,
  stopsAt,
  userPc,
} from '../machine';
import type { Choice } from '../schedule/schedule';
import type { Failure, SearchFinding } from './counterexample/failures';
import { findFewestPreemptions, type Simplest } from './counterexample/fewest-preemptions';
import { findLasso } from './counterexample/lasso';
import { ENDINGS } from './counterexample/preemption-bound';
import { findRacingRun } from './counterexample/racing-runs';
import { type Ending, kindOfEnding } from './counterexample/stuck';
import { scheduleOf } from './counterexample/to-schedule';
import { CycleSteps, hasNonProgressCycle } from './parallel/thread-cycles';
import { SharedWords } from './reduction/shared-words';
import { pointsOf } from './refinement/points';
import type { Limit, SearchLimits } from './search-limits';
import { type Setup, setUp } from './steps/setup';
import { Stepper } from './steps/stepper';
import type { Verdict } from './verdict';

const MAX_STATES = 4_000_000;
const MAX_MEMORY = 512 * 2 ** 20;
/** Of all runs, for races by clocks. */
const RACING_STEPS = 200_000;
/** Behind a race its threads go on: what else they come to. */
const BEHIND_RACES: ReadonlySet<Ending> = new Set([...ENDINGS].filter((ending) => ending !== 'data-race'));

interface Way {
  readonly finding: SearchFinding;
  readonly preemptions: number;
}

/** A verdict that is never complete, of the runs with at most so many preemptions. */
export const exploreWithin = (program: Program, preemptions: number, limits: SearchLimits): Verdict =>
  new FewPreemptions(program, preemptions, limits).verdict();

class FewPreemptions {
  private readonly program: Program;
  private readonly most: number;
  private readonly limits: SearchLimits;
  private readonly machine: Machine;
  private readonly shared: SharedWords;
  private readonly racing: Set<Pc>;
  private readonly setup: Setup;
  private points: SchedulePoints;
  private cycles = new CycleSteps();
  private sharedBefore = 0;
  private news = false;
  private passes = 0;
  private transitions = 0;
  /** With fewer preemptions nothing fails. */
  private least = 0;
  /** The simplest to each kind of failure. */
  private readonly ways = new Map<FindingKind, Way>();
  private limit: Limit | null = null;
  private limitLine: number | null = null;

  constructor(program: Program, preemptions: number, limits: SearchLimits) {
    const { granularity = 'sync' } = limits;
    this.program = program;
    this.most = preemptions;
    this.limits = limits;
    this.machine = createMachine(program);
    this.shared = new SharedWords(this.machine);
    this.points = pointsOf(program, granularity);
    this.racing = new Set(this.points.pcs);
    this.setup = setUp(this.machine, this.points);
  }

  verdict(): Verdict {
    const first = this.searchStates();
    const { found } = first;
    const costs = [...found.values()].map(({ preemptions }) => preemptions);
    // What a run that came to a limit would have come to is not known.
    this.least = Math.min(first.stopped === null ? this.most + 1 : first.atLeast, first.cut, ...costs);
    const limit = found.get('limit');
    if (limit !== undefined) this.meetLimit(limit.path);
    else if (first.cut <= this.most) this.limit ??= 'run';
    this.take(found);
    if (this.limit === null) {
      this.findCycle();
      this.findRace(found.get('data-race')?.preemptions ?? this.most + 1);
      if (found.has('data-race')) this.take(this.search(BEHIND_RACES).found);
    }
    return this.answer(first);
  }

  private answer({ states, transitions }: Simplest): Verdict {
    const { program, least, limits, most } = this;
    const ways = [...this.ways.values()].sort((a, b) => byGravity(a.finding, b.finding));
    const failures = ways.map(
      ({ finding: { kind, schedule }, preemptions }): Failure => ({
        ...{ kind, preemptions, schedule },
        steps: schedule.choices.length,
        proven: preemptions <= least,
      }),
    );
    const findings = ways.map(({ finding }) => finding);
    if (findings.length > 0) limits.onFailure?.(findings[0]);
    const covered = Math.min(most, least - 1);
    return {
      kind: findings[0]?.kind ?? 'clean',
      complete: false,
      limit: this.limit ?? 'bound',
      limitLine: this.limitLine,
      bounded: findings.length > 0 || covered < 0 ? null : { preemptions: covered, rounds: null },
      explosion: null,
      ...{ states, transitions, allTransitions: this.transitions, passes: this.passes },
      points: schedulePoints(program, this.racing, this.points.granularity),
      contended: this.shared.contended,
      sharesUnguarded: this.shared.sharesUnguarded,
      findings,
      notes: [],
      failures: limits.noMinimal ? [] : failures,
      minimal: limits.noMinimal || failures.length === 0 ? null : failures.reduce(fewer),
    };
  }

  /** All states within the bound, until nothing is learned of where steps must stop and of what is shared. */
  private searchStates(): Simplest {
    for (;;) {
      const simplest = this.search(ENDINGS);
      if (this.limit !== null || !this.learned) return simplest;
    }
  }

  private get learned(): boolean {
    return this.news || this.shared.count > this.sharedBefore;
  }

  private search(endings: ReadonlySet<Ending>): Simplest {
    const { machine, setup, shared, racing, program, limits, most } = this;
    const { states: mostStates = MAX_STATES, memory = MAX_MEMORY } = limits;
    this.passes++;
    this.news = false;
    this.sharedBefore = shared.count;
    this.cycles = new CycleSteps();
    const points = evenAlone(schedulePoints(program, racing, this.points.granularity));
    this.points = points;
    const learn = (pc: number): void => {
      if (pc < 0 || stopsAt(points, pc) || racing.has(pc as Pc)) return;
      racing.add(pc as Pc);
      this.news = true;
    };
    const shouldStop = (states: number, transitions: number): boolean => {
      limits.onProgress?.(states, transitions);
      if (states >= mostStates) this.limit = 'states';
      else if (limits.shouldStop?.('states')) this.limit = 'stopped';
      return this.limit !== null || this.learned;
    };
    const simplest = findFewestPreemptions({
      ...{ machine, setup, points, shared, endings, cycles: this.cycles },
      limits: { memory, preemptions: most, shouldStop },
      onOrder: (pc, otherPc) => {
        learn(pc);
        learn(otherPc);
      },
    });
    this.transitions += simplest.transitions;
    const { stopped } = simplest;
    if (stopped === 'memory') this.limit ??= stopped;
    return simplest;
  }

  private take(found: Simplest['found']): void {
    const { machine, setup, points } = this;
    for (const [ending, { path, preemptions }] of found)
      if (ending !== 'limit') this.add(kindOfEnding(machine, setup, points, ending, path), path, preemptions);
  }

  private add(kind: FindingKind, path: readonly Choice[], preemptions: number): void {
    const known = this.ways.get(kind);
    if (known !== undefined && known.preemptions <= preemptions) return;
    const { program, machine, setup, points } = this;
    const { thread, pc, text } = this.placeOf(path);
    const line = userLine(machine, thread, pc);
    const schedule = scheduleOf(program, machine, { setup, choices: path, points });
    const finding = { kind, reached: true, thread: thread as ThreadId, pc: pc as Pc, line, text, schedule };
    this.ways.set(kind, { finding, preemptions });
  }

  /** Where a run fails, as far as its last state tells. */
  private placeOf(path: readonly Choice[]): { thread: number; pc: number; text: string } {
    const { machine } = this;
    this.follow(path);
    const fault = faultOf(machine);
    if (fault !== null) return { thread: fault.thread, pc: userPc(machine, fault.thread), text: fault.text };
    const thread = path.at(-1)?.thread ?? 0;
    return { thread, pc: userPc(machine, thread), text: '' };
  }

  private follow(path: readonly Choice[]): void {
    restore(this.machine, this.setup.state);
    new Stepper(this.machine, this.points).follow(path);
  }

  private meetLimit(path: readonly Choice[]): void {
    const { machine, program } = this;
    this.follow(path);
    const fault = faultOf(machine);
    this.limit ??= (fault && limitOf(fault.kind)) ?? 'run';
    if (fault !== null) this.limitLine = lineAt(program, spanAt(program, userPc(machine, fault.thread)));
  }

  /** Who goes round for ever within the bound: for each round once. */
  private findCycle(): void {
    const { machine, setup, points, most } = this;
    if (!hasNonProgressCycle([this.cycles.words()])) return;
    for (const kind of ['deadlock', 'livelock'] as const) {
      const found = findLasso(machine, setup, points, kind);
      if (found === null) this.leave('states', 0);
      else if (found.path !== null && found.preemptions <= most) {
        this.leave(null, found.preemptions);
        this.add(kind, found.path, found.preemptions);
      }
    }
  }

  /** A data race with fewer preemptions than `most`. */
  private findRace(most: number): void {
    const { machine, setup, points, limits } = this;
    const stop = (): boolean => limits.shouldStop?.('states') ?? false;
    const sought = { machine, setup, points, limits: { shouldStop: stop }, steps: RACING_STEPS };
    const { found, atLeast } = findRacingRun(sought, most);
    if (found !== null) this.add('data-race', found.path, found.preemptions);
    if (found !== null || atLeast < most) this.leave(found === null ? 'states' : null, atLeast);
  }

  /** With so many preemptions it is not known any more whether nothing fails, or known that something does. */
  private leave(limit: Limit | null, preemptions: number): void {
    this.limit ??= limit;
    this.least = Math.min(this.least, preemptions);
  }
}

const fewer = (least: Failure, each: Failure): Failure =>
  each.preemptions < least.preemptions ? each : least;
