/**
 * Steps that go round: between two stopping points of one thread the whole state is the same again, so the step would never end. Without
 * this a thread that is alone and spins would run all the instructions that a step may have, and log as many events.
 */
import { packed } from '../../base/hash';
import { hashState, type Machine } from './memory';

/**
 * How many parts of a step are compared. A part is as long as the log has room for, so that a loop of up to
 * MAX_PARTS events is back where a part began before they are over; and a long step that does end is not made much longer.
 */
const MAX_PARTS = 64;

/** To be asked of a step at the end of each of its parts. The thread's pc has been stored by then, so the hash has it. */
export function recurs(machine: Machine): boolean {
  const { parts } = machine;
  if (parts.size === MAX_PARTS) return false;
  const key = packed(hashState(machine), machine.hash[1]);
  if (parts.has(key)) return true;
  parts.add(key);
  return false;
}
