/** Sets of held locks as small numbers: equal sets have equal numbers. 0 is the empty set. */
import { assert } from '../../base/assert';
import { EV_LOCK, EV_LOCK_SHARED, EV_UNLOCK, EV_UNLOCK_SHARED } from '../bytecode/event';

/** The number of a set and an event are one key: with an address below 2^24 and one of four kinds below 2^53. */
const MAX_SETS = 2 ** 27;

/** lock * 2 + shared → times held */
export type LockSet = ReadonlyMap<number, number>;

export class LockSets {
  private readonly sets: LockSet[] = [new Map()];
  private readonly ids = new Map<string, number>([['', 0]]);
  /** set, event → set; filled as events are met. */
  private readonly next = new Map<number, number>();

  /** The set after an event of the log; kinds that are not about locks change nothing. */
  after(set: number, kind: number, lock: number): number {
    if (kind < EV_LOCK || kind > EV_UNLOCK_SHARED) return set;
    const key = (lock * 4 + (kind - EV_LOCK)) * MAX_SETS + set;
    let next = this.next.get(key);
    if (next === undefined) {
      const held = new Map(this.sets[set]);
      const shared = kind === EV_LOCK_SHARED || kind === EV_UNLOCK_SHARED;
      const name = lock * 2 + (shared ? 1 : 0);
      const count = (held.get(name) ?? 0) + (kind === EV_LOCK || kind === EV_LOCK_SHARED ? 1 : -1);
      if (count > 0) held.set(name, count);
      else held.delete(name);
      if (kind === EV_UNLOCK && count < 0) held.delete(name);
      next = this.intern(held);
      this.next.set(key, next);
    }
    return next;
  }

  held(set: number): LockSet {
    return this.sets[set];
  }

  /** Whether who holds this set keeps another from taking a lock. */
  blocks(set: number, lock: number, shared: boolean): boolean {
    const held = this.sets[set];
    return held.has(lock * 2) || (!shared && held.has(lock * 2 + 1));
  }

  /** The number of a set. */
  intern(held: LockSet): number {
    const key = [...held]
      .sort(([a], [b]) => a - b)
      .map(([name, count]) => `${name}:${count}`)
      .join();
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.sets.length;
      assert(id < MAX_SETS, 'more sets of locks than a key has room for');
      this.sets.push(held);
      this.ids.set(key, id);
    }
    return id;
  }
}
