/** What a thread was: the 3 px under its cells. */
import type { StateInterval } from '../../../engine';
import { type Frame, lanesOf } from '../frame';
import { stepX } from '../geometry';
import css from '../plot.module.css';
import type { ThreadLane } from '../staffs';
import { RIBBON_MIDDLE } from './lane';
import { type Mark, markKind } from './mark';
import { merged, piecesIn } from './pieces';

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
  const { timeline, view } = frame;
  const pieces = piecesIn(frame, timeline.statesOf.get(lane.thread));
  return merged(frame, pieces).map(({ from, to, value }) => ({
    key: `state ${lane.thread} ${from}`,
    x: stepX(view, from),
    width: (to - from + 1) * view.cell,
    y: lane.y + RIBBON_MIDDLE,
    state: value.state,
  }));
}
