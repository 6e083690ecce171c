/** The heap objects of a run as they are now: alive or gone, and their owners counted. */
import type { Address } from '../bytecode/program';
import type { Names } from '../inspect/names';
import { controls, countsAt, type Owner, strongOwners } from '../inspect/owners';
import { heapRoots } from '../inspect/place';
import { fateOf } from '../inspect/reader';
import type { Machine } from '../machine';
import type { Life } from './intervals';

/** `names`: what owners are called; null to leave them out. */
export function livesNow(machine: Machine, names: Names | null): Life[] {
  // Which control block belongs to an object that was not made together with it has to be looked for.
  let owners: Map<number, number> | null = null;
  const controlOf = (object: number): number | undefined => {
    owners ??= new Map([...controls(machine)].map(([control, owned]) => [owned, control]));
    return owners.get(object);
  };
  const named: ReadonlyMap<number, Owner[]> = names === null ? new Map() : strongOwners(machine, names);
  return heapRoots(machine).map(({ address, words, block }) => {
    const together = block !== null && block.address !== address;
    const object = address as Address;
    if (block?.freed === true || fateOf(machine, address, words) === 'destroyed') {
      return { object, phase: 'gone', strong: null, weak: null, owners: [] };
    }
    const control = together ? block.address : controlOf(address);
    const counts = control === undefined ? null : countsAt(machine, control);
    const owners = named.get(address) ?? [];
    return { object, phase: 'alive', strong: counts?.strong ?? null, weak: counts?.weak ?? null, owners };
  });
}
