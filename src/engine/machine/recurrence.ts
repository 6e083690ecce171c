/**
 * Steps that go round: between two stopping points of one thread the whole state is the same again, so the step would never end. Without
 * this a thread that is alone and spins would run all the instructions that a step may have, and log as many events.
 */
import { packed } from '../../base/hash';
import { EVENT_WORDS } from '../bytecode/event';
import { LOG_EVENTS } from './layout';
import { hashState, type Machine } from './memory';

/**
 * How many parts of a step are compared. A part is as long as the log usually has room for, so that a loop of up to
 * MAX_PARTS events is back where a part began before they are over; and a long step that does end is not made much longer.
 */
const MAX_PARTS = 64;
const PART_WORDS = LOG_EVENTS * EVENT_WORDS;

/**
 * To be asked when the log of a step is drained, of so many words; what was drained before counts too, so that a part does not depend on how
 * often that is done. The thread's pc has been stored by then, so the hash has it.
 */
export function recurs(machine: Machine, logged: number): boolean {
  const { parts } = machine;
  if (parts.size === MAX_PARTS) return false;
  machine.drained += logged;
  if (machine.drained < PART_WORDS) return false;
  machine.drained = 0;
  const key = packed(hashState(machine), machine.hash[1]);
  if (parts.has(key)) return true;
  parts.add(key);
  return false;
}
