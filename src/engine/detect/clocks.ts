/**
 * Happens-before by vector clocks, fed with the events of a run in order. Dense rows, no allocation per event.
 *
 * A thread's clock counts its releases (FastTrack, Flanagan & Freund, PLDI 2009): an event of thread t at clock c happened
 * before what thread u does now exactly if u's row knows c of t. What counts as an edge is a choice, because three questions are
 * asked: C++'s happens-before (races), what must hold in other schedules too (lock order), what caused what (shading a trace).
 */
import {
  EV_ATOMIC_ENTER,
  EV_ATOMIC_LEAVE,
  EV_ATOMIC_READ,
  EV_ATOMIC_RMW,
  EV_ATOMIC_WRITE,
  EV_COUNT_DROP,
  EV_COUNT_LOCK,
  EV_CV_WOKEN,
  EV_JOIN,
  EV_LOCK,
  EV_LOCK_SHARED,
  EV_NOTIFY,
  EV_SPAWN,
  EV_UNLOCK,
  EV_UNLOCK_SHARED,
} from '../bytecode/event';

export interface Edges {
  /** From the release of a mutex to its next owner. */
  readonly locks: boolean;
  /** From a drop of a shared owner to the last drop and to weak_ptr::lock. */
  readonly counts: boolean;
  /** From notify to the thread it wakes. Not in C++'s happens-before: only the mutex orders the two. */
  readonly notify: boolean;
}
/** C++'s own relation: [intro.races], and what shared_ptr promises to destructors. */
export const HAPPENS_BEFORE: Edges = { locks: true, counts: true, notify: false };
/** What does not depend on who was first at a lock. */
export const MUST_ORDER: Edges = { locks: false, counts: false, notify: true };
export const CAUSES: Edges = { locks: true, counts: true, notify: true };

/** Row stride: no run may have more threads. */
export const MAX_THREADS = 64;
/** Operand of AENTER: 0 load, 1 store, 2 read-modify-write. */
const FLAVOUR_STORE = 1;

export class Clocks {
  /** Threads started so far; entries of a row beyond it are zero. */
  private threads = 1;
  private readonly rows = new Int32Array(MAX_THREADS * MAX_THREADS);
  /** Row of a synchronising address: what a thread learns by acquiring it. Readers of a shared lock release into a second row. */
  private readonly released = new Map<number, number>();
  private pool = new Int32Array(16 * MAX_THREADS);
  private pooled = 0;
  /** What the thread that notified this one knew. */
  private readonly wakers = new Map<number, number>();
  /** Flavour + 1 of the atomic access a thread is inside of. */
  private readonly inside = new Int32Array(MAX_THREADS);

  private readonly edges: Edges;

  constructor(edges: Edges) {
    this.edges = edges;
    this.rows[0] = 1;
  }

  reset(): void {
    this.rows.fill(0, 0, this.threads * MAX_THREADS);
    this.rows[0] = 1;
    this.inside.fill(0);
    this.threads = 1;
    this.pooled = 0;
    this.released.clear();
    this.wakers.clear();
  }

  /** A thread's own clock: the stamp of what it does now. */
  now(thread: number): number {
    return this.rows[thread * MAX_THREADS + thread];
  }

  /** The latest clock of `other` that happened before what `thread` does now. */
  known(thread: number, other: number): number {
    return this.rows[thread * MAX_THREADS + other];
  }

  isInsideAtomic(thread: number): boolean {
    return this.inside[thread] !== 0;
  }

  /** A new stamp for `thread`, where stamps must tell more apart than releases. */
  tick(thread: number): void {
    this.rows[thread * MAX_THREADS + thread]++;
  }

  /** Copies the row of `thread` for keeping. */
  row(thread: number): Int32Array {
    return this.rows.slice(thread * MAX_THREADS, thread * MAX_THREADS + this.threads);
  }

