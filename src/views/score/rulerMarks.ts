/** What the ruler shows: step numbers, the verdict bar, and where the cursor stands. */
import type { Frame } from './frame';
import { stepX, stride } from './geometry';
import { rulesIn } from './marks/rules';

const TICK_ROOM = 30;
/** Half of the flag and half of a number. */
const FLAG_ROOM = 22;
const FLAG_HALF = 13;

interface Tick {
  readonly step: number;
  readonly x: number;
  readonly past: boolean;
}
interface VerdictMark {
  readonly key: string;
  readonly kind: 'kept' | 'violated' | 'planned' | 'unreached';
  readonly x: number;
  readonly width: number;
}
export interface RulerMarks {
  readonly ticks: readonly Tick[];
  readonly verdict: readonly VerdictMark[];
  /** Left edges of steps. */
  readonly notches: readonly number[];
  /** Edges of the step at the cursor; equal at step 0. */
  readonly cursor: {
    readonly step: number;
    readonly left: number;
    readonly right: number;
    readonly violated: boolean;
  };
}

export function rulerOf(frame: Frame): RulerMarks {
  const { view, at, struck } = frame;
  return {
    ticks: ticksIn(frame),
    verdict: verdictIn(frame),
    notches: rulesIn(frame),
    cursor: {
      step: at,
      left: stepX(view, Math.max(1, at)),
      right: stepX(view, at + 1),
      violated: struck.has(at),
    },
  };
}

/** Every step where there is room, else every second, fifth, tenth…; none under the flag of the cursor. */
function ticksIn({ view, first, lastColumn, at }: Frame): Tick[] {
  const every = stride(TICK_ROOM / view.cell);
  const flag = Math.min(view.width - FLAG_HALF, Math.max(FLAG_HALF, middle(at, view)));
  const ticks: Tick[] = [];
  for (let step = Math.max(1, Math.ceil(first / every) * every); step <= lastColumn; step += every) {
    const x = middle(step, view);
    if (step !== at && Math.abs(x - flag) >= FLAG_ROOM && x <= view.width - 4)
      ticks.push({ step, x, past: step < at });
  }
  return ticks;
}

const middle = (step: number, view: Frame['view']): number =>
  step === 0 ? stepX(view, 1) : stepX(view, step) + view.cell / 2;

/** Kept up to the cursor but for the steps where a finding struck; planned up to the end of the run; then not reached. */
function verdictIn({ timeline, view, at, struck, total }: Frame): VerdictMark[] {
  const marks: VerdictMark[] = [];
  const add = (kind: VerdictMark['kind'], from: number, to: number) => {
    const x = Math.max(0, stepX(view, from));
    const right = Math.min(view.width, stepX(view, to + 1));
    if (to >= from && right > x) marks.push({ key: `${kind} ${from}`, kind, x, width: right - x });
  };
  let from = 1;
  for (const step of [...struck.keys()].sort((a, b) => a - b)) {
    add('kept', from, step - 1);
    add('violated', step, step);
    from = step + 1;
  }
  add('kept', from, at);
  add('planned', at + 1, timeline.length);
  add('unreached', Math.max(at, timeline.length) + 1, total);
  return marks;
}
