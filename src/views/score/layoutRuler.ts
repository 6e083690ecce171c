/** Step numbers, vertical lines and the verdict bar. */

import { stepX } from './geometry';
import type { Frame } from './layoutThreads';
import type { Tick, VerdictMark } from './marks';

const TICK_ROOM = 30;
/** Half of the flag and half of a number. */
const FLAG_ROOM = 22;
const FLAG_HALF = 13;
const LINE_ROOM = 8;

/** 1, 2, 5, 10, 20, 50… : the least of them that is not below `least`. */
export function stride(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((n) => n * power).find((n) => n >= least) ?? power * 10;
}

/** Every step where there is room, else every second, fifth, tenth…; none under the flag of the cursor. */
export function ticksIn({ view, first, last, at }: Frame, total: number): Tick[] {
  const every = stride(TICK_ROOM / view.cell);
  const flag = Math.min(view.width - FLAG_HALF, Math.max(FLAG_HALF, middle(at, view)));
  const ticks: Tick[] = [];
  for (
    let step = Math.max(1, Math.ceil(first / every) * every);
    step <= Math.min(last, total);
    step += every
  ) {
    const x = middle(step, view);
    if (step !== at && Math.abs(x - flag) >= FLAG_ROOM && x <= view.width - 4)
      ticks.push({ step, x, past: step < at });
  }
  return ticks;
}

const middle = (step: number, view: Frame['view']): number =>
  step === 0 ? stepX(view, 1) : stepX(view, step) + view.cell / 2;

export function linesIn({ view, first, last }: Frame): number[] {
  const every = stride(LINE_ROOM / view.cell);
  const lines: number[] = [];
  for (let step = Math.ceil(first / every) * every; step <= last + 1; step += every)
    lines.push(stepX(view, step));
  return lines;
}

/** Kept up to the cursor but for the steps where a finding struck; planned up to the end of the run; then not reached. */
export function verdictIn({ timeline, view, at, struck }: Frame, total: number): VerdictMark[] {
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
