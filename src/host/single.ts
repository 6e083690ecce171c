/** Without shared memory: the same steps, all taken by the engine worker itself. */
import {
  BLOCKED,
  type Choice,
  FINISHED,
  HASH_WORDS,
  hashEvents,
  hashText,
  logEnd,
  logStart,
  type Machine,
  MORE,
  type Outcome,
  STEPPED,
  startHash,
  step,
} from '../engine';
import type { MakeExecutor, Relayed } from './executor';

export const createSingle: MakeExecutor = (machine, points) => {
  const take = (thread: number, pick: number): Outcome => step(machine, thread, pick, points);
  return {
    step: take,
    rewrite: (change) => change(),
    relay: (choices) => relayAlone(machine, choices, take),
    places: () => [],
    present: () => {},
    replaced: () => {},
    leave: () => {},
  };
};

/** A relay without hand-overs: one after the other, by whatever takes a step. */
export function relayAlone(
  machine: Machine,
  choices: readonly Choice[],
  take: (thread: number, pick: number) => Outcome,
): Relayed {
  const hash = new Int32Array(HASH_WORDS);
  let taken = 0;
  let outcome: Outcome = STEPPED;
  startHash(hash);
  for (const { thread, pick } of choices) {
    do {
      outcome = take(thread, pick);
      hashEvents(hash, 0, thread, machine.words, logStart(machine), logEnd(machine));
    } while (outcome === MORE);
    if (outcome !== BLOCKED) taken++;
    if (outcome !== STEPPED && outcome !== FINISHED) break;
  }
  return { taken, outcome, hash: hashText(hash) };
}
