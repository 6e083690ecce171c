/**
 * An execution under RC11 (Lahav, Vafeiadis, Kang, Hur, Dreyer, "Repairing sequential consistency in C/C++11", PLDI 2017), or a
 * beginning of one: what each thread did in its order (sb), where each read has its value from (rf), and for each location the order of its
 * writes (mo). Events are added in an order that goes along with sb and rf, which RC11 never lets run in a circle; each addition keeps
 * coherence and atomicity, so what is left to ask is whether psc is acyclic (psc.ts).
 *
 *     hb = (sb ∪ sw)⁺     rs = [W];(rf;rmw)*     sw = [⊒rel];([F];sb)?;rs;rf;[R];(sb;[F])?;[⊒acq]
 *
 * The release sequence rs is that of C++20 (P0982R1): the paper's has later stores of the same thread too.
 *
 * Happens-before is kept as vector clocks: how many events of each thread came before.
 */
import { CopiedMap } from './copied-map';
import { acquires, releases, SEQ_CST } from './orders';

/** By thread: how many of its events happened before. Never changed once made. */
export type Clock = readonly number[];

export interface GraphEvent {
  readonly thread: number;
  /** In its thread, from 1; 0 for what a location had before anybody wrote. */
  readonly index: number;
  readonly kind: 'read' | 'write' | 'rmw' | 'fence';
  /** Null for a fence. */
  readonly location: string | null;
  readonly order: number;
  /** What a read has its value from. */
  readonly source: GraphEvent | null;
  /** What a write leaves there. */
  readonly words: readonly number[];
  /** What its thread knew before it, and what happened before it, itself included. */
  readonly before: Clock;
  readonly clock: Clock;
  /** What a read of it that acquires learns; null: it does not synchronise. */
  readonly released: Clock | null;
  /** Where in the program, and in which step of a run, from 1; -1 and 0 for what a location had before anybody wrote. */
  readonly pc: number;
  readonly step: number;
}

/** One atomic object in one life. */
interface Location {
  /** In modification order. */
  readonly writes: readonly GraphEvent[];
  readonly touched: readonly GraphEvent[];
}

/** An operation, and where in the program it is. */
interface Done {
  readonly order: number;
  readonly pc: number;
  readonly step: number;
}
interface Stored extends Done {
  readonly words: readonly number[];
}

export interface Knowledge {
  /** What happened before what the thread does next. */
  readonly clock: Clock;
  /** What it read of without acquiring: an acquire fence makes it known. */
  readonly pending: Clock;
  /** What it knew at its last release fence: later relaxed stores hand that on. */
  readonly fenced: Clock | null;
}

const nothing: Clock = [];
const newborn: Knowledge = { clock: nothing, pending: nothing, fenced: null };

export function joinClocks(a: Clock, b: Clock | null): Clock {
  if (b === null || b === a) return a;
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, i) => Math.max(a[i] ?? 0, b[i] ?? 0));
}

export class ExecutionGraph {
  /** Of the accesses to atomics and the fences, in the order in which they were added. */
  private events: GraphEvent[] = [];
  private locations = new CopiedMap<string, Location>();
  private knowledge: Knowledge[] = [newborn];
  /** By thread: two words of hash of what else it did whose order matters. */
  private hashes: Hash[] = [];
  /** Of all events, and of all neighbours in modification order. */
  private sum = NO_HASH;

  clone(): ExecutionGraph {
    const copy = new ExecutionGraph();
    copy.events = this.events.slice();
    copy.locations = this.locations.clone();
    copy.knowledge = this.knowledge.slice();
    copy.hashes = this.hashes.slice();
    copy.sum = this.sum;
    return copy;
  }

  get all(): readonly GraphEvent[] {
    return this.events;
  }

  knows(thread: number): Knowledge {
    return this.knowledge[thread] ?? newborn;
  }

  clockOf(thread: number): Clock {
    return this.knows(thread).clock;
  }

  /** Counts one more event of a thread, of any kind, and answers its clock. */
  advance(thread: number): Clock {
    const { clock } = this.knows(thread);
    const after = Array.from({ length: Math.max(clock.length, thread + 1) }, (_, i) => clock[i] ?? 0);
    after[thread]++;
    this.update(thread, { clock: after });
    return after;
  }

