/**
 * What a step did besides its access to an atomic: locks, threads and owner counts, which synchronise as the standard says and
 * are ordered as they were executed, and plain accesses, which race where nothing orders them.
 */
import { ATOMIC, conflict, ENDS, NONCOMMUTING, NOTHING, RACE_EXEMPT, WRITES } from '../../bytecode/access';
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
} from '../../bytecode/edge';
import {
  accessOf,
  EV_CHOICE,
  EV_FAULT,
  EV_FENCE,
  EV_FREE,
  EV_NOTIFY,
  EV_STORAGE_DEAD,
  edgesOf,
} from '../../bytecode/event';
import { type Clock, ExecutionGraph, joinClocks } from './execution-graph';

/** An entry of the log of a step. */
export interface Happening {
  readonly kind: number;
  readonly pc: number;
  /** The user's instruction that it belongs to; of one in the library, that of the step. */
  readonly at: number;
  /** The words it is to. */
  readonly address: number;
  readonly words: number;
  readonly value: number;
  /** A wait that asks for a stop once it waits: it and the notify of the stop are ordered by a lock of the library. */
  readonly guarded: boolean;
}

interface Access {
  readonly thread: number;
  readonly index: number;
  readonly sort: number;
  readonly pc: number;
}
/** Two accesses that race; `index`: of each in its thread. The second came first in the run that met them. */
export interface UnorderedPair {
  readonly thread: number;
  readonly pc: number;
  readonly address: number;
  readonly otherThread: number;
  readonly otherIndex: number;
  readonly otherPc: number;
  /** One of the two ends what the other uses: in another order the use comes too late. */
  readonly ends: 'block' | 'scope' | null;
}

/** Beside the bits of access.ts: what ends is a heap block. */
const FREES = 1 << 20;

/** Edges that are not those of atomics: these are the graph's. */
const EDGES = HAPPENS_BEFORE & ~(ACQUIRE | RELEASE);

/** A beginning of an execution, with all that was not an access to an atomic. */
export class PartialExecution {
  graph = new ExecutionGraph();
  races: readonly UnorderedPair[] = [];
  /** An assertion failed on the way. */
  failed = false;
  /** By word: the accesses that a later one may race with. */
  private accesses = new Map<number, readonly Access[]>();
  /** By address: what is learned by who acquires it; readers of a shared lock release into the second. */
  private released = new Map<number, Clock>();
  private releasedShared = new Map<number, Clock>();
  /** By condition variable: what was known by who notified. */
  private notified = new Map<number, Clock>();
  /** By address: who was there last, for telling executions apart. */
  private visitors = new Map<number, readonly Access[]>();

  /** By thread: the flavour of the access to a larger atomic object that it is inside of. */
  private inside: (number | undefined)[] = [];
  /** By address: how many atomic objects began there. */
  private lives = new Map<number, number>();

  clone(): PartialExecution {
    const copy = new PartialExecution();
    copy.inside = this.inside.slice();
    copy.lives = new Map(this.lives);
    copy.graph = this.graph.clone();
    copy.races = this.races;
    copy.failed = this.failed;
    copy.accesses = new Map(this.accesses);
    copy.released = new Map(this.released);
    copy.releasedShared = new Map(this.releasedShared);
    copy.notified = new Map(this.notified);
    copy.visitors = new Map(this.visitors);
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

  /** Another object begins there. Only atomic objects have lives. */
  rename(address: number): void {
    this.lives.set(address, (this.lives.get(address) ?? 0) + 1);
  }

  /** An access to an atomic that the graph has taken in, as others may race with it. */
  atomic(thread: number, { address, words, at: pc }: Happening, writes: boolean): void {
    this.access(thread, address, words, pc, ATOMIC | (writes ? WRITES : 0));
  }

  /** Everything else. */
  take(thread: number, { kind, at: pc, address, words, value, guarded }: Happening): void {
    if (kind === EV_CHOICE) {
      this.graph.note(thread, address);
      return;
    }
    if (kind === EV_FENCE) {
      this.graph.fence(thread, { order: value, pc });
      return;
    }
    if (kind === EV_STORAGE_DEAD) {
      this.graph.advance(thread);
      this.access(thread, address, words, pc, WRITES | ENDS);
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
    if (edges !== 0 || (access & ATOMIC) !== 0) this.visit(thread, address, access, pc);
    else if ((access & RACE_EXEMPT) === 0) {
      this.graph.advance(thread);
      this.access(thread, address, words, pc, access | (kind === EV_FREE ? FREES : 0));
    }
  }

  private access(thread: number, address: number, words: number, pc: number, sort: number): void {
    const clock = this.graph.clockOf(thread);
    for (let word = address; word < address + Math.max(words, 1); word++) {
      const before = this.accesses.get(word) ?? [];
      for (const other of before) {
        if (other.thread === thread || (clock[other.thread] ?? 0) >= other.index) continue;
        if (conflict(sort, other.sort))
          this.race({
            thread,
            pc,
            address: word,
            otherThread: other.thread,
            otherIndex: other.index,
            otherPc: other.pc,
            ends: endsOf(sort | other.sort),
          });
      }
      const kept = before.filter((other) => other.thread !== thread || other.sort !== sort);
      this.accesses.set(word, [...kept, { thread, index: clock[thread], sort, pc }]);
    }
  }

  private race(pair: UnorderedPair): void {
    // What comes behind a failed assertion, no run reaches.
    if (this.failed) return;
    if (!this.races.some(({ pc, otherPc }) => pc === pair.pc && otherPc === pair.otherPc))
      this.races = [...this.races, pair];
  }

  /** Two that were there are told apart by who came first if their order matters. */
  private visit(thread: number, address: number, sort: number, pc: number): void {
    const index = this.graph.advance(thread)[thread];
    const before = this.visitors.get(address) ?? [];
    const matters = (sort & NONCOMMUTING) !== 0;
    for (const other of before)
      if (matters || (other.sort & NONCOMMUTING) !== 0)
        this.graph.note(thread, address, index, other.thread, other.index);
    const kept = matters && (sort & WRITES) !== 0 ? [] : before;
    this.visitors.set(address, [...kept, { thread, index, sort, pc }]);
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

  private add(table: Map<number, Clock>, thread: number, address: number): void {
    table.set(address, joinClocks(this.graph.advance(thread), table.get(address) ?? null));
  }
}

function endsOf(sorts: number): UnorderedPair['ends'] {
  if ((sorts & ENDS) === 0) return null;
  return (sorts & FREES) !== 0 ? 'block' : 'scope';
}
