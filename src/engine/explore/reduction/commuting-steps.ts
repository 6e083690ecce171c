/**
 * Steps that commute though both write, for a proof alone: so `lock; ++n; unlock` in many threads is one order of them, not all. Two
 * ideas make it.
 *
 * A step is coalesced: it goes on behind an unlock. From a lock to its unlock it is R N* L (a right mover, what is between, a left mover:
 * Lipton, "Reduction", CACM 18(12), 1975), if nobody can tell that the mutex is held and what is between races with nothing. Who could tell
 * tries to lock it, takes it for reading, or destroys it; so a program that does the first two is left alone, and a search that meets the
 * third proves nothing.
 *
 * A race is seen by the one of its accesses that comes later, while the window of the other is open; and the first race of any order can
 * be had in both orders, since what happens before the one does not depend on the other. So it is missed only if both accesses stand in
 * front of an unlock that a step goes on behind, where no other thread runs. All who access a word there must hold one mutex, the same each
 * time, unless every other thread has been joined (the candidate set of Eraser: Savage and others, ACM Trans. Computer Systems 15(4),
 * 1997). The search takes each thread's every local step, in whatever order, and the mutexes held there are the thread's own doing.
 *
 * A word that threads spin on is a mutex too, if they use it as one (spin-locks.ts).
 *
 * And additions commute (additions.ts; Weihl, "Commutativity-based concurrency control for abstract data types", IEEE Trans. Computers
 * 37(12), 1988): with additions to the same object, not with what reads or stores it. The sets of accesses that the search keeps have two kinds only, those
 * that commute among each other and those that do not (may-access.ts); so a word that is added to is read by accesses of the second kind.
 */
import { EV_ATOMIC_RMW, EV_LOCK, EV_READ, EV_UNLOCK, EV_WRITE } from '../../bytecode/event';
import {
  ACAS,
  ARMW,
  LOCK,
  LOCK_SHARED,
  LOCKALL,
  TRYLOCK,
  TRYLOCK_SHARED,
  UNLOCK,
} from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import { mayRun } from '../../bytecode/reachable';
import { type SchedulePoints, withoutPoints } from '../../machine';
import { type Additions, additionsOf } from './additions';
import type { LockSet } from './lock-sets';
import { SpinLocks } from './spin-locks';

/** Above the words of the largest integer. */
const SIZES = 4;

/** Whoever does one of these can tell that a mutex is held. */
const TELLS: ReadonlySet<number> = new Set([TRYLOCK, TRYLOCK_SHARED, LOCK_SHARED]);

/** Whoever takes a mutex or a spin lock does one of these. */
const LOCKS: ReadonlySet<number> = new Set([LOCK, LOCKALL, ARMW, ACAS]);

/** Whether there is anything to gain, and nobody who could tell the difference. */
export function mayCommute(program: Program): boolean {
  return mayRun(program, LOCKS) && !mayRun(program, TELLS);
}

/** Whether an event's access is dependent as its kind says, or not, on others like it; deferred: the end of the step tells. */
export type Dependence = 'by kind' | 'deferred' | 'independent';

interface Access {
  readonly address: number;
  readonly size: number;
}

/** Sorts the events of one step, which begins with `begin`. */
export class CommutingSteps {
  /** Additions of this step, by word. */
  private readonly sums = new Set<number>();
  /** By word that any step adds to, the object that it adds to: every read of one is an access whose order matters. */
  private readonly added = new Map<number, number>();
  readonly spinLocks: SpinLocks;
  private readonly program: Program;
  private readonly additions: Additions;
  /** By word accessed in front of an unlock that a step went on behind: the mutexes held at each such unlock, and those held at the last. */
  private readonly candidates = new Map<
    number,
    { readonly last: LockSet; readonly locks: readonly number[] }
  >();
  private readonly mutexes = new Set<number>();
  private endsMutex = false;
  /** Mutexes taken in this step and not given back yet. */
  private readonly holds: number[] = [];
  /** Reads that a write is still to follow, by which pc. */
  private readonly open: (Access & { readonly writePc: number })[] = [];

