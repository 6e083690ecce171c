/** What the selected verdict adds: the struck object, and the numbered causes joined by slurs. */
import type { Finding } from '../../engine';
import { stepX } from './geometry';
import type { Frame } from './layoutThreads';
import type { CauseMark, CrossMark } from './marks';
import type { Lane, ThreadLane } from './staffs';
import { struckObject } from './struck';

export function crossOf(
  { view, timeline, at }: Frame,
  lanes: readonly Lane[],
  finding: Finding | null,
): CrossMark | null {
  if (finding === null || finding.step > at) return null;
  const object = struckObject(timeline.trace, finding);
  const lane = lanes.find((lane) => lane.kind === 'object' && lane.object === object);
  const from = lanes.find((lane) => lane.kind === 'thread' && lane.thread === finding.thread);
  if (lane === undefined || from === undefined) return null;
  return { x: stepX(view, finding.step) + view.cell / 2, y: lane.y + 12.5, fromY: from.y + 22 };
}

export function causesOf({ view }: Frame, lanes: readonly Lane[], finding: Finding | null): CauseMark[] {
  const causes = (finding?.causes ?? []).map((cause, i) => ({ ...cause, number: i + 1 }));
  const spots = causes.flatMap(({ step, thread, number }, i) => {
    const lane = lanes.find((lane): lane is ThreadLane => lane.kind === 'thread' && lane.thread === thread);
    if (lane === undefined) return [];
    // Causes of one step and thread stand side by side.
    const sameStep = causes.slice(0, i).filter((c) => c.step === step && c.thread === thread).length;
    return [{ number, x: stepX(view, step) + view.cell / 2 + sameStep * 14, y: lane.y - 0.5 }];
  });
  return spots.map(({ number, x, y }, i) => {
    const next = spots[i + 1];
    return {
      key: `cause ${number}`,
      number,
      x,
      y,
      slur: next === undefined ? '' : slur(x, y, next.x, next.y),
    };
  });
}

/** Bows up between two marks of a lane, swings between lanes. */
function slur(x1: number, y1: number, x2: number, y2: number): string {
  if (x2 - x1 < 16) return '';
  const reach = Math.min(70, (x2 - x1) / 2);
  const bow = y1 === y2 ? -9 : 0;
  return `M${x1 + 8} ${y1}C${x1 + reach} ${y1 + bow} ${x2 - reach} ${y2 + bow} ${x2 - 8} ${y2}`;
}
