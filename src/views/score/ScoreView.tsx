/** The Score of a run: state of the view only (folds, zoom, hover); the run and the cursor come from above. */
import { type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Finding, orderOf, type TraceView } from '../../engine';
import { cx } from '../parts/cx';
import { useZoom } from '../parts/useZoom';
import { useCommands, zoomScoreIn, zoomScoreOut } from './commands';
import { cursorStyle } from './cursor';
import { frameOf, totalSteps } from './frame';
import { Grid } from './Grid';
import {
  FOLDING,
  fitCell,
  LABELS,
  LABELS_NARROW,
  MARGIN,
  NARROW,
  RULER,
  stepX,
  windowView,
  ZOOMED_CELL,
  zoomedView,
} from './geometry';
import { stepAt } from './hit';
import type { CellPlace } from './keys';
import { Labels } from './Labels';
import { Marked } from './Marked';
import { layersOf } from './marks';
import { Plot } from './Plot';
import { Ruler } from './Ruler';
import { rulerOf } from './rulerMarks';
import css from './Score.module.css';
import { type Arrangement, arrange, type Lane, laneAt, type StaffName } from './staffs';
import { struckObject } from './struck';
import { Tooltip } from './Tooltip';
import { indexTrace } from './timeline';
import { useSize } from './useSize';
import { useSwipe } from './useSwipe';

export interface ScoreViewProps {
  readonly trace: TraceView;
  readonly at: number;
  /** Steps of the whole line, those the run did not reach included. */
  readonly planned: number;
  /** Of the steps taken. */
  readonly findings: readonly Finding[];
  /** The one that is shown, with its causes. */
  readonly finding: Finding | null;
  readonly focus: number | null;
  readonly forkedAt: number | null;
  readonly goneLocks: ReadonlySet<number>;
  /** Threads that cannot go on at the cursor. */
  readonly resting: ReadonlyMap<number, 'blocked' | 'waiting'>;
  readonly text: string;
  readonly onSeek: (step: number) => void;
  readonly onFocus: (thread: number | null) => void;
}

interface Hover {
  readonly step: number;
  readonly lane: Lane | undefined;
  readonly clientX: number;
  readonly clientY: number;
}

const NOTHING: ReadonlySet<StaffName> = new Set();
const ALL_BUT_THREADS: ReadonlySet<StaffName> = new Set<StaffName>(['locks', 'files', 'objects']);

