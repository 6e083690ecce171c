/**
 * All parts of a story at once, for a sheet of paper: the run that each of them ends with, and, as soon as all orders of its program are
 * known, which answer to its prediction is right.
 */
import { decodeSchedule } from '../../engine';
import type { Answer } from '../../host/client';
import { type Document, textOf } from '../model/document';
import { collectionOf, storyOf } from '../model/selectors';
import type { HandoutPart, SessionState, Store } from '../model/state';
import type { Clients } from './explorer';
import { judgedOptions } from './prediction';

type Handout = NonNullable<SessionState['handout']>;

/** Makes them from now on whenever the sheet is opened. Returns the way to stop. */
export function startHandout(store: Store, clients: Clients): () => void {
  let busy = false;
  /** Parts whose prediction was judged, or could not be. */
  let judged = new Set<number>();
  const consider = (): void => {
    const state = store.getState();
    if (busy || state.sheet !== 'handout') return;
    const story = storyOf(state);
    if (state.handout?.story !== story) {
      judged = new Set();
      const parts = runsOf(clients, state).then((runs) => runs.map((run) => ({ run, judged: null })));
      return begin(story, parts, []);
    }
    const { parts } = state.handout;
    const next = parts.findIndex((_, index) => !judged.has(index) && isJudgeable(state, index));
    if (next < 0) return;
    judged.add(next);
    const found = judge(clients, state, parts, next);
    begin(
      story,
      found.then((answer) => parts.with(next, { ...parts[next], judged: answer })),
      parts,
    );
  };
  /** `otherwise`: what is shown where the work fails; the rest is done all the same. */
  const begin = (
    story: Handout['story'],
    work: Promise<Handout['parts']>,
    otherwise: Handout['parts'],
  ): void => {
    busy = true;
    void work
      .catch(() => otherwise)
      .then((parts) => {
        busy = false;
        store.setState({ handout: { story, parts } });
        consider();
      });
  };
  consider();
  return store.subscribe(consider);
}

const documentOfPart = (state: SessionState, index: number): Document | undefined =>
  collectionOf(state)?.documents.find(({ origin }) => origin.slug === storyOf(state)[index].variant);

async function runsOf({ engine }: Clients, state: SessionState): Promise<readonly (Answer | null)[]> {
  const runs: (Answer | null)[] = [];
  for (const [index, { schedule: printed }] of storyOf(state).entries()) {
    const shown = documentOfPart(state, index);
    const { schedule } = decodeSchedule(printed);
    const watches = shown?.watches && { watches: shown.watches };
    const asked = { schedule, at: schedule.choices.length, complete: false };
    const opened =
      shown && (await engine.aside({ ...textOf(shown), ...watches, ...asked }).catch(() => undefined));
    runs.push(opened?.kind === 'run' ? opened.run : null);
  }
  return runs;
}

/** It predicts, and all executions of its program are known. */
function isJudgeable(state: SessionState, index: number): boolean {
  const key = documentOfPart(state, index)?.key ?? '';
  const verdict = state.explored[key]?.verdict;
  return storyOf(state)[index].predict !== undefined && verdict?.executions !== undefined;
}

async function judge(
  clients: Clients,
  state: SessionState,
  parts: readonly HandoutPart[],
  index: number,
): Promise<HandoutPart['judged']> {
  const story = storyOf(state);
  const { variant, predict } = story[index];
  const run = parts[index].run;
  if (predict === undefined || run === null || state.route.page === 'home') return null;
  const { schedule } = run;
  const known = await knownOf(clients, state, index, run).catch(() => undefined);
  if (known === undefined) return null;
  const after = story[index + 1]?.variant === variant ? parts[index + 1].run : null;
  return judgedOptions(
    {
      ...state,
      route: { ...state.route, slug: variant },
      beat: index,
      trace: (after ?? run).trace,
      schedule,
      ...known,
    },
    predict,
  );
}

/** Where a run stands among the executions of its program. */
async function knownOf(
  { engine, search }: Clients,
  state: SessionState,
  index: number,
  { schedule }: Answer,
): Promise<Pick<SessionState, 'located' | 'outcomes'> | undefined> {
  const shown = documentOfPart(state, index);
  const points = state.explored[shown?.key ?? '']?.verdict?.points;
  if (shown === undefined || points === undefined) return undefined;
  const compiled = await engine.compile(textOf(shown));
  if (compiled.kind === 'diagnostics') return undefined;
  const { program } = compiled;
  if (schedule.granularity === 'rc11') {
    const byStep = await search.outcomes(program, schedule);
    return { located: null, outcomes: { schedule, byStep } };
  }
  const located = await search.locate({ program, points, schedule, at: schedule.choices.length });
  return located === null ? undefined : { located: { schedule, steps: located.steps }, outcomes: null };
}
