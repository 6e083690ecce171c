/**
 * A trace as it travels from the engine worker: a step changes a few rows at its end, and copying ten thousand rows for each click
 * would take longer than the click. Both sides keep the last trace; what differs is sent.
 */
import type { TraceView } from '../engine';

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
