/** Break it yourself: an empty line, the story out of sight, and the explorer as the judge. */
import { exploredHere, exploredKey, neverFails, scenarioOf } from './derive';
import { openFailing } from './failing';
import { challengeLine } from './run';
import { session } from './session';
import { show, telling } from './visit';

/** From the first step, in the variant shown or in another. */
export function startChallenge(slug?: string): void {
  const state = session.getState();
  const { route } = state;
  const scenario = scenarioOf(state);
  if (scenario === undefined || route.page === 'home') return;
  const variant = slug ?? route.variant;
  void show({ ...route, variant }, challengeLine, {
    ...telling(state, scenario, variant),
    challenge: 'on',
  });
}

/** The steps made so far stay. */
export function leaveChallenge(): void {
  session.setState({ challenge: 'off' });
}

/** Shows how it is done, if the explorer knows. */
export function giveUp(): void {
  leaveChallenge();
  openFailing();
}

/** 'It cannot fail': right only where all interleavings were tried and none fails. */
export function claimSafe(): void {
  const state = session.getState();
  const { route, best, challenge } = state;
  if (challenge === 'off' || route.page === 'home') return;
  const verdict = exploredHere(state)?.verdict;
  const right = verdict != null && neverFails(verdict);
  const key = exploredKey(route.scenario, route.variant);
  session.setState({ challenge: 'claimed', ...(right ? { best: { ...best, [key]: 'safe' } } : {}) });
}
