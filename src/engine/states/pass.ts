/**
 * One depth-first pass over the states of a program, equal ones merged. Longer than other files because the loop is one function
 * over locals: closures over what changes cost 1.7 times (PERFORMANCE.md).
 *
 * Reduction: in each state only a persistent set of threads is tried (Godefroid, "Partial-Order Methods for the Verification of
 * Concurrent Systems", LNCS 1032, 1996): nothing that the others can do while these stand still touches what their next steps
 * touch; what the others can do is learned (futures.ts). A state from which a step leads back into a strongly connected component
 * that is not yet left is expanded in full, so that no thread is ignored for ever (Valmari's and Peled's proviso); so is one where
 * the chosen step ends the run in a fault, which would hide what the others do.
 *
 * Livelocks are strongly connected components (Tarjan, 1972) in which no thread is enabled throughout without moving.
 */
import {
  canStep,
  choices,
  FAULTED,
  faultOf,
  logEnd,
  logStart,
  type Machine,
  MORE,
  step,
  threadCount,
} from '../machine';
import { Journal } from '../machine/journal';
import { isLive, joinTarget } from '../machine/local';
import type { Choice } from '../schedule/schedule';
import { WEIGHS } from './accesses';
import type { Cells } from './cells';
import { type Futures, UNKNOWN } from './futures';
import type { LockSets } from './locksets';
import { Visited } from './visited';
import { ENTRY, LIVE_WORDS, LOCKS, NODE, Watcher, WINDOW, WINDOW_END } from './watcher';

/** What a pass meets, told while the machine stands there; `path` gives the steps that led there. */
export interface Sink {
  /** A thread's access whose order with another one's matters; -1: one without an instruction. `race`: it is a data race. */
  race(pc: number, otherPc: number, thread: number, race: boolean): void;
  /** A thread's step ended in a fault. */
  fault(thread: number): void;
  /** No thread can step. */
  end(): void;
  /**
   * States that threads can go round in for ever; the path goes once round, though not by all of the threads. Bits of the threads
   * that move in these states, and of those that can in some of them.
   */
  livelock(path: readonly Choice[], moved: number, able: number): void;
  /** Every POLL transitions: whether to stop. */
  poll(states: number, transitions: number, bytes: number): boolean;
}

const POLL = 2048;
/** Two to this power words of log cost as much as a step. */
const LOG_OF_A_STEP = 6;

// A frame of the search stack; behind these the saved `live` words of the threads.
const F_STATE = 0;
const F_LOW = 1;
const F_ENABLED = 2;
/** Threads to try, and those tried. */
const F_TODO = 3;
const F_DONE = 4;
const F_THREAD = 5;
const F_PICK = 6;
const F_PICKS = 7;
const F_MARK = 8;
const F_HASH0 = 9;
const F_HASH1 = 10;
const F_TOP = 11;
const F_THREADS = 12;
/** Of the component so far: threads that moved within, threads enabled in all its states, and in any. */
const F_MOVED = 13;
const F_ALWAYS = 14;
const F_ABLE = 15;
/** What was known when the threads to try were chosen; -1: all must be. */
const F_KNOWN = 16;
const F_LAST = 17;
const F_LIVE = 18;

export type PassEnd = 'done' | 'stopped' | 'threads';

export class Pass {
  states = 0;
  transitions = 0;
  /** Steps taken, those of rehearsals too; one that logs much counts for several. */
  cost = 0;
  readonly futures: Futures | null;
  private readonly machine: Machine;
  private readonly visible: Uint8Array;
  private readonly sink: Sink;
  private readonly journal: Journal;
  private readonly watcher: Watcher;
  private readonly cells: Cells;
  private readonly visited = new Visited();
  private readonly stride: number;
  private readonly maxThreads: number;
  private frames: Int32Array;
  private depth = 0;
  private thread = 0;

  /** The machine stands where the search begins, with only main running; `visible` stops always. `futures`: with reduction. */
  constructor(
    machine: Machine,
    visible: Uint8Array,
    cells: Cells,
    locks: LockSets,
    futures: Futures | null,
    sink: Sink,
  ) {
    this.machine = machine;
    this.visible = visible;
    this.sink = sink;
    this.futures = futures;
    this.cells = cells;
    this.journal = new Journal(machine);
    this.watcher = new Watcher(machine, this.journal, cells, locks, futures, visible, (pc, otherPc, race) =>
      sink.race(pc, otherPc, this.thread, race),
    );
    this.maxThreads = Math.min(31, machine.layout.limits.threads);
    this.stride = F_LIVE + LIVE_WORDS * this.maxThreads;
    this.frames = new Int32Array(this.stride * 64);
    this.watcher.begin();
  }

