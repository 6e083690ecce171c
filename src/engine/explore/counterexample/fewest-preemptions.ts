/**
 * The simplest way to each ending that is sought: fewest preemptions, among those fewest steps, and always the same one. Dijkstra's
 * algorithm over (state, who ran last) by (preemptions, steps): the first to come to an ending is proven to be the simplest. No
 * reduction: it would keep a representative of each partial order, and not the one with the fewest preemptions. Only the states of
 * the frontier are kept as copies. Costs are small numbers, so that buckets do for a priority queue (Dial, 1969):
 *
 *     now[n], later[n]:  nodes n steps away, with p preemptions and with p + 1
 *     for p = 0, 1, …:  for n = 0, 1, …:  for each node of now[n] whose (state, last) was not entered yet:
 *         for each thread that can step there:  its step leads to an ending that is sought: note it, if it is cheaper than what was noted
 *                                               else into now[n + 1], or into later[n + 1] if the step preempts the last one
 *       now := later
 *     until each ending is noted at a cost that no node left could lower
 */
import { doubled } from '../../../base/doubled';
import { packed } from '../../../base/hash';
import { initially } from '../../../base/sizes';
import type { ThreadId } from '../../bytecode/program';
import { endsOf } from '../../detect/ends';
import {
  checkpoint,
  createMachine,
  FAULTED,
  type Machine,
  pickCount,
  restore,
  type SchedulePoints,
  stateWords,
} from '../../machine';
import { couldGoOn } from '../../schedule/preemption';
import { longestRun } from '../../schedule/run';
import type { Choice } from '../../schedule/schedule';
import type { CycleSteps } from '../parallel/thread-cycles';
import { AccessObserver } from '../reduction/access-observer';
import { type AccessWindows, LIVE_WORDS, WINDOW, WINDOW_END } from '../reduction/access-windows';
import { LockSets } from '../reduction/lock-sets';
import type { SharedWords } from '../reduction/shared-words';
import { FingerprintSet } from '../steps/fingerprint-set';
import type { Setup } from '../steps/setup';
import { ReversibleStepper } from '../steps/stepper';
import { enabledThreads, hasThread, threadSets } from '../steps/thread-sets';
import { type Ending, endingOfStuck, whyStuck } from './stuck';

/** Bytes of what is held at once, if the search has no other limit; of a step of the search tree. */
const MAX_MEMORY = 256 * 2 ** 20;
const STEP_BYTES = 24;
const POLL = 1024;
const NOBODY = -1;

/** Nodes with equal costs, one behind the other: id, last thread, threads, words of windows, their key; live, windows, state. */
const N_HEAD = 5;
class Bucket {
  data = new Int32Array(initially(1 << 10));
  top = 0;

  reserve(words: number): number {
    const at = this.top;
    this.top += words;
    if (this.top > this.data.length) this.data = doubled(this.data, this.top);
    return at;
  }
}

interface Hit {
  readonly id: number;
  readonly preemptions: number;
  readonly steps: number;
}

export interface FewestLimits {
  /** Bytes it may use for what grows. */
  readonly memory?: number | undefined;
  /** Runs with more are not tried. */
  readonly preemptions?: number | undefined;
  /** Asked every thousand transitions: true ends it. */
  readonly shouldStop?: ((states: number, transitions: number) => boolean) | undefined;
}

export interface Sought {
  readonly machine: Machine;
  readonly setup: Setup;
  readonly points: SchedulePoints;
  readonly shared: SharedWords;
  /** A data race is told apart by what the threads have touched: looked for together with others, it makes all of them dearer. */
  readonly endings: ReadonlySet<Ending>;
  readonly limits: FewestLimits;
  /** Told of two accesses whose order matters. */
  readonly onOrder?: (pc: number, otherPc: number) => void;
  /** Takes note of all steps. */
  readonly cycles?: CycleSteps;
}

export interface Simplest {
  /** The steps behind the set-up to each ending, as far as no limit was met before. */
  readonly found: ReadonlyMap<Ending, { readonly path: readonly Choice[]; readonly preemptions: number }>;
  /** None of the others is reached with fewer preemptions than these. */
  readonly atLeast: number;
  /** The fewest preemptions of a run that was cut off as too long; infinity if none was. */
  readonly cut: number;
  /** What ended it before all was tried. */
  readonly stopped: 'asked' | 'memory' | null;
  readonly states: number;
  readonly transitions: number;
}

export function findFewestPreemptions(sought: Sought): Simplest {
  return new Dijkstra(sought).run();
}

