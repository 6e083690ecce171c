/**
 * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte: "A Randomized Scheduler with Probabilistic Guarantees of
 * Finding Bugs", ASPLOS 2010). Each thread has a random priority, and the ready one with the highest runs. At d - 1 random steps of k the
 * thread that runs falls below all others, to a priority that the change point has. A bug of depth d, which d ordered events of a run make,
 * is met with a probability of at least 1 / (n k^(d - 1)), n threads.
 *
 * The paper's threads never ask to be left. Here one that does falls below all, or a loop that waits for another thread would never end.
 */
import { createRng } from '../../base/rng';
import type { ThreadId } from '../bytecode/program';
import type { Scheduler } from './scheduler';

export interface PctOptions {
  /** d, 1 or more: one more than there are change points. */
  readonly depth: number;
  /** k: steps that runs of this program take at most, as far as is known. */
  readonly steps: number;
}

export function pct(seed: number, { depth, steps }: PctOptions): Scheduler {
  const rng = createRng(seed);
  const changes = Array.from({ length: depth - 1 }, () => 1 + rng.int(Math.max(1, steps)));
  /** By thread; those of change points are 1 … d - 1, and below them come threads that asked to be left. */
  const priorities: number[] = [];
  let lowest = 0;
  let taken = 0;
  const priorityOf = (thread: ThreadId): number => {
    priorities[thread] ??= depth + rng.next();
    return priorities[thread];
  };
  const highest = (ready: readonly ThreadId[]): ThreadId => {
    let best = ready[0];
    for (const thread of ready) if (priorityOf(thread) > priorityOf(best)) best = thread;
    return best;
  };
  return {
    next(ready, last, yields) {
      if (last !== null && yields) priorities[last] = --lowest;
      taken++;
      // Change points that fall on one step all apply: the thread that is then highest falls too.
      changes.forEach((at, i) => {
        if (at === taken) priorities[highest(ready)] = depth - 1 - i;
      });
      return highest(ready);
    },
    pick: (_thread, choices) => rng.int(choices),
  };
}

/** The bound of the paper: how often, of 1, a bug of this depth is met at least. */
export const pctBound = (threads: number, { depth, steps }: PctOptions): number =>
  1 / (threads * steps ** (depth - 1));