export function ScoreView(props: ScoreViewProps) {
  const {
    trace,
    at,
    planned,
    findings,
    finding,
    focus,
    forkedAt,
    goneLocks,
    resting,
    text,
    onSeek,
    onFocus,
  } = props;
  const root = useRef<HTMLElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const { width: outer, height: outerHeight } = useSize(root);
  const narrow = outer > 0 && outer < NARROW;
  const tight = outer > 0 && outer < FOLDING;
  const labels = narrow ? LABELS_NARROW : LABELS;
  const width = Math.max(0, outer - labels - (narrow ? 6 : MARGIN));

  const [toggled, setToggled] = useState<ReadonlySet<StaffName>>(NOTHING);
  const [allLocks, setAllLocks] = useState(false);
  const [hover, setHover] = useState<Hover | null>(null);
  const [cell, setCell] = useState<CellPlace | null>(null);
  const [marked, setMarked] = useState<number | null>(null);

  const onFold = useCallback(
    (name: StaffName) => setToggled((before) => difference(before, new Set([name]))),
    [],
  );
  const onAllLocks = useCallback(() => setAllLocks(true), []);

  const timeline = useMemo(() => indexTrace(trace), [trace]);
  const struck = useMemo(() => struckObject(trace, finding), [trace, finding]);
  const arrangement = useMemo(
    () =>
      arrange(timeline, {
        folded: difference(tight ? ALL_BUT_THREADS : NOTHING, toggled),
        allLocks,
        struck,
        narrow,
      }),
    [timeline, toggled, allLocks, struck, narrow, tight],
  );

  const total = totalSteps(timeline, planned);
  const fit = fitCell(width, total);
  const [zoom, control] = useZoom(field, { width, maxK: ZOOMED_CELL / fit, enabled: !narrow && width > 0 });
  const view = useMemo(
    () => (narrow ? windowView(width, total, at) : zoomedView(width, total, zoom)),
    [narrow, width, total, at, zoom],
  );
  useEffect(() => control.show((at - 1) * fit, at * fit), [control, at, fit]);

  // A mark beyond the end of a shorter line marks nothing.
  const mark = marked !== null && marked <= timeline.length ? marked : null;
  const orders = useMemo(() => (mark === null ? null : orderOf(trace.steps, mark)), [trace, mark]);
  const height = Math.max(arrangement.height, outerHeight - RULER);
  const frame = useMemo(
    () => frameOf(timeline, arrangement, view, height, { at, planned, findings, finding, orders }),
    [timeline, arrangement, view, height, at, planned, findings, finding, orders],
  );
  const layers = useMemo(() => layersOf(frame), [frame]);
  const ruler = useMemo(() => rulerOf(frame), [frame]);
  const inView = ruler.cursor.right > 0 && ruler.cursor.left < width;
  useCommands({
    control,
    width,
    kept: inView ? [(at - 1) * fit, at * fit] : null,
    marked: mark !== null,
    mark: () => setMarked(at > 0 ? at : null),
    unmark: () => setMarked(null),
  });
  const ring = cell === null ? undefined : arrangement.lanes[cell.row];
  const swipe = useSwipe(narrow, view.cell, at, timeline.length, onSeek);

  const follow = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return setHover(null);
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const step = stepAt(view, event.clientX - left, total);
    if (step === undefined) return setHover(null);
    const lane = laneAt(arrangement, event.clientY - top);
    const clientX = left + stepX(view, step) + view.cell / 2;
    const clientY = top + (lane?.y ?? event.clientY - top);
    if (hover?.step !== step || hover.lane !== lane) setHover({ step, lane, clientX, clientY });
  };

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
          {!narrow && (
            <>
              <button type="button" aria-label="Zoom out" title="Zoom out (S)" onClick={zoomScoreOut}>
                −
              </button>
              <button type="button" aria-label="Zoom in" title="Zoom in (W)" onClick={zoomScoreIn}>
                +
              </button>
            </>
          )}
        </div>
        <Ruler {...{ view, text, forkedAt, onSeek }} marks={ruler} length={timeline.length} />
      </div>
      <div className={css.body}>
        <div className={css.sheet} style={{ height }}>
          <Rows arrangement={arrangement} />
          <div className={css.side} style={{ width: labels }}>
            <Labels
              {...{
                arrangement,
                timeline,
                at,
                focus,
                narrow,
                goneLocks,
                resting,
                onFocus,
                onFold,
                onAllLocks,
              }}
            />
          </div>
          {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the grid and the ruler are for keys */}
          <div
            ref={field}
            className={css.field}
            style={{ width }}
            onPointerMove={follow}
            onPointerLeave={() => setHover(null)}
            onClick={(event) => {
              const { left, top } = event.currentTarget.getBoundingClientRect();
              const step = stepAt(view, event.clientX - left, total);
              if (step === undefined || swipe.swiped()) return;
              onSeek(Math.min(step, timeline.length));
              const lane = laneAt(arrangement, event.clientY - top);
              const onCell = lane?.kind === 'thread' && trace.steps[step - 1]?.thread === lane.thread;
              setMarked(onCell && step !== mark ? step : null);
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
            {cell !== null && ring !== undefined && (
              <span
                className={css.ring}
                style={{
                  left: stepX(view, cell.step),
                  top: ring.y + 2,
                  width: view.cell,
                  height: ring.height - 3,
                }}
              />
            )}
            {total === 0 && <span className={css.none}>No steps yet. Step a thread to begin.</span>}
          </div>
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

/** Hairlines below the lanes, behind everything. */
function Rows({ arrangement }: { readonly arrangement: Arrangement }) {
  return arrangement.lanes.map(({ key, y, height }) => (
    <span key={key} className={css.row} style={{ top: y + height - 0.5 }} />
  ));
}

/** What is in one set only: each fold button flips its staff's default. */
function difference<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...a, ...b].filter((item) => a.has(item) !== b.has(item)));
}
