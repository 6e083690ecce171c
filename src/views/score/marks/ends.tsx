/** The square at the end of a thread's life. */
import { type Frame, lanesOf } from '../frame';
import { stepX } from '../geometry';
import css from '../plot.module.css';
import type { ThreadLane } from '../staffs';
import { type Mark, markKind } from './mark';

interface EndMark extends Mark {
  readonly thread: number;
  readonly x: number;
  readonly y: number;
}
const SIZE = 9;

export const ends = markKind<EndMark>({
  name: 'ends',
  layOut: (frame) => lanesOf(frame, 'thread').flatMap((lane) => endsIn(frame, lane)),
  svg: ({ x, y }) => <rect className={css.end} x={x} y={y} width={SIZE} height={SIZE} rx={1.5} />,
  paint: (brush, { x, y }) => brush.edge(x, y, SIZE, SIZE, { color: brush.palette.ink3, width: 1.4 }),
});

function endsIn({ timeline, view, at }: Frame, lane: ThreadLane): EndMark[] {
  const states = timeline.statesOf.get(lane.thread)?.spans.at(-1);
  if (states === undefined || states.to === null || states.state === 'crashed') return [];
  const step = states.to + 1;
  if (step - 1 > at || view.cell < 12) return [];
  return [{ key: `end ${lane.thread}`, thread: lane.thread, x: stepX(view, step) + 7, y: lane.y + 8 }];
}
