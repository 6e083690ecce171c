/** Going to a page, a scenario or another line: what all ways there have in common. */
import { type Scenario, scenarioById, variantBySlug } from '../scenarios';
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
  const scenario = scenarioById(id);
  if (scenario === undefined) {
    openHome();
    const notice = { level: 'warning', text: `There is no bug '${id}' here.`, action: null } as const;
    session.setState({ notice });
    return;
  }
  const { slug } = variantBySlug(scenario, variant) ?? scenario.variants[0];
  const { theme, speed, panes, read, best, threads, explored } = session.getState();
  const told = tellerOf(scenario, slug, story ?? '');
  const fresh = { ...initialSession, story: told, theme, speed, panes, read, best, threads, explored };
  void show({ page: 'scenario', scenario: id, variant: slug }, opening, { ...fresh, ...patch });
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
