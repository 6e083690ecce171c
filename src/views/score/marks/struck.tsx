/** The cross on what the shown finding strikes, tied to the step that did it. */
import { Icon } from '../../parts/Icon';
import { type Frame, lanesOf } from '../frame';
import { stepX } from '../geometry';
import css from '../plot.module.css';
import { type Mark, markKind } from './mark';

interface StruckMark extends Mark {
  readonly x: number;
  readonly y: number;
  readonly fromY: number;
}

export const struck = markKind<StruckMark>({
  name: 'struck',
  layOut: struckIn,
  svg: ({ x, y, fromY }) => (
    <g className={css.cross}>
      <line x1={x} x2={x} y1={fromY} y2={y - 8} />
      <circle cx={x} cy={y} r={7.5} />
      <Icon name="x" size={10} x={x - 5} y={y - 5} />
    </g>
  ),
  paint: (brush, { x, y, fromY }) => {
    const { fail } = brush.palette;
    brush.fill(x - 0.7, fromY, 1.4, y - fromY, fail);
    brush.disc(x, y, 6, fail);
  },
});

function struckIn(frame: Frame): StruckMark[] {
  const { view, at, finding } = frame;
  if (finding === null || finding.step > at) return [];
  const lane = lanesOf(frame, 'object').find(({ object }) => object === finding.lost);
  const from = lanesOf(frame, 'thread').find((lane) => lane.thread === finding.thread);
  if (lane === undefined || from === undefined) return [];
  return [
    { key: 'struck', x: stepX(view, finding.step) + view.cell / 2, y: lane.y + 12.5, fromY: from.y + 22 },
  ];
}
