/** A state in words, where the lane of a thread has no cells. Blocked fills its box. */
import { Icon } from '../../parts/Icon';
import { fitting, textWidth } from '../../parts/lines';
import { type Frame, lanesOf } from '../frame';
import { MERGE_CELL, stepX } from '../geometry';
import css from '../plot.module.css';
import type { ThreadLane } from '../staffs';
import { endOf, spansIn } from '../timeline';
import { shortReason } from '../words';
import { CELL_HEIGHT, CELL_TOP } from './lane';
import { type Box, type Mark, markKind } from './mark';

interface NoteMark extends Mark, Box {
  readonly state: 'ready' | 'blocked' | 'waiting';
  readonly text: string;
}

export const notes = markKind<NoteMark>({
  name: 'notes',
  layOut: (frame) =>
    frame.view.cell < MERGE_CELL ? [] : lanesOf(frame, 'thread').flatMap((lane) => notesIn(frame, lane)),
  svg: ({ state, text, x, y, width, height }) => {
    if (state === 'ready')
      return (
        <text className={css.noteReady} x={x} y={y + 12}>
          {text}
        </text>
      );
    if (state === 'waiting')
      return (
        <g className={css.noteWaiting}>
          <Icon name="wait" size={11} x={x + 3} y={y + 3} />
          <text x={x + 18} y={y + 12}>
            {text}
          </text>
        </g>
      );
    return (
      <g className={css.noteBlocked}>
        <rect className={css.blockedFill} x={x} y={y} width={width} height={height} rx={3} />
        <rect fill="url(#hxr)" opacity={0.45} x={x} y={y} width={width} height={height} rx={3} />
        <rect className={css.blockedEdge} x={x} y={y} width={width} height={height} rx={3} />
        {text !== '' && (
          <>
            <rect
              className={css.plate}
              x={x + 2}
              y={y + 2}
              width={textWidth(text) + 22}
              height={height - 4}
              rx={2}
            />
            <Icon name="lock" size={10} x={x + 5} y={y + 3.5} />
            <text x={x + 18} y={y + 12}>
              {text}
            </text>
          </>
        )}
      </g>
    );
  },
  paint: (brush, { state, text, x, y, width, height }) => {
    const { ready, blocked, wait } = brush.palette;
    const color = { ready, blocked, waiting: wait }[state];
    if (state === 'blocked') brush.edge(x, y, width, height, { color });
    brush.text(text, x + (state === 'ready' ? 0 : 18), y + 12, color);
  },
});

/** States in words. The words stand where the visible part of their span begins, so panning does not lose them. */
function notesIn(frame: Frame, lane: ThreadLane): NoteMark[] {
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
