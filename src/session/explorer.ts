/**
 * Explores the interleavings of what is on the page, while nobody waits for anything: the variant shown first, then the scenario's
 * others; on the home page what each card tells of. A verdict comes first, then the executions are counted. One search at a time;
 * it goes on while the user steps, and is given up for what the user looks at next.
 */
import type { Program, Schedule, Verdict } from '../engine';
import type { EngineClient, Judgement, Line, ListSize, SearchClient, SearchSize } from '../host/client';
import { type Scenario, summaries, type Variant } from '../scenarios';
import { exploredHere, exploredKey, failingVariant, isIdle, isUnderWay, scenarioOf } from './derive';
import { hintOf } from './hint';
import { whenQuiet } from './quiet';
import { session } from './session';
import type { Explored, Session } from './state';

/** Without being asked, and when asked to go on. */
const SIZE: SearchSize = { states: 300_000, bytes: 256 * 2 ** 20 };
const LARGER: SearchSize = { states: 4_000_000, bytes: 1024 * 2 ** 20 };
const LISTED = 2_000;
const LISTING: ListSize = { counted: 20_000, listed: LISTED, ms: 4_000 };

interface Task {
  readonly key: string;
  readonly variant: Variant;
  readonly phase: 'exploring' | 'counting';
  end: 'none' | 'stopped' | 'given up';
}

let search: SearchClient | null = null;
let running: Task | null = null;
/** Of what was explored, for questions about lines of it. */
const programs = new Map<string, Program>();

/** Explores from now on whatever is shown. Returns the way to stop. */
export function startExploring(engine: EngineClient, client: SearchClient): () => void {
  let waiting = false;
  search = client;

  const consider = (): void => {
    const state = session.getState();
    const next = nextOf(state);
    if (running !== null) {
      if (running.key !== next?.key || running.phase !== next.phase) giveUp(running);
    } else if (next !== null && !waiting && isIdle(state)) {
      waiting = true;
      whenQuiet(start);
    }
  };
  const start = (): void => {
    waiting = false;
    const state = session.getState();
    const next = nextOf(state);
    if (next === null || !isIdle(state) || search !== client) return;
    running = next;
    void find(next, engine, client).then((explored) => {
      running = null;
      put(next.key, explored);
      consider();
    });
  };
  const leave = session.subscribe(() => {
    consider();
    locate();
  });
  consider();
  return () => {
    leave();
    if (running !== null) giveUp(running);
    search = null;
  };
}

/** The first variant of which there is something left to find out: all of the one shown, then verdicts before counts. */
function nextOf(state: Session): Task | null {
  const tasks = onPage(state).flatMap(([scenario, variant]): Task[] => {
    const key = exploredKey(scenario.id, variant.slug);
    const { phase } = state.explored[key] ?? { phase: 'exploring' };
    return phase === 'exploring' || phase === 'counting' ? [{ key, variant, phase, end: 'none' }] : [];
  });
  const { route } = state;
  const shown = route.page === 'home' ? '' : exploredKey(route.scenario, route.variant);
  return (
    tasks.find(({ key }) => key === shown) ??
    tasks.find(({ phase }) => phase === 'exploring') ??
    tasks[0] ??
    null
  );
}

/** In the order they are wanted. */
function onPage(state: Session): (readonly [Scenario, Variant])[] {
  const { route } = state;
  if (route.page === 'home') {
    const here = summaries.flatMap(({ id }) => state.library[id] ?? []);
    return here.map((each) => [each, failingVariant(each)]);
  }
  const scenario = scenarioOf(state);
  if (scenario === undefined) return [];
  const shown = scenario.variants.filter(({ slug }) => slug === route.variant);
  return [...shown, ...scenario.variants].map((variant) => [scenario, variant]);
}

/** What is known in the end; undefined if it is to be begun anew. */
const find = (task: Task, engine: EngineClient, client: SearchClient): Promise<Explored | undefined> =>
  task.phase === 'exploring' ? explore(task, engine, client) : count(task, client);