class Dijkstra {
  /** Of the buckets being worked on. */
  private preemptions = 0;
  private stopped: Simplest['stopped'] = null;
  /** The fewest preemptions of a run that was cut off as too long: what it would have come to is not known. */
  private cut = Number.POSITIVE_INFINITY;
  private readonly sought: Sought;
  private readonly machine: Machine;
  private readonly stepper: ReversibleStepper;
  private readonly observer: AccessObserver;
  private readonly windows: AccessWindows;
  private readonly racing: boolean;
  private readonly seen = new FingerprintSet();
  /** States, if note is taken of the steps between them. */
  private readonly known = new FingerprintSet();
  /** The cheapest way to each ending so far. */
  private readonly hits = new Map<Ending, Hit>();
  /** What the states are in which threads wait for ever, by hash. */
  private readonly stuck = new Map<number, Ending>();
  /** By steps, with this number of preemptions and with one more. */
  private now: Bucket[] = [];
  private later: Bucket[] = [];
  private held = 0;
  private readonly parents: number[] = [-1];
  private readonly threads: number[] = [0];
  private readonly picks: number[] = [0];
  private transitions = 0;
  private raced = false;
  /** Who can step from the node that is expanded. */
  private readonly ready = threadSets(1);

  constructor(sought: Sought) {
    const { machine, setup, points, shared } = sought;
    this.sought = sought;
    this.racing = sought.endings.has('data-race');
    this.machine = machine;
    restore(machine, setup.state);
    this.stepper = new ReversibleStepper(machine, points);
    const known = { shared, locks: new LockSets(), mayAccess: null };
    this.observer = new AccessObserver(machine, points, known, (pc, otherPc, race) => {
      if (race) this.raced = true;
      sought.onOrder?.(pc, otherPc);
    });
    this.windows = this.observer.windows;
  }

  run(): Simplest {
    const { limits } = this.sought;
    const most = limits.preemptions ?? Number.POSITIVE_INFINITY;
    if (!this.meet(0, 0, 0)) this.save(this.now, 0, 0, 0);
    for (; this.preemptions <= most; this.preemptions++) {
      for (let steps = 0; steps < this.now.length; steps++) {
        const bucket = this.now[steps];
        if (bucket === undefined) continue;
        for (let at = 0; at < bucket.top; ) {
          if (this.isDone(steps)) return this.simplest(Number.POSITIVE_INFINITY);
          at = this.expand(bucket, at, steps);
          if (this.stopped !== null) return this.simplest(this.preemptions);
        }
        this.held -= bucket.top;
        delete this.now[steps];
      }
      this.now = this.later;
      this.later = [];
      if (this.now.length === 0) return this.simplest(Number.POSITIVE_INFINITY);
    }
    return this.simplest(most);
  }

  /** Whether no step from a node this far away can lead to an ending at a lower cost than is known. */
  private isDone(steps: number): boolean {
    for (const ending of this.sought.endings) {
      const hit = this.hits.get(ending);
      if (hit === undefined || hit.preemptions > this.preemptions) return false;
      if (hit.preemptions === this.preemptions && hit.steps > steps + 1) return false;
    }
    return true;
  }

  /** A hit with more preemptions than were gone through may have a cheaper one beside it. */
  private simplest(most: number): Simplest {
    const found = [...this.hits].filter(([, { preemptions }]) => preemptions <= most);
    return {
      found: new Map(
        found.map(([ending, { id, preemptions }]) => [ending, { path: this.pathTo(id), preemptions }]),
      ),
      atLeast: Math.min(this.preemptions, this.cut),
      cut: this.cut,
      stopped: this.stopped,
      states: this.seen.count,
      transitions: this.transitions,
    };
  }

  /** All steps from a node. */
  private expand(bucket: Bucket, at: number, steps: number): number {
    const { machine, stepper, observer, windows, sought, seen } = this;
    const { data } = bucket;
    const id = data[at];
    const last = data[at + 1];
    const end = this.load(data, at);
    const free = last === NOBODY;
    if (!this.enterState(last)) return end;
    const here = stepper.here();
    const { top, threads, key } = windows;
    const { ready } = this;
    enabledThreads(machine, ready, 0);
    const from = sought.cycles === undefined ? -1 : this.stateNumber();
    for (let i = -1; i < threads; i++) {
      const thread = i < 0 ? last : i;
      if (thread === NOBODY || (i >= 0 && i === last) || !hasThread(ready, 0, thread)) continue;
      const more = !free && thread !== last;
      const picks = pickCount(machine, thread);
      for (let pick = 0; pick < picks; pick++) {
        this.raced = false;
        const outcome = stepper.take(thread, pick, observer);
        if (from >= 0) sought.cycles?.add(from, this.stateNumber(), thread, ready, 0);
        if (
          (++this.transitions & (POLL - 1)) === 0 &&
          sought.limits.shouldStop?.(seen.count, this.transitions)
        )
          this.stopped = 'asked';
        const child = this.parents.length;
        this.parents.push(id);
        this.threads.push(thread);
        this.picks.push(pick);
        const ended = this.meet(child, this.preemptions + (more ? 1 : 0), steps + 1);
        if (!ended && outcome !== FAULTED) {
          const next = couldGoOn(machine, thread) ? thread : NOBODY;
          if (steps < longestRun(machine.program))
            this.save(more ? this.later : this.now, steps + 1, child, next);
          else this.cut = Math.min(this.cut, this.preemptions + (more ? 1 : 0));
        }
        stepper.back(here);
        windows.top = top;
        windows.threads = threads;
        windows.key = key;
        this.loadLive(data, at);
      }
    }
    return end;
  }

