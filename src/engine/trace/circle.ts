/** Whether steps of a record that came back to a state they had been in can be repeated for ever by a fair scheduler (explore/fairness/fair-cycles.ts). */

import { act, type Deed } from '../explore/fairness/effect';
import { watchersAmong } from '../explore/fairness/fair-cycles';
import { canStep, FAULTED, threadCount } from '../machine';
import { Journal } from '../machine/journal';
import { locksAwaited } from '../machine/local';
import type { Cursor, Recorder } from './record';

/** Steps of a thread that is watched alone. */
const MAX_ALONE = 1000;

/** The states after step `since` and after `step` are the same. `cursor` is led somewhere else. */
export function isFairCircle(recorder: Recorder, cursor: Cursor, since: number, step: number): boolean {
  recorder.seek(cursor, since);
  recorder.lose(cursor);
  const { machine } = cursor;
  const { points } = recorder;
  const journal = new Journal(machine);
  const here = (): string => `${journal.hash0} ${journal.hash1}`;
  const states = new Map<string, { mark: number; hash0: number; hash1: number }>();
  const deeds: Deed[] = [];
  for (let k = since + 1; k <= step; k++) {
    const { mark, hash0, hash1 } = journal;
    states.set(here(), { mark, hash0, hash1 });
    deeds.push(act(machine, journal, points, recorder.threadAt(k), recorder.pickAt(k)));
  }
  const moved = new Set(deeds.map(({ thread }) => thread));
  const isWatcher = watchersAmong(deeds);
  const leavesAlone = (thread: number): boolean => {
    const { mark, hash0, hash1 } = journal;
    const seen = new Set<string>();
    let leaves = false;
    while (!leaves && !seen.has(here()) && seen.size < MAX_ALONE && canStep(machine, thread)) {
      seen.add(here());
      leaves = act(machine, journal, points, thread, 0).outcome === FAULTED || !states.has(here());
    }
    journal.undo(mark, hash0, hash1);
    return leaves;
  };
  /** By thread that waits for locks throughout: those that somebody holds throughout, and by whom. */
  const awaited = new Map<number, string[]>();
  // Backwards, so that the journal leads from each to the one before.
  for (const { mark, hash0, hash1 } of [...states.values()].sort((a, b) => b.mark - a.mark)) {
    journal.undo(mark, hash0, hash1);
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
