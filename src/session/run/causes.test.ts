import { beforeEach, expect, test } from 'vitest';
import { shownFinding } from '../model/selectors';
import { createHarness } from '../testing/harness';

let { act, engine, now, settled } = createHarness();
/** Where one stands, and which cause one looks at. */
async function after(...keys: (() => void)[]): Promise<[at: number, cause: number | null]> {
  for (const key of keys) {
    key();
    await settled();
  }
  return [now().at, now().cause];
}
const next = () => act.nextCause(1);
const before = () => act.nextCause(-1);

beforeEach(async () => {
  ({ act, engine, now, settled } = createHarness());
  engine.defect = 'aabcc';
  act.openDocument('demo');
  await settled();
});

test('nothing is asked why before the defect is reached', async () => {
  expect(await after(() => act.seek(3), next)).toEqual([3, null]);
  expect(now().notice?.text).toBe('Nothing has failed up to this step: there is no cause to look at.');
  await after(() => act.stepForward());
  expect(now().notice).toBeNull();
});

test('the causes are walked from the first on, and back from the defect', async () => {
  expect(await after(() => act.seek(5), next)).toEqual([1, 0]);
  expect(await after(next, next, next)).toEqual([5, 2]);
  expect(await after(() => act.showFinding(0), before)).toEqual([2, 1]);
  expect(await after(before, before)).toEqual([1, 0]);
});

test('the report stays open while a cause is looked at, and closes when one goes elsewhere', async () => {
  await after(() => act.seek(5), next);
  expect(shownFinding(now())?.step).toBe(5);
  expect(now().nowPane).toBe('report');
  expect(await after(() => act.stepForward())).toEqual([2, null]);
  expect(shownFinding(now())).toBeNull();
  expect(now().nowPane).toBe('objects');
});

test('closing the report ends the walk', async () => {
  await after(() => act.seek(5), next);
  act.showFinding(null);
  expect([now().cause, shownFinding(now())]).toEqual([null, null]);
});
