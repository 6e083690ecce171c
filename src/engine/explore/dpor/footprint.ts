/**
 * The dependence relation between steps, by their footprints: what the visible operation of each step has touched. What a step does behind
 * that operation is ordered by synchronisation, or it would be visible itself.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import {
  ACCESS,
  ACCESS_KIND,
  COUNT_ADDED,
  COUNT_DROPPED,
  COUNT_DROPPED_LAST,
  COUNT_LOCKED,
  countsConflict,
  ENDS,
  NONCOMMUTING,
  NOTHING,
  RACE_EXEMPT,
  WRITES,
} from '../../bytecode/access';
import {
  accessOf,
  EV_ATOMIC_ENTER,
  EV_ATOMIC_LEAVE,
  EV_COUNT_ADD,
  EV_COUNT_DROP,
  EV_COUNT_LOCK,
  EV_CV_WOKEN,
  EV_LOCK,
  EV_LOCK_SHARED,
  EV_NOTIFY,
  eventKind,
  nextEvent,
} from '../../bytecode/event';
import { accessStart, accessWords, logEnd, logStart, type Machine } from '../../machine';
import { dataEnd } from '../../machine/local';
import type { Observer } from '../steps/stepper';

/** Beside the bits of access.ts: it took a lock. */
export const ACQUIRES = 1 << 16;
/** It takes a lock or ends a wait: it could not have run before what it waited for. */
export const WAITED = 1 << 17;
/** No access, but a change of an owner count behind the visible operation: its value is by how much. */
const MOVES = 1 << 18;

/** An entry: address, access, value. */
export const FOOT = 3;

const wakingOf = (cv: number, thread: number): number => -(cv * 64 + thread);

/** Entries of many steps, one behind the other. */
export class Footprints implements Observer {
  data = new Int32Array(FOOT * initially(1024));
  top = 0;
  /** The operation that is being recorded: its instruction, whether that one blocks, whether it is in an atomic access, and over. */
  private pc = 0;
  private waits = false;
  private inside = false;
  private isOver = true;
  private readonly machine: Machine;

  constructor(machine: Machine) {
    this.machine = machine;
  }

  /** A step begins, by the instruction at `pc`; `waits`: that one blocks. */
  begin(pc: number, waits: boolean): void {
    this.pc = pc;
    this.waits = waits;
    this.inside = false;
    this.isOver = false;
  }

  observe(): void {
    this.record();
  }

  /** Adds what a call of `step` did by the operation that the step began with. Answers where the rest of the log begins. */
  record(): number {
    const { machine } = this;
    if (this.isOver) return logStart(machine);
    const { words } = machine;
    const { pc, waits } = this;
    let { inside } = this;
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
      const kind = eventKind(words[at]);
      if ((words[at + 1] !== pc && !inside) || kind === EV_ATOMIC_LEAVE) {
        this.isOver = true;
        return at;
      }
      let address = words[at + 2];
      const value = words[at + 3];
      // A thread's waking comes behind the notify that was for it, whatever others follow: the two meet in a word of their own.
      if (kind === EV_CV_WOKEN) this.add(wakingOf(address, value), ACCESS | WAITED, 0);
      if (kind === EV_NOTIFY && value !== 0)
        this.add(wakingOf(address, value), ACCESS | NONCOMMUTING | WRITES, 0);
      let access = accessOf(kind, value, inside);
      if (kind === EV_ATOMIC_ENTER) inside = true;
      if (access === NOTHING) continue;
      address = accessStart(machine, at);
      const size = accessWords(machine, at);
      if ((access & RACE_EXEMPT) !== 0 && (address <= 0 || address >= dataEnd(machine))) continue;
      // Who holds a recursive lock already does not wait for it.
      const takes = kind === EV_LOCK_SHARED || (kind === EV_LOCK && value === 1);
      if (takes) access |= waits ? ACQUIRES | WAITED : ACQUIRES;
      for (let word = address; word < address + size; word++) this.add(word, access, value);
    }
    this.inside = inside;
    return logEnd(machine);
  }

  /** Adds what the rest of a step changes of owner counts, from an event of the log on. */
  recordRest(from: number): void {
    const { machine } = this;
    const { words } = machine;
    for (let at = from; at < logEnd(machine); at = nextEvent(words, at)) {
      const kind = eventKind(words[at]);
      if (kind === EV_COUNT_DROP) this.add(words[at + 2], MOVES, -1);
      else if (kind === EV_COUNT_ADD || (kind === EV_COUNT_LOCK && words[at + 3] !== 0))
        this.add(words[at + 2], MOVES, 1);
    }
  }

  /** Adds the end of a word's life, for which no instruction of the step stands. */
  recordEnd(word: number): void {
    this.add(word, ACCESS | NONCOMMUTING | WRITES | ENDS, 0);
  }

  private add(address: number, access: number, value: number): void {
    if (this.top + FOOT > this.data.length) this.data = doubled(this.data);
    this.data[this.top] = address;
    this.data[this.top + 1] = access;
    this.data[this.top + 2] = value;
    this.top += FOOT;
  }
}

