/** Who holds which lock, and where it was taken: a table kept up to date by events. */
import { EV_LOCK, EV_LOCK_SHARED, EV_UNLOCK, EV_UNLOCK_SHARED } from '../bytecode/event';
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
    if (kind === EV_LOCK || kind === EV_LOCK_SHARED) {
      const { thread, pc, step, event } = ref;
      const hold = { lock, shared: kind === EV_LOCK_SHARED, thread, pc, step, event };
      holds.push(hold);
      return hold;
    }
    if (kind !== EV_UNLOCK && kind !== EV_UNLOCK_SHARED) return undefined;
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
