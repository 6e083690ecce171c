/** The first scenario as its users meet it: choose, step, crash, understand, try the fix, share. */
import { expect, test } from '@playwright/test';
import {
  CRASH,
  CRASH_STEP,
  expectStatus,
  idle,
  open,
  press,
  region,
  SCENARIO,
  step,
  stepButton,
} from './page';

test('the gallery leads to the scenario, and the page keeps its names', async ({ page }) => {
  await open(page, './');
  await page.getByRole('link', { name: /MB-38521/ }).click();
  await idle(page);
  await expect(page).toHaveURL(/#\/mb-38521\/before/);
  for (const name of ['Threads', 'Code', 'Score', 'Locks', 'Objects', 'Story'])
    await expect(region(page, name)).toBeVisible();
  for (const name of [
    'Step main',
    'Step back',
    'Step forward',
    'Play',
    'Restart',
    'Run to end',
    'Continue',
  ]) {
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  }
  await expect(page.getByRole('button', { name: /^Share/ })).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Step' })).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'Variant' })).toBeVisible();
});

test('threads are stepped by button and by key, back and forward, and by the slider', async ({ page }) => {
  await open(page, SCENARIO);
  await step(page, 'main');
  await expectStatus(page, /^Step 1 of \d+: main/);
  await press(page, '1');
  await press(page, '1');
  await expectStatus(page, /^Step 3 of \d+: main starts worker/);
  await press(page, 'ArrowLeft');
  await expectStatus(page, /^Step 2 of/);
  await press(page, 'ArrowRight');
  await expectStatus(page, /^Step 3 of/);
  await step(page, 'bucket_del', 2);
  await expectStatus(page, /^Step 5 of \d+: bucket_del locks connsLock/);
  await page.getByRole('slider', { name: 'Step' }).focus();
  await press(page, 'Home');
  await expectStatus(page, /^Before the first/);
});

test('a thread that cannot step says why, in words', async ({ page }) => {
  await open(page, SCENARIO);
  await step(page, 'main', 3);
  await step(page, 'bucket_del', 2);
  await step(page, 'worker');
  await expect(stepButton(page, 'worker')).toHaveAttribute('aria-disabled', 'true');
  await expect(region(page, 'Threads')).toContainText('waiting for connsLock, held by bucket_del');
  await expect(region(page, 'Threads')).toContainText('waiting for bucket_del to finish');
  // A disabled Step does nothing but keep its reason.
  await stepButton(page, 'worker').click({ force: true });
  await expectStatus(page, /^Step 6 of/);
});

test('stepping by hand reaches the null dereference, with both stacks and one plain sentence', async ({
  page,
}) => {
  await open(page, SCENARIO);
  await step(page, 'main', 3);
  await step(page, 'bucket_del', 5);
  await step(page, 'worker', 17);
  await step(page, 'bucket_del', 2);
  await expectStatus(
    page,
    new RegExp(`^Step ${CRASH_STEP} of ${CRASH_STEP}: bucket_del loads backfillMgr: null`),
  );
  const report = region(page, 'Report');
  await expect(report).toContainText('bucket_del uses a null pointer in line 61: worker stored null');
  await expect(report).toContainText('ERROR: null-dereference in thread bucket_del');
  await expect(report).toContainText('Null stored by thread worker');
  await expect(report).toContainText('SUMMARY: null-dereference before.cpp:61');
  await expect(region(page, 'Code')).toContainText('Null dereference.');
  for (const thread of ['main', 'bucket_del', 'worker']) {
    await expect(stepButton(page, thread)).toHaveAttribute('aria-disabled', 'true');
  }
});

test('the story leads to the crash and on to the fix; one may leave the rails and come back', async ({
  page,
}) => {
  // Continue jumps: how it plays is for the test below.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, SCENARIO);
  const story = region(page, 'Story');
  const next = page.getByRole('button', { name: 'Continue' });
  for (let beat = 1; beat <= 4; beat++) {
    await next.click();
    await idle(page);
    await expect(story).toContainText(`${beat} of 8`);
  }
  await expect(story).toContainText('Which thread must run now');
  await step(page, 'bucket_del');
  await expect(story).toContainText('You left the story');
  await expect(story).toContainText('The question was: Which thread must run now');
  await expect(story).toContainText('You stepped bucket_del, which leads elsewhere.');
  await press(page, 'Escape');
  await expect(story).toContainText('4 of 8');
  await step(page, 'worker');
  await expect(story).toContainText('That is the answer: worker.');
  await next.click();
  await idle(page);
  await next.click();
  await idle(page);
  await expectStatus(page, new RegExp(`^Step ${CRASH_STEP} of`));
  await next.click();
  await idle(page);
  await expect(page.getByRole('radio', { name: /As landed/ })).toBeChecked();
  await expect(region(page, 'Threads')).toContainText('waiting for closeAllStreamsLock, held by bucket_del');
});

test('as landed, the same clicks end clean, and the difference is one click away', async ({ page }) => {
  await open(page, `${SCENARIO}?s=${CRASH}&at=0`);
  await page.getByRole('radio', { name: /As landed/ }).check({ force: true });
  await idle(page);
  await expect(page).toHaveURL(/#\/mb-38521\/landed/);
  await page.getByRole('button', { name: 'Run to end' }).click();
  await idle(page);
  await expect(page.getByText('ERROR:')).toHaveCount(0);
  for (const thread of ['main', 'bucket_del', 'worker']) {
    await expect(region(page, 'Threads').getByText('Finished').first()).toBeVisible();
    await expect(stepButton(page, thread)).toHaveAttribute('aria-disabled', 'true');
  }
  await page.getByRole('tab', { name: /Diff/ }).click();
  await expect(region(page, 'Code')).toContainText('closeAllStreamsLock');
});

test('a step forward after going back elsewhere forks; the old line is one click away', async ({ page }) => {
  await open(page, SCENARIO);
  await step(page, 'main', 3);
  await step(page, 'bucket_del');
  await press(page, 'ArrowLeft');
  await step(page, 'worker');
  await expectStatus(page, /^Step 4 of 4: worker/);
  await expect(region(page, 'Story')).toContainText('You left the story');
  await page.getByRole('button', { name: 'Back to story' }).click();
  await idle(page);
  await expectStatus(page, new RegExp(`of ${CRASH_STEP}`));
});

test('a copied link opens the same scenario, variant, schedule and step in a fresh profile', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page, `${SCENARIO}?s=${CRASH}&at=${CRASH_STEP}`);
  await expect(region(page, 'Report')).toContainText('null-dereference');
  const url = page.url();
  expect(url).toContain(`s=${CRASH}`);
  expect(url.length).toBeLessThan(200);
  const fresh = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
  const other = await fresh.newPage();
  await open(other, url);
  await expectStatus(other, new RegExp(`^Step ${CRASH_STEP} of ${CRASH_STEP}: bucket_del`));
  await expect(region(other, 'Report')).toContainText('null-dereference');
  expect(await region(other, 'Threads').innerText()).toBe(await region(page, 'Threads').innerText());
  await fresh.close();
});

test('the whole story is told by the keyboard alone', async ({ page }) => {
  await open(page, './');
  await page.keyboard.press('Tab');
  for (let i = 0; i < 12; i++) {
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    if (name.includes('MB-38521')) break;
    await page.keyboard.press('Tab');
  }
  await press(page, 'Enter');
  await expect(page).toHaveURL(/mb-38521/);
  for (let beat = 1; beat <= 6; beat++) await press(page, 'Enter');
  await expectStatus(page, new RegExp(`^Step ${CRASH_STEP} of`));
  await press(page, 'v');
  await expect(page).toHaveURL(/landed/);
  await press(page, '?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('play runs to the end of the line at the chosen speed, and space pauses it', async ({ page }) => {
  await open(page, SCENARIO);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await idle(page);
});
