/** Opening a document on a line of steps: what the engine is asked, and how the line stands in the list. Nothing here writes the store. */
import type { Schedule, StepIndex } from '../../engine';
import type { Answer, EngineClient } from '../../host/client';
import { add } from '../model/branches';
import { granularityOf, textOf } from '../model/document';
import { documentOf, storyOf } from '../model/selectors';
import type { Notice, Patch, SessionState } from '../model/state';
import { agree, storyLine } from '../model/storyline';
import { beatHere, shown } from './answer';

/** What to open: null as schedule is the line the document comes with. */
export interface Opening {
  readonly schedule: Schedule | null;
  /** Nothing is planned: every step is the user's. */
  readonly unplanned?: true;
  /** Or what tells it from the line, once that has been run. */
  readonly at: number | ((run: Answer) => number);
  /** Name of the line in the list of branches, where it is not the story's. */
  readonly name: string;
  /** Goes on to the end of the program where the line ends, or where it fits no further: then one stands there at the latest. */
  readonly onward?: boolean;
  /** The line is only looked at, until the user steps on. */
  readonly glimpse?: boolean;
  /** What to tell the user about the run that came of it: words are a warning. */
  readonly remark: (run: Answer) => string | Notice | null;
}

export const firstLine: Opening = {
  schedule: null,
  at: 0,
  name: 'first line',
  remark: ({ stopped }) => stopped && `The story fits this file up to step ${stopped.at} only.`,
};

export const challengeLine: Opening = {
  schedule: null,
  unplanned: true,
  at: 0,
  name: 'challenge',
  remark: () => null,
};

/** Compiles and runs the document that `state.route` names. */
export const open =
  (opening: Opening = firstLine) =>
  async (state: SessionState, engine: EngineClient): Promise<Patch | null> => {
    const document = documentOf(state);
    if (document === undefined) return null;
    const { watches, origin } = document;
    const story = storyLine(storyOf(state), origin.slug);
    const empty = { granularity: granularityOf(document), choices: [] };
    const schedule = opening.unplanned ? empty : (opening.schedule ?? story);
    const answer = await engine.open({
      ...{ ...textOf(document), ...(watches && { watches }) },
      schedule: schedule ?? empty,
      at: typeof opening.at === 'number' ? opening.at : 0,
      complete: schedule === null || opening.onward === true,
    });
    if (answer.kind === 'diagnostics') return { phase: 'failed', diagnostics: answer.diagnostics };
    const { run } = answer;
    const at = placeOn(run, opening);
    const there = at === run.at ? run : await engine.seek(at);
    const line = lineOf(state, origin.slug, opening, run.schedule);
    return {
      ...shown(state, there),
      ...line,
      ...beatHere({ ...state, ...line }, at),
      ...noticeOf(opening, run),
    };
  };

function placeOn(run: Answer, opening: Opening): StepIndex {
  const { schedule, stopped, at } = run;
  if (typeof opening.at === 'function') return clamp(opening.at(run), schedule.choices.length);
  return opening.onward === true && stopped !== null ? (Math.min(at, stopped.at) as StepIndex) : at;
}

/** The nearest step there is on a line of so many. */
export const clamp = (at: number, end: number): StepIndex =>
  (Number.isFinite(at) ? Math.min(Math.max(0, Math.trunc(at)), end) : at > 0 ? end : 0) as StepIndex;

/** On the rails if the line never differs from the story's, unless it is one's own on purpose; each line is in the list once. */
function lineOf(
  state: SessionState,
  slug: string,
  { name, glimpse = false }: Opening,
  schedule: Schedule,
): Pick<SessionState, 'branches' | 'branch' | 'onRails'> {
  const story = storyLine(storyOf(state), slug);
  const onRails = state.challenge === 'off' && story !== null && agree(schedule, story);
  const line = {
    ...{ slug, schedule, forkedAt: 0 as StepIndex },
    name: onRails ? 'story' : name,
    glimpse: glimpse && !onRails,
  };
  return { ...add(state, line), onRails };
}

function noticeOf({ remark }: Opening, run: Answer): { notice?: Notice } {
  const told = remark(run);
  if (told === null) return {};
  return { notice: typeof told === 'string' ? { level: 'warning', text: told, action: null } : told };
}

/** Opens what is open already, as it stands: after a fault, or on a new engine. */
export async function reopen(state: SessionState, engine: EngineClient): Promise<Patch | null> {
  const { schedule, at, trace } = state;
  return open(trace === null ? firstLine : { ...firstLine, schedule, at, remark: repeated })(state, engine);
}
const repeated: Opening['remark'] = ({ stopped }) =>
  stopped && `Your steps could be repeated up to step ${stopped.at}: ${stopped.reason}.`;
