/** A run as it was known after one of its steps: for who is to find out how it goes on. Pure. */
import type { Interval, TraceView } from '../../engine';

export function traceUpTo(trace: TraceView, at: number): TraceView {
  const known = <T extends Interval>(spans: readonly T[]): readonly T[] =>
    spans
      .filter(({ from }) => from <= at)
      .map((span) => (span.to !== null && span.to > at ? { ...span, to: null } : span));
  return {
    ...trace,
    threads: trace.threads.filter(({ startedAt }) => startedAt <= at),
    steps: trace.steps.slice(0, at),
    // A thread that goes on has not ended, though what it was may end with this step.
    states: known(trace.states).map((span) =>
      span.to === at && trace.states.some(({ thread, from }) => thread === span.thread && from > at)
        ? { ...span, to: null }
        : span,
    ),
    held: known(trace.held),
    lives: known(trace.lives),
    files: trace.files.slice(0, at + 1),
  };
}
