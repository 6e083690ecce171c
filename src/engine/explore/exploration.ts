/**
 * One search of a program: every interleaving, by merging equal states (refinement/). What the passes meet becomes findings, each with the
 * schedule that leads there.
 */
import { byGravity, type FindingKind, kindOfFault, limitOf, type RunLimit } from '../bytecode/fault';
import type { Pc, Program, ThreadId } from '../bytecode/program';
import { leftOver } from '../detect/ends';
import { lineAt, spanAt, userLine } from '../inspect/source';
import {
  blockedOn,
  createMachine,
  faultOf,
  isProcessOver,
  type Machine,
  nextPc,
  restore,
  runStatus,
  SMALL_LIMITS,
  threadCount,
  userPc,
} from '../machine';
import type { Choice, Granularity, Schedule } from '../schedule/schedule';
import { type Explosion, explosionOf } from './counterexample/explosion';
import { byKind, fewest, type Met, type SearchFinding, simplestOf } from './counterexample/failures';
import type { Bounded } from './counterexample/preemption-bound';
import {
  type Ending,
  endingOfStuck,
  kindOfCycle,
  kindOfStuck,
  whyStuck,
  whyUnfair,
} from './counterexample/stuck';
import { scheduleOf } from './counterexample/to-schedule';
import type { FairCycle } from './fairness/fair-cycles';
import { WorkPool } from './parallel/work-pool';
import { answersWithinBounds, cleanByFewer, type Large } from './partial-answers';
import { predicted } from './predict';
import { pointsOf } from './refinement/points';
import {
  alone,
  type Orders,
  type Proving,
  Refinement,
  type RefinementEnd,
  type RefinementListener,
} from './refinement/refinement';
import { scout } from './scout';
import type { Limit, SearchLimits, SearchPart } from './search-limits';
import type { Verdict } from './verdict';

const MAX_STATES = 4_000_000;
const MAX_MEMORY = 512 * 2 ** 20;
const MAX_FINDINGS = 256;
/** To hand out work and to collect it again takes as long as some 10,000 transitions. */
const LARGE = 1 << 15;

/** What its last state tells all of. */
type Simple = FindingKind & Ending;

interface Moment {
  readonly thread: number;
  readonly pc: number;
  readonly text?: string;
  readonly path?: readonly Choice[];
}

export class Exploration implements RefinementListener {
  private readonly program: Program;
  private readonly limits: SearchLimits;
  private readonly granularity: Granularity;
  private readonly orders: Orders;
  private readonly refinement: Refinement;
  private readonly machine: Machine;
  /** Led along schedules while the other one stands in the middle of a search. */
  private readonly scratch: Machine;
  private readonly met = new Map<string, Met>();
  /** What a first look met, or one within bounds, or a search that had more to learn. */
  private first: Met | null;
  private bounded: Bounded | null = null;
  /** What few orders have proven, null if nothing; undefined: they were not tried. */
  private byFewer: Verdict | null | undefined;
  private explosion: Explosion | null = null;
  private told = false;
  /** Where threads would go round for ever if nobody were fair. */
  private starving: SearchFinding | null = null;
  private limit: Limit | null = null;
  private limitLine: number | null = null;
  /** All that was to be tried was. */
  private covered = false;
  /** A run needed more than a small memory has: what is found says nothing. */
  isOutOfRoom = false;

  constructor(program: Program, limits: SearchLimits) {
    const { granularity = 'sync', orders = 'reduced' } = limits;
    this.program = program;
    this.limits = limits;
    this.granularity = granularity;
    this.orders = orders;
    this.first = orders === 'reduced' ? scout(program) : null;
    if (this.first !== null) limits.onFailure?.(this.first.finding);
    const { states = MAX_STATES, memory = MAX_MEMORY, large = LARGE } = limits;
    const proofStates = orders === 'reduced' && WorkPool.bytes(states) < memory / 2 ? states : 0;
    const options = { orders, budget: Number.POSITIVE_INFINITY, proofStates, large };
    const whole = typeof orders === 'object' && 'leftOut' in orders ? orders.leftOut.open.whole : program;
    this.refinement = new Refinement(program, pointsOf(whole, granularity), options, this);
    this.machine = this.refinement.machine;
    this.scratch = createMachine(program);
  }

