/** A thread goes on while it can; then the first in start order that can. What "run to the end" does: no preemption. */
import type { Scheduler } from './scheduler';

export const nonpreemptive: Scheduler = {
  next: (ready, last) => (last !== null && ready.includes(last) ? last : ready[0]),
  pick: () => 0,
};
