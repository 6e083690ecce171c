/** The Score of the session's run: every thread, lock and object along the steps, with the cursor. */
import { useMemo } from 'react';
import type { AtomicView, StepIndex, ThreadId } from '../../engine';
import { findingsAt, isAtStoryQuestion, type SessionState, shownFinding, statusText } from '../../session';
import { Empty } from '../parts/Panel';
import { useActions, useSession } from '../useSession';
import { ScoreView } from './ScoreView';
import { traceUpTo } from './upTo';

export function Score() {
  const { focusThread, seek } = useActions();
  const whole = useSession((s) => s.trace);
  const at = useSession((s) => s.at);
  const asked = useSession(isAtStoryQuestion);
  const trace = useMemo(() => (asked && whole !== null ? traceUpTo(whole, at) : whole), [asked, whole, at]);
  const planned = useSession((s) => (isAtStoryQuestion(s) ? s.at : s.schedule.choices.length));
  const findings = useSession(findingsAt);
  const finding = useSession(shownFinding);
  const focus = useSession((s) => s.focus);
  const forkedAt = useSession(forkOf);
  const text = useSession(statusText);
  const phase = useSession((s) => s.phase);
  const snapshot = useSession((s) => s.snapshot);
  // The canvas takes its colours when it is drawn.
  useSession((s) => s.theme);
  const goneLocks = useMemo(
    () =>
      new Set<number>(
        snapshot?.locks.filter(({ state }) => state === 'destroyed').map(({ id }) => id as number),
      ),
    [snapshot],
  );
  const resting = useMemo(
    () =>
      new Map(
        snapshot?.threads.flatMap(({ id, state }) =>
          state === 'blocked' || state === 'waiting' ? [[id as number, state] as const] : [],
        ),
      ),
    [snapshot],
  );
  if (trace === null)
    return (
      <section id="pane-score" tabIndex={-1} aria-label="Score">
        <Empty>{phase === 'failed' ? 'No run, so no Score.' : 'The first run is on its way.'}</Empty>
      </section>
    );
  return (
    <ScoreView
      {...{ trace, at, planned, findings, finding, focus, forkedAt, text, goneLocks, resting }}
      atomics={snapshot?.atomics ?? noAtomics}
      onSeek={(step) => seek(step as StepIndex)}
      onFocus={(thread) => focusThread(thread as ThreadId | null)}
    />
  );
}

const noAtomics: readonly AtomicView[] = [];

/** Where the current line leaves the one it was forked from. */
function forkOf({ branches, branch }: SessionState): number | null {
  const at = branches.find(({ id }) => id === branch)?.forkedAt ?? 0;
  return at > 0 ? at : null;
}