  *explore(): Proving<Verdict> {
    const { refinement } = this;
    const end = yield* this.searchStates();
    if (this.byFewer != null) {
      this.limit = null;
      refinement.takeOver(this.byFewer);
    } else if (end === 'stopped' || end === 'unproven') this.limit ??= 'stopped';
    this.covered = this.limit === null;
    // What was to be tried was: but that was not all, where the rounds of loops were bounded.
    if (this.covered && typeof this.orders === 'object' && 'rounds' in this.orders) {
      this.limit = 'bound';
      this.bounded = { preemptions: null, rounds: this.orders.rounds };
    }
    const complete = this.limit === null;
    const { first } = this;
    // A race between what nothing orders and what always comes in the same order only a run shows.
    if (first !== null && ![...this.met.values()].some(({ ending }) => ending === first.ending))
      this.met.set('first', first);
    // Whatever the search has cut off: nobody waits longer for it now.
    this.scratch.longest = refinement.machine.longest;
    const { failures, minimal, found } = this.simplify(complete);
    const bounded = complete || found.length > 0 ? null : this.bounded;
    if (this.limit === 'states' || this.limit === 'memory' || this.limit === 'run') this.explain();
    const foreseen = found.some(({ kind }) => kind === 'deadlock') ? [] : this.predict();
    const findings = [...found, ...(complete ? [] : foreseen)];
    return {
      kind: findings[0]?.kind ?? 'clean',
      complete,
      limit: this.limit,
      limitLine: this.limitLine,
      bounded,
      explosion: complete ? null : this.explosion,
      states: refinement.states,
      transitions: refinement.transitions,
      allTransitions: refinement.allTransitions,
      passes: refinement.passes,
      points: refinement.learnedPoints(),
      contended: (this.byFewer ?? refinement.shared).contended,
      sharesUnguarded: (this.byFewer ?? refinement.shared).sharesUnguarded,
      findings,
      notes: complete ? [...foreseen, ...this.starved(found)] : [],
      failures,
      minimal,
    };
  }

  /** All states; but where they turn out to be many, a part of them first that tells something soon. */
  private *searchStates(): Proving<RefinementEnd> {
    const run = this.refinement.run();
    let next = run.next();
    while (!next.done) {
      if (this.first === null && this.bounded === null) {
        if (this.proveByFewer()) return 'complete';
        this.lookWithin();
      }
      next = run.next(yield next.value);
    }
    const isCut = this.limit === 'run' && this.first === null && this.met.size === 0;
    if (isCut && !this.proveByFewer() && this.orders === 'reduced') this.lookWithin();
    return next.value;
  }

  /** Tries few orders, once, where there are many or runs are long: whether they prove all. */
  private proveByFewer(): boolean {
    if (this.byFewer === undefined) this.byFewer = cleanByFewer(this.large);
    return this.byFewer !== null;
  }

  private lookWithin(): void {
    this.explain();
    for (const answer of answersWithinBounds(this.large)) {
      if ('first' in answer) {
        this.first = answer.first;
        this.limits.onFailure?.(answer.first.finding);
      } else {
        this.bounded = answer.bounded;
        const { preemptions, rounds } = answer.bounded;
        if (preemptions !== null || rounds !== null) this.limits.onBounded?.(answer.bounded);
      }
    }
  }

