/** A host that sends no headers, under a sub-path: isolated by the service worker, and without it one worker does everything. */
import { expect, test } from '@playwright/test';
import { expectStatus, idle, region, step } from './page';

test('the service worker isolates the page, and threads run on workers of their own', async ({ page }) => {
  await page.goto('lab/#/mb-38521/before');
  await expect.poll(() => page.evaluate('crossOriginIsolated').catch(() => false)).toBe(true);
  await idle(page);
  await step(page, 'main', 3);
  await expectStatus(page, /^Step 3 of/);
  await expect(page.getByText(/Real threads/).first()).toBeVisible();
});

test.describe('without isolation', () => {
  test.use({ serviceWorkers: 'block' });
  test('everything works in one worker, and the page says so', async ({ page }) => {
    await page.goto('lab/#/mb-38521/before?s=a3b5c17b2&at=27&v=1');
    await idle(page);
    await expectStatus(page, /^Step 27 of 27: bucket_del/);
    await expect(region(page, 'Report')).toContainText('null-dereference');
    await expect(page.getByText(/Real threads are off|one worker/i).first()).toBeVisible();
  });
});
