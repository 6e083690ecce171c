/** Where a file stands: from its first block until it is gone; dashed once it has no name any more. */
import css from '../files.module.css';
import type { Frame } from '../frame';
import { stepX } from '../geometry';
import { type PlacedFile, placedFiles } from './fileBoxes';
import { type Mark, markKind } from './mark';

interface FileLineMark extends Mark {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly unlinked: boolean;
}
const BASE = 26;

export const fileLines = markKind<FileLineMark>({
  name: 'fileLines',
  layOut: (frame) => placedFiles(frame).flatMap((placed) => linesOf(frame, placed)),
  svg: ({ x, width, y, unlinked }) => (
    <line className={unlinked ? css.unlinked : css.file} x1={x} x2={x + width} y1={y} y2={y} />
  ),
  paint: (brush, { x, width, y, unlinked }) => {
    const { line3, ink3 } = brush.palette;
    const stroke = unlinked ? { color: line3, width: 2, dash: [2, 2.5] } : { color: ink3, width: 2.5 };
    brush.line(x, y, x + width, y, stroke);
  },
});

function linesOf({ timeline, view }: Frame, { file, lane }: PlacedFile): FileLineMark[] {
  const rows = timeline.trace.files;
  const has = (step: number) =>
    rows[step]?.files.some(({ object, state }) => object === file.object && state !== 'gone');
  let from = 0;
  while (from < rows.length && !has(from)) from++;
  let to = from;
  while (to + 1 < rows.length && has(to + 1)) to++;
  if (from >= rows.length) return [];
  const y = lane.y + BASE;
  const key = `file ${file.object}`;
  const split = file.currentTo === null ? to + 1 : Math.min(file.currentTo, to + 1);
  const start = stepX(view, Math.max(1, from));
  const lines = [{ key, x: start, width: stepX(view, split) - start, y, unlinked: false }];
  if (split > to) return lines;
  const x = stepX(view, split);
  return [...lines, { key: `${key} unlinked`, x, width: stepX(view, to + 1) - x, y, unlinked: true }];
}
