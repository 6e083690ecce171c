/** The first scenario as its users meet it: choose, step, crash, understand, try the fix, share. */
import { expect, type Locator } from '@playwright/test';
import {
  button,
  CRASH,
  CRASH_STEP,
  click,
  clipboard,
  copiedLink,
  EXPLORE,
  expectStatus,
  idle,
  open,
  openFromHome,
  press,
  region,
  SCENARIO,
  share,
  step,
  stepButton,
  storyParts,
  test,
} from './page';

test.use(clipboard);

test('the gallery leads to the scenario, and the page keeps its names', async ({ page }) => {
  await openFromHome(page, 'MB-38521');
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
    'Share',
  ]) {
    await expect(button(page, name)).toBeVisible();
  }
  await expect(page.getByRole('slider', { name: 'Step' })).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'Variant' })).toBeVisible();
});

test('threads are stepped by button and by key, back and forward, and by the slider', async ({ page }) => {
  await open(page, EXPLORE);
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
  await open(page, EXPLORE);
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
  await open(page, EXPLORE);
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
  await open(page, EXPLORE);
  const story = region(page, 'Story');
  const next = page.getByRole('button', { name: 'Continue' });
  for (let beat = 1; beat <= 4; beat++) {
    await click(next);
    await expect(story).toContainText(`${beat} of 9`);
  }
  await expect(story).toContainText('Which thread must run now');
  await step(page, 'bucket_del');
  await expect(story).toContainText('This can be a way there');
  await expect(story).toContainText('The question was: Which thread must run now');
  // The crash stays possible: it is no wrong answer, whatever the story would have done next.
  await expect(story).toContainText(/You stepped bucket_del. That can be an answer: \d+ of the \d+ orders/);
  await press(page, 'Escape');
  await expect(story).toContainText('4 of 9');
  await step(page, 'worker');
  await expect(story).toContainText('That is the answer: worker.');
  await click(next);
  await click(next);
  await expectStatus(page, new RegExp(`^Step ${CRASH_STEP} of`));
  await click(next);
  await expect(story).toContainText('Would a null check do?');
  await click(next);
  await expect(page.getByRole('radio', { name: /As landed/ })).toBeChecked();
  await expect(region(page, 'Threads')).toContainText('waiting for closeAllStreamsLock, held by bucket_del');
});

test('as landed, the same clicks end clean, and the difference is one click away', async ({ page }) => {
  await open(page, `${SCENARIO}?s=${CRASH}&at=0`);
  await page.getByRole('radio', { name: /As landed/ }).check({ force: true });
  await idle(page);
  await expect(page).toHaveURL(/#\/mb-38521\/landed/);
  await click(button(page, 'Run to end'));
  await expect(page.getByText('ERROR:')).toHaveCount(0);
  for (const thread of ['main', 'bucket_del', 'worker']) {
    await expect(region(page, 'Threads').getByText('Finished').first()).toBeVisible();
    await expect(stepButton(page, thread)).toHaveAttribute('aria-disabled', 'true');
  }
  await page.getByRole('tab', { name: /Diff/ }).click();
  await expect(region(page, 'Code')).toContainText('closeAllStreamsLock');
});

test('a step forward after going back elsewhere forks; the old line is one click away', async ({ page }) => {
  await open(page, EXPLORE);
  await step(page, 'main', 3);
  await step(page, 'bucket_del');
  await press(page, 'ArrowLeft');
  await step(page, 'worker');
  await expectStatus(page, /^Step 4 of 4: worker/);
  await expect(region(page, 'Story')).toContainText('You left the story');
  await click(button(page, 'Back to story'));
  await expectStatus(page, new RegExp(`of ${CRASH_STEP}`));
});

test('a copied link opens the same scenario, variant, schedule and step in a fresh profile', async ({
  page,
  stranger,
}) => {
  await open(page, `${SCENARIO}?s=${CRASH}&at=${CRASH_STEP}`);
  await expect(region(page, 'Report')).toContainText('null-dereference');
  const link = await share(page);
  expect(link).toContain(`s=${CRASH}`);
  expect(link.length).toBeLessThan(200);
  await open(stranger, link);
  await expectStatus(stranger, new RegExp(`^Step ${CRASH_STEP} of ${CRASH_STEP}: bucket_del`));
  await expect(region(stranger, 'Report')).toContainText('null-dereference');
  expect(await region(stranger, 'Threads').innerText()).toBe(await region(page, 'Threads').innerText());
});

/** By the Tab key alone. */
async function tabTo(target: Locator): Promise<void> {
  const focused = () => target.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < 40 && !(await focused()); stops++) await target.page().keyboard.press('Tab');
  await expect(target).toBeFocused();
}

test('home, the whole story, a challenge and a link, by the keyboard alone', async ({ page }) => {
  await open(page, './');
  await tabTo(page.getByRole('link', { name: /^MB-38521/ }));
  await page.keyboard.press('Enter');
  await expect(region(page, 'Story')).toBeVisible();
  await press(page, 'x');
  const parts = storyParts(page);
  await expect(parts).toHaveCount(9);
  await idle(page);
  // It plays from part to part, and from the fourth on it jumps; the page is idle when it has arrived.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  for (let part = 0; part < 9; part++) {
    if (part === 3) await page.emulateMedia({ reducedMotion: 'reduce' });
    await press(page, 'Enter');
    await expect(parts.nth(part)).toHaveAttribute('aria-current', 'step');
    if (part === 5) await expectStatus(page, new RegExp(`^Step ${CRASH_STEP} of`));
  }
  await expect(page).toHaveURL(/landed/);
  await press(page, 'Shift+V');
  await press(page, 'c');
  for (const key of '1112') await press(page, key);
  await expect(region(page, 'Story')).toContainText('You: 0 preemptions, 4 steps');
  await press(page, '?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(region(page, 'Story')).toContainText('You: 0 preemptions, 4 steps');
  await press(page, 'Escape');
  await expect(button(page, 'Back to story')).toBeVisible();

  await tabTo(button(page, 'Share'));
  await page.keyboard.press('Enter');
  expect(await copiedLink(page)).toMatch(/#\/mb-38521\/[\w-]+\?s=a3b&at=4&/);
});

test('play runs to the end of the line, and waits at a question; space pauses it', async ({ page }) => {
  await open(page, EXPLORE);
  await page.keyboard.press('Space');
  await expect(button(page, 'Pause')).toBeVisible();
  await press(page, 'Space');
  await expect(button(page, 'Play')).toBeVisible();
  await expectStatus(page, /^Step \d of 27/);
  await page.getByRole('radio', { name: 'Full', exact: true }).check({ force: true });
  // It waits where the story asks who is to run now.
  await press(page, 'Space');
  await expectStatus(page, /^Step 8 of 27/);
  await expect(region(page, 'Story')).toContainText('Which thread must run now');
  await press(page, 'Space');
  // And once more, where it asks what a thread will see.
  await expectStatus(page, /^Step 25 of 27/);
  await press(page, 'Space');
  await expectStatus(page, new RegExp(`^Step ${CRASH_STEP} of ${CRASH_STEP}`));
});

test('on a phone the story is told with the thumb, and the crash is one touch from its report', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, EXPLORE);
  for (let part = 1; part <= 6; part++) await click(button(page, 'Continue'));
  await expectStatus(page, new RegExp(`^Step ${CRASH_STEP} of`));
  await expect(region(page, 'Verdict')).toContainText(`Null dereference at step ${CRASH_STEP}`);
  await button(page, 'Why?').click();
  await expect(region(page, 'Report')).toContainText('ERROR: null-dereference');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await share(page)).toContain(`s=${CRASH}`);
});
