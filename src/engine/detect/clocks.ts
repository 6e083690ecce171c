/**
 * Happens-before by vector clocks, fed with the events of a run in order. Dense rows, no allocation per event.
 *
 * A thread's clock counts its releases (FastTrack, Flanagan & Freund, PLDI 2009): an event of thread t at clock c happened
 * before what thread u does now exactly if u's row knows c of t. What counts as an edge is a choice, because three questions are
 * asked: C++'s happens-before (races), what must hold in other schedules too (lock order), what caused what (shading a trace).
 */
import { doubled } from '../../base/doubled';
import { initially } from '../../base/sizes';
import {
  ACQUIRE,
  COUNT_ACQUIRE,
  COUNT_RELEASE,
  ENTER,
  FORK,
  GIVE,
  GIVE_SHARED,
  JOINS,
  LEAVE,
  LOADS,
  RELEASE,
  STORES,
  TAKE,
  TAKE_SHARED,
  WAKE,
  WOKEN,
} from '../bytecode/edge';
import { edgesOf } from '../bytecode/event';

/** Row stride: no run may have more threads. */
export const MAX_THREADS = 64;

export class Clocks {
  /** Threads started so far; entries of a row beyond it are zero. */
  private threads = 1;
  private readonly rows = new Int32Array(MAX_THREADS * MAX_THREADS);
  /** Row of a synchronising address: what a thread learns by acquiring it. Readers of a shared lock release into a second row. */
  private readonly released = new Map<number, number>();
  private pool = new Int32Array(MAX_THREADS * initially(16));
  private pooled = 0;
  /** What the thread that notified this one knew. */
  private readonly wakers = new Map<number, number>();
  /** Flavour + 1 of the atomic access a thread is inside of. */
  private readonly inside = new Int32Array(MAX_THREADS);

  private readonly edges: number;

  /** `edges`: bits of edge.ts, which of them count. */
  constructor(edges: number) {
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
    const edges = edgesOf(kind, value) & this.edges;
    if (edges === 0) return;
    const exclusive = address * 2;
    const shared = exclusive + 1;
    if (edges & FORK) this.spawn(thread, address);
    if (edges & JOINS) this.learn(thread, this.rows, address * MAX_THREADS);
    if (edges & (TAKE | TAKE_SHARED | ACQUIRE | COUNT_ACQUIRE)) this.acquire(thread, exclusive);
    if (edges & TAKE) this.acquire(thread, shared);
    if (edges & (GIVE | RELEASE)) this.release(thread, this.released, exclusive, false);
    if (edges & GIVE_SHARED) this.release(thread, this.released, shared, true);
    if (edges & COUNT_RELEASE) this.release(thread, this.released, exclusive, true);
    if (edges & ENTER) {
      this.inside[thread] = value + 1;
      if (value !== STORES) this.acquire(thread, exclusive);
    }
    if (edges & LEAVE) {
      if (this.inside[thread] !== LOADS + 1) this.release(thread, this.released, exclusive, false);
      this.inside[thread] = 0;
    }
    if (edges & WAKE) this.release(thread, this.wakers, value - 1, false);
    if (edges & WOKEN) this.learnFrom(thread, this.wakers.get(thread));
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
    if (this.pooled > this.pool.length) this.pool = doubled(this.pool);
    this.pool.fill(0, row, this.pooled);
    return row;
  }
}
