/** The lanes of objects: what lives, and with how many owners. */
import type { Address, Owner } from '../../../engine';
import { fitting, textWidth } from '../../parts/lines';
import type { Brush } from '../brush';
import { type Frame, lanesOf, letterOf } from '../frame';
import { MERGED_WIDTH, stepX } from '../geometry';
import css from '../plot.module.css';
import type { ObjectLane } from '../staffs';
import { type Box, type Mark, markKind } from './mark';
import { merged, piecesIn } from './pieces';

/** Bars stand on a common line; each strong owner adds to their height. */
const BAR_BOTTOM = 19.5;
const BAR_HEIGHT = 13;
const PER_OWNER = 4;
const BAR_TALLEST = 19;

interface LifeMark extends Mark, Box {
  readonly object: Address;
  readonly phase: 'alive' | 'gone';
  /** Two strong owners or more: taller and darker. */
  readonly strong: number | null;
  /** '2', and then ' streams, B mapCopy' or ' strong, 1 weak'. */
  readonly text: string;
  readonly more: string;
  /** Destroyed at the right end. */
  readonly cap: boolean;
}

export const lives = markKind<LifeMark>({
  name: 'lives',
  layOut: (frame) => lanesOf(frame, 'object').flatMap((lane) => livesIn(frame, lane)),
  svg: ({ x, y, width, height, phase, strong, text, more, cap }) => {
    if (phase === 'gone') {
      const middle = y + height / 2;
      return <line className={css.tail} x1={x} x2={x + width} y1={middle} y2={middle} />;
    }
    const left = Math.max(0, x) + 5.5;
    return (
      <g className={(strong ?? 1) > 1 ? css.manyOwners : css.alive}>
        <rect className={css.bar} x={x} y={y} width={width} height={height} rx={Math.min(2, width / 3)} />
        <text x={left} y={y + height - (height > 13 ? 4.8 : 2.8)}>
          <tspan className={css.count}>{text}</tspan>
          {more}
        </text>
        {cap && <rect className={css.cap} x={x + width - 2} y={y - 2} width={2.5} height={height + 3.5} />}
      </g>
    );
  },
  paint,
});

function paint(brush: Brush, { x, y, width, height, phase, strong, text, more, cap }: LifeMark): void {
  const { ink, ink2, ink3, line3 } = brush.palette;
  const middle = y + height / 2;
  if (phase === 'gone') {
    brush.line(x, middle, x + width, middle, { color: line3, dash: [2, 3] });
    return;
  }
  brush.fill(x, y, width, height, ink3, (strong ?? 1) > 1 ? 0.26 : 0.13);
  brush.text(text + more, Math.max(0, x) + 5.5, y + height - 3, ink);
  if (cap) brush.fill(x + width - 2, y - 2, 2.5, height + 3.5, ink2);
}

/** An object is destroyed within the first step in which it is gone: its bar ends at the end of that step. */
function livesIn(frame: Frame, lane: ObjectLane): LifeMark[] {
  const { view, timeline } = frame;
  const pieces = piecesIn(frame, timeline.livesOf.get(lane.object));
  const goneFrom = pieces.find(({ value }) => value.phase === 'gone')?.from;
  return merged(frame, pieces).flatMap((piece) => {
    const { phase, strong, weak, owners: named } = piece.value;
    const gone = phase === 'gone';
    const cap = !gone && piece.to + 1 === goneFrom;
    const owners = Math.max(1, strong ?? 1);
    const height = Math.min(BAR_TALLEST, BAR_HEIGHT + PER_OWNER * (owners - 1));
    const first = piece.from + (gone && piece.from === goneFrom ? 1 : 0);
    const steps = piece.to + (cap ? 1 : 0) - first + 1;
    if (steps <= 0) return [];
    const x = stepX(view, first) + 0.5;
    const width = Math.max(MERGED_WIDTH, steps * view.cell - 1);
    const visible = Math.min(view.width, x + width) - Math.max(0, x) - 10;
    const names = ownerNames(named, (thread) => letterOf(frame, thread));
    const label = gone ? ['', ''] : ownersText(strong, weak, names, visible);
    return {
      key: `life ${lane.object} ${piece.from}`,
      object: lane.object,
      phase,
      strong,
      x,
      y: lane.y + BAR_BOTTOM - height,
      width,
      height,
      text: label[0],
      more: label[1],
      cap,
    };
  });
}

/** Each owner once, in short: 'streams', and with the letter of its thread 'B mapCopy'; main's variables are plain, a temporary is a letter. */
function ownerNames(owners: readonly Owner[], letter: (thread: number) => string): string[] {
  const names = owners.map(({ thread, name }) => {
    const last =
      name
        .replace(/\[[^\]]*\]/g, '')
        .split('.')
        .at(-1) ?? '';
    const who = thread === null || (thread === 0 && last !== '') ? '' : letter(thread);
    return [who, last].filter((part) => part !== '').join(' ');
  });
  return [...new Set(names)];
}

/** '2', ' streams, B mapCopy', else '2', ' strong, 1 weak': as much as there is room for. */
function ownersText(
  strong: number | null,
  weak: number | null,
  names: readonly string[],
  width: number,
): [string, string] {
  // All of them, or the first ones and how many more.
  const listed = names.map((_, i) => {
    const shown = names.slice(0, names.length - i).join(', ');
    return i === 0 ? shown : `${shown} +${i}`;
  });
  if (strong === null) return ['', fitting([...listed, 'alive'], width)];
  const head = String(strong);
  const counts = weak === null || weak === 0 ? [' strong'] : [` strong, ${weak} weak`, ` + ${weak}w`];
  const tail = strong === 0 ? counts : [...listed.map((text) => ` ${text}`), ...counts];
  const room = width - textWidth(head);
  return room < 0 ? ['', ''] : [head, fitting(tail, room)];
}
