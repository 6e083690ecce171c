/** The address bar and the store, kept the same. Only here are location and history touched. */
import { documentOf } from '../model/selectors';
import type { SessionState, Store } from '../model/state';
import { challengeLine, firstLine, type Opening } from '../run/opening';
import type { Destination, Navigator } from './navigation';
import { addressOf, type Link, parseAddress, shortHash } from './url';

/** Browsers refuse more than some ten changes of the address a second. */
const PAUSE = 300;

/**
 * Opens what the address says, and from now on follows the state. Another file is an entry in the browser's history, a step is not.
 * Returns the way to stop.
 */
export function followAddress(store: Store, { openHome, openLink }: Navigator): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the state went on in the pause. */
  let behind = false;
  /** While the state follows the address, the address need not follow the state. */
  let arriving = false;
  /** What stood in the address bar when it was last read or written: any other address there is one whose event is still to come. */
  let known = location.hash;

  const arrive = (): void => {
    arriving = true;
    known = location.hash;
    const link = parseAddress(known);
    if (link === null) openHome();
    else openLink(destinationOf(link));
    arriving = false;
  };
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  /** At once, so that the address of a step is there to be copied with it; then not before a pause. */
  const follow = (): void => {
    behind = timer !== undefined;
    if (behind || location.hash !== known) return;
    const state = store.getState();
    const address = addressHere(state);
    // While a file is being compiled the steps are still those of the one before.
    if (state.phase !== 'ready' || address === known) return;
    history.replaceState(null, '', address);
    known = location.hash;
    timer = setTimeout(() => {
      timer = undefined;
      if (behind) follow();
    }, PAUSE);
  };
  const stop = store.subscribe((now, before) => {
    if (placeOf(now) !== placeOf(before)) {
      cancel();
      if (!arriving) history.pushState(null, '', placeOf(now));
      known = location.hash;
    }
    if (now.route.page === 'document') follow();
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
const placeOf = ({ route }: SessionState): string =>
  route.page === 'home' ? '#/' : `#/${route.collection}/${route.slug}`;

/** The fragment of where the user stands, with what its document carries. */
const addressHere = (state: SessionState): string => addressOf(state, documentOf(state)?.carried);

/** The absolute address of a fragment. */
export const urlOf = (fragment: string): string =>
  new URL(fragment, globalThis.location?.href.replace(/#.*/, '')).href;

/** The absolute address of this step. */
export const shareUrl = (state: SessionState): string => urlOf(addressHere(state));

/** Where a link leads; a link that does not fit opens as far as it does, and says so. */
export function destinationOf(link: Link): Destination {
  const { collection, slug, carried, story, beat, mode, codePane, compare, nowPane, finding, label } = link;
  const challenge = link.challenge ? 'on' : 'off';
  const patch = { beat, challenge, codePane, compare, nowPane, finding, label } as const;
  return { collection, slug, carried, story, mode, opening: openingOf(link), patch };
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
