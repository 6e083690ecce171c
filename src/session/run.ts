/**
 * What the engine is asked, and what its answer means for the session. Each function takes the state that is current when its turn
 * comes and gives the part that changes; nothing here writes the store.
 */
import type { Schedule, StepIndex, ThreadId, TraceView } from '../engine';
import type { Answer, EngineClient } from '../host/client';
import type { Variant } from '../scenarios';
import { add, continuing, keep } from './branches';
import { brokenBy, exploredKey, readUpTo, scenarioOf, storyOf, variantOf } from './derive';
import { initialSession } from './session';
import type { Choices, Notice, Session } from './state';
import { agree, beatReached, storyLine } from './story';

export type Patch = Partial<Session>;

/** The answer of the engine as it stands in the session. Arriving at the step of a defect opens its report, leaving it closes it. */
function shown(state: Session, run: Answer): Patch {
  const { at, findings } = run;
  const here = findings.findIndex(({ step, reached }) => reached && step === at);
  // A link to the step of a defect says itself which pane is open.
  const linked = state.trace === null && state.finding === here;
  const arrived = here >= 0 && !linked && !(state.at === at && state.findings === findings);
  const cause = stillLookedAt(state, run);
  const finding = cause !== null ? state.finding : arrived ? here : stillShown(state, run);
  const closed = finding === null && state.finding !== null && state.nowPane === 'report';
  const nowPane = arrived || cause !== null ? 'report' : closed ? initialSession.nowPane : state.nowPane;
  return {
    phase: 'ready',
    schedule: run.schedule,
    at,
    trace: run.trace,
    snapshot: run.snapshot,
    findings,
    diagnostics: [],
    hash: run.hash,
    workers: run.workers,
    finding,
    cause,
    nowPane,
    ...scored(state, run),
  };
}

/** The cause that is looked at, while the user stands at its step. */
function stillLookedAt({ finding, cause }: Session, { findings, at }: Answer): number | null {
  const step = finding === null || cause === null ? undefined : findings[finding]?.causes[cause]?.step;
  return step === at ? cause : null;
}

/** In a challenge the fewest preemptions that broke the variant are kept. */
function scored({ challenge, route, best }: Session, run: Answer): Patch {
  const broken = challenge === 'off' ? null : brokenBy(run);
  if (broken === null || route.page === 'home') return {};
  const key = exploredKey(route.scenario, route.variant);
  const before = best[key];
  const fewer = typeof before !== 'number' || broken.preemptions < before;
  return fewer ? { best: { ...best, [key]: broken.preemptions } } : {};
}

/** The finding that is open, if it is one of this run too and does not lie ahead; a link names one before there is a run. */
function stillShown({ finding, findings }: Session, run: Answer): number | null {
  if (finding === null) return null;
  const before = findings[finding];
  const now = run.findings[finding];
  const same = before === undefined || (before.kind === now?.kind && before.step === now.step);
  return now !== undefined && now.step <= run.at && same ? finding : null;
}

/** The state after an answer on the same line: its branch holds the line as it now is. */
function onward(state: Session, run: Answer): Patch {
  return { ...shown(state, run), ...keep(state, run.schedule) };
}

/** As `onward`, by steps the user took: the story's words follow while the steps are the story's. */
function walked(state: Session, run: Answer): Patch {
  const patch = onward(state, run);
  const { route } = state;
  if (!state.onRails || route.page === 'home') return patch;
  const beat = beatReached(storyOf(state), state, route.variant, run.at);
  return { ...patch, beat, read: readUpTo(state, beat) };
}

export const seekTo =
  (target: number | ((state: Session) => number), arrive = onward) =>
  async (state: Session, engine: EngineClient): Promise<Patch | null> => {
    const wanted = typeof target === 'function' ? target(state) : target;
    const at = clamp(wanted, state.schedule.choices.length);
    return state.trace === null || at === state.at ? null : arrive(state, await engine.seek(at));
  };

/** As `seekTo`, step by step as the user would: the threads only do it faster. */
export const walkTo = (target: number) => seekTo(target, walked);

const clamp = (at: number, end: number): StepIndex =>
  (Number.isFinite(at) ? Math.min(Math.max(0, Math.trunc(at)), end) : at > 0 ? end : 0) as StepIndex;

/** One step along the line; at its end the thread that ran goes on as long as it can. */
export async function stepOn(state: Session, engine: EngineClient): Promise<Patch | null> {
  if (state.trace === null) return null;
  const { at, schedule } = state;
  if (at < schedule.choices.length) return walked(state, await engine.seek((at + 1) as StepIndex));
  const run = await engine.extend(1);
  return run.at === at ? null : walked(state, run);
}

