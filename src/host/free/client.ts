/** What the session asks of runs that nobody plans, and what it is told of them. */
import type { ExecutionKey, FindingKind, Program, SchedulePoints } from '../../engine';

/**
 * Who decides which thread goes on. free: the processors, as threads run at once. yields: they too, but one operation in some is held up.
 * The others are for one thread at a time: any, with the same probability at each step; by priorities that change (PCT); as one processor
 * has it, where a thread goes on until it waits or its time is up.
 */
export type Pressure = 'free' | 'yields' | 'random' | 'pct' | 'one-core';
/** Those that need threads that run at once, and so shared memory. */
export const isAtOnce = (pressure: Pressure): boolean => pressure === 'free' || pressure === 'yields';

export interface Series {
  readonly pressure: Pressure;
  /** Of pct: how many ordered events a bug may need. */
  readonly depth: number;
  readonly runs: number;
  readonly seed: number;
}

/** A run that failed, as a link has it. One of each execution is kept, and not more than some of each kind. */
export interface FailedRun {
  readonly kind: FindingKind;
  readonly schedule: string;
  /** The run had this number in its series, from 1. */
  readonly run: number;
}

/** Of a series, up to now. */
export interface Tally {
  readonly runs: number;
  /** ms that the runs took, with their judgement. */
  readonly ms: number;
  /**
   * How often they ended how; '' for runs with which nothing is wrong, 'limit' for those of which that cannot be told: they were cut short
   * by a limit, of steps, time or memory.
   */
  readonly outcomes: Readonly<Partial<Record<FindingKind | '', number>>>;
  /** Runs whose recorded order does not explain what they came to. */
  readonly unexplained: number;
  /** The executions that were met, and how often; the same map in all tallies of a series. Runs that are very long have none. */
  readonly executions: ReadonlyMap<ExecutionKey, number>;
  readonly failed: readonly FailedRun[];
  /** Of the largest run, and of the longest, one that was made before the series included. */
  readonly threads: number;
  readonly steps: number;
}

export interface FreeClient {
  /**
   * One series at a time: the last tally, when it is over, or was stopped. `searched`: the points by which executions were listed,
   * so that those that are met can be told among them.
   */
  run(
    program: Program,
    searched: SchedulePoints | null,
    series: Series,
    onTally: (tally: Tally) => void,
  ): Promise<Tally>;
  stop(): void;
  dispose(): void;
}
