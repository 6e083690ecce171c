/** Fetches scenarios: the one that is opened at once; on the home page, whose cards tell of all, one after the other when it is quiet. */
import { loadScenario, summaries, summaryById } from '../scenarios';
import { whenQuiet } from './quiet';
import { session } from './session';
import type { Route, Session } from './state';
import { tellerOf } from './story';

/** Resolves when the scenario is in the library; false if it could not be fetched. Whoever waits for it on its page is then told so. */
export async function fetchScenario(id: string): Promise<boolean> {
  if (session.getState().library[id] !== undefined) return true;
  const summary = summaryById(id);
  if (summary === undefined) return false;
  try {
    const scenario = await loadScenario(summary.id);
    session.setState(({ route, library, story }) => ({
      library: { ...library, [id]: scenario },
      // A link says whose story it tells before it is known who has one.
      ...(isAt(route, id) && { story: tellerOf(scenario, route.variant, story) }),
    }));
    return true;
  } catch (error) {
    session.setState(({ route }) => (isAt(route, id) ? failed(error) : {}));
    return false;
  }
}

type Place = Extract<Route, { page: 'scenario' }>;
const isAt = (route: Route, id: string): route is Place => route.page === 'scenario' && route.scenario === id;

/** The address holds the step, so nothing is lost. */
const failed = (error: unknown): Partial<Session> => ({
  phase: 'failed',
  pending: false,
  notice: {
    level: 'error',
    text: error instanceof Error ? error.message : String(error),
    action: { label: 'Reload', run: () => location.reload() },
  },
});

/** Returns the way to stop. */
export function fillLibrary(): () => void {
  let busy = false;
  const tried = new Set<string>();
  const consider = (): void => {
    const { route, library } = session.getState();
    const next = summaries.find(({ id }) => library[id] === undefined && !tried.has(id));
    if (busy || route.page !== 'home' || next === undefined) return;
    busy = true;
    tried.add(next.id);
    whenQuiet(async () => {
      await fetchScenario(next.id);
      busy = false;
      consider();
    });
  };
  consider();
  return session.subscribe(consider);
}
