/** The address bar and the store, kept the same. Only here are location and history touched. */
import { type Destination, openHome, openLink } from './actions';
import { firstLine, type Opening } from './run';
import { session } from './session';
import type { Session } from './state';
import { addressOf, type Link, parseAddress } from './url';

/** Browsers refuse more than some ten changes of the address a second. */
const PAUSE = 300;

/** Opens what the address says, and from now on follows the state. Returns the way to stop. */
export function followAddress(): () => void {
  let written = location.hash;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (state: Session, how: 'pushState' | 'replaceState'): void => {
    const address = addressOf(state);
    if (address === written) return;
    written = address;
    history[how](null, '', address);
  };
  const stop = session.subscribe((now, before) => {
    const elsewhere = placeOf(now) !== placeOf(before);
    // While a file is being compiled the steps are still those of the one before.
    if (elsewhere && now.route.page === 'home') write(now, 'pushState');
    if (elsewhere && now.phase === 'working') {
      clearTimeout(timer);
      timer = undefined;
      if (!opensLink(now)) history.pushState(null, '', placeOf(now));
      written = '';
    }
    if (now.phase !== 'ready' || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (session.getState().phase === 'ready') write(session.getState(), 'replaceState');
    }, PAUSE);
  });
  const opensLink = (state: Session): boolean => location.hash.startsWith(placeOf(state));
  const onHashChange = (): void => {
    if (location.hash === written) return;
    written = location.hash;
    openAddress(location.hash);
  };
  addEventListener('hashchange', onHashChange);
  openAddress(written);
  return () => {
    stop();
    clearTimeout(timer);
    removeEventListener('hashchange', onHashChange);
  };
}

/** The part of an address that makes an entry in the browser's history. */
const placeOf = ({ route }: Session): string =>
  route.page === 'home' ? '#/' : `#/${route.scenario}/${route.variant}`;

function openAddress(fragment: string): void {
  const link = parseAddress(fragment);
  if (link === null) openHome();
  else openLink(destinationOf(link));
}

/** Where a link leads; a link that does not fit opens as far as it does, and says so. */
export function destinationOf(link: Link): Destination {
  const { scenario, variant, beat, codePane, nowPane, finding } = link;
  return { scenario, variant, opening: openingOf(link), patch: { beat, codePane, nowPane, finding } };
}

function openingOf(link: Link): Opening {
  const { schedule, at, hash, damaged, newer } = link;
  if (schedule === null) return { ...firstLine, at };
  return {
    schedule,
    at,
    name: 'from a link',
    remark: ({ stopped, hash: found, schedule: { choices } }) => {
      if (stopped !== null)
        return `This link was made for another version of the file. It fits up to step ${stopped.at}.`;
      if (newer) return 'This link was made by a newer version of this page. Reload to get it.';
      if (damaged) return `This link is damaged. It can be read up to step ${choices.length}.`;
      if (hash !== null && hash !== found)
        return 'This link was made for another version of the file. Its steps fit, but may do other things.';
      return null;
    },
  };
}
