/** Break it yourself: an empty line, the story out of sight, and the explorer as the judge. */
import { exploredHere, keyHere, neverFails } from '../model/selectors';
import type { Store } from '../model/state';

export function createChallenge(store: Store) {
  return {
    /** The steps made so far stay. */
    leaveChallenge: (): void => store.setState({ challenge: 'off' }),
    /** 'It cannot fail': right only where all interleavings were tried and none fails. */
    claimSafe(): void {
      const state = store.getState();
      if (state.challenge === 'off' || state.route.page === 'home') return;
      const verdict = exploredHere(state)?.verdict;
      const right = verdict != null && neverFails(verdict);
      const best = right ? { best: { ...state.best, [keyHere(state)]: 'safe' as const } } : {};
      store.setState({ challenge: 'claimed', ...best });
    },
  };
}
