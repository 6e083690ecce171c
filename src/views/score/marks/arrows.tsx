/** Arrows between lanes: who started and who woke whom. */
import type { ThreadId } from '../../../engine';
import { hueStyle } from '../../parts/hue';
import { textWidth } from '../../parts/lines';
import { type Frame, lanesOf } from '../frame';
import { MERGE_CELL, stepX } from '../geometry';
import css from '../plot.module.css';
import type { ThreadLane } from '../staffs';
import { nextStepOf } from '../timeline';
import { CELL_HEIGHT, CELL_TOP, RIBBON_MIDDLE } from './lane';
import { type Mark, markKind } from './mark';

/** From a step to the thread it started or woke. */
interface ArrowMark extends Mark {
  readonly kind: 'spawn' | 'hand-off';
  readonly thread: ThreadId;
  /** The line, as an SVG path; its head points down or up at (x, y). */
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly up: boolean;
  readonly text: string;
  /** The step at the cursor did this: a lock passing hands shows. */
  readonly current: boolean;
  readonly ahead: boolean;
}

/** Those of steps that lie ahead are drawn under their veil. */
const arrowsThat = (isAhead: boolean) =>
  markKind<ArrowMark>({
    name: isAhead ? 'arrows ahead' : 'arrows',
    layOut: (frame) => arrowsIn(frame).filter(({ ahead }) => ahead === isAhead),
    svg: ({ kind, thread, path, x, y, up, text, current }) => (
      <g className={kind === 'spawn' ? css.spawn : css.handOff} style={hueStyle(thread)}>
        <path className={css.arrow} d={path} />
        <path className={css.head} d={headAt(x, y, up)} />
        {text !== '' && (
          <text className={css.woken} x={x + 7} y={y + tip(up)}>
            {text}
          </text>
        )}
        {current && kind === 'hand-off' && (
          <circle className={css.traveller} r={3.5} style={{ offsetPath: `path("${path}")` }} />
        )}
      </g>
    ),
    paint: (brush, { thread, path, x, y, up, text }) => {
      const color = brush.hue(thread);
      brush.path(path, { color, width: 1.5 });
      brush.shape(headAt(x, y, up), color);
      brush.text(text, x + 7, y + tip(up), color);
    },
  });
export const arrows = arrowsThat(false);
export const arrowsAhead = arrowsThat(true);

const tip = (up: boolean): number => (up ? -6 : 6);
const headAt = (x: number, y: number, up: boolean): string => `M${x - 3.5} ${y}h7l-3.5 ${tip(up)}z`;

/** From steps that started or woke a thread to that thread's lane. */
function arrowsIn(frame: Frame): ArrowMark[] {
  const { timeline, view, first, last, at } = frame;
  if (view.cell < MERGE_CELL * 2) return [];
  const lanes = new Map(lanesOf(frame, 'thread').map((lane) => [lane.thread, lane]));
  const arrows: ArrowMark[] = [];
  for (let step = first; step <= last; step++) {
    const { index, thread, woke, operation } = timeline.trace.steps[step - 1];
    const from = lanes.get(thread);
    // Whom a crash would have woken does not matter any more.
    for (const woken of operation.kind === 'crash' ? [] : woke) {
      const to = lanes.get(woken);
      if (from === undefined || to === undefined || from === to) continue;
      const shape = operation.kind === 'spawn' ? spawnShape : handOffShape;
      arrows.push({
        key: `arrow ${index} ${woken}`,
        kind: operation.kind === 'spawn' ? 'spawn' : 'hand-off',
        thread,
        ...shape(frame, step, from, to),
        text: operation.kind !== 'spawn' && hasRoomAfter(frame, woken, step) ? 'woken' : '',
        current: step === at,
        ahead: step > at,
      });
    }
  }
  return arrows;
}

type Shape = Pick<ArrowMark, 'path' | 'x' | 'y' | 'up'>;

const cellEdge = (lane: ThreadLane, up: boolean): number => lane.y + CELL_TOP + (up ? 0 : CELL_HEIGHT);

function spawnShape({ view }: Frame, step: number, from: ThreadLane, to: ThreadLane): Shape {
  const x = stepX(view, step + 1) - Math.min(5, view.cell / 2);
  const up = to.y < from.y;
  const y = to.y + (up ? RIBBON_MIDDLE - 3 : RIBBON_MIDDLE - 2.5);
  return { path: `M${x} ${cellEdge(from, up)}V${y}`, x, y, up };
}

/** Leaves the cell near its end and enters the woken lane in the next step, round a corner. */
function handOffShape({ view }: Frame, step: number, from: ThreadLane, to: ThreadLane): Shape {
  const x = stepX(view, step + 1);
  const up = to.y < from.y;
  const sign = up ? -1 : 1;
  const start = cellEdge(from, up);
  const left = x - Math.min(8, view.cell / 2);
  const right = x + 6;
  const end = up ? to.y + RIBBON_MIDDLE - 2 : to.y + CELL_TOP + 10;
  const turn = end - sign * 10;
  const path = `M${left} ${start}V${turn - sign * 4}q0 ${sign * 4} 4 ${sign * 4}H${right - 4}q4 0 4 ${sign * 4}V${end}`;
  return { path, x: right, y: end, up };
}

function hasRoomAfter({ timeline, view }: Frame, thread: ThreadId, step: number): boolean {
  const next = nextStepOf(timeline, thread, step) ?? timeline.length + 1;
  return (next - step - 1) * view.cell >= textWidth('woken') + 18;
}
