/** Each scenario as people walk through it: home, story to its end, challenge, share, and the link in somebody else's browser. */
import { expect, type Page, test } from '@playwright/test';
import { expectAlive, idle, open, press, region } from './page';

const bugs = ['MB-38521', 'MB-43708', 'MB-33463', 'MB-38428', 'MB-52490'];

/** What is to be seen at a step, in words. */
async function picture(page: Page): Promise<string[]> {
  const regions = ['Story', 'Threads', 'Score'].map((name) => region(page, name).innerText());
  return [
    await page.getByRole('slider', { name: 'Step' }).getAttribute('aria-valuetext'),
    ...(await Promise.all(regions)),
  ].map(String);
}

for (const bug of bugs) {
  // A whole story, twice, and a second browser.
  test(`${bug}: from home to a link that shows the same`, async ({ page, browser }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, './');
    await page.getByRole('link', { name: new RegExp(bug) }).click();
    await idle(page);
    const parts = await page.getByRole('list', { name: 'Parts of the story' }).getByRole('button').count();
    expect(parts).toBeGreaterThanOrEqual(5);
    for (let part = 1; part <= parts; part++) {
      await press(page, 'Enter');
      await expect(region(page, 'Story')).toContainText(`${part} of ${parts}`);
      await expectAlive(page);
    }

    await press(page, 'c');
    await expect(region(page, 'Story')).toContainText(/Make it fail|can it fail at all\?/);
    await open(page, './');
    await page.getByRole('link', { name: new RegExp(bug) }).click();
    await idle(page);
    for (let part = 1; part <= 4; part++) await press(page, 'Enter');
    await expect(page).toHaveURL(/part=4/);

    const context = await browser.newContext();
    const other = await context.newPage();
    await other.emulateMedia({ reducedMotion: 'reduce' });
    await open(other, page.url());
    await expect(region(other, 'Story')).toContainText(`4 of ${parts}`);
    expect(await picture(other)).toEqual(await picture(page));
    await context.close();
  });
}