  /** Applies what one event orders. Kinds that order nothing are ignored. */
  feed(thread: number, kind: number, address: number, value: number): void {
    const { locks, counts, notify } = this.edges;
    const exclusive = address * 2;
    const shared = exclusive + 1;
    switch (kind) {
      case EV_SPAWN:
        this.spawn(thread, address);
        break;
      case EV_JOIN:
        this.learn(thread, this.rows, address * MAX_THREADS);
        break;
      case EV_LOCK:
        if (locks) this.acquire(thread, exclusive);
        if (locks) this.acquire(thread, shared);
        break;
      case EV_LOCK_SHARED:
        if (locks) this.acquire(thread, exclusive);
        break;
      case EV_UNLOCK:
        if (locks) this.release(thread, this.released, exclusive, false);
        break;
      case EV_UNLOCK_SHARED:
        if (locks) this.release(thread, this.released, shared, true);
        break;
      case EV_ATOMIC_READ:
        this.acquire(thread, exclusive);
        break;
      case EV_ATOMIC_WRITE:
        this.release(thread, this.released, exclusive, false);
        break;
      case EV_ATOMIC_RMW:
        this.acquire(thread, exclusive);
        this.release(thread, this.released, exclusive, false);
        break;
      case EV_ATOMIC_ENTER:
        this.inside[thread] = value + 1;
        if (value !== FLAVOUR_STORE) this.acquire(thread, exclusive);
        break;
      case EV_ATOMIC_LEAVE:
        if (this.inside[thread] > FLAVOUR_STORE) this.release(thread, this.released, exclusive, false);
        this.inside[thread] = 0;
        break;
      case EV_COUNT_DROP:
        if (counts && value === 0) this.acquire(thread, exclusive);
        if (counts) this.release(thread, this.released, exclusive, true);
        break;
      case EV_COUNT_LOCK:
        if (counts && value !== 0) this.acquire(thread, exclusive);
        break;
      case EV_NOTIFY:
        if (notify && value !== 0) this.release(thread, this.wakers, value - 1, false);
        break;
      case EV_CV_WOKEN:
        if (notify) this.learnFrom(thread, this.wakers.get(thread));
        break;
    }
  }

  private spawn(parent: number, child: number): void {
    this.threads = Math.max(this.threads, child + 1);
    const to = child * MAX_THREADS;
    this.rows.copyWithin(to, parent * MAX_THREADS, parent * MAX_THREADS + MAX_THREADS);
    this.rows[to + child] = 1;
    this.tick(parent);
  }

  private acquire(thread: number, key: number): void {
    this.learnFrom(thread, this.released.get(key));
  }

  private learnFrom(thread: number, row: number | undefined): void {
    if (row !== undefined) this.learn(thread, this.pool, row);
  }

  private learn(thread: number, from: Int32Array, at: number): void {
    const to = thread * MAX_THREADS;
    for (let i = 0; i < this.threads; i++) {
      if (from[at + i] > this.rows[to + i]) this.rows[to + i] = from[at + i];
    }
  }

  /** Hands what `thread` knows to whoever acquires `key`; `add` to what others released there, or instead of it. */
  private release(thread: number, table: Map<number, number>, key: number, add: boolean): void {
    let row = table.get(key);
    if (row === undefined) {
      row = this.newRow();
      table.set(key, row);
    }
    const from = thread * MAX_THREADS;
    for (let i = 0; i < this.threads; i++) {
      if (!add || this.rows[from + i] > this.pool[row + i]) this.pool[row + i] = this.rows[from + i];
    }
    this.tick(thread);
  }

  private newRow(): number {
    const row = this.pooled;
    this.pooled += MAX_THREADS;
    if (this.pooled > this.pool.length) {
      const larger = new Int32Array(this.pool.length * 2);
      larger.set(this.pool);
      this.pool = larger;
    }
    this.pool.fill(0, row, this.pooled);
    return row;
  }
}
