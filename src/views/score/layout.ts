/** The Score as marks: a function of the run, the viewport and where the user stands. No React, no colours, no pixels of a screen. */
import type { Finding, Order } from '../../engine';
import { MERGE_CELL, stepX, type Viewport, visibleSteps } from './geometry';
import { filesIn } from './layoutFiles';
import { linesIn, ticksIn, verdictIn } from './layoutRuler';
import { locksIn, objectsIn } from './layoutSpans';
import { arrowsIn, cellsIn, endsIn, type Frame, notesIn, ribbonsIn, unreachedText } from './layoutThreads';
import { causesOf, crossOf } from './layoutVerdict';
import type { BeadMark, ScoreMarks } from './marks';
import type { Arrangement, Lane, Staff } from './staffs';
import { spansIn, type Timeline } from './timeline';

export interface Now {
  /** Steps taken. */
  readonly at: number;
  /** Steps of the whole line, those the run did not reach included. */
  readonly planned: number;
  /** Of the steps taken. */
  readonly findings: readonly Finding[];
  /** The one whose causes are shown. */
  readonly finding: Finding | null;
  /** Of each step to the marked one; null while none is marked. */
  readonly orders: readonly Order[] | null;
}

/** Columns of the Score: steps of the run, and planned ones. */
export function totalSteps(timeline: Timeline, planned: number): number {
  return Math.max(timeline.length, planned);
}

export function layoutScore(
  timeline: Timeline,
  arrangement: Arrangement,
  view: Viewport,
  now: Now,
): ScoreMarks {
  const { at, findings, finding, orders } = now;
  const total = totalSteps(timeline, now.planned);
  const { first, last } = visibleSteps(view, total);
  const frame: Frame = {
    timeline,
    view,
    first,
    last: Math.min(last, timeline.length),
    at,
    orders,
    struck: new Map(findings.filter(({ reached }) => reached).map(({ step, kind }) => [step, kind])),
  };
  const { lanes, staffs } = arrangement;
  const threads = lanes.filter((lane) => lane.kind === 'thread');
  const byThread = new Map(threads.map((lane) => [lane.thread, lane]));
  const locks = lanes.filter((lane) => lane.kind === 'lock');
  const objects = lanes.filter((lane) => lane.kind === 'object');
  const files = lanes.filter((lane) => lane.kind === 'file');
  const meter = lanes.find((lane) => lane.kind === 'meter');
  const wide = { ...frame, last };
  const marks = {
    first,
    last,
    lines: linesIn(wide),
    ticks: ticksIn(wide, total),
    verdict: verdictIn(frame, total),
    cursor: {
      step: at,
      left: stepX(view, Math.max(1, at)),
      right: stepX(view, at + 1),
      violated: frame.struck.has(at),
    },
    cells: threads.flatMap((lane) => cellsIn(frame, lane)),
    ribbons: threads.flatMap((lane) => ribbonsIn(frame, lane)),
    notes: view.cell < MERGE_CELL ? [] : threads.flatMap((lane) => notesIn(frame, lane)),
    arrows: arrowsIn(frame, byThread),
    ends: threads.flatMap((lane) => endsIn(frame, lane)),
    locks: locks.flatMap((lane) => locksIn(frame, lane)),
    objects: objects.flatMap((lane) => objectsIn(frame, lane)),
    files: filesIn(frame, files, meter),
    beads: staffs.filter(({ folded }) => folded).flatMap((staff) => beadsIn(frame, staff)),
    cross: crossOf(frame, lanes, finding),
    causes: causesOf(frame, lanes, finding),
    aheadX: stepX(view, at + 1),
    unreachedX: stepX(view, Math.max(at, timeline.length) + 1),
    unreached: unreachedText(now.planned, timeline.length),
  };
  const count =
    marks.cells.length +
    marks.ribbons.length +
    marks.locks.length +
    marks.objects.length +
    marks.beads.length;
  return { ...marks, count };
}

/** What happened in a folded staff: one bead per pixel column at most. */
function beadsIn(frame: Frame, staff: Staff): BeadMark[] {
  const { timeline, view, first, last } = frame;
  const steps = new Set<number>();
  const add = (spans: readonly { readonly from: number }[]) => {
    for (const { from } of spans) if (from >= first && from <= last) steps.add(from);
  };
  if (staff.name === 'threads') for (let step = first; step <= last; step++) steps.add(step);
  if (staff.name === 'locks') for (const track of timeline.heldOf.values()) add(spansIn(track, first, last));
  if (staff.name === 'files')
    for (const { blocks } of timeline.files?.last.files ?? [])
      add(blocks.map(({ step }) => ({ from: step })));
  if (staff.name === 'objects')
    for (const track of timeline.livesOf.values()) add(spansIn(track, first, last));
  const columns = new Map([...steps].map((step) => [Math.round(stepX(view, step) + view.cell / 2), step]));
  return [...columns].map(([x, step]) => ({ key: `bead ${staff.name} ${step}`, x, y: staff.y + 8 }));
}

/** The lane a row of the grid stands for. */
export function laneAt(arrangement: Arrangement, y: number): Lane | undefined {
  return arrangement.lanes.find((lane) => y >= lane.y && y < lane.y + lane.height);
}
