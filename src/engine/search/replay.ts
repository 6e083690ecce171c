/** From the steps of a search, which stop at every visible operation, to those of a Schedule, where a thread that is alone runs on. */
import { hashState, type Machine, MORE, restore, step } from '../machine';
import type { Choice } from '../schedule/schedule';

/** The same run in steps of `visible`, from the beginning of the program. `machine` is free to be led anywhere. */
export function coarsen(
  machine: Machine,
  setup: { readonly state: Int32Array; readonly path: readonly Choice[] },
  path: readonly Choice[],
  always: Uint8Array,
  visible: Uint8Array,
): Choice[] {
  // Hash of the state after each fine step: where the coarse run stands is found among them.
  restore(machine, setup.state);
  const hashes: number[] = [];
  for (const { thread, pick } of path) {
    while (step(machine, thread, pick, always) === MORE);
    hashes.push(hashState(machine));
  }
  restore(machine, setup.state);
  const found: Choice[] = [...setup.path];
  for (let at = 0; at < path.length; ) {
    const { thread, pick } = path[at];
    found.push({ thread, pick });
    while (step(machine, thread, pick, visible) === MORE);
    const hash = hashState(machine);
    let end = at;
    while (end < path.length && path[end].thread === thread && hashes[end] !== hash) end++;
    // A path may stop in the middle of a step of a thread that is alone.
    at = end < path.length && path[end].thread === thread ? end + 1 : end;
  }
  return found;
}