/** Whether two steps of different threads must keep their order. `together`: both are as from one state; else the first is the earlier. */
export function dependent(one: Int32Array, two: Int32Array, together: boolean): boolean {
  for (let i = 0; i < one.length; i += FOOT) {
    for (let j = 0; j < two.length; j += FOOT) {
      if (one[i] === two[j] && entriesDepend(one[i + 1], one[i + 2], two[j + 1], two[j + 2], together))
        return true;
    }
  }
  return false;
}

/** The entry `a` is the earlier one, unless `together`. */
export function entriesDepend(
  a: number,
  valueA: number,
  b: number,
  valueB: number,
  together: boolean,
): boolean {
  if (((a | b) & MOVES) !== 0) return false;
  if ((a & ACCESS_KIND) >= COUNT_ADDED && (b & ACCESS_KIND) >= COUNT_ADDED) {
    if (countsConflict(a & ACCESS_KIND, b & ACCESS_KIND)) return true;
    // An added owner is here only where the one that was copied may go meanwhile: else it takes part in no order.
    if (((a | b) & COUNT_ADDED) !== 0 && ((a | b) & COUNT_DROPPED_LAST) !== 0) return true;
    // But for the owner that was made before, this drop would have been the last.
    if (!together && (a & (COUNT_LOCKED | COUNT_ADDED)) !== 0 && (b & COUNT_DROPPED) !== 0 && valueB === 1)
      return true;
    // Of two drops of the last two owners, whichever comes second is the last.
    return together && (a & b & COUNT_DROPPED) !== 0 && valueA === 1 && valueB === 1;
  }
  // Two attempts that fail do not mind each other.
  if ((a & NONCOMMUTING) !== 0 && (b & NONCOMMUTING) !== 0) return ((a | b) & (WRITES | RACE_EXEMPT)) !== 0;
  return ((a | b) & NONCOMMUTING) !== 0;
}

/** By how much an entry changes an owner count. */
function changeOf(access: number, value: number): number {
  if ((access & MOVES) !== 0) return value;
  if ((access & COUNT_DROPPED) !== 0) return -1;
  return (access & (COUNT_ADDED | COUNT_LOCKED)) !== 0 ? 1 : 0;
}

/** What a step that was not taken would touch behind another one, independent of it: owner counts are other than they were. */
export const behind = (foot: Int32Array, other: Int32Array): Int32Array => moved(foot, other, 1);

/** What a step that was taken behind another one, independent of it, would have touched ahead of it. */
export const ahead = (foot: Int32Array, other: Int32Array): Int32Array => moved(foot, other, -1);

function moved(foot: Int32Array, other: Int32Array, sign: number): Int32Array {
  let result = foot;
  for (let i = 0; i < foot.length; i += FOOT) {
    if ((foot[i + 1] & (COUNT_DROPPED | COUNT_ADDED)) === 0) continue;
    for (let j = 0; j < other.length; j += FOOT) {
      const change = foot[i] === other[j] ? changeOf(other[j + 1], other[j + 2]) : 0;
      if (change === 0) continue;
      if (result === foot) result = foot.slice();
      result[i + 2] += sign * change;
    }
  }
  return result;
}
