/**
 * What a step did besides its access to an atomic: locks, threads and owner counts, which synchronise as the standard says and
 * are ordered as they were executed, and plain accesses, which race where nothing orders them.
 */
import { ATOMIC, conflict, ENDS, NONCOMMUTING, NOTHING, RACE_EXEMPT, WRITES } from '../bytecode/access';
import {
  ACQUIRE,
  COUNT_ACQUIRE,
  COUNT_RELEASE,
  ENTER,
  FORK,
  GIVE,
  GIVE_SHARED,
  HAPPENS_BEFORE,
  JOINS,
  LEAVE,
  LOADS,
  RELEASE,
  STORES,
  TAKE,
  TAKE_SHARED,
} from '../bytecode/edge';
import {
  accessOf,
  EV_CHOICE,
  EV_FAULT,
  EV_FENCE,
  EV_NOTIFY,
  EV_STORAGE_DEAD,
  edgesOf,
} from '../bytecode/event';
import { CopiedMap } from './copied-map';
import { type Clock, ExecutionGraph, joinClocks } from './execution-graph';

/** An entry of the log of a step. */
export interface Happening {
  readonly kind: number;
  readonly pc: number;
  /** Which of the events of its step it is. */
  readonly event: number;
  /** The user's instruction that it belongs to; of one in the library, that of the step. */
  readonly at: number;
  /** The words it is to. */
  readonly address: number;
  readonly words: number;
  readonly value: number;
  /** A wait that asks for a stop once it waits: it and the notify of the stop are ordered by a lock of the library. */
  readonly guarded: boolean;
}

/** An access of a thread, and where in a run it was. */
export interface Access {
  readonly thread: number;
  /** Among the events of its thread. */
  readonly index: number;
  /** Bits of access.ts. */
  readonly sort: number;
  /** The user's instruction. */
  readonly at: number;
  /** The event that it was: its instruction, its step from 1, which of that step's events. */
  readonly pc: number;
  readonly step: number;
  readonly event: number;
}
type Visit = Pick<Access, 'thread' | 'index' | 'sort'>;

/** Two accesses to a word that race: in the run that met them `before` came first. */
export interface UnorderedPair {
  readonly address: number;
  readonly now: Access;
  readonly before: Access;
}

/** Edges that are not those of atomics: these are the graph's. */
const EDGES = HAPPENS_BEFORE & ~(ACQUIRE | RELEASE);

/** A beginning of an execution, with all that was not an access to an atomic. */
export class PartialExecution {
  graph = new ExecutionGraph();
  races: readonly UnorderedPair[] = [];
  /** An assertion failed on the way. */
  failed = false;
  /** By word: the accesses that a later one may race with. */
  private accesses = new CopiedMap<number, readonly Access[]>();
  /** By address: what is learned by who acquires it; readers of a shared lock release into the second. */
  private released = new CopiedMap<number, Clock>();
  private releasedShared = new CopiedMap<number, Clock>();
  /** By condition variable: what was known by who notified. */
  private notified = new CopiedMap<number, Clock>();
  /** By address: who was there last, for telling executions apart. */
  private visitors = new CopiedMap<number, readonly Visit[]>();
  /** The step that is being taken in, from 1. */
  step = 1;

  /** By thread: the flavour of the access to a larger atomic object that it is inside of. */
  private inside: (number | undefined)[] = [];
  /** By address: how many atomic objects began there. */
  private lives = new CopiedMap<number, number>();

  clone(): PartialExecution {
    const copy = new PartialExecution();
    copy.inside = this.inside.slice();
    copy.lives = this.lives.clone();
    copy.graph = this.graph.clone();
    copy.races = this.races;
    copy.failed = this.failed;
    copy.accesses = this.accesses.clone();
    copy.released = this.released.clone();
    copy.releasedShared = this.releasedShared.clone();
    copy.notified = this.notified.clone();
    copy.visitors = this.visitors.clone();
    copy.step = this.step;
    return copy;
  }

  /** The atomic object at an address, in its present life. */
  nameOf(address: number, size: number): string {
    return `${address}+${size} ${this.lives.get(address) ?? 0}`;
  }

  /** The address that such a name is of. */
  static addressOf(name: string): number {
    return Number.parseInt(name, 10);
  }

  /** Whether an object of this name is the one that lives there now. */
  isPresent(name: string): boolean {
    const life = Number(name.slice(name.indexOf(' ') + 1));
    return life === (this.lives.get(PartialExecution.addressOf(name)) ?? 0);
  }

