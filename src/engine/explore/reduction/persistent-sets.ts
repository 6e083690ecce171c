/**
 * Persistent sets (Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems", LNCS 1032, 1996): threads that are
 * enough to try in a state, since nothing that the others can do while these stand still touches what their next steps touch.
 * What the others can do is known by what was seen of them (may-access.ts). His first algorithm, by conflicting transitions:
 *
 *     grow(t):  S := {t}
 *       while some thread u outside S could ever do, with those of S standing still, what conflicts with the next step of one of S:
 *         if u is enabled:  S := S ∪ {u}
 *         else:             answer all that are enabled.  Whom u waits for would belong to S instead, and that is not known.
 *       answer S
 *
 * and of the sets that grow from each enabled thread the smallest.
 */
import { NONCOMMUTING } from '../../bytecode/access';
import type { Machine } from '../../machine';
import { isLive, joinTarget, SEARCHED_THREADS } from '../../machine/local';
import type { Knowledge } from './access-observer';
import { type AccessWindows, ENTRY, LIVE_WORDS, LOCKS, NODE, WINDOW, WINDOW_END } from './access-windows';
import type { CommutingSteps } from './commuting-steps';
import type { MayAccess } from './may-access';
import { UNKNOWN } from './reachable-unions';
import type { SharedWords } from './shared-words';

export class PersistentSets {
  private readonly machine: Machine;
  private readonly windows: AccessWindows;
  private readonly shared: SharedWords;
  private readonly mayAccess: MayAccess;
  private readonly commuting: CommutingSteps | undefined;

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

  /** A persistent set among the enabled threads: of those that grow from one thread, that with fewest threads not tried yet. */
  choose(enabled: number, last: number, done: number): number {
    if ((enabled & (enabled - 1)) === 0) return enabled;
    let best = enabled;
    let size = bits(enabled & ~done);
    // The thread that came here first: chains of its own steps stay together.
    for (let i = -1; i < SEARCHED_THREADS && (i < 0 || 1 << i <= enabled); i++) {
      const seed = i < 0 ? last : i;
      if (i === last || (enabled & (1 << seed)) === 0 || (done !== 0 && (done & (1 << seed)) === 0)) continue;
      const set = this.grow(1 << seed, enabled);
      const count = bits(set & ~done);
      if (count >= size) continue;
      best = set;
      size = count;
      if (size === (done === 0 ? 1 : 0)) break;
    }
    return best;
  }

  /** The persistent set that a thread needs: with everyone who, going on, could touch what its members touch next. */
  private grow(seed: number, enabled: number): number {
    const { windows, machine } = this;
    let set = seed;
    let unchecked = seed;
    while (unchecked !== 0) {
      const member = 31 - Math.clz32(unchecked & -unchecked);
      unchecked &= unchecked - 1;
      for (let other = 0; other < windows.threads; other++) {
        const bit = 1 << other;
        if ((set & bit) !== 0 || !isLive(machine, other) || !this.disturbs(member, other)) continue;
        if ((enabled & bit) === 0) return enabled;
        set |= bit;
        unchecked |= bit;
        if (set === enabled) return enabled;
      }
    }
    return set;
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

function bits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count++;
  return count;
}
