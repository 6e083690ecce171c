/** Going to a page, a scenario or another line: what all ways there have in common. */
import { type Scenario, summaryById, variantBySlug } from '../scenarios';
import { fetchScenario } from './library';
import { stopPlaying } from './player';
import { ask, dropAll } from './queue';
import { firstLine, type Opening, open } from './run';
import { initialSession, session } from './session';
import type { Route, Session } from './state';
import { tellerOf } from './story';

/** A place a link leads to. */
export interface Destination {
  readonly scenario: string;
  readonly variant: string | null;
  /** Whose story; null where the variant says it. */
  readonly story: string | null;
  readonly opening: Opening;
  readonly patch: Partial<Session>;
}

export function openHome(): void {
  stopPlaying();
  dropAll();
  session.setState({ route: { page: 'home' }, phase: 'ready', pending: false, notice: null });
}

/** Opens a scenario at step 0 of its story's line; without a variant, the one with the bug. An unknown one leads home. */
export function openScenario(id: string, variant?: string): void {
  openLink({ scenario: id, variant: variant ?? null, story: null, opening: firstLine, patch: {} });
}

export function openLink({ scenario: id, variant, story, opening, patch }: Destination): void {
  const summary = summaryById(id);
  if (summary === undefined) {
    openHome();
    const notice = { level: 'warning', text: `There is no bug '${id}' here.`, action: null } as const;
    session.setState({ notice });
    return;
  }
  const { slug } = variantBySlug(summary, variant) ?? summary.variants[0];
  const route = { page: 'scenario', scenario: id, variant: slug } as const;
  const { theme, speed, panes, read, best, threads, explored, library } = session.getState();
  const fresh = { ...initialSession, theme, speed, panes, read, best, threads, explored, library, ...patch };
  const scenario = library[id];
  if (scenario !== undefined) {
    void show(route, opening, { ...fresh, story: tellerOf(scenario, slug, story ?? '') });
    return;
  }
  stopPlaying();
  dropAll();
  session.setState({ ...fresh, route, story: story ?? '', phase: 'working', pending: true });
  void fetchScenario(id).then((here) => {
    const { route: now, challenge } = session.getState();
    if (here && now === route) void show(route, opening, { challenge });
  });
}

/** Another variant's page tells its own story, from the start. */
export function telling(state: Session, scenario: Scenario, variant: string): Partial<Session> {
  const story = tellerOf(scenario, variant, state.story);
  return story === state.story ? {} : { story, beat: -1 };
}

/** Compiles and runs what `route` names; a challenge ends unless `patch` goes on with it. True if it was shown in the end. */
export function show(route: Route, opening: Opening, patch: Partial<Session> = {}): Promise<boolean> {
  stopPlaying();
  return ask('open', open(opening), { challenge: 'off', ...patch, route, phase: 'working', notice: null });
}
