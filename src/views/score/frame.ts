/** What there is to lay out: a run, the rows it has, the part of it that is in view, and where the user stands. */
import type { AtomicView, Finding, FindingKind, Order } from '../../engine';
import { type Viewport, visibleSteps } from './geometry';
import type { Arrangement, Lane } from './staffs';
import type { Timeline } from './timeline';

export interface Now {
  /** Steps taken. */
  readonly at: number;
  /** Steps of the whole line, those the run did not reach included. */
  readonly planned: number;
  /** Of the steps taken. */
  readonly findings: readonly Finding[];
  /** The one whose causes are shown. */
  readonly finding: Finding | null;
  /** With who has read what so far; none where memory is sequentially consistent. */
  readonly atomics: readonly AtomicView[];
  /** Of each step to the marked one; null while none is marked. */
  readonly orders: readonly Order[] | null;
}

export interface Frame extends Now {
  readonly timeline: Timeline;
  readonly arrangement: Arrangement;
  readonly view: Viewport;
  /** px of the plot. */
  readonly height: number;
  /** Columns: steps of the run, and planned ones. */
  readonly total: number;
  /** The steps of the run that are in view, and the last column that is. */
  readonly first: number;
  readonly last: number;
  readonly lastColumn: number;
  /** Steps up to the cursor at which a finding strikes, and what it is. */
  readonly struck: ReadonlyMap<number, FindingKind>;
}

export const totalSteps = (timeline: Timeline, planned: number): number => Math.max(timeline.length, planned);

export function frameOf(
  timeline: Timeline,
  arrangement: Arrangement,
  view: Viewport,
  height: number,
  now: Now,
): Frame {
  const total = totalSteps(timeline, now.planned);
  const { first, last: lastColumn } = visibleSteps(view, total);
  const reached = now.findings.filter(({ reached }) => reached);
  return {
    ...now,
    timeline,
    arrangement,
    view,
    height,
    total,
    first,
    last: Math.min(lastColumn, timeline.length),
    lastColumn,
    struck: new Map(reached.map(({ step, kind }) => [step, kind])),
  };
}

type LaneOf<K extends Lane['kind']> = Extract<Lane, { readonly kind: K }>;

/** The rows of one kind that are shown. */
export const lanesOf = <K extends Lane['kind']>({ arrangement }: Frame, kind: K): LaneOf<K>[] =>
  arrangement.lanes.filter((lane): lane is LaneOf<K> => lane.kind === kind);

/** '?' for one that the run does not have. */
export const letterOf = ({ timeline }: Pick<Frame, 'timeline'>, thread: number): string =>
  timeline.trace.threads.find(({ id }) => id === thread)?.letter ?? '?';