  private get large(): Large {
    const { program, limits, refinement, scratch: machine } = this;
    return {
      program,
      limits,
      refinement,
      machine,
      part: (more, of = program) => {
        const part = new Exploration(of, { ...limits, ...more, noMinimal: true, onFailure: () => {} });
        const verdict = alone(part.explore());
        const { covered, met, starving } = part;
        return { verdict, covered, first: [...met.values()][0], starves: starving !== null };
      },
      found: (kind, path) => this.foundAt(kind, true, { thread: path.at(-1)?.thread ?? 0, pc: 0, path }),
    };
  }

  /** Once it is known to be large: what makes it so. */
  private explain(): void {
    const { limits, orders, refinement, scratch } = this;
    const isPart = orders === 'full' || typeof orders === 'object';
    if (this.explosion !== null || this.first !== null || isPart) return;
    const { setup, points, shared } = refinement;
    this.explosion = explosionOf(scratch, setup, points, shared);
    limits.onExplosion?.(this.explosion);
  }

  /** What was met, gravest first, and the simplest schedules of it. */
  private simplify(complete: boolean): Pick<Verdict, 'failures' | 'minimal'> & { found: SearchFinding[] } {
    const met = [...this.met.values()];
    if (this.limits.noMinimal) {
      const found = met.map(({ finding }) => finding).sort(byGravity);
      return { failures: [], minimal: null, found };
    }
    const { program, scratch: machine, refinement } = this;
    const { setup, points, shared } = refinement;
    const { memory, shouldStop } = this.limits;
    const limits = { memory, shouldStop: () => shouldStop?.('simplest') ?? false };
    const scheduleOf = (path: readonly Choice[]): Schedule => this.scheduleOf(path);
    const searched = { program, machine, setup, points, shared, limits, complete, scheduleOf };
    const sorts = simplestOf(searched, met);
    const found = sorts.flatMap(({ failure: { kind, schedule }, of }) =>
      of.map(({ finding, ending }): SearchFinding => {
        // Once round by one thread does not show that all go round: only the simplest schedule does.
        if (ending === 'non-progress') return { ...finding, schedule };
        // Threads that wait are called what they are in the simplest schedule, which is to be seen there.
        return kind === finding.kind ? finding : { ...finding, kind, schedule };
      }),
    );
    return {
      failures: byKind(sorts, complete),
      minimal: fewest(sorts, complete),
      found: found.sort(byGravity),
    };
  }

  /** That threads may starve says nothing beside those that go round for ever whatever happens. */
  private starved(found: readonly SearchFinding[]): SearchFinding[] {
    const hides = found.some(({ kind }) => kind === 'livelock' || kind === 'deadlock');
    return hides || this.starving === null ? [] : [this.starving];
  }

  private predict(): SearchFinding[] {
    const { program, scratch, refinement, granularity } = this;
    return predicted(program, scratch, refinement.setup, granularity);
  }

  private meetsLimit(limit: RunLimit): void {
    this.limit ??= limit;
    this.isOutOfRoom ||= this.program.limits === SMALL_LIMITS && limit !== 'step' && limit !== 'run';
  }

  begin(): void {
    // What was told stays: what the next search goes by may be too much for it to come there again.
    this.first ??= [...this.met.values()][0] ?? null;
    this.met.clear();
    this.starving = null;
    this.limit = null;
    this.limitLine = null;
  }

  get isClean(): boolean {
    return this.met.size === 0 && this.limit === null;
  }

  race(pc: number, otherPc: number, thread: number, race: boolean): void {
    if (race)
      this.find('data-race', `${Math.min(pc, otherPc)} ${Math.max(pc, otherPc)}`, thread, pc as Pc, '');
  }

  fault(thread: number): void {
    const fault = faultOf(this.machine);
    if (fault === null) return;
    const limit = limitOf(fault.kind);
    if (limit !== null) {
      this.meetsLimit(limit);
      const { program, machine } = this;
      this.limitLine ??= lineAt(program, spanAt(program, userPc(machine, thread)));
      return;
    }
    const kind = kindOfFault(fault.kind, fault.text) as Simple;
    this.find(kind, `${fault.pc}`, thread, userPc(this.machine, thread) as Pc, fault.text);
  }

