/** For those who show it to others: large letters, a table to copy, words on a link, a sheet of paper. */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { button, click, clipboard, copiedLink, idle, open, press, region, SCENARIO, test } from './page';

test.use({ ...clipboard, contextOptions: { reducedMotion: 'reduce' } });

const CRASHED = './#/lost-update/before?s=a3b2c3ba&at=9&mode=guided&part=4';

test('the presenter shows the story in large letters, with the same keys, and leaves where it was', async ({
  page,
}) => {
  await open(page, SCENARIO);
  await press(page, 'p');
  await expect(button(page, 'Leave')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  for (let part = 0; part < 4; part++) await press(page, 'Enter');
  const story = region(page, 'Story');
  await expect(story).toContainText('Which thread must run now');
  await expect(region(page, 'Objects')).toBeVisible();
  expect((await story.getByRole('heading', { level: 2 }).boundingBox())?.height).toBeGreaterThan(40);
  await press(page, 'Escape');
  await expect(page.getByRole('radio', { name: 'Guided', exact: true })).toBeChecked();
  await expect(story).toContainText('4 of 9');
});

test('the run is a table of a column for each thread, and can be copied as text', async ({ page }) => {
  await open(page, CRASHED);
  await press(page, 't');
  const table = page.getByRole('dialog', { name: 'The run as a table' });
  await expect(table.getByRole('columnheader')).toHaveText(['Step', 'Line', 'main', 'alice', 'bob']);
  await table.getByRole('button', { name: 'Copy as text' }).click();
  await expect(region(page, 'Messages')).toContainText('The run copied as a text table.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/step \| line \| main +\| alice +\| bob/);
  await page.keyboard.press('Escape');
  await expect(table).toBeHidden();
});

test('who opens a link sees its title and its note, as text', async ({ page, stranger }) => {
  await open(page, CRASHED);
  await click(button(page, 'More'));
  await page.getByRole('menuitem', { name: 'Link with a title and a note' }).click();
  const form = page.getByRole('dialog', { name: 'A title and a note for the link' });
  await form.getByLabel('Title').fill('<b>Where the 20 goes</b>');
  await form.getByLabel('Note').fill('Look at step 8.\nWhat has alice read?');
  await form.getByRole('button', { name: 'Copy the link' }).click();
  const link = await copiedLink(page);
  await open(stranger, link);
  const messages = region(stranger, 'Messages');
  await expect(messages).toContainText('<b>Where the 20 goes</b> Look at step 8. What has alice read?');
  await expect(stranger).toHaveTitle(/Where the 20 goes/);
  await click(button(stranger, 'Dismiss the note of the link'));
  await expect(messages).toBeEmpty();
});

test('a handout has all parts with their pictures, the run, the code, and answers only where they are wanted', async ({
  page,
}) => {
  await open(page, './#/lost-update');
  await click(button(page, 'More'));
  await page.getByRole('menuitem', { name: 'Handout' }).click();
  const sheet = page.getByRole('main', { name: 'Handout' });
  await expect(sheet.getByRole('article')).toHaveCount(5);
  await expect(sheet).toContainText('Which thread must run now for money to be lost?');
  await expect(sheet.getByRole('columnheader')).toHaveText(['Step', 'Line', 'main', 'alice', 'bob']);
  await expect(sheet).toContainText('int seen = balance;');
  await expect(sheet).not.toContainText('Answer:');
  await sheet.getByRole('checkbox', { name: 'With the answers' }).check();
  await expect(sheet).toContainText('Answer: bob.');
  await expect(sheet).toContainText(/Answer: 110\. Step \d+: alice/);
  await page.emulateMedia({ media: 'print' });
  await expect(sheet.getByRole('article').first()).toBeVisible();
  await expect(button(page, 'Print')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await press(page, 'Escape');
  await idle(page);
  await expect(region(page, 'Story')).toBeVisible();
});

test('any picture on the page is saved as SVG, which needs nothing of the page, and as PNG', async ({
  page,
}) => {
  await open(page, './#/mb-38521/before?s=a3b5c17b2&at=27&mode=explore');
  await expect(region(page, 'Objects')).toContainText('DcpProducer');
  await click(button(page, 'More'));
  await page.getByRole('menuitem', { name: 'Save a picture' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save a picture' });
  for (const [name, word] of [
    ['Objects', 'DcpProducer'],
    ['Score', 'bucket_del'],
  ]) {
    const svg = page.waitForEvent('download');
    await dialog.getByRole('button', { name: `${name} as SVG` }).click();
    const text = readFileSync(await (await svg).path(), 'utf8');
    expect(text).toMatch(/^<svg xmlns=/);
    expect(text).toContain(`>${word}<`);
    expect(text).not.toMatch(/class=|var\(--/);
    const well = await page.evaluate(
      (source) =>
        new DOMParser().parseFromString(source, 'image/svg+xml').querySelector('parsererror') === null,
      text,
    );
    expect(well, 'it can be parsed').toBe(true);
    const png = page.waitForEvent('download');
    await dialog.getByRole('button', { name: `${name} as PNG` }).click();
    const pixels = readFileSync(await (await png).path());
    expect(pixels.subarray(1, 4).toString()).toBe('PNG');
    expect(pixels.length).toBeGreaterThan(5000);
  }
});
