/** The field of the Score: the marks, the cursor, and what a pointer does there. */
import type { PointerEvent, Ref } from 'react';
import type { TraceView } from '../../engine';
import { cursorStyle } from './cursor';
import { stepX } from './geometry';
import { stepAt } from './hit';
import type { CellPlace } from './keys';
import { Plot } from './Plot';
import css from './Score.module.css';
import { type Lane, laneAt } from './staffs';
import type { Sheet } from './useSheet';
import { useSwipe } from './useSwipe';

/** What the pointer is over; x and y in the window, of the middle of the step and the top of the lane. */
export interface Hover {
  readonly step: number;
  readonly lane: Lane | undefined;
  readonly clientX: number;
  readonly clientY: number;
}

interface FieldProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly sheet: Sheet;
  readonly trace: TraceView;
  readonly at: number;
  readonly focus: number | null;
  readonly hover: Hover | null;
  /** The one that the keys of the grid stand on. */
  readonly cell: CellPlace | null;
  readonly onHover: (hover: Hover | null) => void;
  readonly onSeek: (step: number) => void;
  readonly onMark: (step: number | null) => void;
}

export function Field({ ref, sheet, trace, at, focus, hover, cell, onHover, onSeek, onMark }: FieldProps) {
  const { view, total, timeline, arrangement, ruler, layers, width, height, narrow, mark } = sheet;
  const swipe = useSwipe(narrow, view.cell, at, timeline.length, onSeek);

  const follow = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return onHover(null);
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const step = stepAt(view, event.clientX - left, total);
    if (step === undefined) return onHover(null);
    const lane = laneAt(arrangement, event.clientY - top);
    const clientX = left + stepX(view, step) + view.cell / 2;
    const clientY = top + (lane?.y ?? event.clientY - top);
    if (hover?.step !== step || hover.lane !== lane) onHover({ step, lane, clientX, clientY });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the grid and the ruler are for keys
    <div
      ref={ref}
      className={css.field}
      style={{ width }}
      onPointerMove={follow}
      onPointerLeave={() => onHover(null)}
      onClick={(event) => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        const step = stepAt(view, event.clientX - left, total);
        if (step === undefined || swipe.swiped()) return;
        onSeek(Math.min(step, timeline.length));
        const lane = laneAt(arrangement, event.clientY - top);
        const onCell = lane?.kind === 'thread' && trace.steps[step - 1]?.thread === lane.thread;
        onMark(onCell && step !== mark ? step : null);
      }}
      {...swipe.handlers}
    >
      <span
        className={ruler.cursor.violated ? css.cursorViolated : css.cursor}
        style={cursorStyle(view, at)}
      />
      <Plot {...{ layers, width, height, focus }} />
      {hover !== null && (
        <span className={css.hovered} style={{ left: stepX(view, hover.step), width: view.cell }} />
      )}
      <Ring sheet={sheet} cell={cell} />
      {total === 0 && <span className={css.none}>No steps yet. Step a thread to begin.</span>}
    </div>
  );
}

function Ring({ sheet: { arrangement, view }, cell }: Pick<FieldProps, 'sheet' | 'cell'>) {
  const lane = cell === null ? undefined : arrangement.lanes[cell.row];
  if (cell === null || lane === undefined) return null;
  const [left, width] = [stepX(view, cell.step), view.cell];
  return <span className={css.ring} style={{ left, top: lane.y + 2, width, height: lane.height - 3 }} />;
}
