/**
 * A trace as it travels from the engine worker: a step changes a few rows at its end, and copying ten thousand rows for each click
 * would take longer than the click. Both sides keep the last trace; what differs is sent.
 */
import type { Granularity, Schedule, TraceView } from '../engine';
import type { Answer } from './client';

/** By column: its length, and the rows that are not what they were, with their places. A column that did not change is left out. */
export type TracePatch = {
  readonly [Column in keyof TraceView]?: {
    readonly length: number;
    readonly rows: readonly (readonly [at: number, row: TraceView[Column][number]])[];
  };
};

type Column = readonly unknown[];

export const emptyTrace: TraceView = {
  threads: [],
  locks: [],
  objects: [],
  steps: [],
  states: [],
  held: [],
  lives: [],
  files: [],
};

/** An answer as it travels: of the trace only what is new, and the schedule stands in its steps. */
export interface Packed extends Omit<Answer, 'trace' | 'schedule'> {
  readonly patch: TracePatch;
  readonly granularity: Granularity;
}

/** The engine's end. */
export class Packer {
  /** The trace as the page has it. */
  sent: TraceView = emptyTrace;

  pack({ trace, schedule: { granularity }, ...rest }: Answer): Packed {
    const patch = diffTrace(this.sent, trace);
    this.sent = trace;
    return { ...rest, granularity, patch };
  }
}

/** The page's end. While the line has not changed, trace and schedule are the same objects as before. */
export class Unpacker {
  private trace: TraceView = emptyTrace;
  private schedule: Schedule = { granularity: 'sync', choices: [] };

  unpack({ patch, granularity, ...rest }: Packed): Answer {
    const trace = patchTrace(this.trace, patch);
    if (trace !== this.trace || granularity !== this.schedule.granularity) {
      this.trace = trace;
      this.schedule = { granularity, choices: trace.steps.map(({ thread, pick }) => ({ thread, pick })) };
    }
    return { ...rest, schedule: this.schedule, trace };
  }
}

/** What makes `after` of `before`. Rows are plain data: equal ones need not be the same objects. */
export function diffTrace(before: TraceView, after: TraceView): TracePatch {
  const patch: Record<string, unknown> = {};
  for (const name of Object.keys(after) as (keyof TraceView)[]) {
    const old: Column = before[name];
    const now: Column = after[name];
    if (old === now) continue;
    const rows: [number, unknown][] = [];
    now.forEach((row, at) => {
      if (at >= old.length || !same(old[at], row)) rows.push([at, row]);
    });
    if (rows.length > 0 || old.length !== now.length) patch[name] = { length: now.length, rows };
  }
  return patch as TracePatch;
}

/** The inverse. A patch without changes gives the very same object, so that nobody draws it again. */
export function patchTrace(before: TraceView, patch: TracePatch): TraceView {
  const changed = Object.entries(patch).map(([name, { length, rows }]) => {
    const column: unknown[] = before[name as keyof TraceView].slice(0, length);
    for (const [at, row] of rows) column[at] = row;
    return [name, column];
  });
  return changed.length === 0 ? before : { ...before, ...Object.fromEntries(changed) };
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
