/** What steps do where others may look, for who asks who keeps whom waiting. */
import { NOTHING } from '../../bytecode/access';
import { accessOf, EV_CV_WAIT, EV_NOTIFY, eventKind, lockEdgeOf, nextEvent } from '../../bytecode/event';
import {
  accessStart,
  accessWords,
  logEnd,
  logStart,
  type Machine,
  MORE,
  type SchedulePoints,
  step,
} from '../../machine';
import type { Journal } from '../../machine/journal';

/**
 * Addresses; what a thread alone ever touches is among them. Who takes a lock, gives it back, waits or notifies is at most kept
 * waiting by others, but does nothing else because of them: it has not looked.
 */
export interface Deed {
  readonly thread: number;
  readonly changed: readonly number[];
  readonly looked: readonly number[];
}

const isLook = (kind: number, value: number): boolean =>
  accessOf(kind, value, false) !== NOTHING &&
  lockEdgeOf(kind) === 0 &&
  kind !== EV_NOTIFY &&
  kind !== EV_CV_WAIT;

/** Takes a step; the journal stands where the machine does. */
export function act(
  machine: Machine,
  journal: Journal,
  points: SchedulePoints,
  thread: number,
  pick: number,
): Deed & { readonly outcome: number } {
  const { words } = machine;
  const { mark } = journal;
  const looked = new Set<number>();
  let outcome: number;
  do {
    outcome = step(machine, thread, pick, points);
    journal.commit(thread);
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
      if (!isLook(eventKind(words[at]), words[at + 3])) continue;
      const from = accessStart(machine, at);
      const end = from + accessWords(machine, at);
      for (let word = from; word < end; word++) looked.add(word);
    }
  } while (outcome === MORE);
  return { thread, outcome, changed: journal.changedSince(mark), looked: [...looked] };
}
