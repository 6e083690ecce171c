/** Without shared memory: the same steps, all taken by the engine worker itself. */
import {
  BLOCKED,
  FINISHED,
  HASH_WORDS,
  hashEvents,
  hashText,
  logEnd,
  logStart,
  MORE,
  type Outcome,
  STEPPED,
  startHash,
  step,
} from '../engine';
import type { MakeExecutor } from './executor';

export const createSingle: MakeExecutor = (machine, visible) => ({
  step: (thread, pick) => step(machine, thread, pick, visible),
  rewrite: (change) => change(),
  relay(choices) {
    const hash = new Int32Array(HASH_WORDS);
    let taken = 0;
    let outcome: Outcome = STEPPED;
    startHash(hash);
    for (const { thread, pick } of choices) {
      do {
        outcome = step(machine, thread, pick, visible);
        hashEvents(hash, 0, thread, machine.words, logStart(machine), logEnd(machine));
      } while (outcome === MORE);
      if (outcome !== BLOCKED) taken++;
      if (outcome !== STEPPED && outcome !== FINISHED) break;
    }
    return { taken, outcome, hash: hashText(hash) };
  },
  places: () => [],
  leave: () => {},
});
