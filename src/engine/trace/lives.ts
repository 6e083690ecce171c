/** The heap objects of a run as they are now: alive or gone, and their owners counted. */
import type { Address } from '../bytecode/program';
import type { Machine } from '../machine';
import { controls, countsAt } from '../machine/owners';
import { heapRoots } from '../machine/place';
import { fateOf } from '../machine/reader';
import type { Life } from './intervals';

export function livesNow(machine: Machine): Life[] {
  // Which control block belongs to an object that was not made together with it has to be looked for.
  let owners: Map<number, number> | null = null;
  const controlOf = (object: number): number | undefined => {
    owners ??= new Map([...controls(machine)].map(([control, owned]) => [owned, control]));
    return owners.get(object);
  };
  return heapRoots(machine).map(({ address, words, block }) => {
    const together = block !== null && block.address !== address;
    const object = address as Address;
    if (block?.freed === true || fateOf(machine, address, words) === 'destroyed') {
      return { object, phase: 'gone', strong: null, weak: null };
    }
    const control = together ? block.address : controlOf(address);
    const counts = control === undefined ? null : countsAt(machine, control);
    return { object, phase: 'alive', strong: counts?.strong ?? null, weak: counts?.weak ?? null };
  });
}
