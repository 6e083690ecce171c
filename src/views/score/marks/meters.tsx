/** What was promised against what can be read: two lines over the steps, on one scale, and the gap between them. */
import css from '../files.module.css';
import { type Frame, lanesOf } from '../frame';
import { stepX } from '../geometry';
import type { MeterLane } from '../staffs';
import { type Box, type Mark, markKind } from './mark';

/** One of the three at a time: a line as an SVG path, a gap, or the number at which the promise rises. */
interface MeterMark extends Mark, Box {
  readonly part: 'persisted' | 'readable' | 'gap' | 'number';
  readonly path: string;
  readonly text: string;
}

export const meters = markKind<MeterMark>({
  name: 'meters',
  layOut: (frame) => lanesOf(frame, 'meter').flatMap((lane) => meterIn(frame, lane)),
  svg: ({ part, x, y, width, height, path, text }) => {
    if (part === 'gap') return <rect className={css.gap} {...{ x, y, width, height }} />;
    if (part === 'number')
      return (
        <text className={css.number} x={x} y={y}>
          {text}
        </text>
      );
    return <path className={css[part]} d={path} />;
  },
  paint: (brush, { part, x, y, width, height, path, text }) => {
    const { fail, ink, ink2, run } = brush.palette;
    if (part === 'gap') brush.fill(x, y, width, height, fail, 0.3);
    else if (part === 'number') brush.text(text, x, y, ink2);
    else if (part === 'persisted') brush.path(path, { color: ink, width: 1.8 });
    else brush.path(path, { color: run, width: 1.5, dash: [4, 2.5] });
  },
});

/** Between the two lines where they are equal, px. */
const APART = 2.5;

function meterIn({ timeline, view, first, last }: Frame, lane: MeterLane): MeterMark[] {
  const rows = timeline.files?.rows ?? [];
  const values = rows.flatMap(({ persisted, readable }) => [persisted, readable]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = (seqno: number): number =>
    lane.y + lane.height - 6 - ((seqno - low) / Math.max(1, high - low)) * (lane.height - 13);
  const shown = rows.slice(first, last + 1).map((row, i) => ({ ...row, x: stepX(view, first + i) }));
  const line = (of: 'persisted' | 'readable', shift: number): string =>
    shown.map((row, i) => `${i === 0 ? `M${row.x} ` : `H${row.x}V`}${y(row[of]) + shift}`).join('') +
    (shown.length > 0 ? `h${view.cell}` : '');
  const none = { x: 0, y: 0, width: 0, height: 0, path: '', text: '' };
  const gaps = shown
    .filter(({ persisted, readable }) => readable < persisted)
    .map((row): MeterMark => {
      const height = y(row.readable) - y(row.persisted) + APART;
      const box = { x: row.x, y: y(row.persisted), width: view.cell, height };
      return { ...none, ...box, key: `gap ${row.x}`, part: 'gap' };
    });
  const rises = shown.filter((row, i) => i > 0 && row.persisted !== shown[i - 1].persisted);
  return [
    ...gaps,
    { ...none, key: 'persisted', part: 'persisted', path: line('persisted', 0) },
    { ...none, key: 'readable', part: 'readable', path: line('readable', APART) },
    ...rises.map((row): MeterMark => {
      const place = { x: row.x + 3, y: y(row.persisted) - 2, text: String(row.persisted) };
      return { ...none, ...place, key: `number ${row.x}`, part: 'number' };
    }),
  ];
}