async function explore(
  task: Task,
  engine: EngineClient,
  client: SearchClient,
): Promise<Explored | undefined> {
  const { verdict: before = null, further = false } = session.getState().explored[task.key] ?? {};
  let now: Explored = { phase: 'exploring', states: 0, transitions: 0, verdict: before, further };
  put(task.key, now);
  try {
    const compiled = await engine.compile(task.variant.file, task.variant.source);
    if (compiled.kind === 'diagnostics') return { ...now, phase: 'failed' };
    programs.set(task.key, compiled.program);
    if (task.end === 'none') {
      const verdict = await client.explore(
        compiled.program,
        further ? LARGER : SIZE,
        (states, transitions) => {
          now = { ...now, states, transitions };
          if (task.end === 'none') put(task.key, now);
        },
      );
      // One that was given up has nothing to say: what was known before is still so.
      const known = verdict ?? before;
      if (known !== null) now = { ...now, ...counts(known), verdict: known };
      const stopped = verdict === null || verdict.limit === 'stopped';
      if (!stopped) return { ...now, phase: isCountable(verdict) ? 'counting' : 'done' };
    }
    return task.end === 'given up' ? undefined : { ...now, phase: 'stopped' };
  } catch {
    return task.end === 'given up' ? undefined : { ...now, phase: 'failed' };
  }
}

const isCountable = ({ limit }: Verdict): boolean => limit !== 'threads' && limit !== 'machine';

/** The verdict stays whatever comes of it. */
async function count(task: Task, client: SearchClient): Promise<Explored | undefined> {
  const known = session.getState().explored[task.key];
  const program = programs.get(task.key);
  if (!known?.verdict || program === undefined) return undefined;
  const size = known.verdict.complete ? LISTING : { ...LISTING, counted: LISTED };
  try {
    const found = await client.list(program, known.verdict, size);
    if (task.end === 'given up') return known;
    const verdict =
      found === null ? known.verdict : { ...known.verdict, count: found.count, executions: found.list };
    return { ...known, verdict, phase: task.end === 'stopped' ? 'stopped' : 'done' };
  } catch {
    return { ...known, phase: 'stopped' };
  }
}

const counts = ({ states, transitions }: Pick<Explored, 'states' | 'transitions'>) => ({
  states,
  transitions,
});

function put(key: string, value: Explored | undefined): void {
  session.setState(({ explored: { [key]: _, ...rest } }) => ({
    explored: value === undefined ? rest : { ...rest, [key]: value },
  }));
}

function giveUp(task: Task): void {
  if (task.end !== 'none') return;
  task.end = 'given up';
  search?.stop();
}

/** Keeps what is known of the variant shown. */
export function stopExploring(): void {
  if (running === null || !isUnderWay(exploredHere(session.getState()))) return;
  if (running.end === 'none') running.end = 'stopped';
  search?.stop();
}

/** Again, with larger limits, or only the counting that was stopped: what was known stays until there is more. */
export function exploreFurther(): void {
  const { route } = session.getState();
  const here = exploredHere(session.getState());
  if (here === undefined || isUnderWay(here) || route.page === 'home') return;
  const again = here.verdict?.complete
    ? ({ ...here, phase: 'counting' } as const)
    : ({ ...here, phase: 'exploring', states: 0, transitions: 0, further: true } as const);
  put(exploredKey(route.scenario, route.variant), again);
}

/** What was asked about last: a line, among the executions of a verdict. */
let sought: { readonly schedule: Schedule; readonly verdict: Judgement } | null = null;

/** Finds the current line among the executions, whenever it has changed or they have been listed. */
function locate(): void {
  const state = session.getState();
  const verdict = exploredHere(state)?.verdict;
  const { schedule } = state;
  if (!verdict || state.pending || state.playing) return;
  if (sought?.schedule === schedule && sought.verdict === verdict) return;
  const line = lineOf(state);
  if (line === null) return;
  const asked = { schedule, verdict };
  sought = asked;
  search?.place({ ...line, at: schedule.choices.length }).then(
    (placed) => {
      if (sought === asked) session.setState({ placed: placed && { schedule, steps: placed.steps } });
    },
    () => {}, // Without an answer nothing is marked.
  );
}

/** What is to be asked about the line where the user stands; null while its executions are not listed. */
function lineOf(state: Session): Line | null {
  const { route, schedule, at } = state;
  const verdict = exploredHere(state)?.verdict;
  if (route.page === 'home' || !verdict?.executions) return null;
  const program = programs.get(exploredKey(route.scenario, route.variant));
  return program === undefined ? null : { program, contended: verdict.visible, schedule, at };
}

/** Says in a line of the page what can come of each next step. */
export async function showHint(): Promise<void> {
  const state = session.getState();
  const line = lineOf(state);
  const verdict = exploredHere(state)?.verdict;
  let text = 'Which steps lead to a failing run is known once all interleavings have been explored.';
  if (line !== null && search !== null && verdict) {
    const [outlook, placed] = await Promise.all([search.foresee(line), search.place(line)]);
    const { schedule, at, route } = session.getState();
    if (schedule !== state.schedule || at !== state.at || route !== state.route) return;
    text = hintOf({ state, verdict, outlook, placed });
  }
  session.setState({ notice: { level: 'info', text, action: null } });
}
