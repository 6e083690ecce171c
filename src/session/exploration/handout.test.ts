import { expect, test } from 'vitest';
import type { SearchClient } from '../../host/client';
import { createHarness } from '../testing/harness';
import { startHandout } from './handout';

const search = { locate: async () => null } as unknown as SearchClient;

test('the run of each part of the story is made once the sheet is opened, and the page stays where it is', async () => {
  const { act, engine, now, opened, store, where } = createHarness();
  const stop = startHandout(store, { engine, search });
  await opened();
  expect(engine.asked).toEqual([]);
  const before = where();
  act.showSheet('handout');
  await expect.poll(() => now().handout?.parts.length).toBe(4);
  expect(engine.asked).toEqual(['aside aa', 'aside aab', 'aside aabcc', 'aside aab']);
  expect(now().handout?.parts.map(({ run }) => run?.at)).toEqual([2, 3, 5, 3]);
  expect(where()).toBe(before);
  act.showSheet(null);
  act.showSheet('handout');
  expect(engine.asked).toHaveLength(4);
  stop();
});

test('a part that cannot be run is left out, and the others are there', async () => {
  const { act, engine, now, opened, store } = createHarness();
  const aside = engine.aside.bind(engine);
  engine.aside = (request) =>
    request.schedule.choices.length === 3 ? Promise.reject(new Error('no')) : aside(request);
  const stop = startHandout(store, { engine, search });
  await opened();
  act.showSheet('handout');
  await expect.poll(() => now().handout?.parts.length).toBe(4);
  expect(now().handout?.parts.map(({ run }) => run !== null)).toEqual([true, false, true, false]);
  stop();
});
