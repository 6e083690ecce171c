/**
 * Steps that commute though both write: they hold a mutex from its lock to its unlock within one step, and only add to what they share.
 * So `lock; ++n; unlock` in many threads is one order of them, not all: what is left to tell the orders apart is nothing. For a proof
 * alone, in which steps go on behind an unlock (movers: Lipton, "Reduction", CACM 18(12), 1975; commutative operations: Weihl, IEEE
 * Trans. Computers 37(12), 1988).
 *
 *     an unlock moves left, up to what stands before it in its thread: nobody can tell that the mutex is held, where nobody tries to lock it
 *     a hold within one step is noticed by no step that holds it so, too
 *     an addition (additions.ts) commutes with additions; a read of a word that is added to commutes with no addition, and here with no read
 *     a step that goes on behind an unlock hides what others could do just before it: a race, unless all who touch what it has touched
 *     there hold one mutex, the same whenever others run (the lockset of Eraser: Savage and others, ACM Trans. Computer Systems 15(4), 1997)
 *     an addition that stays in the thread's window (access-window.ts) is one that another access may race with: its order matters
 */
import { hasOpcode } from '../../bytecode/decode';
import { EV_ATOMIC_RMW, EV_LOCK, EV_READ, EV_UNLOCK, EV_WRITE } from '../../bytecode/event';
import { LOCK_SHARED, TRYLOCK, TRYLOCK_SHARED, UNLOCK } from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import { type SchedulePoints, withoutPoints } from '../../machine';
import { type Additions, additionsOf } from './additions';
import type { LockSet } from './lock-sets';

/** Whoever does one of these can tell that a mutex is held. */
const TELLS: ReadonlySet<number> = new Set([TRYLOCK, TRYLOCK_SHARED, LOCK_SHARED]);

/** Whether there is anything to gain, and nobody who could tell the difference. */
export function mayCommute(program: Program): boolean {
  const { plain, atomic } = additionsOf(program);
  return plain.size + atomic.size > 0 && !hasOpcode(program, TELLS);
}

/** The same points but for unlocks: a step goes on behind them. */
export const pastUnlocks = (program: Program, points: SchedulePoints): SchedulePoints =>
  withoutPoints(program, points, UNLOCK);

/** What one event is to the order of steps: what it is to any search, nothing yet, or an access that commutes with its like. */
export type Sort = 'as ever' | 'later' | 'commutes';

interface Access {
  readonly address: number;
  readonly size: number;
}

/** Sorts the events of one step, which begins with `begin`. */
export class CommutingSteps {
  /** Additions of this step, by word. */
  readonly sums = new Set<number>();
  /** By word that any step adds to, the object that it adds to: every read of one is an access whose order matters. */
  private readonly added = new Map<number, number>();
  private readonly additions: Additions;
  /** Words touched in some step before it went on behind an unlock. */
  private readonly hidden = new Set<number>();
  /** By word: the mutexes that were held whenever it was touched while others ran, and those of the last time. */
  private readonly guards = new Map<number, { readonly last: LockSet; readonly all: readonly number[] }>();
  /** Mutexes taken in this step and not given back yet. */
  private readonly holds: number[] = [];
  /** Reads that a write is still to follow, by which pc. */
  private readonly open: (Access & { readonly writePc: number })[] = [];

  constructor(program: Program) {
    this.additions = additionsOf(program);
  }

  isAdded(word: number): boolean {
    return this.added.has(word);
  }

  /** Grows with what makes accesses matter that were taken for ones that do not. */
  get version(): number {
    return this.added.size;
  }

  /** Whether nothing was hidden that could race. */
  get isGuarded(): boolean {
    for (const word of this.hidden) if (this.guards.get(word)?.all.length === 0) return false;
    return true;
  }

  hide(word: number): void {
    this.hidden.add(word);
  }

  /** A word is touched by who holds these, while others run. */
  touch(word: number, held: LockSet): void {
    const known = this.guards.get(word);
    if (known?.last === held) return;
    const all = known?.all.filter((lock) => held.has(lock)) ?? [...held.keys()];
    this.guards.set(word, { last: held, all });
  }

  begin(): void {
    this.sums.clear();
    this.holds.length = 0;
    this.open.length = 0;
  }

  sort(kind: number, pc: number, { address, size }: Access): Sort {
    switch (kind) {
      case EV_LOCK:
        this.holds.push(address);
        return 'later';
      case EV_UNLOCK:
        if (!this.holds.includes(address)) return 'as ever';
        this.holds.splice(this.holds.indexOf(address), 1);
        return 'commutes';
      case EV_READ: {
        const writePc = this.additions.plain.get(pc);
        if (writePc === undefined) return 'as ever';
        this.open.push({ address, size, writePc });
        return 'later';
      }
      case EV_WRITE: {
        const read = this.open[this.open.length - 1];
        if (read?.writePc !== pc || read.address !== address || read.size !== size) return 'as ever';
        this.open.pop();
        return this.sum({ address, size });
      }
      case EV_ATOMIC_RMW:
        return this.additions.atomic.has(pc) ? this.sum({ address, size }) : 'as ever';
      default:
        return 'as ever';
    }
  }

  /** Words of what was put off and did not become what commutes. */
  *left(): Generator<number> {
    yield* this.holds;
    for (const { address, size } of this.open) for (let i = 0; i < size; i++) yield address + i;
  }

  private sum({ address, size }: Access): Sort {
    // Part of a sum is no sum of its own: the carry comes from the other part.
    const object = address * 4 + size;
    for (let word = address; word < address + size; word++)
      if ((this.added.get(word) ?? object) !== object) return 'as ever';
    for (let word = address; word < address + size; word++) {
      this.sums.add(word);
      this.added.set(word, object);
    }
    return 'later';
  }
}
