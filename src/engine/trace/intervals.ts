/**
 * What lasts: states of threads, holds of locks, lives of objects, as runs of equal cells. A cell is a step; a track is closed where
 * its value changes, and the last interval of each stays open.
 */
import { EV_LOCK, EV_LOCK_SHARED, EV_TRY_FAILED, EV_UNLOCK, EV_UNLOCK_SHARED } from '../bytecode/event';
import type { Address, StepIndex, ThreadId } from '../bytecode/program';
import type { Owner } from '../inspect/owners';
import type { Interval, LockInterval, ObjectInterval, StateInterval } from './view';

/**
 * Intervals of one kind, several tracks beside each other; in each the next begins where the last one ended, or later. An interval is
 * never changed: the one that ends is replaced, so that whoever got the list before keeps what it was.
 */
class Tracks<T extends Interval> {
  readonly all: T[] = [];
  /** Track → index of its open interval. */
  private readonly open = new Map<number, number>();

  current(track: number): T | undefined {
    const index = this.open.get(track);
    return index === undefined ? undefined : this.all[index];
  }

  /** `value` holds from cell `from` on; what held before ends in the cell before. */
  begin(track: number, from: number, value: Omit<T, 'from' | 'to'>): void {
    const interval = { ...value, from, to: null } as unknown as T;
    const index = this.open.get(track);
    if (index !== undefined && this.all[index].from === from) {
      // It held for no cell at all.
      this.all[index] = interval;
      return;
    }
    this.end(track, from - 1);
    this.open.set(track, this.all.length);
    this.all.push(interval);
  }

  /** The last cell of the track's interval is `to`. */
  end(track: number, to: number): void {
    const index = this.open.get(track);
    if (index === undefined) return;
    this.open.delete(track);
    this.all[index] = { ...this.all[index], to: to as StepIndex };
  }
}

/** Room for the threads of one lock in a track number. */
const STRIDE = 128;

type State = StateInterval['state'];

export class StateTracks {
  private readonly tracks = new Tracks<StateInterval>();

  get all(): readonly StateInterval[] {
    return this.tracks.all;
  }

  /** In cell `step` and on, `thread` is in a state, until told otherwise. */
  set(step: number, thread: ThreadId, state: State, reason: string): void {
    const now = this.tracks.current(thread);
    if (now?.state === state && now.reason === reason) return;
    this.tracks.begin(thread, step, { thread, state, reason });
  }

  /** Whether the thread is in an interval of waiting. */
  isAtRest(thread: ThreadId): boolean {
    const state = this.tracks.current(thread)?.state;
    return state === 'blocked' || state === 'waiting';
  }

  finish(step: number, thread: ThreadId): void {
    this.tracks.end(thread, step);
  }
}

export class LockTracks {
  private readonly tracks = new Tracks<LockInterval>();
  /** Depth of recursive holds by track. */
  private readonly depth = new Map<number, number>();
  private readonly holding = new Map<Address, Set<ThreadId>>();
  /** Locks in order of first use. */
  readonly used = new Set<Address>();

  get all(): readonly LockInterval[] {
    return this.tracks.all;
  }

  /** What one event did to a lock. */
  feed(step: number, thread: ThreadId, kind: number, lock: Address): void {
    const track = lock * STRIDE + thread;
    if (kind === EV_LOCK || kind === EV_LOCK_SHARED) {
      this.used.add(lock);
      const depth = (this.depth.get(track) ?? 0) + 1;
      this.depth.set(track, depth);
      const mode = kind === EV_LOCK ? 'exclusive' : 'shared';
      if (depth > 1) return;
      this.tracks.begin(track, step, { lock, thread, mode });
      this.holding.set(lock, (this.holding.get(lock) ?? new Set()).add(thread));
    } else if (kind === EV_UNLOCK || kind === EV_UNLOCK_SHARED) {
      const depth = (this.depth.get(track) ?? 1) - 1;
      this.depth.set(track, depth);
      if (depth > 0) return;
      this.tracks.end(track, step);
      this.holding.get(lock)?.delete(thread);
    } else if (kind === EV_TRY_FAILED) {
      this.used.add(lock);
      const tried = -1 - thread;
      this.tracks.begin(tried, step, { lock, thread, mode: 'failed-try' });
      this.tracks.end(tried, step);
    }
  }

  /** Who holds a lock now. */
  holders(lock: Address): ThreadId[] {
    return [...(this.holding.get(lock) ?? [])];
  }

  /** In cell `step` the thread waits for `lock`, or for none. */
  waits(step: number, thread: ThreadId, lock: Address | null): void {
    const track: number = thread;
    const now = this.tracks.current(track);
    if (now?.lock === (lock ?? undefined)) return;
    this.tracks.end(track, step - 1);
    if (lock === null) return;
    this.used.add(lock);
    this.tracks.begin(track, step, { lock, thread, mode: 'waiting' });
  }
}

const sameOwners = (some: readonly Owner[], others: readonly Owner[]): boolean =>
  some.length === others.length &&
  some.every(({ thread, name }, i) => thread === others[i].thread && name === others[i].name);

export interface Life {
  readonly object: Address;
  readonly phase: 'alive' | 'gone';
  readonly strong: number | null;
  readonly weak: number | null;
  readonly owners: readonly Owner[];
}

export class LifeTracks {
  private readonly tracks = new Tracks<ObjectInterval>();

  get all(): readonly ObjectInterval[] {
    return this.tracks.all;
  }

  /** Since cell `step`, by what `thread` did there. */
  set(step: number, thread: ThreadId, life: Life): void {
    const now = this.tracks.current(life.object);
    const same =
      now?.phase === life.phase &&
      now.strong === life.strong &&
      now.weak === life.weak &&
      sameOwners(now.owners, life.owners);
    if (!same) this.tracks.begin(life.object, step, { ...life, thread });
  }
}
