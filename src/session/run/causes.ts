/** Walking along the causes of a finding: each is a step to stand at, and the finding stays open though it may lie ahead. */
import { shownFinding } from '../model/selectors';
import { seekTo } from './requests';
import type { Runs } from './runs';

/** Goes to the step of cause number `cause`, from 0, of the finding with this index. */
export function showCause({ store, queue, player }: Runs, finding: number, cause: number): void {
  const step = store.getState().findings[finding]?.causes[cause]?.step;
  if (step === undefined) return;
  player.stop();
  void queue.ask('seek', seekTo(step), { finding, cause, nowPane: 'report', focus: null });
}

/** 1 the next cause, -1 the one before: of the finding that is shown, or the latest that was reached. From none: the first, or the one before the end. */
export function nextCause(runs: Runs, delta: 1 | -1): void {
  const state = runs.store.getState();
  const { findings, at, cause } = state;
  const found = shownFinding(state) ?? findings.findLast(({ step }) => step <= at);
  if (found === undefined) {
    const text = 'Nothing has failed up to this step: there is no cause to look at.';
    runs.store.setState({ notice: { level: 'info', text, action: null } });
    return;
  }
  const { length } = found.causes;
  const start = delta > 0 ? 0 : length - 2;
  const next = cause === null ? start : cause + delta;
  if (next >= 0 && next < length) showCause(runs, findings.indexOf(found), next);
}