  /** A plain write makes other objects of the atomics there: their lives begin anew. */
  renew({ address, words }: Happening): void {
    for (let word = address; word < address + Math.max(1, words); word++)
      this.lives.set(word, (this.lives.get(word) ?? 0) + 1);
  }

  /** What is taken in from now on belongs to the next step. */
  endStep(): void {
    this.step++;
  }

  /** An access to an atomic that the graph has taken in, as others may race with it. */
  atomic(thread: number, happening: Happening, writes: boolean): void {
    this.access(thread, happening, ATOMIC | (writes ? WRITES : 0));
  }

  /** Everything else. */
  take(thread: number, happening: Happening): void {
    const { kind, at: pc, address, value, guarded } = happening;
    if (kind === EV_CHOICE) {
      this.graph.note(thread, address);
      return;
    }
    if (kind === EV_FENCE) {
      this.graph.fence(thread, { order: value, pc, step: this.step });
      return;
    }
    if (kind === EV_STORAGE_DEAD) {
      this.graph.advance(thread);
      this.access(thread, happening, WRITES | ENDS);
      return;
    }
    const access = accessOf(kind, value, this.inside[thread] !== undefined);
    const edges = edgesOf(kind, value) & EDGES;
    if (edges !== 0) this.synchronise(thread, edges, address, value);
    if (kind === EV_NOTIFY) {
      this.add(this.notified, thread, address);
      this.graph.note(thread, value);
    }
    if (guarded) this.graph.learn(thread, this.notified.get(address) ?? null);
    if (access === NOTHING || kind === EV_FAULT) return;
    if (edges !== 0 || (access & ATOMIC) !== 0) this.visit(thread, address, access);
    else if ((access & RACE_EXEMPT) === 0) {
      this.graph.advance(thread);
      this.access(thread, happening, access);
    }
  }

  private access(thread: number, { address, words, at, pc, event }: Happening, sort: number): void {
    const clock = this.graph.clockOf(thread);
    const now: Access = { thread, index: clock[thread], sort, at, pc, step: this.step, event };
    for (let word = address; word < address + Math.max(words, 1); word++) {
      const others = this.accesses.get(word) ?? [];
      for (const before of others) {
        if (before.thread === thread || (clock[before.thread] ?? 0) >= before.index) continue;
        if (conflict(sort, before.sort)) this.race({ address: word, now, before });
      }
      const kept = others.filter((other) => other.thread !== thread || other.sort !== sort);
      this.accesses.set(word, [...kept, now]);
    }
  }

  private race(pair: UnorderedPair): void {
    // What comes behind a failed assertion, no run reaches.
    if (this.failed) return;
    if (!this.races.some(({ now, before }) => now.at === pair.now.at && before.at === pair.before.at))
      this.races = [...this.races, pair];
  }

  /** Two that were there are told apart by who came first if their order matters. */
  private visit(thread: number, address: number, sort: number): void {
    const index = this.graph.advance(thread)[thread];
    const before = this.visitors.get(address) ?? [];
    const matters = (sort & NONCOMMUTING) !== 0;
    for (const other of before)
      if (matters || (other.sort & NONCOMMUTING) !== 0)
        this.graph.note(thread, address, index, other.thread, other.index);
    const kept = matters && (sort & WRITES) !== 0 ? [] : before;
    this.visitors.set(address, [...kept, { thread, index, sort }]);
  }

  private synchronise(thread: number, edges: number, address: number, value: number): void {
    const { graph } = this;
    if (edges & FORK) {
      const clock = graph.advance(thread);
      graph.learn(address, clock);
      graph.advance(address);
    }
    if (edges & JOINS) graph.learn(thread, graph.clockOf(address));
    if (edges & ENTER) this.inside[thread] = value;
    const enters = (edges & ENTER) !== 0 && value !== STORES;
    if (enters || edges & (TAKE | TAKE_SHARED | COUNT_ACQUIRE))
      graph.learn(thread, this.released.get(address) ?? null);
    if (edges & TAKE) graph.learn(thread, this.releasedShared.get(address) ?? null);
    const leaves = (edges & LEAVE) !== 0 && this.inside[thread] !== LOADS;
    if (edges & LEAVE) this.inside[thread] = undefined;
    if (leaves || edges & GIVE) this.released.set(address, graph.advance(thread));
    if (edges & COUNT_RELEASE) this.add(this.released, thread, address);
    if (edges & GIVE_SHARED) this.add(this.releasedShared, thread, address);
  }

  private add(table: CopiedMap<number, Clock>, thread: number, address: number): void {
    table.set(address, joinClocks(this.graph.advance(thread), table.get(address) ?? null));
  }
}
