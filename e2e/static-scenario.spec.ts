/** A host that sends no headers, under a sub-path: isolated by the service worker, and without it one worker does everything. */
import { expect } from '@playwright/test';
import { CRASH, CRASH_STEP, expectStatus, idle, open, region, step, test } from './page';

test('the service worker isolates the page, and threads run on workers of their own', async ({ page }) => {
  await page.goto('lab/#/mb-38521/before?mode=explore');
  await expect.poll(() => page.evaluate('crossOriginIsolated').catch(() => false)).toBe(true);
  await idle(page);
  await step(page, 'main', 3);
  await expectStatus(page, /^Step 3 of/);
  await expect(page.getByText(/^Real threads: \d workers/)).toBeVisible();
});

test.describe('without isolation', () => {
  test.use({ serviceWorkers: 'block' });
  test('everything works in one worker, and the page says so', async ({ page }) => {
    await open(page, `lab/#/mb-38521/before?s=${CRASH}&at=${CRASH_STEP}`);
    await expectStatus(page, /^Step 27 of 27: bucket_del/);
    await expect(region(page, 'Report')).toContainText('null-dereference');
    await expect(page.getByText('One worker: no shared memory here')).toBeVisible();
  });
});
