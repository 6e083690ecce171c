/**
 * Data races by adjacent conflicting accesses, without clocks, so that equal states can be merged whatever led to them. Some order of the
 * steps has such a pair if and only if some order has two accesses that happens-before does not order (Boehm & Adve,
 * "Foundations of the C++ concurrency memory model", PLDI 2008).
 *
 * A thread's window holds its plain accesses since its last synchronisation. An access of another thread that conflicts with an
 * entry of an open window is a race: whatever orders two accesses begins with a synchronisation of the first thread behind
 * the first access, and there was none. Conversely, of every race some order of the steps shows it in a window. Windows are
 * part of what makes states equal.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import {
  ACCESS_KIND,
  ATOMIC,
  COUNT_DROPPED,
  COUNT_LOCKED,
  conflict,
  countsConflict,
  ENDS,
  REFUSED,
} from '../../bytecode/access';
import { both, hasOther, type SharedWords, userOf } from './shared-words';

/** Per thread, in `live`: the node it rests at and the locks it holds, which its observer writes; and its window. */
export const NODE = 0;
export const LOCKS = 1;
export const WINDOW = 2;
export const WINDOW_END = 3;
const WINDOW_HASH = 4;
/** A bit for each word in the window, by the number of its cell modulo 32. */
const WINDOW_CELLS = 5;
export const LIVE_WORDS = 6;

/** An entry of a window: address, access, pc, and where the window has the word before: below its beginning, nowhere. */
export const ENTRY = 4;

/** Entries of a window that are looked through one by one; in a longer one a word is looked up. */
const SHORT = 32 * ENTRY;

/** Where a long window has each of its words last. */
interface Index {
  readonly begin: number;
  readonly end: number;
  readonly last: ReadonlyMap<number, number>;
}

/** `race`: a data race, or else only an order that matters. */
export type OnRace = (pc: number, otherPc: number, race: boolean) => void;

export class AccessWindows {
  readonly live: Int32Array;
  /** All windows of the states on the way here, one behind the other. */
  entries = new Int32Array(ENTRY * initially(1024));
  top = 0;
  threads = 1;
  /** Part of the hash of a state: what is in the windows. */
  key = 0;
  private readonly shared: SharedWords;
  private readonly onRace: OnRace;
  /** By cell: the last entry for its word, if that is one of the window that grows now. */
  private latest = new Int32Array(initially(256));
  /** By cell: the threads of which some window has had its word, and has had it by more than a read. */
  private entered = new Int32Array(initially(256));
  private enteredByMore = new Int32Array(initially(256));
  /** Of long windows, as they stand one behind the other. */
  private readonly indexes: Index[] = [];

  constructor(threads: number, shared: SharedWords, onRace: OnRace) {
    this.live = new Int32Array(LIVE_WORDS * threads);
    this.shared = shared;
    this.onRace = onRace;
  }

  /** A thread that begins. */
  add(thread: number): void {
    this.threads = Math.max(this.threads, thread + 1);
    this.live.fill(0, thread * LIVE_WORDS, (thread + 1) * LIVE_WORDS);
  }

  isOpen(thread: number): boolean {
    const { live } = this;
    return live[thread * LIVE_WORDS + WINDOW_END] !== live[thread * LIVE_WORDS + WINDOW];
  }

  /** The words in the window of a thread, some of them more than once. */
  *wordsOf(thread: number): Generator<number> {
    const { live, entries } = this;
    const end = live[thread * LIVE_WORDS + WINDOW_END];
    for (let at = live[thread * LIVE_WORDS + WINDOW]; at < end; at += ENTRY) yield entries[at];
  }

  /** The thread synchronises: its window is empty. */
  close(thread: number): void {
    const at = thread * LIVE_WORDS;
    this.live[at + WINDOW] = this.top;
    this.live[at + WINDOW_END] = this.top;
    this.key ^= keyOf(at, this.live[at + WINDOW_HASH]);
    this.live[at + WINDOW_HASH] = 0;
    this.live[at + WINDOW_CELLS] = 0;
  }

