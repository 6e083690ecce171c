/** The thread lanes: cells, ribbons, states in words, arrows, ends. */
import { bisectLeft, bisectRight } from '../../base/bisect';
import type { FindingKind, Order, StepView, ThreadId } from '../../engine';
import { ICON_CELL, MERGE_CELL, MERGED_WIDTH, stepX, TEXT_CELL, type Viewport } from './geometry';
import type { ArrowMark, CellLook, CellMark, EndMark, NoteMark, RibbonMark } from './marks';
import { mergeNarrow, runsOf } from './merge';
import type { ThreadLane } from './staffs';
import { endOf, nextStepOf, spansIn, type Timeline } from './timeline';
import { fitting, plural, shortName, shortReason, textWidth, uncut } from './words';

export interface Frame {
  readonly timeline: Timeline;
  readonly view: Viewport;
  readonly first: number;
  readonly last: number;
  readonly at: number;
  /** Of each step to the marked one; null while none is marked. */
  readonly orders: readonly Order[] | null;
  /** Steps up to the cursor at which a finding strikes, and what it is. */
  readonly struck: ReadonlyMap<number, FindingKind>;
}

const CELL_TOP = 3.5;
const CELL_HEIGHT = 18;
const RIBBON_MIDDLE = 25;

function lookOf({ at, struck }: Frame, step: number): CellLook {
  if (step > at) return 'planned';
  if (struck.has(step)) return 'crashed';
  return step === at ? 'current' : 'taken';
}

const defects: Partial<Record<FindingKind, string>> = {
  'null-dereference': 'null',
  'use-after-free': 'freed',
  'stack-use-after-scope': 'gone',
  'double-free': 'twice',
  'data-race': 'race',
  'assertion-failure': 'assert',
  'out-of-bounds': 'range',
};

/** px in which a name may be so long that it is cut in the middle. */
const LONG = 60;

/** What stands in a cell: the letter of a started thread, else the operand. */
function operandOf({ timeline, struck }: Frame, step: StepView, width: number): string {
  const { kind, target } = step.operation;
  const defect = struck.get(step.index);
  if (defect !== undefined && defect in defects) return fitting([defects[defect] ?? ''], width);
  if (kind === 'spawn' || kind === 'join') {
    const letter = timeline.trace.threads.find(({ name }) => name === target)?.letter;
    if (letter !== undefined) return letter;
  }
  if (kind === 'start') return fitting(['start'], width);
  // A long name is cut in the middle, and the dots and the capitals in it are wide.
  const room = width > LONG ? width * 0.86 : width;
  return uncut(shortName(target, room), room);
}

export function cellsIn(frame: Frame, lane: ThreadLane): CellMark[] {
  const { timeline, view, first, last } = frame;
  const steps = timeline.stepsOf.get(lane.thread) ?? [];
  const from = bisectLeft(steps, first);
  const to = bisectRight(steps, last);
  const box = { y: lane.y + CELL_TOP, height: CELL_HEIGHT };
  if (view.cell < MERGE_CELL) return mergedCells(frame, lane, steps, from, to);
  const cells: CellMark[] = [];
  for (let i = from; i < to; i++) {
    const step = timeline.trace.steps[steps[i] - 1];
    cells.push({
      ...box,
      key: `cell ${step.index}`,
      step: step.index,
      count: 1,
      thread: lane.thread,
      x: stepX(view, step.index) + 1,
      width: view.cell - 2,
      look: lookOf(frame, step.index),
      order: frame.orders?.[step.index - 1] ?? null,
      kind: view.cell >= ICON_CELL ? step.operation.kind : null,
      text: view.cell >= TEXT_CELL ? operandOf(frame, step, view.cell - 19) : '',
    });
  }
  return cells;
}

/** Runs of a thread's steps. The step at the cursor and struck ones stand for themselves, so that they can be seen. */
function mergedCells(
  frame: Frame,
  lane: ThreadLane,
  steps: ArrayLike<number>,
  from: number,
  to: number,
): CellMark[] {
  const { view, at } = frame;
  const afterCursor = bisectRight(steps, at, from, to);
  const gap = Math.max(1, MERGED_WIDTH / view.cell);
  const runs = [...runsOf(steps, from, afterCursor, gap), ...runsOf(steps, afterCursor, to, gap)];
  const cells = runs.map((run): CellMark => {
    const width = Math.max(MERGED_WIDTH, (run.to - run.from + 1) * view.cell - 0.5);
    return {
      key: `run ${lane.thread} ${run.from}`,
      step: run.from,
      count: run.count,
      thread: lane.thread,
      x: stepX(view, run.from),
      y: lane.y + CELL_TOP,
      width,
      height: CELL_HEIGHT,
      look: run.from > at ? 'ahead' : 'taken',
      order: commonOrder(frame, steps, run),
      kind: null,
      text: run.count > 1 ? fitting([String(run.count)], width - 4) : '',
    };
  });
  for (const step of new Set([...frame.struck.keys(), at])) {
    const i = bisectLeft(steps, step, from, to);
    if (i === to || steps[i] !== step) continue;
    cells.push({
      key: `cell ${step}`,
      step,
      count: 1,
      thread: lane.thread,
      x: stepX(view, step),
      y: lane.y + CELL_TOP,
      width: Math.max(MERGED_WIDTH + 1, view.cell),
      height: CELL_HEIGHT,
      look: lookOf(frame, step),
      order: frame.orders?.[step - 1] ?? null,
      kind: null,
      text: '',
    });
  }
  return cells;
}

