/** Tells the same run in smaller steps. */
import type { Choice } from '../../schedule/schedule';

/**
 * The parts of a step in the steps of finer points, which hold wherever its own do. The first part has its pick. The caller takes each part
 * before it asks for the next; `isOver` says that the run stands where the whole step leads, or that its thread can go no further.
 */
export function* partsOf(step: Choice, isOver: () => boolean): Generator<Choice> {
  yield step;
  while (!isOver()) yield { thread: step.thread, pick: 0 };
}
