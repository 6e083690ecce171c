import { beforeEach, expect, test } from 'vitest';
import { NotLoaded } from '../../base/chunk';
import type { Collection } from '../model/document';
import { whenIdle } from '../model/idle';
import { collectionOf, isIdle } from '../model/selectors';
import { fakeDocuments, library } from '../testing/fakeScenario';
import { createHarness } from '../testing/harness';

/** What was asked for, in order, and the ways to answer. */
let asked: { id: string; arrive: () => void; fail: () => void }[];
const slowly = (id: string): Promise<Collection> =>
  new Promise((resolve, reject) => {
    const arrive = () => resolve(library[id]);
    asked.push({ id, arrive, fail: () => reject(new NotLoaded('offline')) });
  });
const create = () => createHarness([fakeDocuments(slowly)]);

let { act, follow, idle, now, session } = create();
beforeEach(() => {
  ({ act, follow, idle, now, session } = create());
  asked = [];
});

test('the route is there at once, the scenario and its run when it has come', async () => {
  act.openDocument('demo');
  expect(now()).toMatchObject({ route: { collection: 'demo', slug: 'before' }, trace: null });
  expect(collectionOf(now())).toBeUndefined();
  expect(isIdle(now())).toBe(false);
  asked[0].arrive();
  await idle();
  expect(collectionOf(now())).toBe(library.demo);
  expect(now()).toMatchObject({ phase: 'ready', story: 'before', onRails: true });
  expect(now().trace).not.toBeNull();
});

test('a link opens as it says, however late the scenario comes', async () => {
  const followed = follow('#/demo/landed?s=aab&at=3&part=4&of=before&compare=before&challenge=1');
  asked[0].arrive();
  await followed;
  await idle();
  expect(now()).toMatchObject({
    ...{ route: { slug: 'landed' }, at: 3, beat: 3, story: 'before' },
    ...{ codePane: 'compare', compare: 'before', challenge: 'on' },
  });
});

test('what the user leaves before it comes stays left', async () => {
  act.openDocument('demo');
  act.openDocument('bare');
  asked[1].arrive();
  await idle();
  asked[0].arrive();
  await expect.poll(() => now().library.demo).toBe(library.demo);
  expect(now().route).toMatchObject({ collection: 'bare' });
  session.navigation.openHome();
  expect(isIdle(now())).toBe(true);
});

test('one that cannot be fetched says so where it is waited for, and the route stays', async () => {
  act.openDocument('demo');
  asked[0].fail();
  await idle();
  expect(now()).toMatchObject({
    phase: 'failed',
    route: { collection: 'demo' },
    notice: { level: 'error', action: { label: 'Reload' } },
  });
});

test('one that has come is not fetched again', async () => {
  act.openDocument('demo');
  asked[0].arrive();
  await idle();
  session.navigation.openHome();
  act.openDocument('demo');
  expect(collectionOf(now())).toBe(library.demo);
  expect(asked).toHaveLength(1);
});

test('the home page has them all in the end, one after the other, whichever fails', async () => {
  const stop = session.library.fill();
  const ids = () => asked.map(({ id }) => id);
  await expect.poll(() => ids()).toEqual(['demo']);
  asked[0].fail();
  await expect.poll(() => ids()).toEqual(['demo', 'bare']);
  asked[1].arrive();
  await expect.poll(() => now().library).toEqual({ bare: library.bare });
  expect(now().notice).toBeNull();
  stop();
});

test('elsewhere only what is opened is fetched', async () => {
  act.openDocument('demo');
  const stop = session.library.fill();
  asked[0].arrive();
  await idle();
  await new Promise<void>(whenIdle);
  expect(asked).toHaveLength(1);
  stop();
});
