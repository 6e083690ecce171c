/** Break it yourself: an empty line, the story out of sight, and the explorer as the judge. */
import { keyHere } from '../model/selectors';
import { standingHere } from '../model/standing';
import type { Store } from '../model/state';

export function createChallenge(store: Store) {
  store.subscribe((state) => {
    const key = keyHere(state);
    if (state.challenge !== 'claimed' || state.best[key] === 'safe') return;
    const { complete = false, fails = true } = standingHere(state) ?? {};
    if (complete && !fails) store.setState({ best: { ...state.best, [key]: 'safe' } });
  });
  return {
    /** The steps made so far stay. */
    leaveChallenge: (): void => store.setState({ challenge: 'off' }),
    /** 'It cannot fail': right only where all interleavings were tried and none fails, be it after he has said so. */
    claimSafe(): void {
      const { challenge, route } = store.getState();
      if (challenge !== 'off' && route.page !== 'home') store.setState({ challenge: 'claimed' });
    },
  };
}