export async function toEnd(state: Session, engine: EngineClient): Promise<Patch | null> {
  return state.trace === null ? null : walked(state, await engine.extend(Number.POSITIVE_INFINITY));
}

/**
 * One step of a thread the user chose. Another one than planned leaves the planned line in the list and starts a new one, or goes on
 * along one that took this turn before.
 */
export const stepOf =
  (thread: ThreadId, pick: number) =>
  async (state: Session, engine: EngineClient): Promise<Patch | null> => {
    const { at, schedule, route } = state;
    if (state.trace === null || route.page === 'home') return null;
    const planned = schedule.choices[at];
    if (planned?.thread === thread && planned.pick === pick) return stepOn(state, engine);
    const taken = { ...schedule, choices: [...schedule.choices.slice(0, at), { thread, pick }] };
    // A challenge has its own lines: the story's would tell the rest.
    const before = planned && state.challenge === 'off' ? continuing(state, route.variant, taken) : undefined;
    if (before) return open({ ...firstLine, ...before, at: at + 1 })(state, engine);
    const run = await engine.step(at, thread, pick);
    if (planned === undefined) return walked(state, run);
    const name = `fork at step ${at}`;
    const lines = add(state, { name, variant: route.variant, schedule: run.schedule, forkedAt: at });
    return { ...shown(state, run), ...lines, onRails: false };
  };

/** What to open: null as schedule is the line the variant comes with. */
export interface Opening {
  readonly schedule: Schedule | null;
  /** Or what tells it from the line, once that has been run. */
  readonly at: number | ((line: TraceView) => number);
  /** Name of the line in the list of branches, where it is not the story's. */
  readonly name: string;
  /** The line is only looked at, until the user steps on. */
  readonly glimpse?: boolean;
  /** What to tell the user about the run that came of it. */
  readonly remark: (run: Answer) => string | null;
}

export const firstLine: Opening = {
  schedule: null,
  at: 0,
  name: 'first line',
  remark: ({ stopped }) => stopped && `The story fits this file up to step ${stopped.at} only.`,
};

/** Nothing is planned: every step is the user's. */
export const challengeLine: Opening = {
  schedule: { granularity: 'sync', choices: [] },
  at: 0,
  name: 'challenge',
  remark: () => null,
};

/** Compiles and runs the variant that `state.route` names. */
export const open =
  (opening: Opening = firstLine) =>
  async (state: Session, engine: EngineClient): Promise<Patch | null> => {
    const variant = variantOf(state);
    const scenario = scenarioOf(state);
    if (variant === undefined) return null;
    const story = storyLine(storyOf(state), variant.slug);
    const schedule = opening.schedule ?? story;
    const answer = await engine.open({
      file: variant.file,
      source: variant.source,
      schedule: schedule ?? { granularity: 'sync', choices: [] },
      at: typeof opening.at === 'number' ? opening.at : 0,
      complete: schedule === null,
      ...(scenario?.files === undefined ? {} : { files: scenario.files }),
    });
    if (answer.kind === 'diagnostics') return { phase: 'failed', diagnostics: answer.diagnostics };
    const { run } = answer;
    const there =
      typeof opening.at === 'number'
        ? run
        : await engine.seek(clamp(opening.at(run.trace), run.schedule.choices.length));
    return {
      ...shown(state, there),
      ...lineOf(state, variant, opening, run, story),
      ...noticeOf(opening, run),
    };
  };

/** On the rails if the line never differs from the story's, unless it is one's own on purpose; each line is in the list once. */
function lineOf(
  state: Session,
  { slug }: Variant,
  { name, glimpse = false }: Opening,
  run: Answer,
  story: Schedule | null,
): Pick<Choices, 'branches' | 'branch' | 'onRails'> {
  const onRails = state.challenge === 'off' && story !== null && agree(run.schedule, story);
  const line = {
    name: onRails ? 'story' : name,
    variant: slug,
    schedule: run.schedule,
    forkedAt: 0 as StepIndex,
    glimpse: glimpse && !onRails,
  };
  return { ...add(state, line), onRails };
}

function noticeOf({ remark }: Opening, run: Answer): { notice?: Notice } {
  const text = remark(run);
  return text === null ? {} : { notice: { level: 'warning', text, action: null } };
}

/** Opens what is open already, as it stands: after a fault, or on a new engine. */
export async function reopen(state: Session, engine: EngineClient): Promise<Patch | null> {
  const { schedule, at, trace } = state;
  return open(trace === null ? firstLine : { ...firstLine, schedule, at, remark: repeated })(state, engine);
}
const repeated: Opening['remark'] = ({ stopped }) =>
  stopped && `Your steps could be repeated up to step ${stopped.at}: ${stopped.reason}.`;
