/** From a document in the older file to its copy. */
import { cx } from '../../parts/cx';
import { hueStyle } from '../../parts/hue';
import css from '../files.module.css';
import { type PlacedFile, placedFiles } from './fileBoxes';
import { type Mark, markKind } from './mark';

interface CopyMark extends Mark {
  /** An SVG path; the head of the arrow is at (x, y). */
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly thread: number;
  readonly ahead: boolean;
}

export const fileCopies = markKind<CopyMark>({
  name: 'fileCopies',
  layOut: (frame) => {
    const files = placedFiles(frame);
    return files.slice(1).flatMap((file, i) => copiesOf(file, files[i]));
  },
  svg: ({ path, x, y, thread, ahead }) => (
    <g className={cx(css.copy, ahead && css.ahead)} style={hueStyle(thread)}>
      <path className={css.curve} d={path} />
      <path className={css.tip} d={headAt(x, y)} />
    </g>
  ),
  paint: (brush, { path, x, y, thread }) => {
    const color = brush.hue(thread);
    brush.path(path, { color, width: 1.2 });
    brush.shape(headAt(x, y), color);
  },
});

const headAt = (x: number, y: number): string => `M${x - 3.5} ${y - 4}h7l-3.500 5z`;

function copiesOf({ file, writes, boxes }: PlacedFile, older: PlacedFile): CopyMark[] {
  return writes.flatMap(({ blocks }, i) => {
    const copied = blocks.filter(({ header, round }) => !header && round !== null).at(-1);
    const from = older.writes.findLastIndex((write) =>
      write.blocks.some(({ header, seqno }) => !header && seqno === copied?.seqno),
    );
    if (copied === undefined || from < 0) return [];
    const [a, b] = [older.boxes[from], boxes[i]];
    const [x1, y1, x2, y2] = [a.x + a.width / 2, a.y + a.height, b.x + Math.min(b.width, 14) / 2, b.y - 1];
    const path = `M${x1} ${y1}C${x1 + 12} ${y2 - 4} ${x2 - 26} ${y1 + 4} ${x2} ${y2}`;
    return [
      {
        key: `copy ${file.object} ${blocks[0].step}`,
        path,
        x: x2,
        y: y2,
        thread: copied.thread,
        ahead: b.ahead,
      },
    ];
  });
}
