/**
 * A step that takes very long without an access whose order is known to matter: whether it ends at all, and if not, where its loop looks at
 * what others may touch. A step that goes round such words has to stop there, so that the others come to change them.
 */
import { EV_READ, EV_WRITE, eventKind, nextEvent } from '../../bytecode/event';
import { FAULT_STEP } from '../../bytecode/fault';
import {
  faultOf,
  hashState,
  logEnd,
  logStart,
  type Machine,
  MORE,
  type SchedulePoints,
  step,
} from '../../machine';
import { isOnStack } from '../../machine/local';
import { Stepper } from '../steps/stepper';

/** Parts of a long step that are compared. */
const RECURRENCES = 64;
/** Accesses at the end of a step that does not end which are taken for its loop. */
const LOOP = 256;

/**
 * Whether a step ends, or else comes back to a state it was in or takes more instructions than any may. It is left in the middle
 * where it comes back: so this is the one loop beside the stepper's.
 */
export function endsAfterAll(
  machine: Machine,
  points: SchedulePoints,
  thread: number,
  pick: number,
): boolean {
  const seen = new Set<string>();
  while (step(machine, thread, pick, points) === MORE) {
    // While it goes on its place is not in the state: two parts of it that look alike begin alike.
    if (seen.size === RECURRENCES) continue;
    const state = `${hashState(machine)} ${machine.hash[1]}`;
    if (seen.has(state)) return false;
    seen.add(state);
  }
  return faultOf(machine)?.kind !== FAULT_STEP;
}

/** The pcs of the last accesses of a step that does not end, to what is not on its own stack. */
export function accessesOfLoop(
  machine: Machine,
  points: SchedulePoints,
  thread: number,
  pick: number,
): ReadonlySet<number> {
  const { words } = machine;
  const accesses: number[] = [];
  const observe = (): void => {
    if (accesses.length > 2 * LOOP) accesses.splice(0, accesses.length - LOOP);
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
      const kind = eventKind(words[at]);
      if ((kind === EV_READ || kind === EV_WRITE) && !isOnStack(machine, thread, words[at + 2]))
        accesses.push(words[at + 1]);
    }
  };
  new Stepper(machine, points).take(thread, pick, { observe });
  return new Set(accesses.slice(-LOOP));
}
