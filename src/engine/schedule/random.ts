/** Every ready thread with the same probability at every step. */
import { createRng } from '../../base/rng';
import type { Scheduler } from './scheduler';

export function random(seed: number): Scheduler {
  const rng = createRng(seed);
  return {
    next: (ready) => ready[rng.int(ready.length)],
    pick: (_thread, choices) => rng.int(choices),
  };
}
