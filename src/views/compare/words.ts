/** What a comparison says: where the runs part, whether the line could be followed, and how each ends. Pure. */
import type { StepView, TraceView } from '../../engine';
import type { Answer } from '../../session';
import { findingTitles } from '../parts/findings';

/** 'Step 14: here worker locks a; there it locks b.' What both do at the first step that is not the same; undefined where a run is over. */
export function differenceWords(
  left: StepView | undefined,
  right: StepView | undefined,
  threads: TraceView['threads'],
): string {
  const does = ({ thread, operation }: StepView) =>
    `${threads.find(({ id }) => id === thread)?.name ?? `thread ${thread}`} ${operation.text}`;
  const there =
    left !== undefined && left.thread === right?.thread ? `it ${right.operation.text}` : right && does(right);
  const over = 'the run is over';
  return `Step ${(left ?? right)?.index}: here ${left ? does(left) : over}; there ${there ?? over}.`;
}

/** Why the other could not take the steps to their end; null where it could. */
export function stoppedWords({ stopped }: Answer): string | null {
  if (stopped === null) return null;
  const reason = stopped.reason.replace(' here', '');
  return `There, step ${stopped.at + 1} cannot be taken: ${reason}. That run goes on from there without preemption.`;
}

export interface EndWords {
  readonly tone: 'fail' | 'pass' | null;
  readonly text: string;
}

export function endWords({ findings, snapshot, trace }: Answer): EndWords {
  const failed = findings.find(({ reached }) => reached);
  if (failed) return { tone: 'fail', text: `${findingTitles[failed.kind]} at step ${failed.step}.` };
  if (snapshot.status === 'finished') return { tone: 'pass', text: 'All threads end, and nothing fails.' };
  return { tone: null, text: `Nothing failed in ${trace.steps.length} steps; the threads can go on.` };
}
