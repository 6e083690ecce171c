/** From a point of the plot to what is there: the inverse of layout, by the same numbers. */
import type { Viewport } from './geometry';

/** The step under x, or undefined beside the run. */
export function stepAt(view: Viewport, x: number, total: number): number | undefined {
  const step = Math.floor((x - view.x) / view.cell) + 1;
  return x >= 0 && x <= view.width && step >= 1 && step <= total ? step : undefined;
}

/** Where a scrub to x goes: the step whose cell it is over, 0 left of the first, never beyond the run. */
export function scrubAt(view: Viewport, x: number, length: number): number {
  const step = Math.floor((x - view.x) / view.cell) + 1;
  return Math.min(length, Math.max(0, step));
}