  /** The steps from the beginning to where the machine stands now, the running one included. */
  path(): Choice[] {
    const found: Choice[] = [];
    for (let i = 0; i < this.depth; i++) {
      const at = i * this.stride;
      found.push({ thread: this.frames[at + F_THREAD] as Choice['thread'], pick: this.frames[at + F_PICK] });
    }
    return found;
  }

  /** Takes steps as `next` says, to learn from; then back to the beginning. Not part of the search. */
  rehearse(next: (ready: number) => number, limit: number): void {
    const { machine, journal, watcher, visible } = this;
    const mark = journal.mark;
    const { hash0, hash1 } = journal;
    this.push(0);
    for (let steps = 0; steps < limit; steps++) {
      let ready = 0;
      for (let t = 0; t < watcher.threads; t++) if (canStep(machine, t)) ready |= 1 << t;
      if (ready === 0 || watcher.threads >= this.maxThreads) break;
      const thread = next(ready);
      this.take(thread, 0, visible);
    }
    journal.undo(mark, hash0, hash1);
    this.load(0);
    this.depth = 0;
  }

  /** One step of a thread, seen by journal and watcher; answers the outcome. */
  private take(thread: number, pick: number, visible: Uint8Array): number {
    const { machine, journal, watcher } = this;
    this.thread = thread;
    let outcome: number;
    let first = true;
    do {
      outcome = step(machine, thread, pick, visible);
      this.cost += 1 + ((logEnd(machine) - logStart(machine)) >> LOG_OF_A_STEP);
      journal.commit(thread);
      watcher.step(thread, first);
      first = false;
    } while (outcome === MORE);
    watcher.arrive(thread);
    return outcome;
  }

