/** Left edges of steps, thinned out where steps are narrow. */
import type { Frame } from '../frame';
import { stepX, stride } from '../geometry';
import css from '../plot.module.css';
import { type Mark, markKind } from './mark';

interface RuleMark extends Mark {
  readonly x: number;
  readonly height: number;
}
const ROOM = 8;

export const rules = markKind<RuleMark>({
  name: 'rules',
  layOut: (frame) => rulesIn(frame).map((x) => ({ key: `rule ${x}`, x, height: frame.height })),
  svg: ({ x, height }) => <line className={css.rule} x1={x} x2={x} y1={0} y2={height} />,
  paint: (brush, { x, height }) => brush.fill(x, 0, 0.5, height, brush.palette.line),
});

/** Where they stand, for the ruler too. */
export function rulesIn({ view, first, lastColumn }: Frame): number[] {
  const every = stride(ROOM / view.cell);
  const lines: number[] = [];
  for (let step = Math.ceil(first / every) * every; step <= lastColumn + 1; step += every)
    lines.push(stepX(view, step));
  return lines;
}
