/**
 * An undo log and an incremental hash beside a machine, for searches: the interpreter knows nothing of it. After each call of
 * `step` the journal compares what the step can have changed (the thread's own stack and record, and what the log names)
 * with its own copy of the memory; each changed word goes to the undo log, and into or out of the hash. The cost follows the
 * step, not the size of the state.
 *
 * The hash is a sum (xor) of one well-mixed term per word that is not zero with a shadow of zero (Zobrist, 1970), in two
 * lanes of 32 bits; what a state is, is told in memory.ts.
 */
import { doubled } from '../../base/doubled';
import { initially } from '../../base/sizes';
import { eventKind, events, nextEvent } from '../bytecode/event';
import {
  arenaOf,
  BLOCK_HEADER,
  LOG_END,
  RUN,
  RUN_THREADS,
  RUN_WORDS,
  recordOf,
  stackOf,
  T_BRK,
  T_OWNER,
  T_SP,
  THREAD_WORDS,
  THREADS,
} from './layout';
import { accessWords } from './log';
import { forgetHalfStep, type Machine } from './memory';
import { CV_WORDS, LOCK_WORDS } from './sync';

/** Words of an entry: the address, and what stood there and in its shadow word. */
const ENTRY = 3;

export class Journal {
  /** Of the state the machine was in at the last commit or undo. */
  hash0 = 0;
  hash1 = 0;
  private readonly machine: Machine;
  private readonly words: Int32Array;
  private readonly mirror: Int32Array;
  private readonly shadow: number;
  private entries = new Int32Array(ENTRY * initially(4096));
  private top = 0;

  /** The machine as it is, is the beginning: nothing to undo. */
  constructor(machine: Machine) {
    this.machine = machine;
    this.words = machine.words;
    this.shadow = machine.layout.shadow;
    this.mirror = new Int32Array(machine.layout.log);
    const { words, layout } = machine;
    const threads = words[RUN_THREADS];
    this.absorb(RUN, THREADS + threads * THREAD_WORDS, 0);
    this.absorb(layout.variables, layout.globalsEnd, layout.shadow);
    for (let thread = 0; thread < threads; thread++) {
      const record = recordOf(thread);
      this.absorb(stackOf(layout, thread), words[record + T_SP], layout.shadow);
      this.absorb(arenaOf(layout, thread), words[record + T_BRK], layout.shadow);
    }
  }

  /** Where the undo log stands: give it to `undo` to come back to this state. */
  get mark(): number {
    return this.top;
  }

  /** Of the undo log, which grows. */
  get bytes(): number {
    return this.entries.byteLength;
  }

  /** Takes words into mirror and hash; what no part of a state has is zero in both. */
  private absorb(from: number, to: number, shadow: number): void {
    const { words, mirror } = this;
    for (let at = from; at < to; at++) {
      const mark = shadow === 0 ? 0 : words[at + shadow];
      mirror[at] = words[at];
      if (shadow !== 0) mirror[at + shadow] = mark;
      this.hash0 ^= lane0(at, words[at], mark);
      this.hash1 ^= lane1(at, words[at], mark);
    }
  }

  /** After each call of `step`, those that answered MORE included: the log holds but the events of the last call. */
  commit(thread: number): void {
    const { words, layout } = this.machine;
    const { mirror } = this;
    const record = recordOf(thread);
    const oldThreads = mirror[RUN_THREADS];
    const oldBrk = mirror[record + T_BRK];
    const sp = Math.max(mirror[record + T_SP], words[record + T_SP]);
    this.compareBare(record, record + THREAD_WORDS);
    this.compare(stackOf(layout, thread), sp);
    if (words[record + T_BRK] !== oldBrk) this.compare(oldBrk, words[record + T_BRK]);
    const end = words[LOG_END];
    for (let at = layout.log; at < end; at = nextEvent(words, at)) {
      const address = words[at + 2];
      switch (events[eventKind(words[at])]?.changes) {
        case 'extent':
          this.compare(address, address + accessWords(this.machine, at));
          break;
        case 'lock':
          this.compare(address, address + LOCK_WORDS);
          break;
        case 'condition':
          this.compare(address, address + CV_WORDS);
          // Whom a notify woke.
          if (words[at + 3] > 0) {
            const owner = recordOf(words[at + 3] - 1) + T_OWNER;
            this.compareBare(owner, owner + 1);
          }
          break;
        case 'block':
          this.compare(address - BLOCK_HEADER, address + accessWords(this.machine, at));
          break;
        case 'run':
          this.compareBare(RUN, RUN + RUN_WORDS);
          break;
        case 'newborn':
          this.compareBare(RUN, RUN + RUN_WORDS);
          for (let id = oldThreads; id < words[RUN_THREADS]; id++) {
            this.compareBare(recordOf(id), recordOf(id) + THREAD_WORDS);
            this.compare(stackOf(layout, id), words[recordOf(id) + T_SP]);
          }
          break;
        case 'thread':
          this.compareBare(recordOf(address), recordOf(address) + THREAD_WORDS);
          break;
      }
    }
  }

