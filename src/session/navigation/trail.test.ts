import { beforeEach, expect, test } from 'vitest';
import { createHarness } from '../testing/harness';

let { act, where, now, settled, opened } = createHarness();
async function after(...moves: (() => void)[]): Promise<string> {
  for (const move of moves) {
    move();
    await settled();
  }
  return `${now().route.page === 'document' ? (now().route as { slug: string }).slug : 'home'} ${where()}`;
}
const back = () => act.goBack();

beforeEach(async () => {
  ({ act, where, now, settled, opened } = createHarness());
  await opened();
});

test('a jump along a line is taken back, and the one before it', async () => {
  const start = await after();
  const there = await after(() => act.seek(4));
  expect(await after(() => act.seek(1), back)).toBe(there);
  expect(await after(back)).toBe(start);
});

test('steps are no jumps: one comes back to where the last of them led', async () => {
  const stepped = await after(
    () => act.stepForward(),
    () => act.stepForward(),
  );
  expect(await after(() => act.seek(5), back)).toBe(stepped);
});

test('who has stepped back to it goes to the jump before', async () => {
  const start = await after();
  await after(
    () => act.seek(3),
    () => act.seek(5),
    () => act.stepBack(),
    () => act.stepBack(),
  );
  expect(await after(back)).toBe(start);
});

test('another document is a jump, and so is another line', async () => {
  const before = await after(() => act.seek(3));
  expect(await after(() => act.nextDocument(1), back)).toBe(before);
});

test('where there is no jump it says so', async () => {
  await after(back);
  expect(now().notice?.text).toBe('There is no jump to take back. Single steps go back with ←.');
});
