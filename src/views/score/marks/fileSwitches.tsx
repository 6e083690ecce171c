/** Where another file becomes the one that is read; red where something is lost by it. */
import { cx } from '../../parts/cx';
import css from '../files.module.css';
import type { Frame } from '../frame';
import { stepX } from '../geometry';
import { filesNow, type PlacedFile, placedFiles } from './fileBoxes';
import { type Mark, markKind } from './mark';

interface SwitchMark extends Mark {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly lost: boolean;
  readonly ahead: boolean;
}
const SIGN = { width: 34, height: 16 } as const;

export const fileSwitches = markKind<SwitchMark>({
  name: 'fileSwitches',
  layOut: (frame) => {
    const files = placedFiles(frame);
    return files.slice(1).flatMap((file, i) => switchOf(frame, file, files[i]));
  },
  svg: ({ x, from, to, text, lost, ahead }) => (
    <g className={cx(lost ? css.lostSwitch : css.switch, ahead && css.ahead)}>
      <line x1={x} x2={x} y1={from} y2={to} />
      <rect x={x - SIGN.width / 2} y={from + 3} width={SIGN.width} height={SIGN.height} rx={3} />
      <text x={x} y={from + 14.5} textAnchor="middle">
        {text}
      </text>
    </g>
  ),
  paint: (brush, { x, from, to, text, lost }) => {
    const { fail, ink, panel, onThread } = brush.palette;
    const color = lost ? fail : ink;
    brush.line(x, from, x, to, { color, width: 2 });
    brush.fill(x - SIGN.width / 2, from + 3, SIGN.width, SIGN.height, color);
    brush.text(text, x, from + 14.5, lost ? onThread : panel, 'center');
  },
});

function switchOf(frame: Frame, { file, lane }: PlacedFile, older: PlacedFile): SwitchMark[] {
  const { view, at } = frame;
  const now = filesNow(frame);
  const step = file.currentFrom;
  if (step === null || step === 0) return [];
  return [
    {
      key: `switch ${file.object}`,
      x: stepX(view, step) + view.cell / 2,
      from: older.lane.y + 1,
      to: lane.y + lane.height - 1,
      text: `${older.file.rev} → ${file.rev}`,
      lost: now !== null && now.missing.length + now.revived.length + now.lostTimes.length > 0,
      ahead: step > at,
    },
  ];
}