  /** The thread learns of what happened before something else. */
  learn(thread: number, clock: Clock | null): void {
    this.update(thread, { clock: joinClocks(this.clockOf(thread), clock) });
  }

  /** Begins a location, if it is new: with what memory holds. */
  meet(location: string, words: readonly number[]): void {
    if (this.locations.get(location)) return;
    const first: GraphEvent = {
      thread: -1,
      index: 0,
      kind: 'write',
      location,
      order: 0,
      source: null,
      words,
      before: nothing,
      clock: nothing,
      released: null,
      pc: -1,
      step: 0,
    };
    this.locations.set(location, { writes: [first], touched: [] });
  }

  writesTo(location: string): readonly GraphEvent[] {
    return this.locations.get(location)?.writes ?? [];
  }

  everyLocation(): Iterable<[string, Location]> {
    return this.locations;
  }

  /** Where the newest write stands in modification order that a thread cannot fall behind: coherence of reads and writes. */
  oldest(thread: number, location: string): number {
    const { writes, touched } = this.locations.get(location) ?? NOBODY;
    const { clock } = this.knows(thread);
    let oldest = 0;
    for (const event of touched) {
      if ((clock[event.thread] ?? 0) < event.index) continue;
      const write = event.kind === 'read' ? event.source! : event;
      oldest = Math.max(oldest, writes.indexOf(write));
    }
    return oldest;
  }

  /** Whether another one has read a write and written at once: between them nothing comes. */
  isTaken(location: string, at: number): boolean {
    const { writes } = this.locations.get(location)!;
    return writes[at + 1]?.kind === 'rmw' && writes[at + 1].source === writes[at];
  }

  read(thread: number, location: string, source: GraphEvent, { order, pc, step }: Done): void {
    const before = this.clockOf(thread);
    const index = this.enter(thread, source, order);
    const clock = this.clockOf(thread);
    const { words } = source;
    this.add({
      thread,
      index,
      kind: 'read',
      location,
      order,
      source,
      words,
      before,
      clock,
      released: null,
      pc,
      step,
    });
  }

  /** `at`: its place in modification order. */
  write(thread: number, location: string, at: number, { words, order, ...where }: Stored): void {
    const before = this.clockOf(thread);
    const clock = this.advance(thread);
    const index = clock[thread];
    const released = this.releasedBy(thread, order);
    this.insert(
      {
        thread,
        index,
        kind: 'write',
        location,
        order,
        source: null,
        words,
        before,
        clock,
        released,
        ...where,
      },
      at,
    );
  }

  /** Reads one write and comes right behind it. */
  readWrite(thread: number, location: string, at: number, { words, order, ...where }: Stored): void {
    const source = this.writesTo(location)[at];
    const before = this.clockOf(thread);
    const index = this.enter(thread, source, order);
    const own = this.releasedBy(thread, order);
    // It continues the release sequences of what it read.
    const released = own === null ? source.released : joinClocks(own, source.released);
    const clock = this.clockOf(thread);
    this.insert(
      { thread, index, kind: 'rmw', location, order, source, words, before, clock, released, ...where },
      at + 1,
    );
  }

  fence(thread: number, { order, ...where }: Done): void {
    const before = this.clockOf(thread);
    if (acquires(order)) this.learn(thread, this.knows(thread).pending);
    const clock = this.advance(thread);
    if (releases(order)) this.update(thread, { fenced: clock });
    const none = { location: null, source: null, words: [], released: null };
    this.add({ thread, index: clock[thread], kind: 'fence', order, before, clock, ...where, ...none });
  }

  /** Something else that a thread did whose order with others matters: part of what tells executions apart. */
  note(thread: number, ...what: readonly number[]): void {
    this.hashes[thread] = what.reduce(absorbed, this.hashes[thread] ?? EMPTY);
  }

  /** The same for graphs that are the same, whatever order their events were added in. */
  key(): string {
    return this.keyWith(this.sum);
  }

