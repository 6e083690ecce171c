/** Sets of held locks, interned: a set is a small number, equal sets have equal numbers, and 0 is the empty set. */
import { assert } from '../../../base/assert';
import { GIVE_SHARED, TAKE_SHARED, TAKES } from '../../bytecode/edge';
import { lockEdgeOf } from '../../bytecode/event';

/** The number of a set and an event are one key: with an address below 2^24 and one of the four lock edges below 2^53. */
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
    const edge = lockEdgeOf(kind);
    if (edge === 0) return set;
    const key = (lock * 4 + 31 - Math.clz32(edge)) * MAX_SETS + set;
    let next = this.next.get(key);
    if (next === undefined) {
      const held = new Map(this.sets[set]);
      const shared = (edge & (TAKE_SHARED | GIVE_SHARED)) !== 0;
      const name = lock * 2 + (shared ? 1 : 0);
      const count = (held.get(name) ?? 0) + ((edge & TAKES) !== 0 ? 1 : -1);
      if (count > 0) held.set(name, count);
      else held.delete(name);
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
