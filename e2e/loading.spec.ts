/** What is fetched when it is wanted: how the page waits for it, and what it says when it does not come. */
import { expect } from '@playwright/test';
import { button, CRASH, EXPLORE, idle, open, region, SCENARIO, test } from './page';

const CHUNK = '**/assets/mb-38521-*.js';

test('a link waits for its scenario with its name, and opens where it points', async ({ page }) => {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(CHUNK, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${SCENARIO}?s=${CRASH}&at=12&part=3&compare=landed`);
  await expect(page.getByRole('heading', { name: 'Two closers, one pointer' })).toBeVisible();
  await expect(region(page, 'Code')).toBeHidden();
  go();
  await idle(page);
  await expect(page.getByRole('slider', { name: 'Step' })).toHaveAttribute('aria-valuenow', '12');
  await expect(region(page, 'Compare')).toBeVisible();
});

test('a scenario that cannot be fetched says so, keeps the address, and a reload brings it', async ({
  page,
  complaints,
}) => {
  await page.route(CHUNK, (route) => route.abort());
  await open(page, `${SCENARIO}?s=${CRASH}&at=12`);
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  expect(page.url()).toContain(`s=${CRASH}&at=12`);
  complaints.length = 0;
  await page.unroute(CHUNK);
  await button(page, 'Reload').click();
  await expect(page.getByRole('slider', { name: 'Step' })).toHaveAttribute('aria-valuenow', '12');
});

test('a pane that cannot be fetched says so, and the others go on', async ({ page, complaints }) => {
  await page.route('**/assets/Compare-*.js', (route) => route.abort());
  await open(page, EXPLORE);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(region(page, 'Code').getByRole('alert')).toContainText('could not be loaded');
  await page.getByRole('tab', { name: 'Source' }).click();
  await button(page, 'Step forward').click();
  await idle(page);
  await expect(page.getByRole('slider', { name: 'Step' })).toHaveAttribute('aria-valuenow', '1');
  complaints.length = 0;
});