  /** After `restore`: takes the state in by what differs from the last one, and forgets how to undo. */
  follow(): void {
    const { machine, mirror } = this;
    const { words, layout } = machine;
    this.top = 0;
    const threads = Math.max(words[RUN_THREADS], mirror[RUN_THREADS]);
    for (let thread = 0; thread < threads; thread++) {
      const record = recordOf(thread);
      const stack = stackOf(layout, thread);
      const arena = arenaOf(layout, thread);
      this.compare(stack, Math.max(stack, words[record + T_SP], mirror[record + T_SP]));
      this.compare(arena, Math.max(arena, words[record + T_BRK], mirror[record + T_BRK]));
    }
    this.compare(layout.variables, layout.globalsEnd);
    this.compareBare(RUN, THREADS + threads * THREAD_WORDS);
    this.top = 0;
  }

  /** Data and shadow of [from, to). Nothing is called in the loop, so that what it reads stays in registers. */
  private compare(from: number, to: number): void {
    this.reserve(to - from);
    const { words, mirror, shadow, entries } = this;
    let { hash0, hash1, top } = this;
    for (let at = from; at < to; at++) {
      const word = words[at];
      const old = mirror[at];
      const mark = words[at + shadow];
      const oldMark = mirror[at + shadow];
      if (word === old && mark === oldMark) continue;
      hash0 ^= lane0(at, old, oldMark) ^ lane0(at, word, mark);
      hash1 ^= lane1(at, old, oldMark) ^ lane1(at, word, mark);
      entries[top] = at;
      entries[top + 1] = old;
      entries[top + 2] = oldMark;
      top += ENTRY;
      mirror[at] = word;
      mirror[at + shadow] = mark;
    }
    this.hash0 = hash0;
    this.hash1 = hash1;
    this.top = top;
  }

  /** Words without shadow: the run header and thread records. */
  private compareBare(from: number, to: number): void {
    this.reserve(to - from);
    const { words, mirror, entries } = this;
    let { hash0, hash1, top } = this;
    for (let at = from; at < to; at++) {
      const word = words[at];
      const old = mirror[at];
      if (word === old) continue;
      hash0 ^= lane0(at, old, 0) ^ lane0(at, word, 0);
      hash1 ^= lane1(at, old, 0) ^ lane1(at, word, 0);
      entries[top] = at;
      entries[top + 1] = old;
      top += ENTRY;
      mirror[at] = word;
    }
    this.hash0 = hash0;
    this.hash1 = hash1;
    this.top = top;
  }

  /** Back to the state in which the log stood at `mark`, and whose hash was this. */
  undo(mark: number, hash0: number, hash1: number): void {
    const { entries, mirror, machine } = this;
    const { words, layout } = machine;
    const { globals, shadow } = layout;
    let { top } = this;
    while (top > mark) {
      top -= ENTRY;
      const at = entries[top];
      words[at] = entries[top + 1];
      mirror[at] = entries[top + 1];
      if (at < globals) continue;
      words[at + shadow] = entries[top + 2];
      mirror[at + shadow] = entries[top + 2];
    }
    this.top = top;
    this.hash0 = hash0;
    this.hash1 = hash1;
    forgetHalfStep(machine);
  }

  /** Addresses of words that are not what they were at `mark`; some perhaps twice. */
  changedSince(mark: number): number[] {
    const { entries, words, top } = this;
    const found: number[] = [];
    for (let at = mark; at < top; at += ENTRY)
      if (words[entries[at]] !== entries[at + 1]) found.push(entries[at]);
    return found;
  }

  /** Room for so many entries more. */
  private reserve(count: number): void {
    const end = this.top + ENTRY * count;
    if (end > this.entries.length) this.entries = doubled(this.entries, end);
  }
}

/** 0 for a word that is nothing; murmur's finalizer over the three, in two ways. */
function lane0(at: number, word: number, mark: number): number {
  if (word === 0 && mark === 0) return 0;
  let x = (word + Math.imul(at, 0x9e3779b1) + Math.imul(mark + 1, 0x7feb352d)) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
function lane1(at: number, word: number, mark: number): number {
  if (word === 0 && mark === 0) return 0;
  let x = Math.imul(word ^ (mark << 27), 0x2c1b3c6d) ^ Math.imul(at, 0x297a2d39);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  x = Math.imul(x ^ (x >>> 14), 0x9e3779b9);
  return x ^ (x >>> 16);
}
