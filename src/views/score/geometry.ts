/**
 * Sizes of the Score in px, each said once: layout, both ways of drawing, hit testing and the label column read them here.
 * The horizontal axis is the step: step 1 begins at `view.x`, each step is `view.cell` wide.
 */

export const RULER = 30;
/** The label column, brackets included: as wide as the longest name asks for, within these and this part of the Score. */
const LABELS = { least: 208, most: 330, part: 0.24 } as const;
/** What a label of the column takes beside its name: bracket, icon, and the value at the cursor. */
export const BESIDE_NAME = 112;
/** The same where there is room for pills only; a Score narrower than NARROW is drawn so. */
export const LABELS_NARROW = 48;
export const NARROW = 620;
/** Below this, only the threads are unfolded at first. */
export const FOLDING = 1000;
/** Kept free at the right end of the plot. */
export const MARGIN = 13;

export const TOP = 3.5;
export const STAFF_GAP = 8;
export const FOLDED_ROW = 26;
export const ROWS = { thread: 29, lock: 19, object: 22, file: 32, meter: 34 } as const;
/** Height of a letter of the name beside the bracket, and room above it for the arrow that folds: an unfolded staff is no lower than its name. */
export const NAME = { letter: 6.2, arrow: 10, small: 8 } as const;
/** In a narrow Score, names of locks and objects stand above their spans, in the plot. */
export const CAPTION = 16;

/** A short run does not get cells wider than this. */
export const MAX_CELL = 96;
/** Zoomed in, a cell gets no wider than this. */
export const ZOOMED_CELL = 160;
/** Below these widths a cell drops its text, then its icon, then merges with its neighbours. */
export const TEXT_CELL = 40;
export const ICON_CELL = 24;
export const MERGE_CELL = 6;
/** A merged mark is at least this wide. */
export const MERGED_WIDTH = 2;
/** Steps in the window of a narrow Score, and those of them after the cursor. */
const WINDOW = 7;
const WINDOW_AHEAD = 2;

/** `name`: the widest of the lanes' names, with what stands beside it. */
export function labelsWidth(outer: number, name: number): number {
  return Math.max(LABELS.least, Math.min(name, LABELS.most, outer * LABELS.part));
}

export interface Viewport {
  /** Of the plot: without labels and margin. */
  readonly width: number;
  /** Left edge of step 1; negative when zoomed in and panned. */
  readonly x: number;
  /** Width of a step. */
  readonly cell: number;
}

/** The steps of which some part is visible; `last < first` when none is. */
export function visibleSteps({ width, x, cell }: Viewport, total: number): { first: number; last: number } {
  if (total === 0 || width <= 0) return { first: 1, last: 0 };
  const first = Math.max(1, Math.floor(-x / cell) + 1);
  const last = Math.min(total, Math.ceil((width - x) / cell));
  return { first, last };
}

/** The left edge of a step. `stepX(view, total + 1)` is the right edge of the last. */
export function stepX(view: Viewport, step: number): number {
  return view.x + (step - 1) * view.cell;
}

/** Width of a step when the whole run is shown. */
export function fitCell(width: number, total: number): number {
  return Math.min(MAX_CELL, width / Math.max(1, total));
}

/** What a zoom of `{k, x}` shows. */
export function zoomedView(width: number, total: number, zoom: { k: number; x: number }): Viewport {
  return { width, x: zoom.x, cell: fitCell(width, total) * zoom.k };
}

/** The window of a narrow Score: it follows the cursor, and stops at both ends of the run. */
export function windowView(width: number, total: number, at: number): Viewport {
  const cell = width / WINDOW;
  const last = Math.min(Math.max(at + WINDOW_AHEAD, WINDOW), Math.max(total, WINDOW));
  return { width, x: -(last - WINDOW) * cell, cell };
}

/** 1, 2, 5, 10, 20, 50… : the least of them that is not below `least`. */
export function stride(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((n) => n * power).find((n) => n >= least) ?? power * 10;
}
