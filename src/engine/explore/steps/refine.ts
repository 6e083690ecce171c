/** One run in the steps of two sorts of points. */
import type { Choice } from '../../schedule/schedule';

/**
 * A step in smaller ones, of points that hold wherever its own do and elsewhere: its pick is that of the first. Whoever asks takes each
 * part before the next is asked for; `isOver`: the run stands where the whole step leads, or its thread can go no further.
 */
export function* partsOf(step: Choice, isOver: () => boolean): Generator<Choice> {
  yield step;
  while (!isOver()) yield { thread: step.thread, pick: 0 };
}
