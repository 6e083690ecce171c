/** A TraceView by lane, made once for each trace: what a frame draws is then found by bisection, not by reading the whole run. */
import { bisectFirst, bisectRight } from '../../base/bisect';
import type {
  Address,
  Interval,
  LockInterval,
  ObjectInterval,
  StateInterval,
  ThreadId,
  TraceView,
} from '../../engine';
import { type FilesHistory, historyAt, nothingYet } from '../files/history';

/** Intervals of one lane in order of `from`. They may overlap: `reach[i]` is the last step that any of the first i+1 covers. */
export interface Track<T extends Interval> {
  readonly spans: readonly T[];
  readonly reach: Int32Array;
}

export interface Timeline {
  readonly trace: TraceView;
  /** Steps taken: `trace.steps.length`. */
  readonly length: number;
  /** The steps of a thread, ascending. */
  readonly stepsOf: ReadonlyMap<ThreadId, Int32Array>;
  readonly statesOf: ReadonlyMap<ThreadId, Track<StateInterval>>;
  readonly heldOf: ReadonlyMap<Address, Track<LockInterval>>;
  readonly livesOf: ReadonlyMap<Address, Track<ObjectInterval>>;
  /** Of a program that has files: all of them in the end, and what could be read after each step, from none on. */
  readonly files: { readonly last: FilesHistory; readonly rows: readonly FilesHistory[] } | null;
}

/** Of a longer run, files are not followed. */
const FOLLOWED = 500;

function filesOf(trace: TraceView): Timeline['files'] {
  const rows = trace.files.length > FOLLOWED ? [] : trace.files.map((_, at) => historyAt(trace, at));
  const last = rows.at(-1) ?? null;
  return last === null ? null : { last, rows: rows.map((row) => row ?? nothingYet) };
}

/** The last step an interval covers: an open one lasts to the end of the run. */
export function endOf(interval: Interval, length: number): number {
  return interval.to ?? length;
}

export function indexTrace(trace: TraceView): Timeline {
  const length = trace.steps.length;
  const steps = new Map<ThreadId, number[]>(trace.threads.map(({ id }) => [id, []]));
  for (const { index, thread } of trace.steps) steps.get(thread)?.push(index);
  return {
    trace,
    length,
    stepsOf: new Map([...steps].map(([id, list]) => [id, Int32Array.from(list)])),
    statesOf: tracks(trace.states, ({ thread }) => thread, length),
    heldOf: tracks(trace.held, ({ lock }) => lock, length),
    livesOf: tracks(trace.lives, ({ object }) => object, length),
    files: filesOf(trace),
  };
}

function tracks<T extends Interval, K>(
  all: readonly T[],
  keyOf: (span: T) => K,
  length: number,
): Map<K, Track<T>> {
  const lists = new Map<K, T[]>();
  for (const span of all) {
    const list = lists.get(keyOf(span));
    if (list === undefined) lists.set(keyOf(span), [span]);
    else list.push(span);
  }
  return new Map([...lists].map(([key, spans]) => [key, trackOf(spans, length)]));
}

export function trackOf<T extends Interval>(unordered: readonly T[], length: number): Track<T> {
  const spans = [...unordered].sort((a, b) => a.from - b.from);
  const reach = new Int32Array(spans.length);
  let far = 0;
  spans.forEach((span, i) => {
    far = Math.max(far, endOf(span, length));
    reach[i] = far;
  });
  return { spans, reach };
}

/** Intervals of which something lies in the steps `first..last`; a few that end just before may be among them. */
export function spansIn<T extends Interval>(
  track: Track<T> | undefined,
  first: number,
  last: number,
): readonly T[] {
  if (track === undefined) return [];
  const { spans, reach } = track;
  const from = bisectFirst(0, spans.length, (i) => reach[i] >= first);
  const to = bisectFirst(from, spans.length, (i) => spans[i].from > last);
  return spans.slice(from, to);
}

/** The intervals that cover a step. */
export function spansAt<T extends Interval>(
  track: Track<T> | undefined,
  step: number,
  length: number,
): readonly T[] {
  return spansIn(track, step, step).filter((span) => endOf(span, length) >= step);
}

/** The first step of a thread after `step`, or undefined. */
export function nextStepOf(timeline: Timeline, thread: ThreadId, step: number): number | undefined {
  const steps = timeline.stepsOf.get(thread);
  return steps?.[bisectRight(steps, step)];
}

/** What a thread is after `step` steps; null before it is started. After its last step it has finished, unless that was its crash. */
export function phaseAt(
  timeline: Timeline,
  thread: ThreadId,
  step: number,
): StateInterval['state'] | 'finished' | null {
  const track = timeline.statesOf.get(thread);
  const last = track?.spans.at(-1);
  if (last !== undefined && last.to !== null && step >= last.to && last.state !== 'crashed')
    return 'finished';
  if (last !== undefined && step >= last.from) return last.state;
  return spansAt(track, step, timeline.length).at(-1)?.state ?? null;
}

/** Who holds a lock after `step` steps: the step that unlocks it is the last of its span, and frees it. */
export function heldAt(
  track: Track<LockInterval> | undefined,
  step: number,
  length: number,
): readonly LockInterval[] {
  return spansAt(track, step, length).filter(
    ({ mode, to }) => (mode === 'exclusive' || mode === 'shared') && (to === null || to > step),
  );
}
