/**
 * Which events of the execution on the stack happen before which, by vector clocks (Fidge, 1988; Mattern, "Virtual time and global states of
 * distributed systems", 1989). An event comes after the one before it in its thread, or the one that started its thread, and after all
 * that it was told to learn of.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import { WORD_THREADS } from '../../machine/local';

/** Words of a clock: one for each thread of the executions that are counted, in a power of two. */
const CLOCK = WORD_THREADS + 1;

/** Events are numbered from 0 as they stand on the stack. */
export class HappensBefore {
  private clocks = new Int32Array(CLOCK * initially(64));
  /** By event: its thread, and its number among the events of its thread, from 1. */
  private readonly threads: number[] = [];
  private readonly numbers: number[] = [];
  /** By thread: its events so far, the last one of them, and the one that started it. */
  private readonly counts = new Int32Array(CLOCK);
  private readonly lastAt = new Int32Array(CLOCK).fill(-1);
  private readonly bornAt = new Int32Array(CLOCK).fill(-1);

  /** The newest event, of `thread`, begins, behind the past of its thread; it is none yet. */
  begin(event: number, thread: number): void {
    this.reserve(event);
    this.clocks.fill(0, event * CLOCK, (event + 1) * CLOCK);
    const before = this.lastAt[thread] >= 0 ? this.lastAt[thread] : this.bornAt[thread];
    if (before >= 0) this.learn(event, before);
  }

  /** It comes after another event, and all that happens before that. */
  learn(event: number, other: number): void {
    const { clocks } = this;
    const into = event * CLOCK;
    const from = other * CLOCK;
    for (let i = 0; i < CLOCK; i++)
      if (clocks[from + i] > clocks[into + i]) clocks[into + i] = clocks[from + i];
  }

  /** It comes after all that a thread has done; below 0: no thread. */
  learnAll(event: number, thread: number): void {
    if (thread >= 0 && thread < CLOCK && this.lastAt[thread] >= 0) this.learn(event, this.lastAt[thread]);
  }

  /** Whether it is known to come after another event. */
  knows(event: number, other: number): boolean {
    return this.clocks[event * CLOCK + this.threads[other]] >= this.numbers[other];
  }

  /** A copy of the newest event's clock as that of an event behind it, which can learn more without it. */
  fork(event: number): number {
    this.reserve(event + 1);
    this.clocks.copyWithin((event + 1) * CLOCK, event * CLOCK, (event + 1) * CLOCK);
    return event + 1;
  }

  /** It is an event from now on, and has started the threads [from, to). */
  end(event: number, thread: number, from: number, to: number): void {
    const number = ++this.counts[thread];
    this.threads[event] = thread;
    this.numbers[event] = number;
    this.clocks[event * CLOCK + thread] = number;
    this.lastAt[thread] = event;
    for (let child = from; child < to; child++) {
      this.bornAt[child] = event;
      this.lastAt[child] = -1;
      this.counts[child] = 0;
    }
  }

  /** Only the first events are left. */
  rewind(events: number): void {
    this.counts.fill(0);
    this.lastAt.fill(-1);
    for (let event = 0; event < events; event++) {
      this.counts[this.threads[event]] = this.numbers[event];
      this.lastAt[this.threads[event]] = event;
    }
  }

  private reserve(event: number): void {
    const end = (event + 1) * CLOCK;
    if (end > this.clocks.length) this.clocks = doubled(this.clocks, end);
  }
}
