import { expect, test } from 'vitest';
import { chunk, NotLoaded } from './chunk';

test('a chunk that came is handed on', async () => {
  await expect(chunk(Promise.resolve(7))).resolves.toBe(7);
});

test('one that did not come says what to do, and keeps why', async () => {
  const why = new TypeError('Failed to fetch dynamically imported module');
  const failure = await chunk(Promise.reject(why)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(NotLoaded);
  expect(failure).toMatchObject({ cause: why, message: expect.stringContaining('Reload') });
});
