/** The numbered causes of the shown finding, joined by slurs. */
import { type Frame, lanesOf } from '../frame';
import { stepX } from '../geometry';
import css from '../plot.module.css';
import { type Mark, markKind } from './mark';

interface CauseMark extends Mark {
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

export const causes = markKind<CauseMark>({
  name: 'causes',
  layOut: causesIn,
  svg: ({ number, x, y }) => (
    <>
      <circle className={css.cause} cx={x} cy={y} r={6.5} />
      <text className={css.causeNumber} x={x} y={y + 3.4} textAnchor="middle">
        {number}
      </text>
    </>
  ),
  paint: (brush, { number, x, y }) => {
    const { ink, panel } = brush.palette;
    brush.disc(x, y, 6.5, ink);
    brush.text(String(number), x, y + 3.4, panel, 'center');
  },
});

interface SlurMark extends Mark {
  readonly path: string;
}

/** From each cause to the next, under the cells. */
export const slurs = markKind<SlurMark>({
  name: 'slurs',
  layOut: (frame) => {
    const spots = causesIn(frame);
    return spots.slice(1).flatMap(({ key, x, y }, i) => {
      const path = slur(spots[i].x, spots[i].y, x, y);
      return path === '' ? [] : [{ key: `slur to ${key}`, path }];
    });
  },
  svg: ({ path }) => <path className={css.slur} d={path} />,
  paint: (brush, { path }) => brush.path(path, { color: brush.palette.ink, width: 1.3 }),
});

function causesIn(frame: Frame): CauseMark[] {
  const { view, finding } = frame;
  const lanes = lanesOf(frame, 'thread');
  const causes = finding?.causes ?? [];
  return causes.flatMap(({ step, thread }, i) => {
    const lane = lanes.find((lane) => lane.thread === thread);
    if (lane === undefined) return [];
    // Causes of one step and thread stand side by side.
    const sameStep = causes.slice(0, i).filter((c) => c.step === step && c.thread === thread).length;
    const x = stepX(view, step) + view.cell / 2 + sameStep * 14;
    return [{ key: `cause ${i + 1}`, number: i + 1, x, y: lane.y - 0.5 }];
  });
}

/** Bows up between two marks of a lane, swings between lanes. */
function slur(x1: number, y1: number, x2: number, y2: number): string {
  if (x2 - x1 < 16) return '';
  const reach = Math.min(70, (x2 - x1) / 2);
  const bow = y1 === y2 ? -9 : 0;
  return `M${x1 + 8} ${y1}C${x1 + reach} ${y1 + bow} ${x2 - reach} ${y2 + bow} ${x2 - 8} ${y2}`;
}
