/** What a thread was: the 3 px under its cells. */
import type { StateInterval } from '../../../engine';
import { type Frame, lanesOf } from '../frame';
import { MERGED_WIDTH, stepX } from '../geometry';
import { mergeNarrow } from '../merge';
import css from '../plot.module.css';
import type { ThreadLane } from '../staffs';
import { endOf, spansIn } from '../timeline';
import { RIBBON_MIDDLE } from './lane';
import { type Mark, markKind } from './mark';

interface RibbonMark extends Mark {
  readonly x: number;
  readonly width: number;
  /** Middle of the ribbon. */
  readonly y: number;
  readonly state: StateInterval['state'];
}

const looks = {
  running: { className: css.stateRunning, color: 'run', width: 3, dash: [] },
  ready: { className: css.stateReady, color: 'ready', width: 1.5, dash: [1.5, 3.5] },
  blocked: { className: css.stateBlocked, color: 'blocked', width: 3, dash: [] },
  waiting: { className: css.stateWaiting, color: 'wait', width: 2.4, dash: [5, 3] },
  crashed: { className: css.stateCrashed, color: 'fail', width: 3, dash: [] },
} as const;

export const ribbons = markKind<RibbonMark>({
  name: 'ribbons',
  layOut: (frame) => lanesOf(frame, 'thread').flatMap((lane) => ribbonsIn(frame, lane)),
  svg: ({ state, x, y, width }) => (
    <line className={looks[state].className} x1={x} x2={x + width} y1={y} y2={y} />
  ),
  paint: (brush, { state, x, y, width }) => {
    const { color, ...stroke } = looks[state];
    brush.line(x, y, x + width, y, { ...stroke, color: brush.palette[color] });
  },
});

function ribbonsIn(frame: Frame, lane: ThreadLane): RibbonMark[] {
  const { timeline, view, first, last } = frame;
  const pieces = spansIn(timeline.statesOf.get(lane.thread), first, last)
    .map((span) => ({ from: span.from, to: endOf(span, timeline.length), value: span.state, count: 1 }))
    .filter(({ to }) => to >= first);
  return mergeNarrow(pieces, MERGED_WIDTH / view.cell).map((piece) => ({
    key: `state ${lane.thread} ${piece.from}`,
    x: stepX(view, piece.from),
    width: (piece.to - piece.from + 1) * view.cell,
    y: lane.y + RIBBON_MIDDLE,
    state: piece.value,
  }));
}
