/**
 * The messages of free runs. The coordinator has main's thread, starts the runs and judges them; the other workers have a thread each. All come
 * from the page, as a worker that one of them creates would never start while that one waits.
 *
 *     page ── open ─▶ coordinator ── opened ─▶ page ── join ─▶ workers
 *          ── begin ─▶             ── wanted ─▶     ◀─ joined ──
 *          ◀─ tally ──
 */
import type { ExecutionKey, Program, SchedulePoints } from '../../engine';
import type { FailedRun, Series, Tally } from './client';
import type { Control } from './control';

export type ToCoordinator =
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

export type FromCoordinator =
  | {
      readonly type: 'opened';
      readonly id: number;
      readonly shared: SharedRun | null;
      readonly threads: number;
    }
  | { readonly type: 'wanted'; readonly id: number; readonly workers: number }
  | { readonly type: 'tally'; readonly id: number; readonly news: TallyNews; readonly over: boolean }
  /** A worker did not leave its run: it is no more. */
  | { readonly type: 'lost'; readonly id: number; readonly news: TallyNews }
  | { readonly type: 'failure'; readonly id: number; readonly message: string };

/** A tally as it travels: a program may have more executions than can be sent over and over. */
export interface TallyNews extends Omit<Tally, 'executions'> {
  /** Of those that were met since the last news, how often they have been met in all. */
  readonly executions: readonly (readonly [ExecutionKey, number])[];
  /** Kept since the last news. */
  readonly failed: readonly FailedRun[];
}

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
