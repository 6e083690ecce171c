/** Each scenario as people walk through it: home, story to its end, challenge, share, and the link in somebody else's browser. */
import { expect, type Page } from '@playwright/test';
import {
  button,
  click,
  clipboard,
  expectAlive,
  open,
  openFromHome,
  press,
  region,
  share,
  storyParts,
  test,
} from './page';

const bugs = ['MB-38521', 'MB-43708', 'MB-33463', 'MB-38428', 'MB-52490'];

test.use({
  ...clipboard,
  // Wide enough for all panes, and too narrow to show those of the right column at once: a link has to name one.
  viewport: { width: 1200, height: 800 },
  contextOptions: { reducedMotion: 'reduce' },
});

/** What is to be seen, in words. */
async function picture(page: Page) {
  const regions = ['Story', 'Threads', 'Locks', 'Score'].map((name) => region(page, name).innerText());
  return {
    step: await page.getByRole('slider', { name: 'Step' }).getAttribute('aria-valuetext'),
    panes: await page.getByRole('tab', { selected: true }).allInnerTexts(),
    file: await fileShown(page),
    regions: await Promise.all(regions),
  };
}
const fileShown = (page: Page): Promise<string | null> =>
  region(page, 'Code').locator('code').first().textContent();

for (const bug of bugs) {
  test(`${bug}: from home to a link that shows the same`, async ({ page, stranger }) => {
    const story = region(page, 'Story');
    const parts = storyParts(page);

    await openFromHome(page, bug);
    const firstFile = await fileShown(page);
    const count = await parts.count();
    expect(count).toBeGreaterThanOrEqual(5);
    for (let part = 0; part < count; part++) {
      await press(page, 'Enter');
      await expect(parts.nth(part)).toHaveAttribute('aria-current', 'step');
      await expectAlive(page);
    }
    await expect(story).toContainText('The story ends here');

    await press(page, 'c');
    await expect(story).toContainText('Make it fail');
    await press(page, '1');
    await expect(story).toContainText('You: 0 preemptions, 1 step');
    await press(page, 'Escape');
    await click(button(page, 'Back to story'));

    // One step before the end of the story, in its last file, beside panes that no page opens with.
    await click(parts.last());
    await press(page, 'ArrowLeft');
    await page.getByRole('tab', { name: 'Diff with the fix' }).click();
    await click(page.getByRole('tab', { name: 'Locks' }));
    const link = await share(page);
    const seen = await picture(page);
    expect(seen.panes).toEqual(['Diff with the fix', 'Locks']);
    expect(seen.file).not.toBe(firstFile);

    await open(stranger, link);
    await expect.poll(() => picture(stranger)).toEqual(seen);
    await expect(region(stranger, 'Messages')).toBeEmpty();
  });
}
