/** The address bar and the store, kept the same. Only here are location and history touched. */
import { challengeLine, firstLine, type Opening } from './run';
import { session } from './session';
import type { Session } from './state';
import { addressOf, type Link, parseAddress, shortHash } from './url';
import { type Destination, openHome, openLink } from './visit';

/** Browsers refuse more than some ten changes of the address a second. */
const PAUSE = 300;

/**
 * Opens what the address says, and from now on follows the state. Another file is an entry in the browser's history, a step is not.
 * Returns the way to stop.
 */
export function followAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** While the state follows the address, the address need not follow the state. */
  let arriving = false;

  const arrive = (): void => {
    arriving = true;
    const link = parseAddress(location.hash);
    if (link === null) openHome();
    else openLink(destinationOf(link));
    arriving = false;
  };
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const writeSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const state = session.getState();
      const address = addressOf(state);
      // While a file is being compiled the steps are still those of the one before.
      if (state.phase === 'ready' && address !== location.hash) history.replaceState(null, '', address);
    }, PAUSE);
  };
  const stop = session.subscribe((now, before) => {
    if (placeOf(now) !== placeOf(before)) {
      cancel();
      if (!arriving) history.pushState(null, '', placeOf(now));
    }
    if (now.route.page === 'scenario') writeSoon();
  });
  addEventListener('hashchange', arrive);
  arrive();
  return () => {
    stop();
    cancel();
    removeEventListener('hashchange', arrive);
  };
}

/** The part of an address that makes an entry in the browser's history. */
const placeOf = ({ route }: Session): string =>
  route.page === 'home' ? '#/' : `#/${route.scenario}/${route.variant}`;

/** Where a link leads; a link that does not fit opens as far as it does, and says so. */
export function destinationOf(link: Link): Destination {
  const { scenario, variant, story, beat, codePane, compare, nowPane, finding } = link;
  const challenge = link.challenge ? 'on' : 'off';
  const patch = { beat, challenge, codePane, compare, nowPane, finding } as const;
  return { scenario, variant, story, opening: openingOf(link), patch };
}

function openingOf(link: Link): Opening {
  const { schedule, at, hash, damaged, newer, challenge } = link;
  if (schedule === null && challenge) return challengeLine;
  if (schedule === null) return { ...firstLine, at };
  return {
    schedule,
    at,
    name: 'a run from a link',
    remark: ({ stopped, hash: found, schedule: { choices } }) => {
      if (stopped !== null)
        return `This link was made for another version of the file. It fits up to step ${stopped.at}.`;
      if (newer) return 'This link was made by a newer version of this page. Reload to get it.';
      if (damaged) return `This link is damaged. It can be read up to step ${choices.length}.`;
      if (hash !== null && hash !== shortHash(found))
        return 'This link was made for another version of the file. Its steps fit, but may do other things.';
      return null;
    },
  };
}
