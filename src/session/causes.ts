/** Walking along the causes of a finding: each is a step to stand at, and the finding stays open though it may lie ahead. */
import { shownFinding } from './derive';
import { stopPlaying } from './player';
import { ask } from './queue';
import { seekTo } from './run';
import { session } from './session';

/** Goes to the step of cause number `cause`, from 0, of the finding with this index. */
export function showCause(finding: number, cause: number): void {
  const step = session.getState().findings[finding]?.causes[cause]?.step;
  if (step === undefined) return;
  stopPlaying();
  void ask('seek', seekTo(step), { finding, cause, nowPane: 'report', focus: null });
}

/** 1 the next cause, -1 the one before: of the finding that is shown, or the latest that was reached. From none: the first, or the one before the end. */
export function nextCause(delta: 1 | -1): void {
  const state = session.getState();
  const { findings, at, cause } = state;
  const shown = shownFinding(state) ?? findings.findLast(({ step }) => step <= at);
  if (shown === undefined) {
    const text = 'Nothing has failed up to this step: there is no cause to look at.';
    session.setState({ notice: { level: 'info', text, action: null } });
    return;
  }
  const { length } = shown.causes;
  const start = delta > 0 ? 0 : length - 2;
  const next = cause === null ? start : cause + delta;
  if (next >= 0 && next < length) showCause(findings.indexOf(shown), next);
}
