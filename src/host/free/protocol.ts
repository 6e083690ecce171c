/**
 * The messages of free runs. The leader has main's thread, starts the runs and judges them; the other workers have a thread each. All come
 * from the page, as a worker that one of them creates would never start while that one waits.
 *
 *     page ── open ─▶ leader ── opened ─▶ page ── join ─▶ workers
 *          ── begin ─▶        ── wanted ─▶     ◀─ joined ──
 *          ◀─ tally ──
 */
import type { Program, SchedulePoints } from '../../engine';
import type { Series, Tally } from './client';
import type { Control } from './control';

export type ToLeader =
  /** Another program. Without control words no threads can run at once. */
  | {
      readonly type: 'open';
      readonly id: number;
      readonly program: Program;
      readonly searched: SchedulePoints | null;
      readonly control: Control | null;
    }
  /** As many workers have joined as it has threads. */
  | { readonly type: 'begin'; readonly id: number; readonly series: Series }
  /** And as many as were wanted. */
  | { readonly type: 'staffed' }
  | { readonly type: 'stop' };

export type FromLeader =
  | {
      readonly type: 'opened';
      readonly id: number;
      readonly shared: SharedRun | null;
      readonly threads: number;
    }
  | { readonly type: 'wanted'; readonly id: number; readonly workers: number }
  | { readonly type: 'tally'; readonly id: number; readonly tally: Tally; readonly over: boolean }
  /** A worker did not leave its run: it is no more. */
  | { readonly type: 'lost'; readonly id: number; readonly tally: Tally }
  | { readonly type: 'failure'; readonly id: number; readonly message: string };

/** What workers need to take part in the runs of a program. */
export interface SharedRun {
  readonly program: Program;
  readonly points: SchedulePoints;
  readonly memory: SharedArrayBuffer;
}

export type ToFreeThread = {
  readonly type: 'join';
  readonly thread: number;
  readonly control: Control;
  readonly run: SharedRun;
};
export type FromFreeThread = { readonly type: 'joined' };
