/**
 * How many executions there are that differ: Mazurkiewicz traces, counted by optimal dynamic partial-order reduction with source sets
 * and wakeup trees (Abdulla, Aronis, Jonsson & Sagonas, "Optimal dynamic partial order reduction", POPL 2014; "Source sets", JACM
 * 2017). No execution is started that is equivalent to another.
 *
 *     from a state, while its wakeup tree has a branch b
 *         take the step of b; note the races of which it is the second event (reversals.ts)
 *         from the state behind it: sleeping is who slept and does not depend on b; the tree is that below b
 *         back in the state: b sleeps, and the reversals noted there are inserted into its tree (wakeup-tree.ts)
 *     where no thread can go on: an execution; the waiting threads race as if they had gone on
 *
 * It differs from the paper in that a reversal is inserted when the search comes back to the state where it belongs, and in what
 * reversals.ts says of locks. Threads are named in the order in which they start: so where several threads start others, each order of
 * these starts is an execution of its own. A step that ends the run in a fault is compared with all that the others would have done instead.
 */
import type { Program, ThreadId } from '../../bytecode/program';
import { endedWell } from '../../detect/ends';
import {
  createMachine,
  evenAlone,
  type Machine,
  nextPc,
  pickCount,
  restore,
  type SchedulePoints,
  threadCount,
} from '../../machine';
import { joinTarget, WORD_THREADS } from '../../machine/local';
import type { Choice } from '../../schedule/schedule';
import { setUp } from '../steps/setup';
import type { Place } from '../steps/stepper';
import { behind, dependent } from './footprint';
import { type Action, FootprintStepper, sameAction, type Taken } from './footprint-stepper';
import { HappensBefore } from './happens-before';
import { type Event, Reversals } from './reversals';
import { type Branch, type Explored, insert } from './wakeup-tree';

export interface CountLimits {
  readonly executions?: number;
  /** To take, those of all executions together; one that comes behind hundreds of others counts for several. */
  readonly transitions?: number;
  readonly shouldStop?: () => boolean;
  /** Each execution, in the order met. */
  readonly onExecution?: (path: readonly Choice[], failed: boolean) => void;
  /** It is counted once more: what onExecution has told is void. */
  readonly onAgain?: () => void;
}
export interface Count {
  /** Of a thread that waits by going round (spin-assume.ts), turns that change nothing are left out. */
  readonly executions: number;
  /** Of these, runs that ended in a fault, in threads that wait for ever, or with something left behind. */
  readonly failing: number;
  /** False if a limit was met, or a thread uses what another one's scope has ended: there are at least so many. */
  readonly exact: boolean;
  /** A thread waits by going round in some of them: with its rounds there would be no end of executions. */
  readonly rounds: boolean;
  /** Threads may come back to a state otherwise, any number of times: there are infinitely many, and no more were counted. */
  readonly endless: boolean;
  readonly transitions: number;
  /** Executions started that were equivalent to others: 0, or a defect of this file. */
  readonly redundant: number;
}

const MAX_EXECUTIONS = 100_000;
const MAX_LENGTH = 3000;
const MAX_MORE = 3;
/** log2 of the steps that are compared in the time of a transition. */
const STEPS_COMPARED_AT_ONCE = 7;

/** A state on the way, and how far it is explored. */
interface Frame extends Explored {
  readonly place: Place;
  /** Where the footprints of the steps from here on stand. */
  readonly footTop: number;
  readonly threads: number;
  readonly sleep: Taken[];
  tree: Branch[];
}

/** `points` are those of a verdict of `explore`. */
export function countExecutions(program: Program, points: SchedulePoints, limits: CountLimits = {}): Count {
  let counter = new Counter(program, points, limits);
  let count = counter.count();
  // Now it is known whose scopes hold what others use.
  for (let more = 0; more < MAX_MORE && counter.steps.isBlurred && !count.endless; more++) {
    limits.onAgain?.();
    counter = new Counter(program, points, limits, counter.steps.touched);
    count = counter.count();
  }
  return count;
}

class Counter {
  readonly steps: FootprintStepper;
  private readonly limits: CountLimits;
  private readonly machine: Machine;
  /** The states on the way, and the step taken from each but, at times, the last. */
  private readonly frames: Frame[] = [];
  private readonly events: Event[] = [];
  private readonly order = new HappensBefore();
  private readonly reversals: Reversals;
  private executions = 0;
  private failing = 0;
  private transitions = 0;
  /** Transitions, those of long executions several times: each is compared with the steps before it. */
  private work = 0;
  private redundant = 0;
  private exact = true;
  private endless = false;

  constructor(program: Program, points: SchedulePoints, limits: CountLimits, touched?: Int32Array) {
    this.limits = limits;
    this.machine = createMachine(program);
    const setup = setUp(this.machine, points);
    restore(this.machine, setup.state);
    this.steps = new FootprintStepper(this.machine, evenAlone(points), touched);
    this.reversals = new Reversals(this.events, this.order, this.machine, this.steps.spins);
  }

