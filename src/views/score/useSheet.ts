/** The sheet a run is drawn on: what stands in which lane, which steps are in view, and the frame that the marks are drawn in. */
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import { type AtomicView, type Finding, orderOf, type TraceView } from '../../engine';
import { textWidth } from '../parts/lines';
import { useZoom } from '../parts/useZoom';
import { frameOf, totalSteps } from './frame';
import {
  BESIDE_NAME,
  FOLDING,
  fitCell,
  LABELS_NARROW,
  labelsWidth,
  MARGIN,
  NARROW,
  RULER,
  windowView,
  ZOOMED_CELL,
  zoomedView,
} from './geometry';
import { layersOf } from './marks';
import { rulerOf } from './rulerMarks';
import { type Arrangement, arrange, type StaffName } from './staffs';
import { indexTrace } from './timeline';
import { useSize } from './useSize';

/** A run, with the step one stands at. */
export interface DrawnRun {
  readonly trace: TraceView;
  readonly at: number;
  /** Steps of the whole line, those the run did not reach included. */
  readonly planned: number;
  /** Of the steps taken. */
  readonly findings: readonly Finding[];
  /** The one that is shown, with its causes. */
  readonly finding: Finding | null;
  /** With who has read what so far; none where memory is sequentially consistent. */
  readonly atomics: readonly AtomicView[];
}

interface Places {
  readonly root: RefObject<HTMLElement | null>;
  readonly field: RefObject<HTMLDivElement | null>;
}

/** `marked`: the step whose order with all others is shown. */
export function useSheet(run: DrawnRun, { root, field }: Places, marked: number | null) {
  const { trace, at, planned, findings, finding, atomics } = run;
  const { width: outer, height: outerHeight } = useSize(root);
  const narrow = outer > 0 && outer < NARROW;
  const tight = outer > 0 && outer < FOLDING;

  const timeline = useMemo(() => indexTrace(trace), [trace]);
  const struck = finding?.lost ?? null;
  const { folded, allLocks, onFold, onAllLocks } = useFolds(tight);
  const arrangement = useMemo(
    () => arrange(timeline, { folded, allLocks, struck, narrow }),
    [timeline, folded, allLocks, struck, narrow],
  );

  const labels = narrow ? LABELS_NARROW : labelsWidth(outer, widestName(arrangement));
  const width = Math.max(0, outer - labels - (narrow ? 6 : MARGIN));
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
    () => frameOf(timeline, arrangement, view, height, { at, planned, findings, finding, atomics, orders }),
    [timeline, arrangement, view, height, at, planned, findings, finding, atomics, orders],
  );
  const layers = useMemo(() => layersOf(frame), [frame]);
  const ruler = useMemo(() => rulerOf(frame), [frame]);
  return {
    ...{ narrow, labels, width, height, timeline, arrangement, total, fit, control, view },
    ...{ mark, orders, layers, ruler, onFold, onAllLocks },
  };
}

const widestName = ({ lanes }: Arrangement): number =>
  Math.max(...lanes.map(({ kind, name }) => (kind === 'thread' ? 0 : textWidth(name) + BESIDE_NAME)));

export type Sheet = ReturnType<typeof useSheet>;

const NOTHING: ReadonlySet<StaffName> = new Set();
const ALL_BUT_THREADS: ReadonlySet<StaffName> = new Set<StaffName>(['locks', 'files', 'objects']);

/** Which staffs are folded, and whether the locks that say little are shown; `tight`: there is room for the threads alone. */
function useFolds(tight: boolean) {
  const [toggled, setToggled] = useState<ReadonlySet<StaffName>>(NOTHING);
  const [allLocks, setAllLocks] = useState(false);
  const onFold = useCallback(
    (name: StaffName) => setToggled((before) => difference(before, new Set([name]))),
    [],
  );
  const onAllLocks = useCallback(() => setAllLocks(true), []);
  const folded = useMemo(() => difference(tight ? ALL_BUT_THREADS : NOTHING, toggled), [tight, toggled]);
  return { folded, allLocks, onFold, onAllLocks };
}

/** What is in one set only: each fold button flips its staff's default. */
function difference<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...a, ...b].filter((item) => a.has(item) !== b.has(item)));
}
