/** Whether steps of a record that came back to a state they had been in can be repeated for ever by a fair scheduler (explore/fairness/fair-cycles.ts). */

import { type Effect, takeWithEffect } from '../explore/fairness/effect';
import { watchersAmong } from '../explore/fairness/fair-cycles';
import { type Place, ReversibleStepper } from '../explore/steps/stepper';
import { canStep, FAULTED, isProcessOver, threadCount } from '../machine';
import { locksAwaited } from '../machine/local';
import type { Cursor, Recorder } from './record';

/** Steps of a thread that is watched alone. */
const MAX_ALONE = 1000;

/** The states after step `since` and after `step` are the same. `cursor` is led somewhere else. */
export function isFairCircle(recorder: Recorder, cursor: Cursor, since: number, step: number): boolean {
  recorder.seek(cursor, since);
  recorder.lose(cursor);
  const { machine } = cursor;
  if (isProcessOver(machine)) return false;
  const stepper = new ReversibleStepper(machine, recorder.points);
  const { journal } = stepper;
  const here = (): string => `${journal.hash0} ${journal.hash1}`;
  const states = new Map<string, Place>();
  const effects: Effect[] = [];
  for (let k = since + 1; k <= step; k++) {
    states.set(here(), stepper.here());
    effects.push(takeWithEffect(stepper, recorder.threadAt(k), recorder.pickAt(k)));
  }
  const moved = new Set(effects.map(({ thread }) => thread));
  const isWatcher = watchersAmong(effects);
  const leavesAlone = (thread: number): boolean => {
    const start = stepper.here();
    const seen = new Set<string>();
    let leaves = false;
    while (!leaves && !seen.has(here()) && seen.size < MAX_ALONE && canStep(machine, thread)) {
      seen.add(here());
      leaves = takeWithEffect(stepper, thread, 0).outcome === FAULTED || !states.has(here());
    }
    stepper.back(start);
    return leaves;
  };
  /** By thread that waits for locks throughout: those that somebody holds throughout, and by whom. */
  const awaited = new Map<number, string[]>();
  // Backwards, so that the journal leads from each to the one before.
  for (const place of [...states.values()].sort((a, b) => b.mark - a.mark)) {
    stepper.back(place);
    for (let thread = 0; thread < threadCount(machine); thread++) {
      if (!canStep(machine, thread)) {
        const held = locksAwaited(machine, thread).map(({ lock, holder }) => `${lock} ${holder}`);
        const before = awaited.get(thread) ?? held;
        if (!moved.has(thread) && held.length > 0)
          awaited.set(
            thread,
            before.filter((each) => held.includes(each)),
          );
        continue;
      }
      if (!moved.has(thread) || (isWatcher(thread) && leavesAlone(thread))) return false;
    }
  }
  return [...awaited.values()].every((held) => held.length > 0);
}
