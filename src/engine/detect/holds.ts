/** Who holds which lock, and where it was taken: a table kept up to date by events. */
import { TAKE_SHARED, TAKES } from '../bytecode/edge';
import { lockEdgeOf } from '../bytecode/event';
import type { EventRef } from './events';

export interface Hold extends EventRef {
  readonly lock: number;
  readonly shared: boolean;
}

export class Holds {
  private readonly byThread: Hold[][] = [];

  /** Applies one event, and answers what was acquired or released by it. A recursive lock held n times stands here n times. */
  feed(ref: EventRef, kind: number, lock: number): Hold | undefined {
    while (this.byThread.length <= ref.thread) this.byThread.push([]);
    const holds = this.byThread[ref.thread];
    const edge = lockEdgeOf(kind);
    if ((edge & TAKES) !== 0) {
      const { thread, pc, step, event } = ref;
      const hold = { lock, shared: edge === TAKE_SHARED, thread, pc, step, event };
      holds.push(hold);
      return hold;
    }
    if (edge === 0) return undefined;
    const held = holds.findLastIndex((hold) => hold.lock === lock);
    return held < 0 ? undefined : holds.splice(held, 1)[0];
  }

  /** In order of acquisition. */
  of(thread: number): readonly Hold[] {
    return this.byThread[thread] ?? [];
  }

  /** All who hold a lock now. */
  on(lock: number): Hold[] {
    const found: Hold[] = [];
    for (const holds of this.byThread) for (const hold of holds) if (hold.lock === lock) found.push(hold);
    return found;
  }
}