  /** The same of a part: how many events of each thread count. What is left out has written nothing but what it had read. */
  keyUpTo(upTo: Clock): string {
    const counts = ({ thread, index }: GraphEvent): boolean => index <= (upTo[thread] ?? index);
    const kept = (source: GraphEvent): GraphEvent =>
      source.source === null || counts(source) ? source : kept(source.source);
    let sum = NO_HASH;
    for (const event of this.events)
      if (counts(event)) sum = plus(sum, hashOfEvent(event, event.source && kept(event.source)));
    for (const [location, { writes }] of this.locations) {
      const all = writes.filter(counts);
      for (let i = 1; i < all.length; i++) sum = plus(sum, hashOfPair(location, all[i - 1], all[i]));
    }
    return this.keyWith(sum);
  }

  private keyWith(sum: Hash): string {
    return this.hashes
      .reduce((all, hash, thread) => plus(all, [thread, ...hash].reduce(absorbed, EMPTY)), sum)
      .join(' ');
  }

  private enter(thread: number, source: GraphEvent, order: number): number {
    if (source.released !== null) {
      if (acquires(order)) this.learn(thread, source.released);
      else this.update(thread, { pending: joinClocks(this.knows(thread).pending, source.released) });
    }
    return this.advance(thread)[thread];
  }

  private releasedBy(thread: number, order: number): Clock | null {
    return releases(order) ? this.clockOf(thread) : this.knows(thread).fenced;
  }

  private insert(event: GraphEvent, at: number): void {
    const { writes, touched } = this.locations.get(event.location!)!;
    const location = event.location!;
    const [before, behind] = [writes[at - 1], writes.at(at)];
    this.sum = plus(this.sum, hashOfPair(location, before, event));
    if (behind !== undefined)
      this.sum = plus(
        minus(this.sum, hashOfPair(location, before, behind)),
        hashOfPair(location, event, behind),
      );
    this.locations.set(location, { writes: writes.toSpliced(at, 0, event), touched });
    this.add(event);
  }

  private add(event: GraphEvent): void {
    this.events.push(event);
    this.sum = plus(this.sum, hashOfEvent(event, event.source));
    if (event.location === null) return;
    const { writes, touched } = this.locations.get(event.location)!;
    this.locations.set(event.location, { writes, touched: [...touched, event] });
  }

  private update(thread: number, changed: Partial<Knowledge>): void {
    this.knowledge[thread] = { ...this.knows(thread), ...changed };
  }
}

/** What the graph has not met. */
const NOBODY: Location = { writes: [], touched: [] };
const KINDS: readonly GraphEvent['kind'][] = ['read', 'write', 'rmw', 'fence'];
/** Two words. */
type Hash = readonly [number, number];
const NO_HASH: Hash = [0, 0];
const EMPTY: Hash = [0x2545f491, 0x6c078965];

/** Of a set, in which one can come and go, as of a sum. */
const plus = ([a, b]: Hash, [c, d]: Hash): Hash => [(a + c) | 0, (b + d) | 0];
const minus = ([a, b]: Hash, [c, d]: Hash): Hash => [(a - c) | 0, (b - d) | 0];

function hashOfEvent({ thread, index, kind, location, order }: GraphEvent, source: GraphEvent | null): Hash {
  const [from, at] = source === null ? [-2, 0] : [source.thread, source.index];
  return [thread, index, KINDS.indexOf(kind), hashOf(location ?? ''), order, from, at].reduce(
    absorbed,
    EMPTY,
  );
}
const hashOfPair = (location: string, a: GraphEvent, b: GraphEvent): Hash =>
  [hashOf(location), a.thread, a.index, b.thread, b.index].reduce(absorbed, EMPTY);

const absorbed = ([a, b]: Hash, word: number): Hash => [
  mixed(a, word),
  mixed(b ^ 0x5bd1e995, word + 0x1e3779b9),
];
const hashOf = (text: string): number => {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
};
const mixed = (hash: number, word: number): number => {
  const one = Math.imul((hash << 13) | (hash >>> 19), 5) ^ Math.imul(word | 0, 0x5bd1e995);
  return Math.imul(one ^ (one >>> 15), 0x2c1b3c6d);
};

/** Whether an event takes part in the order of all that is sequentially consistent. */
export const isSeqCst = ({ order }: GraphEvent): boolean => order === SEQ_CST;
