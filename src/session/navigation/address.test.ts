import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { library } from '../testing/fakeScenario';
import { createHarness } from '../testing/harness';
import { followAddress } from './address';

let { act, session, store } = createHarness();

/** A window with an address bar and a back button. */
let entries: string[];
let goTo: (hash: string) => void;
let stop: () => void;

function start(hash: string): void {
  entries = [hash];
  vi.stubGlobal('location', {
    get hash() {
      return entries.at(-1);
    },
  });
  vi.stubGlobal('history', {
    pushState: (_state: unknown, _title: string, address: string) => entries.push(address),
    replaceState: (_state: unknown, _title: string, address: string) => entries.splice(-1, 1, address),
  });
  vi.stubGlobal('addEventListener', (_type: string, listener: () => void) => {
    goTo = (address) => {
      entries.push(address);
      listener();
    };
  });
  vi.stubGlobal('removeEventListener', () => {});
  stop = followAddress(store, session.navigation);
}
const pause = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
  ({ act, session, store } = createHarness());
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the address follows the steps, without filling the history', async () => {
  store.setState({ library });
  start('');
  act.openDocument('demo');
  expect(entries).toEqual(['', '#/demo/before']);
  act.seek(2);
  await pause();
  expect(entries).toEqual(['', '#/demo/before?s=a2bc2&at=2&v=1&h=aabcc&part=1&mode=guided']);
});

test('a step is in the address as soon as it is taken; of many, the first at once and the last after a pause', async () => {
  start('#/demo/before');
  await pause();
  const replace = vi.spyOn(history, 'replaceState');
  act.stepForward();
  await vi.advanceTimersByTimeAsync(0);
  expect(entries.at(-1)).toContain('at=1&');
  for (let step = 0; step < 3; step++) {
    await vi.advanceTimersByTimeAsync(10);
    act.stepForward();
  }
  expect(entries.at(-1)).toContain('at=1&');
  await pause();
  expect(entries.at(-1)).toContain(`at=${store.getState().at}&`);
  expect(replace).toHaveBeenCalledTimes(2);
});

test('the state follows the address: at the start, by hand and by the back button', async () => {
  start('#/demo/before?s=ab&at=1&v=1');
  await pause();
  expect(store.getState()).toMatchObject({ at: 1, hash: 'ab' });
  act.chooseDocument('landed');
  await pause();
  expect(entries).toHaveLength(2);
  goTo('#/demo/before?s=abc&at=3&v=1');
  await pause();
  expect(store.getState()).toMatchObject({ at: 3, hash: 'abc', route: { slug: 'before' } });
  goTo('#/');
  expect(store.getState().route.page).toBe('home');
  await pause();
  expect(entries.at(-1)).toBe('#/');
});

test('a link that is followed while a step is still to be written is not written over', async () => {
  start('#/demo/before');
  await pause();
  act.seek(1);
  act.seek(2);
  // The browser changes the address first, and tells of it when it comes to that.
  entries.push('#/demo/before?s=abc&at=3&v=1');
  await pause();
  goTo(entries.pop()!);
  await pause();
  expect(store.getState()).toMatchObject({ at: 3, hash: 'abc' });
});

test('a link to an unknown variant opens the first', async () => {
  start('#/demo/nonsense?at=zzz');
  await pause();
  expect(store.getState()).toMatchObject({ route: { slug: 'before' }, at: 0 });
  expect(entries).toEqual(['#/demo/before?s=a2bc2&at=0&v=1&h=aabcc&mode=explore']);
});
