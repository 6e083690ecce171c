import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureIsolated } from './isolation';

/** A service worker whose state the test sets. */
class Installing extends EventTarget {
  state: ServiceWorkerState = 'installing';
  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

const reload = vi.fn();
let worker: Installing;
/** What became of the wait: the page goes on as it is, or is loaded again. */
let goesOn: boolean;

function start(register: () => Promise<unknown>): void {
  vi.stubGlobal('navigator', { serviceWorker: { register, ready: new Promise(() => {}) } });
  void ensureIsolated().then(() => {
    goesOn = true;
  });
}
const installing = async (): Promise<unknown> => ({ active: null, waiting: null, installing: worker });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubEnv('PROD', true);
  vi.stubGlobal('document', { baseURI: 'http://localhost/lab/', readyState: 'complete' });
  vi.stubGlobal('location', { reload });
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  reload.mockClear();
  worker = new Installing();
  goesOn = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('a service worker that takes long to fetch the build is waited for, and the page is loaded again', async () => {
  start(installing);
  await vi.advanceTimersByTimeAsync(20_000);
  expect({ goesOn, reloads: reload.mock.calls.length }).toEqual({ goesOn: false, reloads: 0 });
  worker.become('installed');
  worker.become('activating');
  await vi.advanceTimersByTimeAsync(0);
  expect({ goesOn, reloads: reload.mock.calls.length }).toEqual({ goesOn: false, reloads: 1 });
});

test('one that cannot be installed is not waited for', async () => {
  start(installing);
  await vi.advanceTimersByTimeAsync(0);
  expect(goesOn).toBe(false);
  worker.become('redundant');
  await vi.advanceTimersByTimeAsync(0);
  expect({ goesOn, reloads: reload.mock.calls.length }).toEqual({ goesOn: true, reloads: 0 });
});

test('one that is refused, loudly or silently, leaves the page as it is', async () => {
  start(() => Promise.reject(new Error('refused')));
  await vi.advanceTimersByTimeAsync(0);
  expect(goesOn).toBe(true);
  goesOn = false;
  start(() => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(5_000);
  expect({ goesOn, reloads: reload.mock.calls.length }).toEqual({ goesOn: true, reloads: 0 });
});
