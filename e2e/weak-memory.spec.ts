/** A flag that is published relaxed: clean where all is sequentially consistent, a data race in C++, and right with release and acquire. */
import { expect } from '@playwright/test';
import { button, clipboard, idle, open, paste, region, test } from './page';

test.use(clipboard);

const PUBLISHED = (store: string, load: string): string => `#include <atomic>
#include <thread>

int payload = 0;
std::atomic<bool> ready{false};

int main() {
    std::thread producer([] {
        payload = 42;
        ready.store(true, std::memory_order_${store});
    });
    while (!ready.load(std::memory_order_${load})) std::this_thread::yield();
    int seen = payload;
    producer.join();
}
`;

test('a store and a load that do not synchronize are named, and mended', async ({ page }) => {
  await open(page, './#/new');
  await paste(page, PUBLISHED('relaxed', 'acquire'));
  const known = region(page, 'Interleavings');
  await expect(region(page, 'Verdict')).toContainText(
    'The memory orders allow an execution that fails (RC11).',
  );
  await expect(known).toContainText(
    'the store to ready in line 10 and the load in line 12 that reads it do not synchronize',
  );
  await expect(known).toContainText('make the store release (it is relaxed)');
  await expect(known.getByRole('listitem').first()).toContainText('stores true to ready (relaxed)');

  await paste(page, PUBLISHED('release', 'acquire'));
  await expect(region(page, 'Verdict')).toContainText(
    'Nothing fails, with the memory orders as they are (RC11).',
  );
  await expect(known).toContainText('No execution under RC11 fails: 1 execution');
});

test('a failing run is stepped: the stores that may be read stand in the pane of memory, and a load has a choice', async ({
  page,
}) => {
  await open(page, './#/new');
  await paste(page, PUBLISHED('relaxed', 'acquire'));
  await button(page, 'Step one that fails').click();
  await idle(page);
  expect(page.url()).toContain('s=.');
  await expect(region(page, 'Report')).toContainText('data race on `payload`');
  await page.getByRole('tab', { name: 'Memory' }).click();
  const ready = page.getByRole('region', { name: 'ready' });
  await expect(ready.getByRole('listitem')).toHaveCount(2);
  await expect(ready).toContainText('line 10 (relaxed)');

  // Back before the load: it may read what was there at first as well, and then nothing is wrong.
  await button(page, 'Step back').click();
  await idle(page);
  await button(page, 'Step main: read false (start)').click();
  await idle(page);
  await expect(ready).toContainText('main read it in step');
  await expect(region(page, 'Report')).toHaveCount(0);
  await region(page, 'Memory').getByText('SC', { exact: true }).click();
  await idle(page);
  await expect(page.getByRole('tab', { name: 'Memory' })).toHaveCount(0);
});

test('weaker orders are tried, and those that are proven are named', async ({ page }) => {
  await open(page, './#/new');
  await paste(page, PUBLISHED('release', 'seq_cst'));
  const known = region(page, 'Interleavings');
  await button(page, 'May any order be weaker?').click();
  await expect(known).toContainText('line 12: seq_cst may be acquire');
});
