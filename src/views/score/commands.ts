/** Zoom and pan for keys and buttons outside the Score: W, S, A, D and F. They do nothing while no Score is on the page. */
import { useEffect } from 'react';
import type { ZoomControl } from '../parts/useZoom';

const FACTOR = 1.5;
/** Of the width of the plot. */
const PAN = 0.25;

interface Mounted {
  readonly control: ZoomControl;
  readonly width: number;
}
const mounted = new Set<Mounted>();

const onScore = (act: (score: Mounted) => void) => () => mounted.forEach(act);

export const zoomScoreIn = onScore(({ control }) => control.zoomBy(FACTOR));
export const zoomScoreOut = onScore(({ control }) => control.zoomBy(1 / FACTOR));
export const panScoreLeft = onScore(({ control, width }) => control.panBy(-width * PAN));
export const panScoreRight = onScore(({ control, width }) => control.panBy(width * PAN));
export const fitScore = onScore(({ control }) => control.fit());

/** Makes a Score the one the commands move. */
export function useCommands(control: ZoomControl, width: number): void {
  useEffect(() => {
    const score = { control, width };
    mounted.add(score);
    return () => void mounted.delete(score);
  }, [control, width]);
}
