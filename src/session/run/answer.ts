/** What an answer of the engine means for the session: pure. */
import type { StepIndex } from '../../engine';
import type { Answer } from '../../host/client';
import { keep } from '../model/branches';
import { brokenBy, keyHere, readUpTo, storyOf } from '../model/selectors';
import { blank, type NowPane, type Patch, type SessionState } from '../model/state';
import { beatAt } from '../model/storyline';

/** The answer of the engine as it stands in the session. Arriving at the step of a defect opens its report, leaving it closes it. */
export function shown(state: SessionState, run: Answer): Patch {
  const { at, findings } = run;
  const here = findings.findIndex(({ step, reached }) => reached && step === at);
  // A link to the step of a defect says itself which pane is open.
  const linked = state.trace === null && state.finding === here;
  const arrived = here >= 0 && !linked && !(state.at === at && state.findings === findings);
  const cause = stillLookedAt(state, run);
  const finding = cause !== null ? state.finding : arrived ? here : stillShown(state, run);
  const closed = finding === null && state.finding !== null && state.nowPane === 'report';
  // Of what has just been opened the usual pane was not chosen.
  const begun = state.trace === null && state.nowPane === blank.nowPane;
  const nowPane = arrived || cause !== null ? 'report' : closed || begun ? besides(run) : state.nowPane;
  const { stopped: _, ...answer } = run;
  return {
    ...answer,
    phase: 'ready',
    ended: false,
    diagnostics: [],
    finding,
    cause,
    nowPane,
    ...scored(state, run),
  };
}

/** The pane that is usual, where no report is: what tells most where loads have a choice is memory. */
const besides = ({ schedule }: Answer): NowPane =>
  schedule.granularity === 'rc11' ? 'memory' : blank.nowPane;

/** The cause that is looked at, while the user stands at its step. */
function stillLookedAt({ finding, cause }: SessionState, { findings, at }: Answer): number | null {
  const step = finding === null || cause === null ? undefined : findings[finding]?.causes[cause]?.step;
  return step === at ? cause : null;
}

/** In a challenge the fewest preemptions that broke the variant are kept. */
function scored(state: SessionState, run: Answer): Patch {
  const { challenge, best } = state;
  const broken = challenge === 'off' ? null : brokenBy(run);
  if (broken === null) return {};
  const key = keyHere(state);
  const before = best[key];
  const fewer = typeof before !== 'number' || broken.preemptions < before;
  return fewer ? { best: { ...best, [key]: broken.preemptions } } : {};
}

/** The finding that is open, if it is one of this run too and does not lie ahead; a link names one before there is a run. */
function stillShown({ finding, findings }: SessionState, run: Answer): number | null {
  if (finding === null) return null;
  const before = findings[finding];
  const now = run.findings[finding];
  const same = before === undefined || (before.kind === now?.kind && before.step === now.step);
  return now !== undefined && now.step <= run.at && same ? finding : null;
}

/** The state after an answer on the same line: its branch holds the line as it now is, and what is said belongs to the step. */
export function arrived(state: SessionState, run: Answer): Patch {
  return { ...onward(state, run), ...beatHere(state, run.at) };
}

/** As `arrived`, for a part of the story that is asked for by its number. */
export function onward(state: SessionState, run: Answer): Patch {
  return { ...shown(state, run), ...keep(state, run.schedule) };
}

/** The words of the story that are true at a step of it; off the rails they stay as they were. */
export function beatHere(state: SessionState, at: StepIndex): Pick<SessionState, 'beat'> {
  const { route, onRails, beat } = state;
  const follows = onRails && route.page === 'document';
  return { beat: follows ? beatAt(storyOf(state), beat, route.slug, at) : beat };
}

/** As `arrived`, by steps the user took: what he has come to he has read. */
export function walked(state: SessionState, run: Answer): Patch {
  const patch = arrived(state, run);
  return state.onRails ? { ...patch, read: readUpTo(state, patch.beat ?? -1) } : patch;
}
