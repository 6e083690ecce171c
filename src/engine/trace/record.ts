/**
 * A run made browsable: columns of what was done (who, which choice, all events) and keyframes of the state. Step back is a seek:
 * restore the keyframe before, execute again up to there. Any machine of the same program can be led to any step.
 *
 *     steps      1      2      3      …        threads, picks, starts: one row a step
 *     log        e e e  e      e e    …        starts[k] = where the events of step k begin
 *     keyframes  0            16      …        state after that many steps
 */
import { assert } from '../../base/assert';
import { doubled } from '../../base/doubled';
import { initially } from '../../base/sizes';
import type { ThreadId } from '../bytecode/program';
import type { History } from '../detect/history';
import {
  checkpoint,
  logEnd,
  logStart,
  type Machine,
  MORE,
  type Outcome,
  restore,
  type SchedulePoints,
  step,
} from '../machine';
import type { PartialExecution } from '../rc11/partial-execution';
import { WeakMachine } from '../rc11/weak-machine';
import type { Choice } from '../schedule/schedule';
import { HASH_WORDS, hashEvents, hashText, startHash } from './hash';

interface Keyframe {
  readonly step: number;
  readonly state: Int32Array;
  /** Under RC11. */
  readonly partial: PartialExecution | null;
}

/** Steps between keyframes at first; doubled when they take more than MAX_KEYFRAME_WORDS together. */
const FIRST_SPACING = 16;
const MAX_KEYFRAME_WORDS = 2 ** 21;

/** A machine, and how many steps of the record it has taken; NOWHERE if it is not in a state of the record. */
export interface Cursor {
  readonly machine: Machine;
  /** The same machine with what its atomics may still read; null where they are sequentially consistent. */
  readonly weak: WeakMachine | null;
  at: number;
}
const NOWHERE = -1;
const ignore = (): void => {};

export class Recorder implements History {
  /** Steps recorded. */
  length = 0;
  log = new Int32Array(initially(1024));
  /** The machine whose steps are recorded. */
  readonly main: Cursor;
  private readonly machine: Machine;
  readonly points: SchedulePoints;
  private threads = new Uint8Array(initially(64));
  private picks = new Uint8Array(initially(64));
  private starts = new Int32Array(initially(64));
  private hashes = new Int32Array(HASH_WORDS * initially(64));
  private readonly cursors: Cursor[];
  /** Where the events of the step that is being executed end. */
  private end = 0;
  private spacing = FIRST_SPACING;
  private keyframes: Keyframe[];
  private keyframeWords: number;

  /** Of a machine before its first step; `points` is what every step of the record is executed with. */
  constructor(machine: Machine, points: SchedulePoints) {
    this.machine = machine;
    this.points = points;
    this.cursors = [];
    this.main = this.cursor(machine, 0);
    this.keyframes = [];
    this.keyframeWords = 0;
    this.addKeyframe();
    startHash(this.hashes);
  }

  /** A second machine that can be led along the record. */
  cursor(machine: Machine, at = NOWHERE): Cursor {
    const weak = this.points.granularity === 'rc11' ? new WeakMachine(machine) : null;
    const cursor = { machine, weak, at };
    this.cursors.push(cursor);
    return cursor;
  }

  /** Before a step is taken by the recorded machine: what `step` is to be told to pick. The same as long as it answers MORE. */
  begin(thread: number, pick: number): number {
    return this.main.weak?.begin(thread, pick) ?? pick;
  }

  /** The same for who takes step `index` once more on a machine that stands before it, and leaves it where no step ends. */
  repeat({ weak }: Cursor, index: number): number {
    const pick = this.pickAt(index);
    return weak?.begin(this.threadAt(index), pick) ?? pick;
  }

  /** Takes over the log of a call of `step` that answered MORE; the step goes on. */
  appendPart(): void {
    assert(this.main.at === this.length, 'a step is recorded where the record ends');
    this.main.weak?.observe();
    const { words } = this.machine;
    const from = logStart(this.machine);
    const to = logEnd(this.machine);
    const end = this.end + to - from;
    if (end > this.log.length) this.log = doubled(this.log, end);
    this.log.set(words.subarray(from, to), this.end);
    this.end = end;
  }