  count(): Count {
    const { frames, events, steps } = this;
    const { transitions: most = Number.POSITIVE_INFINITY } = this.limits;
    this.enter([], []);
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      if (!this.exact || this.endless) break;
      if (events.length === frames.length) this.comeBack(frame);
      const next = frame.tree[0];
      if (next === undefined) {
        frames.pop();
        continue;
      }
      if (frames.length >= MAX_LENGTH || this.work >= most) {
        this.exact = false;
        break;
      }
      const event = this.take(next);
      if (event.faulted) this.finish(true);
      else this.enter(stillAsleep(frame.sleep, event), next.children);
    }
    const { executions, failing, transitions, redundant, endless } = this;
    const exact = this.exact && !steps.isBlurred && !steps.isPartial && !endless;
    return { executions, failing, exact, rounds: steps.hasSpins, endless, transitions, redundant };
  }

  /** Whether the machine is in a state that it was in before on its way. */
  private isBack(here: Place): boolean {
    return this.frames.some(({ place }) => place.hash0 === here.hash0 && place.hash1 === here.hash1);
  }

  /** A state that was reached: a frame, or the end of an execution. */
  private enter(sleep: Taken[], below: readonly Branch[]): void {
    const { machine, steps, frames, events } = this;
    const place = steps.here();
    if (this.isBack(place)) {
      this.endless = true;
      return;
    }
    const threads = threadCount(machine);
    if (threads > WORD_THREADS) {
      this.exact = false;
      return;
    }
    let first: Branch[] = [];
    let any = false;
    // The thread that came here goes on first.
    const last = events.at(-1)?.thread ?? 0;
    for (let i = -1; i < threads; i++) {
      const thread = i < 0 ? last : i;
      if (thread >= threads || !steps.canGo(thread)) continue;
      any = true;
      if (first.length === 0) first = this.awake(thread, sleep);
    }
    if (!any) return this.finish(false);
    const tree = below.length > 0 ? [...below] : first;
    if (tree.length === 0) {
      this.redundant++;
      return;
    }
    frames.push({ place, footTop: steps.foot.top, threads, sleep, tree });
  }

  /** The choices of a thread that do not sleep. */
  private awake(thread: number, sleep: readonly Taken[]): Branch[] {
    return this.choices(thread)
      .filter((action) => !sleep.some((sleeper) => sameAction(sleeper, action)))
      .map((action) => ({ ...action, children: [] }));
  }

  private choices(thread: number): Action[] {
    return Array.from({ length: pickCount(this.machine, thread) }, (_, pick) => ({ thread, pick }));
  }

  /** Takes a step from the top frame: an event with its footprint and clock. */
  private take({ thread, pick }: Action): Event {
    const { machine, steps, events, order } = this;
    const at = events.length;
    const pc = nextPc(machine, thread);
    const before = threadCount(machine);
    const joined = joinTarget(machine, thread);
    const event = { ...steps.take(thread, pick), pc, reversals: new Map() };
    events.push(event);
    this.transitions++;
    this.work += 1 + (at >> STEPS_COMPARED_AT_ONCE);
    order.begin(at, thread);
    if (!event.faulted) order.learnAll(at, joined);
    this.reversals.ofEvent(at);
    order.end(at, thread, before, threadCount(machine));
    return event;
  }

  /** No thread can go on: an execution. */
  private finish(faulted: boolean): void {
    const { machine, events } = this;
    this.executions++;
    if (!faulted) this.reversals.ofWaiting(events.length);
    const failed = faulted || !endedWell(machine);
    if (failed) this.failing++;
    this.limits.onExecution?.(
      events.map(({ thread, pick }) => ({ thread: thread as ThreadId, pick })),
      failed,
    );
    const { executions: most = MAX_EXECUTIONS, shouldStop } = this.limits;
    if (this.executions >= most || ((this.executions & 63) === 0 && shouldStop?.())) this.exact = false;
  }

  /** The step taken from the top frame is explored: it goes to sleep, and the reversals that belong here are inserted. */
  private comeBack(frame: Frame): void {
    const { steps, events } = this;
    const event = events[events.length - 1];
    const { thread, pick, faulted } = event;
    this.undoTo(events.length - 1);
    frame.tree = frame.tree.filter((branch) => !sameAction(branch, event));
    frame.sleep.push({ thread, pick, foot: event.foot.slice(), faulted });
    if (faulted) {
      // What the others would have done next may as well come before the fault, or before what keeps them from it here.
      for (let other = 0; other < frame.threads; other++) {
        if (other === thread) continue;
        for (const before of this.choices(other))
          if (!insert(steps, frame, [before, { thread, pick }])) insert(steps, frame, [before]);
      }
      this.reversals.ofWaiting(events.length);
    }
    for (const sequence of event.reversals.values()) insert(steps, frame, sequence);
    steps.foot.top = frame.footTop;
  }

  /** Back to the state of a frame: that many events are left. */
  private undoTo(at: number): void {
    this.steps.back(this.frames[at].place);
    this.events.length = at;
    this.order.rewind(at);
  }
}

/** Of threads that slept before an event, those that still do behind it: their steps do not depend on it. */
function stillAsleep(sleep: readonly Taken[], event: Event): Taken[] {
  const found: Taken[] = [];
  for (const sleeper of sleep) {
    if (sleeper.thread === event.thread || sleeper.faulted) continue;
    if (dependent(sleeper.foot, event.foot, true)) continue;
    const foot = behind(sleeper.foot, event.foot);
    found.push(foot === sleeper.foot ? sleeper : { ...sleeper, foot });
  }
  return found;
}
