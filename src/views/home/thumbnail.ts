/** The picture on a card: who ran when in a failing run, from its schedule alone. Pure numbers, in px of the view box. */

export const WIDTH = 388;
export const HEIGHT = 146;
const LEFT = 42;
const RIGHT = 374;
const LANE = 26;
const CELL = 16;
const MAX_STEP = 18.5;

export interface ThumbCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly thread: number;
}
export interface ThumbLane {
  readonly thread: number;
  readonly y: number;
}
export interface Thumbnail {
  readonly lanes: readonly ThumbLane[];
  readonly cells: readonly ThumbCell[];
  /** Left edges of the steps, and the right edge of the last. */
  readonly lines: readonly number[];
  /** Where another thread goes on: SVG paths with their heads. */
  readonly switches: readonly { readonly path: string; readonly head: string }[];
  /** The step that fails, if the run does. */
  readonly mark: {
    readonly x: number;
    readonly y: number;
    readonly left: number;
    readonly width: number;
  } | null;
  readonly cellHeight: number;
}

/** `line` is the thread of each step. main only starts the others: its first steps are one column, its lane is left out. */
export function layoutThumbnail(
  threads: readonly number[],
  line: readonly number[],
  fails: boolean,
): Thumbnail {
  const shown = threads.filter((thread) => thread !== 0);
  const begin = Math.max(0, line.findIndex((thread) => thread !== 0) - 1);
  const steps = line.slice(begin);
  const columns = Math.max(18, steps.length + 2);
  const step = Math.min(MAX_STEP, (RIGHT - LEFT) / columns);
  const x = (column: number) => LEFT + column * step;
  const top = (HEIGHT - shown.length * LANE) / 2;
  const middle = (thread: number) => top + shown.indexOf(thread) * LANE + LANE / 2;

  const taken = steps.flatMap((thread, column) => (thread === 0 ? [] : [{ thread, column }]));
  const cells = taken.map(({ thread, column }) => ({
    x: x(column) + 0.7,
    y: middle(thread) - CELL / 2,
    width: step - 1.4,
    thread,
  }));
  const switches = taken.flatMap(({ thread, column }, index) => {
    const before = taken[index - 1];
    if (before === undefined || before.thread === thread) return [];
    return [arrow(x(before.column + 0.5), middle(before.thread), x(column + 0.5), middle(thread))];
  });
  const last = taken.at(-1);
  const mark =
    fails && last
      ? { x: x(last.column + 0.5), y: middle(last.thread), left: x(last.column), width: step }
      : null;
  const lines = Array.from({ length: Math.floor((RIGHT - LEFT) / step) + 1 }, (_, column) => x(column));
  return {
    lanes: shown.map((thread) => ({ thread, y: middle(thread) })),
    cells,
    lines,
    switches,
    mark,
    cellHeight: CELL,
  };
}

/** From the lower edge of a cell to the upper edge of one in a lower lane, or the other way up. */
function arrow(x1: number, y1: number, x2: number, y2: number): { path: string; head: string } {
  const down = y2 > y1 ? 1 : -1;
  const from = y1 + (down * CELL) / 2;
  const to = y2 - (down * CELL) / 2;
  return {
    path: `M${x1} ${from}C${x1} ${from + down * 8} ${x2} ${to - down * 8} ${x2} ${to}`,
    head: `M${x2} ${to}l-3 ${-5 * down}h6z`,
  };
}