  constructor(program: Program) {
    this.program = program;
    this.additions = additionsOf(program);
    this.spinLocks = new SpinLocks(program);
  }

  /** The same points but for those that give a lock back: a step goes on behind them. */
  pastUnlocks(points: SchedulePoints): SchedulePoints {
    const { releases } = this.spinLocks;
    return withoutPoints(this.program, points, (pc, opcode) => opcode === UNLOCK || releases.has(pc));
  }

  isAdded(word: number): boolean {
    return this.added.has(word);
  }

  /** Grows with what makes accesses matter that were taken for ones that do not. */
  get version(): number {
    return this.added.size + this.spinLocks.version;
  }

  /** Whether a search that has ended has proven anything: nobody could tell that steps were coalesced. */
  get isProof(): boolean {
    if (this.endsMutex || !this.spinLocks.areLocks) return false;
    for (const { locks } of this.candidates.values()) if (locks.length === 0) return false;
    return true;
  }

  /**
   * Accessed since the last synchronisation before an unlock that the step goes on behind, by a thread that holds these: nobody meets them
   * there. While not every other one has been joined.
   */
  coalesce(words: Iterable<number>, held: LockSet): void {
    for (const word of words) {
      const known = this.candidates.get(word);
      if (known?.last === held) continue;
      const locks = known?.locks.filter((lock) => held.has(lock)) ?? [...held.keys()];
      this.candidates.set(word, { last: held, locks });
    }
  }

  /** Something ends at a word, while not every other thread has been joined. */
  end(word: number): void {
    this.endsMutex ||= this.mutexes.has(word);
  }

  begin(): void {
    this.sums.clear();
    this.holds.length = 0;
    this.open.length = 0;
  }

  dependence(kind: number, pc: number, { address, size }: Access): Dependence {
    switch (kind) {
      case EV_LOCK:
        this.holds.push(address);
        this.mutexes.add(address);
        return 'deferred';
      case EV_UNLOCK:
        if (!this.holds.includes(address)) return 'by kind';
        this.holds.splice(this.holds.indexOf(address), 1);
        return 'independent';
      case EV_READ: {
        const writePc = this.additions.plain.get(pc);
        if (writePc === undefined) return 'by kind';
        this.open.push({ address, size, writePc });
        return 'deferred';
      }
      case EV_WRITE: {
        const read = this.open[this.open.length - 1];
        if (read?.writePc !== pc || read.address !== address || read.size !== size) return 'by kind';
        this.open.pop();
        return this.sum({ address, size });
      }
      case EV_ATOMIC_RMW:
        return this.additions.atomic.has(pc) ? this.sum({ address, size }) : 'by kind';
      default:
        return 'by kind';
    }
  }

  /**
   * What the end of a step tells of its deferred accesses. An addition commutes, unless others may still race with it: `inWindow` are the
   * words of which that is so. What is neither an addition nor a hold within the step is as its kind says.
   */
  *deferred(inWindow: Iterable<number>): Generator<{ readonly word: number; readonly conflicts: boolean }> {
    for (const word of inWindow) if (this.sums.delete(word)) yield { word, conflicts: true };
    for (const word of this.sums) yield { word, conflicts: false };
    for (const word of this.holds) yield { word, conflicts: true };
    for (const { address, size } of this.open)
      for (let word = address; word < address + size; word++) yield { word, conflicts: true };
  }

  private sum({ address, size }: Access): Dependence {
    // Part of a sum is no sum of its own: the carry comes from the other part.
    const object = address * SIZES + size;
    for (let word = address; word < address + size; word++)
      if ((this.added.get(word) ?? object) !== object) return 'by kind';
    for (let word = address; word < address + size; word++) {
      this.sums.add(word);
      this.added.set(word, object);
    }
    return 'deferred';
  }
}
