/**
 * The races of an execution, and what their reversal takes: an event and an earlier one of another thread that depend on each other, with
 * nothing between them that orders them (Abdulla, Aronis, Jonsson & Sagonas, POPL 2014). The other order is explored from the
 * state before the earlier one:
 *
 *     for each earlier event e that the newest event n does not yet know of, the newest first
 *         if e and n depend on each other
 *             if n could have come before e
 *                 note at e: all events behind e that do not come after e, then n
 *             n knows of e
 *
 * Two things differ from the paper. A step that waits for a lock races with the step that took the lock, not with the one that gave it
 * back, which it cannot precede. And a thread that waits at the end of an execution, for a lock or by spinning, races as if it had gone on.
 */
import { LOCK_ENDS } from '../../bytecode/access';
import { accessOf, EV_LOCK, EV_LOCK_SHARED } from '../../bytecode/event';
import { blockedOn, canStep, type Machine, nextPc, threadCount } from '../../machine';
import { wantedLocks } from '../../machine/local';
import { ACQUIRES, ahead, dependent, entriesDepend, FOOT, WAITED } from './footprint';
import type { Action, Taken } from './footprint-stepper';
import type { HappensBefore } from './happens-before';
import type { SpinAssume } from './spin-assume';

/** A step of the execution on the stack, and the reversals that begin in the state before it. */
export interface Event extends Taken {
  /** The instruction it begins at. */
  readonly pc: number;
  readonly reversals: Map<string, readonly Action[]>;
}

/** What an event is compared as: one that has happened, or that would if its thread could go on. */
interface Second extends Action {
  readonly at: number;
  readonly foot: Int32Array;
}

export class Reversals {
  private readonly events: readonly Event[];
  private readonly order: HappensBefore;
  private readonly machine: Machine;
  private readonly spins: SpinAssume;

  /** `events`: the stack, which grows and shrinks. */
  constructor(events: readonly Event[], order: HappensBefore, machine: Machine, spins: SpinAssume) {
    this.events = events;
    this.order = order;
    this.machine = machine;
    this.spins = spins;
  }

  /** Notes the races of which the newest event is the second, and what it comes after: its clock has its thread's past so far. */
  ofEvent(at: number): void {
    const event = this.events[at];
    const second = { at, thread: event.thread, pick: event.pick, foot: event.foot };
    if (this.spins.mayBeginAt(event.pc) && !event.faulted) this.noteAll(second);
    if (hasWaited(event.foot)) this.noteLocks(second);
    // As it would be directly behind the event it is compared with.
    let { foot } = event;
    for (let before = at - 1; before >= 0; before--) {
      const other = this.events[before];
      if (other.thread === event.thread || this.order.knows(at, before)) continue;
      if (!event.faulted) {
        if (!dependent(other.foot, foot, false)) {
          foot = ahead(foot, other.foot);
          continue;
        }
        if (canPrecede(foot, other.foot)) this.note(before, second);
      } else this.note(before, second);
      this.order.learn(at, before);
    }
  }

  /** Notes the races of the threads that wait for a lock, or by spinning, behind the first `end` events: as if they had gone on. */
  ofWaiting(end: number): void {
    const { machine, spins, order } = this;
    for (let thread = 0; thread < threadCount(machine); thread++) {
      const isLocked = blockedOn(machine, thread)?.kind === 'lock';
      const spin = canStep(machine, thread) ? spins.spin(thread) : null;
      if (!isLocked && spin === null) continue;
      const wanted: number[] = spin === null ? [] : [...spin.look];
      wantedLocks(machine, thread, (lock, shared) =>
        wanted.push(lock, ACQUIRES | accessOf(shared ? EV_LOCK_SHARED : EV_LOCK, 1, false), 0),
      );
      order.begin(end, thread);
      const second = { at: end, thread, pick: 0, foot: Int32Array.from(wanted) };
      this.noteLocks(second);
      if (spins.mayBeginAt(nextPc(machine, thread))) this.noteAll(second);
    }
  }

  /** Races of an event that takes locks with those that took them before. */
  private noteLocks(second: Second): void {
    const { events, order } = this;
    const known = order.fork(second.at);
    for (let before = second.at - 1; before >= 0; before--) {
      const other = events[before];
      if (other.thread === second.thread || order.knows(known, before)) continue;
      if (!wantSameLock(second.foot, other.foot)) continue;
      this.note(before, second);
      order.learn(known, before);
    }
  }

  /**
   * Races of an event that may have been waited for, or still is, with all that touched what it looks at: it may have been possible
   * before several of them though it was not between them.
   */
  private noteAll(second: Second): void {
    const { events, order } = this;
    for (let before = second.at - 1; before >= 0; before--) {
      const other = events[before];
      if (other.thread === second.thread || order.knows(second.at, before)) continue;
      if (dependent(other.foot, second.foot, false)) this.note(before, second);
    }
  }

  /** The other order of the event `first` and of `second` is to be explored. */
  private note(first: number, { at: end, thread, pick }: Second): void {
    const { events, order } = this;
    const sequence: Action[] = [];
    for (let at = first + 1; at < end; at++) {
      if (order.knows(at, first)) continue;
      sequence.push({ thread: events[at].thread, pick: events[at].pick });
    }
    sequence.push({ thread, pick });
    const key = sequence.map((action) => `${action.thread}:${action.pick}`).join();
    const { reversals } = events[first];
    if (!reversals.has(key)) reversals.set(key, sequence);
  }
}

function hasWaited(foot: Int32Array): boolean {
  for (let i = 0; i < foot.length; i += FOOT) if ((foot[i + 1] & WAITED) !== 0) return true;
  return false;
}

function wantSameLock(one: Int32Array, two: Int32Array): boolean {
  for (let i = 0; i < one.length; i += FOOT) {
    if ((one[i + 1] & ACQUIRES) === 0) continue;
    for (let j = 0; j < two.length; j += FOOT) {
      if ((two[j + 1] & ACQUIRES) === 0 || one[i] !== two[j]) continue;
      if (entriesDepend(one[i + 1], 0, two[j + 1], 0, false)) return true;
    }
  }
  return false;
}

/** Whether some dependence of two steps is one that the later did not wait for. */
function canPrecede(later: Int32Array, earlier: Int32Array): boolean {
  for (let i = 0; i < later.length; i += FOOT) {
    const waited = (later[i + 1] & WAITED) !== 0;
    for (let j = 0; j < earlier.length; j += FOOT) {
      if (later[i] !== earlier[j]) continue;
      // Nobody waits for the end of a mutex.
      if (waited && (earlier[j + 1] & LOCK_ENDS) === 0) continue;
      if (entriesDepend(earlier[j + 1], earlier[j + 2], later[i + 1], later[i + 2], false)) return true;
    }
  }
  return false;
}
