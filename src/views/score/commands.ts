/**
 * Zoom, pan and marks for keys and buttons outside the Score: W, S, A, D, F, M and Esc. They are events of the page, which whatever Score is
 * on it listens to; without one nothing happens.
 */
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

type Act = (score: Mounted) => void;
const EVENT = 'racecourse:score';

const onScore = (act: Act) => () => {
  dispatchEvent(new CustomEvent<Act>(EVENT, { detail: act }));
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
  let had = false;
  onScore(({ marked, unmark }) => {
    had ||= marked;
    unmark();
  })();
  return had;
}

/** Makes a Score one that the commands move. */
export function useCommands(score: Mounted): void {
  const latest = useRef(score);
  useEffect(() => {
    latest.current = score;
  });
  useEffect(() => {
    const listen = (event: Event): void => (event as CustomEvent<Act>).detail(latest.current);
    addEventListener(EVENT, listen);
    return () => removeEventListener(EVENT, listen);
  }, []);
}