  run(): PassEnd {
    const { machine, journal, watcher, visited, visible, sink, stride, futures } = this;
    /** By state: 1 once its component is left. */
    let closed = new Uint8Array(1024);
    /** States of components not left yet. */
    let components = new Int32Array(1024);
    let componentsTop = 0;
    /** Keys of states that are not left yet, for livelocks; and one way round for each that was met again. */
    const rounds: { target: number; path: Choice[] }[] = [];

    visited.clear();
    visited.enter(journal.hash0 ^ watcher.key, journal.hash1 ^ Math.imul(watcher.key, 0x1b873593));
    this.depth = 0;
    let enabled = this.enabled();
    if (enabled === 0) {
      // What main does alone may be all there is.
      if (faultOf(machine) === null) sink.end();
      else sink.fault(0);
      this.states = 1;
      return 'done';
    }
    let at = this.push(0);
    let { frames } = this;
    frames[at + F_ENABLED] = enabled;
    frames[at + F_ALWAYS] = enabled;
    frames[at + F_ABLE] = enabled;
    frames[at + F_LAST] = 0;
    frames[at + F_TODO] = this.choose(enabled, 0, 0);
    if (futures !== null) frames[at + F_KNOWN] = futures.version;
    components[componentsTop++] = 0;

    for (;;) {
      // The next thread or pick of the top frame.
      let thread = frames[at + F_THREAD];
      let pick = frames[at + F_PICK] + 1;
      if (pick >= frames[at + F_PICKS]) {
        let left = frames[at + F_TODO] & ~frames[at + F_DONE];
        if (
          left !== 0 &&
          futures !== null &&
          frames[at + F_KNOWN] >= 0 &&
          frames[at + F_KNOWN] !== futures.version
        ) {
          // What was explored meanwhile may tell that the threads tried already are enough.
          frames[at + F_KNOWN] = futures.version;
          frames[at + F_TODO] = this.choose(frames[at + F_ENABLED], frames[at + F_LAST], frames[at + F_DONE]);
          left = frames[at + F_TODO] & ~frames[at + F_DONE];
        }
        if (left === 0) {
          // The state is done.
          const number = frames[at + F_STATE];
          const low = frames[at + F_LOW];
          if (low === number) {
            while (componentsTop > 0 && components[componentsTop - 1] >= number)
              closed[components[--componentsTop]] = 1;
            if (rounds.length > 0) {
              if ((frames[at + F_ALWAYS] & ~frames[at + F_MOVED]) === 0 && frames[at + F_MOVED] !== 0) {
                const round = rounds.find(({ target }) => target >= number);
                if (round) sink.livelock(round.path, frames[at + F_MOVED], frames[at + F_ABLE]);
              }
              for (let i = rounds.length - 1; i >= 0; i--)
                if (rounds[i].target >= number) rounds.splice(i, 1);
            }
          }
          this.depth--;
          if (this.depth === 0) break;
          const child = at;
          at -= stride;
          if (low !== number) {
            if (low < frames[at + F_LOW]) frames[at + F_LOW] = low;
            frames[at + F_MOVED] |= frames[child + F_MOVED] | (1 << frames[at + F_THREAD]);
            frames[at + F_ALWAYS] &= frames[child + F_ALWAYS];
            frames[at + F_ABLE] |= frames[child + F_ABLE];
          }
          journal.undo(frames[at + F_MARK], frames[at + F_HASH0], frames[at + F_HASH1]);
          this.load(at);
          continue;
        }
        // The thread that came here goes on first, then the others in order.
        const last = frames[at + F_LAST];
        thread = (left & (1 << last)) !== 0 ? last : 31 - Math.clz32(left & -left);
        frames[at + F_DONE] |= 1 << thread;
        frames[at + F_THREAD] = thread;
        frames[at + F_PICKS] = choices(machine, thread);
        pick = 0;
      }
      frames[at + F_PICK] = pick;

      const known = futures === null ? 0 : futures.accesses;
      const outcome = this.take(thread, pick, visible);
      this.transitions++;
      if ((this.transitions & (POLL - 1)) === 0) {
        const grown = visited.bytes + journal.bytes + watcher.windows.byteLength + this.frames.byteLength;
        // While a table doubles, the old one is still there.
        const bytes = 1.5 * (grown + closed.byteLength + components.byteLength);
        if (sink.poll(visited.count, this.transitions, bytes)) {
          this.states = visited.count;
          return 'stopped';
        }
      }
      if (watcher.threads >= this.maxThreads) {
        this.states = visited.count;
        return 'threads';
      }
      // The threads to try were chosen by what was known of this step: choose again on coming back.
      if (futures !== null && futures.accesses !== known && frames[at + F_KNOWN] >= 0) {
        frames[at + F_TODO] = frames[at + F_ENABLED];
        frames[at + F_KNOWN] = 0;
      }

      let number = 0;
      if (outcome === FAULTED) {
        frames[at + F_TODO] = frames[at + F_ENABLED];
        frames[at + F_KNOWN] = -1;
        sink.fault(thread);
      } else {
        const key = watcher.key;
        const key0 = journal.hash0 ^ key;
        const key1 = journal.hash1 ^ Math.imul(key, 0x1b873593);
        number = visited.enter(key0, key1);
        if (number < 0) {
          number = visited.count - 1;
          if (number >= closed.length) {
            const longer = new Uint8Array(closed.length * 2);
            longer.set(closed);
            closed = longer;
          }
          enabled = this.enabled();
          if (enabled !== 0) {
            at = this.push(number);
            frames = this.frames;
            frames[at + F_ENABLED] = enabled;
            frames[at + F_ALWAYS] = enabled;
            frames[at + F_ABLE] = enabled;
            frames[at + F_LAST] = thread;
            frames[at + F_TODO] = this.choose(enabled, thread, 0);
            if (futures !== null) frames[at + F_KNOWN] = futures.version;
            if (componentsTop === components.length) {
              const longer = new Int32Array(components.length * 2);
              longer.set(components);
              components = longer;
            }
            components[componentsTop++] = number;
            continue;
          }
          closed[number] = 1;
          sink.end();
        } else if (closed[number] === 0) {
          if (number < frames[at + F_LOW]) frames[at + F_LOW] = number;
          frames[at + F_MOVED] |= 1 << thread;
          frames[at + F_TODO] = frames[at + F_ENABLED];
          frames[at + F_KNOWN] = -1;
          if (rounds.length < 64 && !rounds.some(({ target }) => target === number))
            rounds.push({ target: number, path: this.path() });
        }
      }
      journal.undo(frames[at + F_MARK], frames[at + F_HASH0], frames[at + F_HASH1]);
      this.load(at);
    }
    this.states = visited.count;
    return 'done';
  }

  private enabled(): number {
    let enabled = 0;
    const count = threadCount(this.machine);
    for (let thread = 0; thread < count; thread++) if (canStep(this.machine, thread)) enabled |= 1 << thread;
    return enabled;
  }