  /** Takes note of what the machine has come to; whether that is sought. */
  private meet(id: number, preemptions: number, steps: number): boolean {
    let any = false;
    for (const ending of this.endings(id)) {
      if (!this.sought.endings.has(ending)) continue;
      any = true;
      const hit = this.hits.get(ending);
      const cost = hit && (hit.preemptions - preemptions || hit.steps - steps);
      if (cost === undefined || cost > 0) this.hits.set(ending, { id, preemptions, steps });
    }
    return any;
  }

  private endings(id: number): Ending[] {
    if (this.raced) return ['data-race'];
    return endsOf(this.machine).map((end) => (end === 'stuck' ? this.endingOfStuck(id) : (end as Ending)));
  }

  /** The state tells, but it takes a run that leads there to ask. */
  private endingOfStuck(id: number): Ending {
    const { machine, sought, stuck } = this;
    const { journal } = this.stepper;
    const key = packed(journal.hash0, journal.hash1);
    const known = stuck.get(key);
    if (known !== undefined) return known;
    const other = createMachine(machine.program);
    restore(other, sought.setup.state);
    const ending = endingOfStuck(whyStuck(other, sought.points, this.pathTo(id)));
    stuck.set(key, ending);
    return ending;
  }

  /** Whoever comes there. */
  private stateNumber(): number {
    const { journal } = this.stepper;
    return this.known.put(journal.hash0, journal.hash1);
  }

  /** False if the state, left by the same thread, was expanded before: at no higher cost. */
  private enterState(last: number): boolean {
    const { windows, seen } = this;
    const { journal } = this.stepper;
    const key = this.racing ? windows.key : 0;
    const salt = Math.imul(last + 1, 0x7feb352d);
    const known = seen.count;
    return seen.put(journal.hash0 ^ key ^ salt, journal.hash1 ^ Math.imul(key, 0x1b873593)) === known;
  }

  private save(buckets: Bucket[], steps: number, id: number, last: number): void {
    const { machine, windows } = this;
    const { live, entries } = windows;
    let windowWords = 0;
    if (this.racing) {
      for (let t = 0; t < windows.threads; t++)
        windowWords += live[t * LIVE_WORDS + WINDOW_END] - live[t * LIVE_WORDS + WINDOW];
    }
    const liveWords = windows.threads * LIVE_WORDS;
    const words = N_HEAD + liveWords + windowWords + stateWords(machine);
    this.held += words;
    const { memory = MAX_MEMORY } = this.sought.limits;
    const bytes = 4 * this.held + 1.5 * this.seen.bytes + STEP_BYTES * this.parents.length;
    const noted = this.known.bytes + (this.sought.cycles?.bytes ?? 0);
    if (bytes + noted > memory) this.stopped = 'memory';
    buckets[steps] ??= new Bucket();
    const bucket = buckets[steps];
    let at = bucket.reserve(words);
    const { data } = bucket;
    data[at++] = id;
    data[at++] = last;
    data[at++] = windows.threads;
    data[at++] = windowWords;
    data[at++] = windows.key;
    const saved = at;
    for (let i = 0; i < liveWords; i++) data[at++] = live[i];
    let offset = 0;
    for (let t = 0; t < windows.threads; t++) {
      const from = live[t * LIVE_WORDS + WINDOW];
      const to = this.racing ? live[t * LIVE_WORDS + WINDOW_END] : from;
      data[saved + t * LIVE_WORDS + WINDOW] = offset;
      for (let i = from; i < to; i++) data[at++] = entries[i];
      offset += to - from;
      data[saved + t * LIVE_WORDS + WINDOW_END] = offset;
    }
    checkpoint(machine, data, at);
  }

  /** Leads machine, journal and windows to a node; answers where the next one stands. */
  private load(data: Int32Array, from: number): number {
    const { machine, windows, stepper } = this;
    const threads = data[from + 2];
    const windowWords = data[from + 3];
    let at = from + N_HEAD + threads * LIVE_WORDS;
    windows.threads = threads;
    windows.key = data[from + 4];
    if (windows.entries.length < windowWords) windows.entries = doubled(windows.entries, windowWords);
    for (let i = 0; i < windowWords; i++) windows.entries[i] = data[at++];
    windows.top = windowWords;
    this.loadLive(data, from);
    restore(machine, data, at);
    stepper.journal.follow();
    return at + stateWords(machine);
  }

  private loadLive(data: Int32Array, from: number): void {
    const { live } = this.windows;
    const words = data[from + 2] * LIVE_WORDS;
    for (let i = 0; i < words; i++) live[i] = data[from + N_HEAD + i];
  }

  private pathTo(id: number): Choice[] {
    const path: Choice[] = [];
    for (let at = id; at > 0; at = this.parents[at]) {
      path.push({ thread: this.threads[at] as ThreadId, pick: this.picks[at] });
    }
    return path.reverse();
  }
}
