/**
 * A thread goes on while it can; then the next in start order that can. What "run to the end" does: no preemption, but for a
 * thread that yields or spins, which lets all others have their turn first.
 */
import type { Scheduler } from './scheduler';

export const nonpreemptive: Scheduler = {
  next(ready, last, yields) {
    if (last !== null && !yields && ready.includes(last)) return last;
    const after = yields ? ready.find((thread) => last !== null && thread > last) : undefined;
    return after ?? ready[0];
  },
  pick: () => 0,
};