  /** A step by `thread` was executed: the log is in the machine, and the machine stands behind it. */
  append(thread: number, pick: number): void {
    this.appendPart();
    this.main.weak?.end();
    const { length } = this;
    if (length + 2 > this.threads.length) this.lengthen();
    this.threads[length] = thread;
    this.picks[length] = pick;
    this.starts[length + 1] = this.end;
    const hash = (length + 1) * HASH_WORDS;
    this.hashes.copyWithin(hash, hash - HASH_WORDS, hash);
    hashEvents(this.hashes, hash, thread, this.log, this.starts[length], this.end);
    this.length++;
    this.main.at++;
    if (this.length % this.spacing === 0) this.addKeyframe();
  }

  /** Forgets the steps after the first `length`, and leads the recorded machine there. */
  truncate(length: number): void {
    assert(length >= 0 && length <= this.length, 'a record can only be cut within its length');
    this.seek(this.main, length);
    for (const cursor of this.cursors) if (cursor.at > length) cursor.at = NOWHERE;
    this.length = length;
    this.end = this.starts[length];
    while (this.keyframes[this.keyframes.length - 1].step > length) {
      this.keyframeWords -= this.keyframes.pop()!.state.length;
    }
  }

  /** Leads a machine to where it has taken `to` steps of this record. */
  seek(cursor: Cursor, to: number): void {
    assert(to >= 0 && to <= this.length, 'a seek goes to a step of the record');
    const keyframe = this.keyframeBefore(to);
    if (cursor.at > to || cursor.at < keyframe.step) {
      const { state, partial } = keyframe;
      if (cursor.weak !== null && partial !== null) cursor.weak.load({ state, partial });
      else restore(cursor.machine, state);
      cursor.at = keyframe.step;
    }
    while (cursor.at < to) this.advance(cursor);
  }

  /** One step further; `see` is called for every part of its log. */
  advance(cursor: Cursor, see: (outcome: Outcome) => void = ignore): void {
    const { machine, weak } = cursor;
    const thread = this.threads[cursor.at];
    const pick = this.repeat(cursor, cursor.at + 1);
    let outcome: Outcome;
    do {
      outcome = step(machine, thread, pick, this.points);
      weak?.observe();
      see(outcome);
    } while (outcome === MORE);
    weak?.end();
    cursor.at++;
  }

  /** The machine of a cursor was led to where no step ends: the next seek begins at a keyframe. */
  lose(cursor: Cursor): void {
    cursor.at = NOWHERE;
  }

  threadAt(index: number): ThreadId {
    return this.threads[index - 1] as ThreadId;
  }

  pickAt(index: number): number {
    return this.picks[index - 1];
  }

  startOf(index: number): number {
    return this.starts[index - 1];
  }

  choices(): Choice[] {
    return Array.from({ length: this.length }, (_, i) => ({
      thread: this.threads[i] as ThreadId,
      pick: this.picks[i],
    }));
  }

  /** The hash of all events of the first `length` steps. */
  hash(length = this.length): string {
    return hashText(this.hashes, length * HASH_WORDS);
  }

  /** Memory the record takes, keyframes included. */
  get bytes(): number {
    const { threads, picks, starts, hashes, log, keyframeWords } = this;
    return (
      threads.byteLength +
      picks.byteLength +
      starts.byteLength +
      hashes.byteLength +
      log.byteLength +
      keyframeWords * 4
    );
  }

  private keyframeBefore(index: number): Keyframe {
    let at = Math.min(Math.floor(index / this.spacing), this.keyframes.length - 1);
    while (this.keyframes[at].step > index) at--;
    return this.keyframes[at];
  }

  private addKeyframe(): void {
    const state = checkpoint(this.machine);
    this.keyframes.push({ step: this.length, state, partial: this.main.weak?.partial ?? null });
    this.keyframeWords += state.length;
    if (this.keyframeWords <= MAX_KEYFRAME_WORDS) return;
    this.spacing *= 2;
    this.keyframes = this.keyframes.filter((keyframe) => keyframe.step % this.spacing === 0);
    this.keyframeWords = this.keyframes.reduce((sum, keyframe) => sum + keyframe.state.length, 0);
  }

  private lengthen(): void {
    const size = this.threads.length * 2;
    this.threads = doubled(this.threads, size);
    this.picks = doubled(this.picks, size);
    this.starts = doubled(this.starts, size);
    this.hashes = doubled(this.hashes, size * HASH_WORDS);
  }
}
