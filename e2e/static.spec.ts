import { expect, type Frame, type Page, test } from '@playwright/test';
import { APP_URL, STATIC_URL } from '../playwright.config';

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

test('the page and its public files are there offline', async ({ page, context }) => {
  await page.goto('lab/');
  await expectIsolated(page, true);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('#root')).not.toBeEmpty();
  await expectIsolated(page, true);
  for (const file of ['favicon.svg', 'manifest.webmanifest']) {
    expect(await page.evaluate(async (path) => (await fetch(path)).status, file)).toBe(200);
  }
});

for (const { host, url, isolated } of [
  { host: 'a host with the headers', url: APP_URL, isolated: true },
  {
    host: 'a host without headers',
    url: `${STATIC_URL.replace('localhost', '127.0.0.1')}lab/`,
    isolated: false,
  },
]) {
  test(`embedded in a plain third-party page, ${host} ${isolated ? 'is' : 'is not'} isolated, and works`, async ({
    page,
  }) => {
    await page.goto('host/');
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    }, url);
    await expect(page.frameLocator('iframe').locator('#root')).not.toBeEmpty();
    await expectIsolated(page.frames()[1], isolated);
  });
}