/** What all steps of a merged cell have in common. */
function commonOrder(
  { orders }: Frame,
  steps: ArrayLike<number>,
  { from, to }: { readonly from: number; readonly to: number },
): Order | null {
  if (orders === null) return null;
  const order = orders[from - 1];
  for (let i = bisectLeft(steps, from); i < steps.length && steps[i] <= to; i++)
    if (orders[steps[i] - 1] !== order) return null;
  return order;
}

export function ribbonsIn(frame: Frame, lane: ThreadLane): RibbonMark[] {
  const { timeline, view, first, last } = frame;
  const pieces = spansIn(timeline.statesOf.get(lane.thread), first, last)
    .map((span) => ({ from: span.from, to: endOf(span, timeline.length), value: span.state, count: 1 }))
    .filter(({ to }) => to >= first);
  return mergeNarrow(pieces, MERGED_WIDTH / view.cell).map((piece) => ({
    key: `state ${lane.thread} ${piece.from}`,
    x: stepX(view, piece.from),
    width: (piece.to - piece.from + 1) * view.cell,
    y: lane.y + RIBBON_MIDDLE,
    state: piece.value,
  }));
}

/** States in words. The words stand where the visible part of their span begins, so panning does not lose them. */
export function notesIn(frame: Frame, lane: ThreadLane): NoteMark[] {
  const { view } = frame;
  return stillnessIn(frame, lane).flatMap(({ state, reason, from, to }): NoteMark[] => {
    const left = Math.max(0, stepX(view, from)) + 1;
    const right = Math.min(view.width, stepX(view, to + 1)) - 1;
    const width = right - left;
    if (width < 4) return [];
    const box = { key: `note ${lane.thread} ${from}`, y: lane.y + CELL_TOP, height: CELL_HEIGHT };
    if (state === 'ready') {
      const text = fitting(readyTexts(frame, lane, from), width - 12);
      // In the middle of the span, as far as it is visible.
      const x = left + (width - textWidth(text)) / 2;
      return text === '' ? [] : [{ ...box, state, text, x, width: textWidth(text) }];
    }
    const text = shortReason(reason, width - 26);
    return text === '' && state === 'waiting' ? [] : [{ ...box, state, text, x: left, width }];
  });
}

interface Stillness {
  readonly state: NoteMark['state'];
  readonly reason: string;
  readonly from: number;
  to: number;
}

/** Stretches in which a thread does nothing; a wait goes on when its reason changes. */
function stillnessIn({ timeline, first, last }: Frame, lane: ThreadLane): Stillness[] {
  const found: Stillness[] = [];
  for (const span of spansIn(timeline.statesOf.get(lane.thread), first, last)) {
    const { state, reason, from } = span;
    if (state === 'running' || state === 'crashed') continue;
    const before = found.at(-1);
    const to = endOf(span, timeline.length);
    if (before !== undefined && before.state === state && before.to === from - 1) before.to = to;
    else found.push({ state, reason, from, to });
  }
  return found;
}

/** A thread that could have gone on and was not let: worth words. Any other ready thread is not. */
function readyTexts({ timeline }: Frame, lane: ThreadLane, from: number): string[] {
  const before = timeline.trace.steps[from - 2];
  const switched = timeline.trace.steps[from - 1];
  if (before?.thread !== lane.thread || !switched?.preemption) return [];
  return [`ready, preempted after step ${before.index}`, `preempted after ${before.index}`, 'preempted'];
}

export function endsIn({ timeline, view, at }: Frame, lane: ThreadLane): EndMark[] {
  const states = timeline.statesOf.get(lane.thread)?.spans.at(-1);
  if (states === undefined || states.to === null || states.state === 'crashed') return [];
  const step = states.to + 1;
  if (step - 1 > at || view.cell < 12) return [];
  return [{ key: `end ${lane.thread}`, thread: lane.thread, x: stepX(view, step) + 7, y: lane.y + 8 }];
}

/** From steps that started or woke a thread to that thread's lane. */
export function arrowsIn(frame: Frame, lanes: ReadonlyMap<ThreadId, ThreadLane>): ArrowMark[] {
  const { timeline, view, first, last, at } = frame;
  if (view.cell < MERGE_CELL * 2) return [];
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

/** '6 planned steps not reached' */
export function unreachedText(planned: number, length: number): string {
  return planned > length ? `${plural(planned - length, 'planned step')} not reached` : '';
}
