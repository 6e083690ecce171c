/** The lanes of locks: who holds, and over it who waits. */
import type { Address, LockInterval, ThreadId } from '../../../engine';
import { hueStyle } from '../../parts/hue';
import { fitting } from '../../parts/lines';
import type { Brush } from '../brush';
import { type Frame, lanesOf, letterOf } from '../frame';
import { MERGED_WIDTH, stepX } from '../geometry';
import type { Piece } from '../merge';
import css from '../plot.module.css';
import type { LockLane } from '../staffs';
import { type Box, type Mark, markKind } from './mark';
import { merged, piecesIn } from './pieces';

const LOCK_TOP = 3.5;
const LOCK_HEIGHT = 13;

interface HoldMark extends Mark, Box {
  readonly lock: Address;
  readonly thread: ThreadId;
  readonly mode: LockInterval['mode'];
  readonly text: string;
  readonly count: number;
}

const isWait = (mode: LockInterval['mode']): boolean => mode === 'waiting' || mode === 'failed-try';

export const holds = markKind<HoldMark>({
  name: 'holds',
  layOut: (frame) => lanesOf(frame, 'lock').flatMap((lane) => holdsIn(frame, lane)),
  svg: ({ x, y, width, height, thread, mode, text }) => {
    const box = { x, y, width, height, rx: Math.min(3, width / 3) };
    if (isWait(mode))
      return (
        <g className={css.waiter}>
          <rect className={css.waiterBox} {...box} />
          <rect fill="url(#hxr)" opacity={0.35} {...box} />
          <text x={x + width / 2} y={y + 10} textAnchor="middle">
            {text}
          </text>
        </g>
      );
    return (
      <g className={mode === 'shared' ? css.shared : css.held} style={hueStyle(thread)}>
        <rect {...box} />
        <text x={Math.max(0, x) + 6} y={y + 10}>
          {text}
        </text>
      </g>
    );
  },
  paint,
});

function paint(brush: Brush, { x, y, width, height, thread, mode, text }: HoldMark): void {
  const { panel, blocked } = brush.palette;
  const waits = isWait(mode);
  const color = waits ? blocked : brush.hue(thread);
  if (waits) brush.fill(x, y, width, height, panel);
  else brush.fill(x, y, width, height, color, 0.15);
  brush.edge(x, y, width, height, { color, dash: waits ? [2, 2] : [] });
  if (waits) brush.text(text, x + width / 2, y + 10, color, 'center');
  else brush.text(text, Math.max(0, x) + 6, y + 10, color);
}

/** Holders first, then waiters over them. */
function holdsIn(frame: Frame, lane: LockLane): HoldMark[] {
  const held: HoldMark[] = [];
  const waiting: HoldMark[] = [];
  for (const lock of lane.locks) {
    const spans = piecesIn(frame, frame.timeline.heldOf.get(lock));
    const isWaiting = ({ value }: Piece<LockInterval>) => isWait(value.mode);
    for (const piece of merged(
      frame,
      spans.filter((p) => !isWaiting(p)),
    ))
      held.push(holder(frame, lane, piece));
    for (const piece of merged(frame, spans.filter(isWaiting))) waiting.push(waiter(frame, lane, piece));
  }
  return [...held, ...waiting];
}

function holder(frame: Frame, lane: LockLane, piece: Piece<LockInterval>): HoldMark {
  const { view } = frame;
  const x = stepX(view, piece.from) + Math.min(1, view.cell / 8);
  const width = Math.max(MERGED_WIDTH, (piece.to - piece.from + 1) * view.cell - Math.min(2, view.cell / 4));
  const letter = letterOf(frame, piece.value.thread);
  const shared = piece.value.mode === 'shared' ? [`${letter} shared`] : [];
  const name = lane.locks.length > 1 ? [`${letter} · ${nameOf(frame, piece.value.lock)}`] : [];
  const text =
    piece.count > 1
      ? fitting([`${letter} ×${piece.count}`], width - 8)
      : fitting([...name, ...shared, letter], width - 6);
  return markOf(lane, piece, x, width, text);
}

/** A tag at the right end of its span, wide enough for its words if there is room. */
function waiter(frame: Frame, lane: LockLane, piece: Piece<LockInterval>): HoldMark {
  const { view } = frame;
  const right = stepX(view, piece.to + 1) - Math.min(1, view.cell / 8);
  const span = Math.max(MERGED_WIDTH, (piece.to - piece.from + 1) * view.cell - Math.min(2, view.cell / 4));
  const letter = letterOf(frame, piece.value.thread);
  const words = piece.value.mode === 'failed-try' ? `${letter} fails` : `${letter} waits`;
  // The holder's letter stays readable to the left of the tag.
  const width =
    piece.value.mode === 'waiting' && span > 40 ? Math.min(span - 14, Math.max(46, span / 2)) : span;
  const text =
    piece.count > 1 ? fitting([`${letter} ×${piece.count}`], width - 6) : fitting([words, letter], width - 2);
  return markOf(lane, piece, right - width, width, text);
}

function markOf(
  lane: LockLane,
  piece: Piece<LockInterval>,
  x: number,
  width: number,
  text: string,
): HoldMark {
  const { lock, thread, mode } = piece.value;
  return {
    key: `${mode} ${lock} ${thread} ${piece.from}`,
    lock,
    thread,
    mode,
    x,
    y: lane.y + LOCK_TOP,
    width,
    height: LOCK_HEIGHT,
    text,
    count: piece.count,
  };
}

const nameOf = ({ timeline }: Frame, lock: LockInterval['lock']): string =>
  timeline.trace.locks.find(({ id }) => id === lock)?.name ?? '?';
