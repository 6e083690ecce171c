/** The shelf of a real browser, and what there is where it has none. */
import { afterEach, expect, test, vi } from 'vitest';
import { openShelf, type Program } from './shelf';

const program = (id: string, more: Partial<Program> = {}): Program => ({
  ...{ id, name: id, text: 'int main() {}', original: null, time: 1, revision: 1 },
  ...more,
});

afterEach(() => vi.unstubAllGlobals());

test('what is written is there for whoever opens it next, the latest first', async () => {
  const shelf = await openShelf();
  expect(shelf.lasting).toBe(true);
  await shelf.write(program('older', { time: 1 }));
  await shelf.write(program('newer', { time: 2, text: 'int main() { f(); }' }));
  const again = await openShelf();
  expect((await again.list()).map(({ id }) => id)).toEqual(['newer', 'older']);
  expect(await again.read('newer')).toEqual(program('newer', { time: 2, text: 'int main() { f(); }' }));
  await again.remove('newer');
  await again.remove('older');
  expect(await shelf.list()).toEqual([]);
  expect(await shelf.read('newer')).toBeNull();
});

test('of two who change the same revision the second is told, and nothing of his is written', async () => {
  const [here, there] = await Promise.all([openShelf(), openShelf()]);
  await here.write(program('both'));
  const changes = [here, there].map((shelf, i) =>
    shelf.write(program('both', { revision: 2, text: `${i}` })),
  );
  expect(await Promise.all(changes)).toEqual([true, false]);
  expect((await there.read('both'))?.text).toBe('0');
  await here.remove('both');
});

test('a full storage is an error, and the text of before stays', async () => {
  const shelf = await openShelf();
  await shelf.write(program('full'));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(shelf.write(program('full', { revision: 2, text: '' }))).rejects.toThrow('full');
  put.mockRestore();
  expect(await shelf.read('full')).toEqual(program('full'));
  await shelf.remove('full');
});

test('where site data are blocked the page keeps it for as long as it is open', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
  });
  const shelf = await openShelf();
  expect(shelf.lasting).toBe(false);
  await shelf.write(program('here'));
  expect((await shelf.read('here'))?.name).toBe('here');
});
