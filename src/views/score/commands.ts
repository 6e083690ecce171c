/** Zoom, pan and marks for keys and buttons outside the Score: W, S, A, D, F, M and Esc. They do nothing while no Score is on the page. */
import { useEffect, useRef } from 'react';
import type { ZoomControl } from '../parts/useZoom';

const FACTOR = 1.5;
/** Of the width of the plot. */
const PAN = 0.25;

interface Mounted {
  readonly control: ZoomControl;
  readonly width: number;
  /** The step at the cursor in px of the unzoomed run, while it is in view: zooming keeps it there. */
  readonly kept: readonly [left: number, right: number] | null;
  /** Whether a step is marked, and the ways to mark the one at the cursor and none. */
  readonly marked: boolean;
  readonly mark: () => void;
  readonly unmark: () => void;
}
const mounted = new Set<() => Mounted>();

const onScore = (act: (score: Mounted) => void) => () => {
  for (const score of mounted) act(score());
};

const zoomBy = (factor: number) =>
  onScore(({ control, kept }) => {
    control.zoomBy(factor);
    if (kept !== null) control.show(...kept);
  });

export const zoomScoreIn = zoomBy(FACTOR);
export const zoomScoreOut = zoomBy(1 / FACTOR);
export const panScoreLeft = onScore(({ control, width }) => control.panBy(-width * PAN));
export const panScoreRight = onScore(({ control, width }) => control.panBy(width * PAN));
export const fitScore = onScore(({ control }) => control.fit());
/** Marks the step at the cursor: the others show whether they came before it, after it, or could have come in the other order. */
export const markScore = onScore(({ marked, mark, unmark }) => (marked ? unmark : mark)());

/** True if there was a mark to take away. */
export function unmarkScore(): boolean {
  const marked = [...mounted].map((score) => score()).filter((score) => score.marked);
  for (const { unmark } of marked) unmark();
  return marked.length > 0;
}

/** Makes a Score the one the commands move. */
export function useCommands(score: Mounted): void {
  const latest = useRef(score);
  useEffect(() => {
    latest.current = score;
  });
  useEffect(() => {
    const current = () => latest.current;
    mounted.add(current);
    return () => void mounted.delete(current);
  }, []);
}