  /** An access after which the thread has not synchronised yet. */
  open(thread: number, word: number, cell: number, access: number, pc: number): void {
    const { live, top } = this;
    const mine = thread * LIVE_WORDS;
    if (live[mine + WINDOW_END] !== top) throw new Error('a window that is not the last one grew');
    if (top + ENTRY > this.entries.length) this.entries = doubled(this.entries);
    while ((this.indexes.at(-1)?.end ?? 0) > top) this.indexes.pop();
    if (cell >= this.latest.length) {
      this.latest = doubled(this.latest, cell + 1);
      this.entered = doubled(this.entered, cell + 1);
      this.enteredByMore = doubled(this.enteredByMore, cell + 1);
    }
    const { entries, latest } = this;
    const user = userOf(thread);
    this.entered[cell] = both(this.entered[cell], user);
    if (!isRead(access)) this.enteredByMore[cell] = both(this.enteredByMore[cell], user);
    const begin = live[mine + WINDOW];
    // A window grows within one step: what stands in it between here and its beginning is of this step.
    const last = latest[cell] < top && entries[latest[cell]] === word ? latest[cell] : -1;
    for (let at = last; at >= begin; at = entries[at + 3])
      if (entries[at + 1] === access && entries[at + 2] === pc) return;
    entries[top] = word;
    entries[top + 1] = access;
    entries[top + 2] = pc;
    entries[top + 3] = last;
    latest[cell] = top;
    this.top = top + ENTRY;
    live[mine + WINDOW_END] = this.top;
    live[mine + WINDOW_CELLS] |= 1 << (cell & 31);
    const hash = live[mine + WINDOW_HASH];
    const entry = Math.imul(word, 0x9e3779b1) ^ Math.imul(access, 0x85ebca6b) ^ Math.imul(pc, 0x846ca68b);
    const longer =
      Math.imul((hash << 13) | (hash >>> 19), 5) ^ Math.imul(entry ^ (entry >>> 15), 0x2c1b3c6d) ^ 1;
    live[mine + WINDOW_HASH] = longer;
    this.key ^= keyOf(mine, hash) ^ keyOf(mine, longer);
  }

  private indexOf(begin: number, end: number): ReadonlyMap<number, number> {
    const { entries, indexes } = this;
    const known = indexes.find((each) => each.begin === begin && each.end === end);
    if (known !== undefined) return known.last;
    const last = new Map<number, number>();
    for (let at = begin; at < end; at += ENTRY) last.set(entries[at], at);
    const behind = indexes.findIndex((each) => each.end > end);
    indexes.splice(behind < 0 ? indexes.length : behind, 0, { begin, end, last });
    return last;
  }

  /** Looks for the access in the windows of others; `value`: what it wrote. */
  meet(thread: number, word: number, access: number, value: number, pc: number): void {
    const { live, entries, threads } = this;
    const cell = this.shared.cellOf[word];
    // Most words of a long window are of no other thread's interest.
    const users = (isRead(access) ? this.enteredByMore : this.entered)[cell];
    if (!hasOther(users, thread)) return;
    const bit = 1 << (cell & 31);
    for (let other = 0; other < threads; other++) {
      if (other === thread || (live[other * LIVE_WORDS + WINDOW_CELLS] & bit) === 0) continue;
      const begin = live[other * LIVE_WORDS + WINDOW];
      const end = live[other * LIVE_WORDS + WINDOW_END];
      const isLong = end - begin > SHORT;
      let at = isLong ? (this.indexOf(begin, end).get(word) ?? -1) : begin;
      for (; at >= begin && at < end; at = isLong ? entries[at + 3] : at + ENTRY) {
        if (entries[at] !== word) continue;
        const conflicts = conflict(access & ACCESS_KIND, entries[at + 1] & ACCESS_KIND);
        // But for the owner that weak_ptr::lock made, this drop would have been the last.
        const spared =
          value === 1 && (access & COUNT_DROPPED) !== 0 && (entries[at + 1] & COUNT_LOCKED) !== 0;
        if (conflicts || spared || countsConflict(access & ACCESS_KIND, entries[at + 1] & ACCESS_KIND)) {
          const otherPc = entries[at + 2];
          // Beside the end of a life it is no data race: the other order is tried too, and is a use after free.
          const race = conflicts && ((access | entries[at + 1]) & (REFUSED | ENDS)) === 0;
          this.onRace(pc, otherPc, race);
        }
      }
    }
  }
}

/** Two of these never conflict. */
const isRead = (access: number): boolean => (access & ACCESS_KIND & ~ATOMIC) === 0;

/** The part of a window in the key; `at`: the thread's words in `live`. */
const keyOf = (at: number, hash: number): number =>
  hash === 0 ? 0 : Math.imul(hash ^ (hash >>> 15), (at + WINDOW_HASH) * 0x2c1b3c6d + 0x297a2d39);