  /** A new frame for the state the machine is in. */
  private push(state: number): number {
    const { journal, watcher, stride } = this;
    const at = this.depth * stride;
    if (at + stride > this.frames.length) {
      const longer = new Int32Array(this.frames.length * 2);
      longer.set(this.frames);
      this.frames = longer;
    }
    const { frames } = this;
    frames[at + F_STATE] = state;
    frames[at + F_LOW] = state;
    frames[at + F_DONE] = 0;
    frames[at + F_THREAD] = 0;
    frames[at + F_PICK] = 0;
    frames[at + F_PICKS] = 0;
    frames[at + F_MARK] = journal.mark;
    frames[at + F_HASH0] = journal.hash0;
    frames[at + F_HASH1] = journal.hash1;
    frames[at + F_TOP] = watcher.top;
    frames[at + F_THREADS] = watcher.threads;
    frames[at + F_MOVED] = 0;
    frames[at + F_KNOWN] = 0;
    const { live } = watcher;
    const count = watcher.threads * LIVE_WORDS;
    for (let i = 0; i < count; i++) frames[at + F_LIVE + i] = live[i];
    this.depth++;
    return at;
  }

  /** Threads, windows and nodes as they were in a frame's state. */
  private load(at: number): void {
    const { frames, watcher } = this;
    const { live } = watcher;
    watcher.top = frames[at + F_TOP];
    watcher.threads = frames[at + F_THREADS];
    const count = watcher.threads * LIVE_WORDS;
    for (let i = 0; i < count; i++) live[i] = frames[at + F_LIVE + i];
  }

  /** A persistent set among the enabled threads: of those that grow from one thread, that with fewest threads not tried yet. */
  private choose(enabled: number, last: number, done: number): number {
    if (this.futures === null || (enabled & (enabled - 1)) === 0) return enabled;
    let best = enabled;
    let size = bits(enabled & ~done);
    // The thread that came here first: chains of its own steps stay together.
    for (let i = -1; i < 31 && (i < 0 || 1 << i <= enabled); i++) {
      const seed = i < 0 ? last : i;
      if (i === last || (enabled & (1 << seed)) === 0 || (done !== 0 && (done & (1 << seed)) === 0)) continue;
      const set = this.grow(1 << seed, enabled);
      const count = bits(set & ~done);
      if (count >= size) continue;
      best = set;
      size = count;
      if (size === (done === 0 ? 1 : 0)) break;
    }
    return best;
  }

  /** The persistent set that a thread needs: with everyone who, going on, could touch what its members touch next. */
  private grow(seed: number, enabled: number): number {
    const { watcher, machine } = this;
    let set = seed;
    let unchecked = seed;
    while (unchecked !== 0) {
      const member = 31 - Math.clz32(unchecked & -unchecked);
      unchecked &= unchecked - 1;
      for (let other = 0; other < watcher.threads; other++) {
        const bit = 1 << other;
        if ((set & bit) !== 0 || !isLive(machine, other) || !this.disturbs(member, other)) continue;
        if ((enabled & bit) === 0) return enabled;
        set |= bit;
        unchecked |= bit;
        if (set === enabled) return enabled;
      }
    }
    return set;
  }

  /** Whether `other`, going on while `member` stands still, could do what depends on the next step of `member`. */
  private disturbs(member: number, other: number): boolean {
    const futures = this.futures!;
    const { watcher, machine } = this;
    const { live } = watcher;
    const mine = member * LIVE_WORDS;
    const node = live[mine + NODE];
    if (!futures.isKnown(node)) return true;
    const future = futures.future(live[other * LIVE_WORDS + NODE], live[mine + LOCKS], member);
    if (future === UNKNOWN) return true;
    const { width, footprints, pool } = futures;
    const footprint = node * 2 * width;
    for (let i = 0; i < width; i++) {
      const light = footprints[footprint + i];
      const heavy = footprints[footprint + width + i];
      const theirLight = pool[future + i];
      const theirHeavy = pool[future + width + i];
      if ((heavy & (theirLight | theirHeavy)) !== 0 || (light & theirHeavy) !== 0) return true;
    }
    // Its step closes its window, and a join that of the joined: also the order with what they race with matters.
    const joined = joinTarget(machine, member);
    return (
      this.opens(mine, future) ||
      (joined >= 0 && joined < watcher.threads && this.opens(joined * LIVE_WORDS, future))
    );
  }

  /** Whether a future has what conflicts with an open window. */
  private opens(mine: number, future: number): boolean {
    const { width, pool } = this.futures!;
    const { live, windows } = this.watcher;
    const { cellOf } = this.cells;
    for (let at = live[mine + WINDOW]; at < live[mine + WINDOW_END]; at += ENTRY) {
      const cell = cellOf[windows[at]];
      if (cell >>> 5 >= width) return true;
      const bit = 1 << (cell & 31);
      if ((pool[future + width + (cell >>> 5)] & bit) !== 0) return true;
      if ((windows[at + 1] & WEIGHS) !== 0 && (pool[future + (cell >>> 5)] & bit) !== 0) return true;
    }
    return false;
  }
}

function bits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count++;
  return count;
}
