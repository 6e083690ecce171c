/** Repeats a schedule; stops where it ends or no longer fits the program. */
import type { Choice } from './schedule';
import type { Scheduler } from './scheduler';

export function replay(choices: readonly Choice[]): Scheduler {
  let taken = 0;
  return {
    next(ready) {
      const choice = choices[taken];
      if (choice === undefined || !ready.includes(choice.thread)) return null;
      taken++;
      return choice.thread;
    },
    pick: () => choices[taken - 1].pick,
  };
}
