import { expect, type Frame, type Page } from '@playwright/test';
import { APP_URL, STATIC_URL } from '../playwright.config';
import { expectStatus, idle, test } from './page';

/** Waits through the reload that isolation may take: during it there is no page to ask. */
const expectIsolated = (target: Page | Frame, isolated: boolean): Promise<void> =>
  expect.poll(() => target.evaluate('crossOriginIsolated').catch(() => undefined)).toBe(isolated);

test('a host without headers is isolated after one reload, with its link intact', async ({ page }) => {
  let navigations = 0;
  page.on('framenavigated', () => navigations++);
  await page.goto('lab/?s=abc#x');
  await expectIsolated(page, true);
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(navigations).toBe(2);
  expect(page.url()).toContain('/lab/?s=abc#');
});

test('the page, its workers and its public files are there offline', async ({ page, context }) => {
  await page.goto('lab/#/mb-38521/before?mode=explore');
  await expectIsolated(page, true);
  await context.setOffline(true);
  await page.reload();
  await expectIsolated(page, true);
  await idle(page);
  await expectStatus(page, 'Before the first of 27 steps');
  await expect(page.getByRole('textbox', { name: 'Source' })).toBeVisible();
  // Another scenario, whose chunk was never asked for.
  await page.goto('lab/#/mb-43708/before');
  await expect(page.getByRole('region', { name: 'Story', exact: true })).toBeVisible();
  for (const file of ['favicon.svg', 'manifest.webmanifest']) {
    expect(await page.evaluate(async (path) => (await fetch(path)).status, file)).toBe(200);
  }
});

/** Opens `url` in a frame of somebody else's page, which sends no headers and is of another site. */
async function embed(page: Page, url: string): Promise<Frame> {
  await page.goto('host/');
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
  }, url);
  await expect(page.frameLocator('iframe').locator('#root')).not.toBeEmpty();
  return page.frames()[1];
}

test('embedded in a third-party page, a host with the headers is isolated', async ({ page }) => {
  await expectIsolated(await embed(page, APP_URL), true);
});

test('embedded in a third-party page, a host without headers reloads at most once', async ({ page }) => {
  // Whether it may register its service worker there, and so is isolated, is for the browser to say.
  let navigations = 0;
  page.on('framenavigated', (frame) => {
    if (frame.url().includes('/lab/')) navigations++;
  });
  const lab = `${STATIC_URL.replace('localhost', '127.0.0.1')}lab/#/mb-38521/before`;
  const frame = await embed(page, lab);
  // A program runs only when it is known whether the page is isolated.
  await frame.waitForFunction(() => document.documentElement.dataset.idle === 'true');
  expect(navigations).toBeGreaterThan(0);
  expect(navigations).toBeLessThanOrEqual(2);
});
