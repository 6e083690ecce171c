/** The explorer on the page: both variants are judged by themselves, and the simplest failing run is a line to step along. */
import { expect } from '@playwright/test';
import {
  button,
  CRASH,
  CRASH_STEP,
  click,
  EXPLORE,
  expectStatus,
  open,
  press,
  region,
  SCENARIO,
  test,
} from './page';

test('before: a failing run exists, and the simplest one crashes at its end', async ({ page }) => {
  await open(page, EXPLORE);
  const pane = region(page, 'Interleavings');
  await expect(pane).toContainText('Some interleavings end in a null dereference.');
  await expect(pane).toContainText(
    /Every interleaving was covered: \d+ states\. \d+ of \d+ distinct interleavings fail\. 1 preemption is enough, proven\./,
  );
  await expect(pane).toContainText('complete');
  await expect(page.getByRole('radio', { name: 'a failing run exists: Before' })).toBeVisible();
  await expect(page.getByRole('radio', { name: /^no interleaving fails.*As landed/ })).toBeVisible();

  await click(button(page, 'Next failing run'));
  await expect(region(page, 'Story')).toContainText('You left the story');
  await expectStatus(page, /^Step \d+ of 27: bucket_del/);
  await press(page, 'ArrowRight');
  await expectStatus(page, /^Step \d+ of 27: worker/);
  await press(page, 'End');
  await expectStatus(page, /^Step 27 of 27: bucket_del loads backfillMgr: null/);
  await expect(region(page, 'Report')).toContainText('ERROR: null-dereference');
  const line = region(page, 'Story').locator('[aria-current=true]');
  await press(page, 'n');
  await expect(line).toContainText(/^failing run 2 of \d+/);
  await press(page, 'Shift+N');
  await expect(line).toContainText(/^simplest failing run/);
  await expectStatus(page, /^Step \d+ of 27: bucket_del/);
});

test('all interleavings are one picture: it says where the line stands, and its cells replay', async ({
  page,
}) => {
  await open(page, `${SCENARIO}?s=${CRASH}&at=${CRASH_STEP}`);
  const pane = region(page, 'Interleavings');
  const picture = pane.getByRole('grid');
  await expect(picture).toHaveAccessibleName(/\d+ of \d+ fail/);
  await expect(pane).toContainText(/\d+ of \d+ fail\s*1 preemption is enough/);
  await expect(pane).toContainText(/this is run \d+ of \d+/);
  await press(page, 'Home');
  const all = await picture.getByRole('gridcell').first().getAttribute('aria-label');
  await expect(pane).toContainText(new RegExp(`${all?.match(/of (\d+) fail/)?.[1]} orders can follow`));

  // By key from cell to cell; what is opened has its prefix, and the path to it is marked.
  await picture.getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const cell = picture.locator(':focus');
  const name = (await cell.getAttribute('aria-label')) ?? '';
  const [, thread, step, failing] = /^(\S+) takes step (\d+), line \d+: (\d+|none) of/.exec(name) ?? [];
  await press(page, 'Enter');
  await expect(region(page, 'Story')).toContainText(/You left the story|Your own run/);
  await expect(pane).toContainText(`${failing} of them fail`);
  await expectStatus(page, new RegExp(`^Step \\d+ of \\d+: ${thread}`));
  expect(Number(step)).toBeGreaterThan(1);

  await pane.getByRole('button', { name: 'Table' }).click();
  const runs = pane.getByRole('row').filter({ hasText: 'null dereference' });
  await click(runs.first().getByRole('button'));
  await expect(region(page, 'Report')).toContainText('ERROR: null-dereference');
});

test('a click on a cell replays its prefix', async ({ page }) => {
  await open(page, EXPLORE);
  const cells = region(page, 'Interleavings').getByRole('gridcell');
  await click(cells.nth(1));
  await expectStatus(page, /^Step \d+ of \d+: /);
  await expect(region(page, 'Interleavings')).toContainText('can follow');
});

test('a hint says what can come of each next step, until one is taken', async ({ page }) => {
  await open(page, `${SCENARIO}?s=${CRASH}&at=${CRASH_STEP}`);
  await expect(region(page, 'Interleavings')).toContainText(/this is run/);
  // One step before the crash nobody but bucket_del is at the null pointer.
  await press(page, 'ArrowLeft');
  await button(page, 'Hint').click();
  const messages = region(page, 'Messages');
  await expect(messages).toContainText(
    'Only bucket_del can run next, and the null dereference stays possible.',
  );
  await press(page, 'Home');
  await expect(messages).not.toContainText('null dereference');
  await press(page, 'h');
  await expect(messages).toContainText('Only main can run next, and the null dereference stays possible.');
});

test('why: the causes are walked by key, and all views follow', async ({ page }) => {
  await open(page, `${SCENARIO}?s=${CRASH}&at=${CRASH_STEP}`);
  const report = region(page, 'Report');
  const causes = report.getByRole('region', { name: 'Why?' }).getByRole('listitem');
  await expect(causes.first()).toContainText('bucket_del empties containers[0].streams');
  await expect(causes.filter({ hasText: 'worker stores null in backfillMgr' })).toHaveCount(1);
  await press(page, ']');
  await expectStatus(page, /^Step \d+ of 27: bucket_del/);
  await expect(report.locator('[aria-current=step]')).toContainText('bucket_del empties');
  await press(page, ']');
  await expect(report.locator('[aria-current=step]')).toContainText('The scheduler switches to');
  await click(report.getByRole('button', { name: 'Next cause' }));
  await expectStatus(page, /^Step \d+ of 27: worker/);
  await expect(region(page, 'Code')).toContainText('cause 1');
  await press(page, '[');
  await expect(report.locator('[aria-current=step]')).toContainText('The scheduler switches to');
  await click(causes.last().getByRole('button'));
  await expectStatus(page, /^Step 27 of 27/);
});

test('as landed: no interleaving fails, and the home page knows what the bug takes', async ({ page }) => {
  await open(page, EXPLORE.replace('before', 'landed'));
  const pane = region(page, 'Interleavings');
  await expect(pane).toContainText('No interleaving fails.');
  await expect(pane).toContainText(/Every one was covered: \d+ states\./);
  await expect(button(page, 'Next failing run')).toHaveCount(0);
  await expect(page.getByRole('radio', { name: /^no interleaving fails.*As landed/ })).toBeChecked();
  await page.getByRole('radio', { name: /Before/ }).click();
  await expect(pane).toContainText('1 preemption is enough');
  await page.getByRole('link', { name: 'Racecourse, all bugs' }).click();
  const card = page.getByRole('listitem').filter({ hasText: 'MB-38521' });
  await expect(card).toContainText('21 of 45 interleavings');
  await expect(card).toContainText('1 preemption');
});

test('without much room it is a tab', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, EXPLORE);
  await page.getByRole('tab', { name: 'Interleavings' }).click();
  await expect(region(page, 'Interleavings')).toContainText('1 preemption is enough, proven.');
});

test('the bar of Explore cuts neither the title of a bug nor how many variants it has besides', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const bug of ['mb-33463', 'mb-38521', 'mb-38428', 'mb-52490', 'mb-43708']) {
    await open(page, `./#/${bug}/before?mode=explore`);
    const cut = (e: Element) => e.scrollWidth > e.clientWidth;
    expect(await page.getByRole('heading', { level: 1 }).evaluate(cut), bug).toBe(false);
    const more = page.getByRole('button', { name: /^More variants/ });
    if (await more.isVisible()) expect(await more.evaluate(cut), bug).toBe(false);
  }
});
