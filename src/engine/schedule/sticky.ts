/** Random with few switches: a thread goes on for a while, which reaches orders that switching at every step seldom does. */
import { createRng } from '../../base/rng';
import type { Scheduler } from './scheduler';

/** Switches before one step in `mean`, on average. */
export function sticky(seed: number, mean: number): Scheduler {
  const rng = createRng(seed);
  return {
    next(ready, last) {
      if (last !== null && rng.int(mean) !== 0 && ready.includes(last)) return last;
      return ready[rng.int(ready.length)];
    },
    pick: (_thread, choices) => rng.int(choices),
  };
}
