import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NotLoaded } from '../base/chunk';
import type { Scenario } from '../scenarios';
import * as act from './actions';
import { destinationOf } from './address';
import { isIdle, scenarioOf } from './derive';
import { fillLibrary } from './library';
import { connectEngine, resetSession } from './queue';
import { session } from './session';
import { createFakeEngine } from './testing/fakeEngine';
import { library, network } from './testing/fakeScenario';
import { parseAddress } from './url';
import { openHome, openLink } from './visit';

vi.mock('../scenarios', () => import('./testing/fakeScenario'));

const now = () => session.getState();
const settled = () => vi.waitFor(() => expect(isIdle(now())).toBe(true), { interval: 1 });
const atOnce = network.load;
/** What was asked for, in order, and the ways to answer. */
let asked: { id: string; arrive: () => void; fail: () => void }[];
const slowly = (id: string): Promise<Scenario> =>
  new Promise((resolve, reject) => {
    const arrive = () => resolve(library[id as keyof typeof library]);
    asked.push({ id, arrive, fail: () => reject(new NotLoaded('offline')) });
  });

beforeEach(() => {
  resetSession();
  connectEngine(createFakeEngine());
  asked = [];
  network.load = slowly;
});
afterEach(() => {
  network.load = atOnce;
});

test('the route is there at once, the scenario and its run when it has come', async () => {
  act.openScenario('demo');
  expect(now()).toMatchObject({ route: { scenario: 'demo', variant: 'before' }, trace: null });
  expect(scenarioOf(now())).toBeUndefined();
  expect(isIdle(now())).toBe(false);
  asked[0].arrive();
  await settled();
  expect(scenarioOf(now())).toBe(library.demo);
  expect(now()).toMatchObject({ phase: 'ready', story: 'before', onRails: true });
  expect(now().trace).not.toBeNull();
});

test('a link opens as it says, however late the scenario comes', async () => {
  const link = parseAddress('#/demo/landed?s=aab&at=2&part=4&of=before&compare=before&challenge=1');
  if (link !== null) openLink(destinationOf(link));
  asked[0].arrive();
  await settled();
  expect(now()).toMatchObject({
    ...{ route: { variant: 'landed' }, at: 2, beat: 3, story: 'before' },
    ...{ codePane: 'compare', compare: 'before', challenge: 'on' },
  });
});

test('what the user leaves before it comes stays left', async () => {
  act.openScenario('demo');
  act.openScenario('bare');
  asked[1].arrive();
  await settled();
  asked[0].arrive();
  await vi.waitFor(() => expect(now().library.demo).toBe(library.demo), { interval: 1 });
  expect(now().route).toMatchObject({ scenario: 'bare' });
  openHome();
  expect(isIdle(now())).toBe(true);
});

test('one that cannot be fetched says so where it is waited for, and the route stays', async () => {
  act.openScenario('demo');
  asked[0].fail();
  await settled();
  expect(now()).toMatchObject({
    phase: 'failed',
    route: { scenario: 'demo' },
    notice: { level: 'error', action: { label: 'Reload' } },
  });
});

test('one that has come is not fetched again', async () => {
  act.openScenario('demo');
  asked[0].arrive();
  await settled();
  openHome();
  act.openScenario('demo');
  expect(scenarioOf(now())).toBe(library.demo);
  expect(asked).toHaveLength(1);
});

test('the home page has them all in the end, one after the other, whichever fails', async () => {
  const stop = fillLibrary();
  const ids = () => asked.map(({ id }) => id);
  await vi.waitFor(() => expect(ids()).toEqual(['demo']), { interval: 1 });
  asked[0].fail();
  await vi.waitFor(() => expect(ids()).toEqual(['demo', 'bare']), { interval: 1 });
  asked[1].arrive();
  await vi.waitFor(() => expect(now().library).toEqual({ bare: library.bare }), { interval: 1 });
  expect(now().notice).toBeNull();
  stop();
});

test('elsewhere only what is opened is fetched', async () => {
  act.openScenario('demo');
  const stop = fillLibrary();
  asked[0].arrive();
  await settled();
  await new Promise((go) => setTimeout(go, 5));
  expect(asked).toHaveLength(1);
  stop();
});
