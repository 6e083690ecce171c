/**
 * Persistent sets (Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems", LNCS 1032, 1996): threads that are
 * enough to try in a state, since nothing that the others can do while these stand still touches what their next steps touch.
 * What the others can do is known by what was seen of them (may-access.ts). His first algorithm, by conflicting transitions:
 *
 *     grow(t):  S := {t}
 *       while some thread u outside S could ever do, with those of S standing still, what conflicts with the next step of one of S:
 *         S := S ∪ {u}
 *       answer those of S that are enabled
 *
 * and of the sets that grow from each enabled thread the smallest. For one of S that is blocked it is enough to take a necessary enabling
 * set, one of whose steps comes before its own: the thread that it joins, or who holds the mutex that it waits for. Where that is not
 * known, all are tried.
 */
import { NONCOMMUTING } from '../../bytecode/access';
import { MAX_THREADS, type Machine } from '../../machine';
import { isLive, joinTarget, locksAwaited } from '../../machine/local';
import {
  addThread,
  clear,
  copySet,
  countBeyond,
  hasThread,
  isEmpty,
  keepOnly,
  lastThread,
  nextThread,
  sizeOf,
  threadSets,
} from '../steps/thread-sets';
import type { Knowledge } from './access-observer';
import { type AccessWindows, ENTRY, LIVE_WORDS, LOCKS, NODE, WINDOW, WINDOW_END } from './access-windows';
import type { CommutingSteps } from './commuting-steps';
import type { MayAccess } from './may-access';
import { UNKNOWN } from './reachable-unions';
import { F_DONE, F_ENABLED, F_TODO } from './search-stack';
import type { SharedWords } from './shared-words';

/** Nobody keeps a thread from its next step. */
const NOBODY = -2;

export class PersistentSets {
  private readonly machine: Machine;
  private readonly windows: AccessWindows;
  private readonly shared: SharedWords;
  private readonly mayAccess: MayAccess;
  private readonly commuting: CommutingSteps | undefined;
  /** The set that grows, and its threads as they were found. */
  private readonly growing = threadSets(1);
  private readonly members = new Int32Array(MAX_THREADS);

  constructor(
    machine: Machine,
    windows: AccessWindows,
    { shared, mayAccess, commuting }: Knowledge & { readonly mayAccess: MayAccess },
  ) {
    this.machine = machine;
    this.windows = windows;
    this.shared = shared;
    this.mayAccess = mayAccess;
    this.commuting = commuting;
  }

  /**
   * Says which threads are to be tried in the state of a frame: a persistent set of those enabled; of those that grow from one thread,
   * that with fewest threads not tried yet. `last` came here.
   */
  choose(frames: Int32Array, at: number, last: number): void {
    const { growing } = this;
    const enabled = at + F_ENABLED;
    const done = at + F_DONE;
    copySet(frames, at + F_TODO, enabled);
    const most = lastThread(frames, enabled);
    if (nextThread(frames, enabled, 0) === most) return;
    const isFirst = isEmpty(frames, done);
    const all = sizeOf(frames, enabled);
    let size = isFirst ? all : countBeyond(frames, enabled, frames, done);
    // The thread that came here first: chains of its own steps stay together.
    for (let i = -1; i <= most; i++) {
      const seed = i < 0 ? last : i;
      if (i === last || seed < 0 || !hasThread(frames, enabled, seed)) continue;
      if (!isFirst && !hasThread(frames, done, seed)) continue;
      if (!this.grow(seed, frames, enabled, all)) continue;
      const count = countBeyond(growing, 0, frames, done);
      if (count >= size) continue;
      copySet(frames, at + F_TODO, 0, growing);
      size = count;
      if (size === (isFirst ? 1 : 0)) break;
    }
  }

  /**
   * Makes the persistent set that a thread needs, of those enabled: with everyone who, going on, could touch what its members touch next,
   * and whom a blocked member waits for. False: all.
   */
  private grow(seed: number, frames: Int32Array, enabled: number, all: number): boolean {
    const { windows, machine, members, growing } = this;
    const { threads } = windows;
    clear(growing, 0);
    addThread(growing, 0, seed);
    members[0] = seed;
    let count = 1;
    let tried = 1;
    for (let i = 0; i < count; i++) {
      const member = members[i];
      const blocker = hasThread(frames, enabled, member) ? NOBODY : this.blockerOf(member);
      if (blocker === UNKNOWN) return false;
      for (let other = 0; other < threads; other++) {
        if (hasThread(growing, 0, other) || !isLive(machine, other)) continue;
        if (blocker === NOBODY ? !this.disturbs(member, other) : other !== blocker) continue;
        members[count++] = other;
        addThread(growing, 0, other);
        if (hasThread(frames, enabled, other) && ++tried === all) return false;
      }
    }
    keepOnly(growing, 0, enabled, frames);
    return true;
  }

  /**
   * A thread without whose steps a blocked one cannot go on, or UNKNOWN: one that waits for a notify may get it from several. Whoever ends
   * a mutex lets those who wait for it go on too, into a fault: that stays possible until the mutex is given back, which conflicts.
   */
  private blockerOf(blocked: number): number {
    const joined = joinTarget(this.machine, blocked);
    return joined >= 0 ? joined : (locksAwaited(this.machine, blocked)[0]?.holder ?? UNKNOWN);
  }

  /** Whether `other`, going on while `member` stands still, could do what depends on the next step of `member`. */
  private disturbs(member: number, other: number): boolean {
    const { mayAccess, windows, machine } = this;
    const { live } = windows;
    const mine = member * LIVE_WORDS;
    const node = live[mine + NODE];
    if (!mayAccess.isKnown(node)) return true;
    const future = mayAccess.from(live[other * LIVE_WORDS + NODE], live[mine + LOCKS], member);
    if (future === UNKNOWN) return true;
    const { width, footprints, pool } = mayAccess;
    const footprint = node * 2 * width;
    for (let i = 0; i < width; i++) {
      const commuting = footprints[footprint + i];
      const conflicting = footprints[footprint + width + i];
      const theirCommuting = pool[future + i];
      const theirConflicting = pool[future + width + i];
      if ((conflicting & (theirCommuting | theirConflicting)) !== 0 || (commuting & theirConflicting) !== 0)
        return true;
    }
    // Its step closes its window, and a join that of the joined: also the order with what they race with matters.
    const joined = joinTarget(machine, member);
    return (
      this.opens(mine, future) ||
      (joined >= 0 && joined < windows.threads && this.opens(joined * LIVE_WORDS, future))
    );
  }

  /** Whether a future has what conflicts with an open window. */
  private opens(mine: number, future: number): boolean {
    const { width, pool } = this.mayAccess;
    const { live, entries } = this.windows;
    const { cellOf } = this.shared;
    for (let at = live[mine + WINDOW]; at < live[mine + WINDOW_END]; at += ENTRY) {
      const cell = cellOf[entries[at]];
      if (cell >>> 5 >= width) return true;
      const bit = 1 << (cell & 31);
      if ((pool[future + width + (cell >>> 5)] & bit) !== 0) return true;
      const matters = (entries[at + 1] & NONCOMMUTING) !== 0 || this.commuting?.isAdded(entries[at]) === true;
      if (matters && (pool[future + (cell >>> 5)] & bit) !== 0) return true;
    }
    return false;
  }
}
