/** In a frame of somebody else's page: code, one picture and the steps; the page around is told of each, and all the rest is one click away. */
import { expect } from '@playwright/test';
import { APP_URL } from '../playwright.config';
import { button, clipboard, open, test } from './page';

test.use(clipboard);

test('a run is stepped in a frame of 600 by 400, which tells of it and opens the whole page at the same step', async ({
  page,
}) => {
  await page.goto('host/');
  await page.evaluate((src) => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data }) => heard.push(data));
    const frame = document.createElement('iframe');
    Object.assign(frame, { src, width: '600', height: '400' });
    document.body.append(frame);
  }, `${APP_URL}?embed#/mb-38521/before?s=a3b5c17b2&at=9`);
  const last = () => page.evaluate(() => (window as unknown as { heard: object[] }).heard.at(-1));
  await expect.poll(last).toMatchObject({ type: 'racecourse:step', version: 1, step: 9, steps: 27 });

  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('textbox', { name: 'Source' })).toBeVisible();
  await expect(frame.getByRole('region', { name: 'Objects', exact: true })).toBeVisible();
  await frame.getByRole('button', { name: 'Step forward' }).click();
  await expect
    .poll(last)
    .toMatchObject({ step: 10, thread: 'worker', text: 'worker locks connsLock', line: 87 });

  const whole = page.context().waitForEvent('page');
  await frame.getByRole('link', { name: 'Open' }).click();
  const opened = await whole;
  await expect(opened.getByRole('status', { name: 'Step', exact: true })).toContainText('Step 10 of 27');
  expect(opened.url()).not.toContain('embed');
});

test('Share offers the text of a frame', async ({ page }) => {
  await open(page, `${APP_URL}#/new/ticket-lock`);
  await button(page, 'Share').click();
  await button(page, 'Embed it').click();
  await expect(page.getByRole('region', { name: 'Messages', exact: true })).toContainText(
    'The text of a frame',
  );
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(
    /^<iframe src="http:\/\/127\.0\.0\.1:\d+\/\?embed=#\/link\/[^"]+" width="600" height="400"/,
  );
});
