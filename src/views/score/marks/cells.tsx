/** The steps of a thread in its lane; merged into runs where steps are too narrow to be told apart. */
import { bisectLeft, bisectRight } from '../../../base/bisect';
import type { FindingKind, Order, StepView, ThreadId } from '../../../engine';
import { cx } from '../../parts/cx';
import { hueStyle } from '../../parts/hue';
import { Icon } from '../../parts/Icon';
import { fitting, textWidth } from '../../parts/lines';
import { operations } from '../../parts/operation';
import type { Brush } from '../brush';
import { type Frame, lanesOf } from '../frame';
import { ICON_CELL, MERGE_CELL, MERGED_WIDTH, stepX, TEXT_CELL } from '../geometry';
import { runsOf } from '../merge';
import css from '../plot.module.css';
import type { ThreadLane } from '../staffs';
import { shortName, uncut } from '../words';
import { CELL_HEIGHT, CELL_TOP } from './lane';
import { type Box, type Mark, markKind } from './mark';

/** taken, current (at the cursor), crashed (a finding strikes here), planned (beyond the cursor), ahead (planned and merged). */
type CellLook = 'taken' | 'current' | 'crashed' | 'planned' | 'ahead';

/** A step in its thread's lane, or `count` steps merged into one. */
export interface CellMark extends Mark, Box {
  readonly step: number;
  readonly count: number;
  readonly thread: ThreadId;
  readonly look: CellLook;
  /** To the marked step; null while none is marked, and for merged steps that differ in it. */
  readonly order: Order | null;
  /** null where there is no room for an icon, or none is known yet. */
  readonly kind: StepView['operation']['kind'] | null;
  readonly text: string;
}

export const cells = markKind<CellMark>({
  name: 'cells',
  layOut: (frame) => lanesOf(frame, 'thread').flatMap((lane) => cellsIn(frame, lane)),
  threadOf: ({ thread }) => thread,
  svg: (cell) => {
    const { x, y, width, height, look, kind, text, thread, order } = cell;
    const icon = kind === null ? null : look === 'crashed' ? 'x' : operations[kind].icon;
    const content = (icon === null ? 0 : 11) + (text === '' ? 0 : 3 + textWidth(text));
    const left = x + Math.max(2, (width - content) / 2);
    return (
      <g className={cx(css[look], order !== null && css[order])} style={hueStyle(thread)}>
        <rect className={css.cell} x={x} y={y} width={width} height={height} rx={Math.min(3, width / 3)} />
        {icon !== null && <Icon name={icon} size={11} x={left} y={y + 3.5} />}
        {text !== '' && icon === null && (
          <text className={css.operand} x={x + width / 2} y={y + 12.7} textAnchor="middle">
            {text}
          </text>
        )}
        {text !== '' && icon !== null && (
          // A window of its own, so that no font is wide enough to run over the edge.
          // biome-ignore lint/a11y/noSvgWithoutTitle: a part of a picture that is hidden from who does not see it
          <svg x={left + 14} y={y} width={Math.max(0, x + width - 1 - left - 14)} height={height}>
            <text className={css.operand} x={0} y={12.7}>
              {text}
            </text>
          </svg>
        )}
      </g>
    );
  },
  paint,
});

function paint(brush: Brush, { x, y, width, height, look, thread, text, order }: CellMark): void {
  const { palette } = brush;
  const isPale = look === 'taken' || look === 'ahead';
  if (look === 'planned') brush.edge(x, y, width, height, { color: palette.line3, dash: [3, 2.5] });
  else {
    const weight = order === 'concurrent' ? 0.25 : 1;
    brush.fill(
      x,
      y,
      width,
      height,
      look === 'crashed' ? palette.fail : brush.hue(thread),
      weight * (isPale ? 0.3 : 1),
    );
  }
  const ink = look === 'planned' ? palette.ink3 : isPale ? palette.ink : palette.onThread;
  brush.text(text, x + width / 2, y + 12.7, ink, 'center');
}

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
  terminate: 'ended',
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

function cellsIn(frame: Frame, lane: ThreadLane): CellMark[] {
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
