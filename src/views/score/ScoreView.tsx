/** The Score of a run: state of the view only (hover, mark, the cell of the keys); the run and the cursor come from above. */
import { useRef, useState } from 'react';
import { cx } from '../parts/cx';
import { useCommands, zoomScoreIn, zoomScoreOut } from './commands';
import { Field, type Hover } from './Field';
import { Grid } from './Grid';
import type { CellPlace } from './keys';
import { Labels } from './Labels';
import { Marked } from './Marked';
import { Ruler } from './Ruler';
import css from './Score.module.css';
import type { Arrangement } from './staffs';
import { Tooltip } from './Tooltip';
import { type DrawnRun, type Sheet, useSheet } from './useSheet';

export interface ScoreViewProps extends DrawnRun {
  readonly focus: number | null;
  readonly forkedAt: number | null;
  readonly goneLocks: ReadonlySet<number>;
  /** Threads that cannot go on at the cursor. */
  readonly resting: ReadonlyMap<number, 'blocked' | 'waiting'>;
  readonly text: string;
  readonly onSeek: (step: number) => void;
  readonly onFocus: (thread: number | null) => void;
}

export function ScoreView(props: ScoreViewProps) {
  const { trace, at, findings, finding, focus, forkedAt, goneLocks, resting, text, onSeek, onFocus } = props;
  const root = useRef<HTMLElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const [cell, setCell] = useState<CellPlace | null>(null);
  const [marked, setMarked] = useState<number | null>(null);
  const sheet = useSheet(props, { root, field }, marked);
  const { narrow, labels, height, timeline, arrangement, total, fit, control, view, mark, orders } = sheet;
  useCommandsOf(sheet, at, setMarked);

  return (
    <section
      ref={root}
      id="pane-score"
      tabIndex={-1}
      aria-label="Score"
      className={cx(css.score, narrow && css.narrow)}
    >
      <div className={css.head}>
        <div className={css.corner} style={{ width: labels }}>
          {!narrow && <Zoom />}
        </div>
        <Ruler {...{ view, text, forkedAt, onSeek }} marks={sheet.ruler} length={timeline.length} />
      </div>
      <div className={css.body}>
        <div className={css.sheet} style={{ height }}>
          <Rows arrangement={arrangement} />
          <div className={css.side} style={{ width: labels }}>
            <Labels
              {...{ arrangement, timeline, at, focus, narrow, goneLocks, resting, onFocus }}
              width={labels}
              onFold={sheet.onFold}
              onAllLocks={sheet.onAllLocks}
            />
          </div>
          <Field
            ref={field}
            {...{ sheet, trace, at, focus, hover, cell, onSeek }}
            onHover={setHover}
            onMark={setMarked}
          />
        </div>
      </div>
      {arrangement.lanes.length > 0 && (
        <Grid
          {...{ timeline, total, at, finding, cell, onSeek }}
          lanes={arrangement.lanes}
          onMove={(place) => {
            setCell(place);
            if (place !== null) control.show((place.step - 1) * fit, place.step * fit);
          }}
        />
      )}
      {mark !== null && orders !== null && (
        <Marked step={trace.steps[mark - 1]} orders={orders} onClear={() => setMarked(null)} />
      )}
      {hover !== null && (
        <Tooltip
          {...{ timeline, at, findings }}
          step={hover.step}
          lane={hover.lane}
          x={hover.clientX}
          y={hover.clientY}
        />
      )}
    </section>
  );
}

/** A zoom keeps the cursor in view where it is; else the middle. */
function useCommandsOf(sheet: Sheet, at: number, onMark: (step: number | null) => void): void {
  const { control, width, ruler, fit, mark } = sheet;
  const inView = ruler.cursor.right > 0 && ruler.cursor.left < width;
  useCommands({
    control,
    width,
    kept: inView ? [(at - 1) * fit, at * fit] : null,
    marked: mark !== null,
    mark: () => onMark(at > 0 ? at : null),
    unmark: () => onMark(null),
  });
}

function Zoom() {
  return (
    <>
      <button type="button" aria-label="Zoom out" title="Zoom out (S)" onClick={zoomScoreOut}>
        −
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in (W)" onClick={zoomScoreIn}>
        +
      </button>
    </>
  );
}

/** Hairlines below the lanes, behind everything. */
function Rows({ arrangement }: { readonly arrangement: Arrangement }) {
  return arrangement.lanes.map(({ key, y, height }) => (
    <span key={key} className={css.row} style={{ top: y + height - 0.5 }} />
  ));
}
