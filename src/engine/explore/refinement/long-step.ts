/**
 * A step that takes very long without an access whose order is known to matter: whether it ends at all, and if not, where its loop looks at
 * what others may touch. A step that goes round such words has to stop there, so that the others come to change them.
 */
import { EV_READ, EV_WRITE, eventKind, nextEvent } from '../../bytecode/event';
import { isEndless } from '../../bytecode/fault';
import { faultOf, logEnd, logStart, type Machine, type SchedulePoints } from '../../machine';
import { isOnStack } from '../../machine/local';
import { Stepper } from '../steps/stepper';

/** Accesses at the end of a step that does not end which are taken for its loop. */
const LOOP = 256;

/** Whether a step ends, if it may take as many instructions as any. */
export function endsAfterAll(
  machine: Machine,
  points: SchedulePoints,
  thread: number,
  pick: number,
): boolean {
  new Stepper(machine, points).take(thread, pick);
  const fault = faultOf(machine);
  return fault === null || !isEndless(fault.kind);
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