  end(): void {
    const { machine } = this;
    if (runStatus(machine) === 'stuck') {
      const waiting: string[] = [];
      for (let t = 0; t < threadCount(machine); t++)
        if (blockedOn(machine, t) !== null) waiting.push(`${t}@${nextPc(machine, t)}`);
      const key = waiting.join();
      if (this.met.has(`stuck ${key}`)) return;
      restore(this.scratch, this.refinement.setup.state);
      const why = whyStuck(this.scratch, this.refinement.points, this.refinement.path());
      const thread = why[0]?.waits[0]?.site.thread ?? 0;
      const pc = userPc(machine, thread) as Pc;
      this.add(`stuck ${key}`, kindOfStuck(why), endingOfStuck(why), { thread, pc });
      return;
    }
    if (!isProcessOver(machine)) return;
    for (const { kind, key, thread, pc } of leftOver(machine)) this.find(kind, key, thread, pc, '');
  }

  tooLong(): void {
    this.limit ??= 'run';
  }

  livelock(path: readonly Choice[], { moved, able }: FairCycle): void {
    restore(this.scratch, this.refinement.setup.state);
    const kind = kindOfCycle(this.scratch, this.refinement.points, path, moved, able);
    // One of each kind is enough: which threads take part is told by the simplest schedule.
    const { thread } = path[path.length - 1];
    this.add(`non-progress ${kind}`, kind, 'non-progress', { thread, pc: 0, path });
  }

  tooManyStates(): void {
    this.limit ??= 'states';
  }

  starves(path: readonly Choice[], thread: number): void {
    this.starving ??= this.foundAt('livelock', false, {
      thread,
      pc: userPc(this.machine, thread),
      text: whyUnfair(this.program),
      path,
    });
  }

  poll(states: number, transitions: number, bytes: number): boolean {
    const { states: most = MAX_STATES, memory = MAX_MEMORY, onProgress } = this.limits;
    onProgress?.(states, transitions);
    if (transitions >= LARGE) this.explain();
    if (this.limit === 'run' && this.met.size === 0 && this.proveByFewer()) return true;
    const met: Limit | null =
      states >= most ? 'states' : bytes >= memory ? 'memory' : this.isOver() ? 'stopped' : null;
    this.limit = met ?? this.limit;
    return met !== null;
  }

  isOver(): boolean {
    return this.isOutOfRoom || this.limits.shouldStop?.(this.part) === true;
  }

  private get part(): SearchPart {
    return this.first === null && this.met.size === 0 ? 'states' : 'other failures';
  }

  private find(kind: Simple, at: string, thread: number, pc: number, text: string): void {
    this.add(`${kind} ${at}`, kind, kind, { thread, pc, text });
  }

  /** `path`: if it is not the one the passes are on. */
  private add(key: string, kind: FindingKind, ending: Met['ending'], moment: Moment): void {
    if (this.met.has(key)) return;
    // However many there are of one kind, none of another is missed for it.
    if (this.met.size >= MAX_FINDINGS && [...this.met.values()].some((each) => each.ending === ending))
      return;
    const finding = this.foundAt(kind, true, moment);
    this.met.set(key, { finding, ending });
    if (this.first !== null || this.told) return;
    this.told = true;
    this.limits.onFailure?.(finding);
  }

  private foundAt(
    kind: FindingKind,
    reached: boolean,
    { thread, pc, text = '', path = this.refinement.path() }: Moment,
  ): SearchFinding {
    return {
      kind,
      reached,
      thread: thread as ThreadId,
      pc: pc as Pc,
      line: userLine(this.machine, thread, pc),
      text,
      schedule: this.scheduleOf(path),
    };
  }

  private scheduleOf(choices: readonly Choice[]): Schedule {
    const { program, scratch, refinement } = this;
    const { setup, points } = refinement;
    return scheduleOf(program, scratch, { setup, choices, points });
  }
}
