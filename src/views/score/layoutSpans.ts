/** The lock lanes and object lanes: who holds, who waits, what lives and with how many owners. */
import type { LockInterval, ObjectInterval, Owner } from '../../engine';
import { MERGED_WIDTH, stepX } from './geometry';
import type { Frame } from './layoutThreads';
import type { LockMark, ObjectMark } from './marks';
import { mergeNarrow, type Piece } from './merge';
import type { LockLane, ObjectLane } from './staffs';
import { endOf, spansIn } from './timeline';
import { fitting, plural, textWidth } from './words';

const LOCK_TOP = 3.5;
const LOCK_HEIGHT = 13;
/** Bars stand on a common line; each strong owner adds to their height. */
const BAR_BOTTOM = 19.5;
const BAR_HEIGHT = 13;
const PER_OWNER = 4;
const BAR_TALLEST = 19;

/** Holders first, then waiters over them. */
export function locksIn(frame: Frame, lane: LockLane): LockMark[] {
  const held: LockMark[] = [];
  const waiting: LockMark[] = [];
  for (const lock of lane.locks) {
    const spans = piecesIn(frame, frame.timeline.heldOf.get(lock));
    const isWaiting = ({ value }: Piece<LockInterval>) =>
      value.mode === 'waiting' || value.mode === 'failed-try';
    for (const piece of merged(
      frame,
      spans.filter((p) => !isWaiting(p)),
    ))
      held.push(holder(frame, lane, piece));
    for (const piece of merged(frame, spans.filter(isWaiting))) waiting.push(waiter(frame, lane, piece));
  }
  return [...held, ...waiting];
}

function piecesIn<T extends LockInterval | ObjectInterval>(
  { timeline, first, last }: Frame,
  track: Parameters<typeof spansIn<T>>[0],
): Piece<T>[] {
  return spansIn(track, first, last)
    .map((value) => ({ from: value.from, to: endOf(value, timeline.length), value, count: 1 }))
    .filter(({ to }) => to >= first);
}

const merged = <T>({ view }: Frame, pieces: readonly Piece<T>[]): Piece<T>[] =>
  mergeNarrow(pieces, MERGED_WIDTH / view.cell);

const letterOf = ({ timeline }: Frame, thread: number): string =>
  timeline.trace.threads.find(({ id }) => id === thread)?.letter ?? '?';

function holder(frame: Frame, lane: LockLane, piece: Piece<LockInterval>): LockMark {
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
  return mark(lane, piece, x, width, text);
}

/** A tag at the right end of its span, wide enough for its words if there is room. */
function waiter(frame: Frame, lane: LockLane, piece: Piece<LockInterval>): LockMark {
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
  return mark(lane, piece, right - width, width, text);
}

function mark(lane: LockLane, piece: Piece<LockInterval>, x: number, width: number, text: string): LockMark {
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

/** An object is destroyed within the first step in which it is gone: its bar ends at the end of that step. */
export function objectsIn(frame: Frame, lane: ObjectLane): ObjectMark[] {
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

/** What an object is at a step, for the label column: '1 strong', 'alive', 'gone', '' before it is made. */
export function objectState(spans: readonly ObjectInterval[]): string {
  const span = spans.at(-1);
  if (span === undefined) return '';
  if (span.phase === 'gone') return 'gone';
  return span.strong === null ? 'alive' : plural(span.strong, 'strong', 'strong');
}
