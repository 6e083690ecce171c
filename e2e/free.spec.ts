/** Threads let loose: how often a program fails, and the very run that did, opened and stepped. */
import { expect, type Page } from '@playwright/test';
import { click, expectStatus, idle, open, region, SCENARIO, test } from './page';

const FREE = `${SCENARIO}?mode=explore&code=free`;

async function choose(page: Page, menu: RegExp, name: RegExp | string): Promise<void> {
  await region(page, 'Run free').getByRole('button', { name: menu }).click();
  await page.getByRole('menuitemradio', { name, exact: true }).click();
}

/** A series with this pressure, to its end. */
async function series(page: Page, pressure: RegExp, runs: string): Promise<void> {
  const pane = region(page, 'Run free');
  await choose(page, /^Pressure/, pressure);
  await choose(page, /^Runs/, runs);
  await pane.getByRole('button', { name: /^Run free/ }).click();
  await expect(pane.getByRole('status', { name: 'Runs' })).toContainText(new RegExp(`^${runs} ·`));
}

test('with pressure some runs fail, and one that did is opened at its crash and stepped', async ({
  page,
}) => {
  await open(page, FREE);
  const pane = region(page, 'Run free');
  await series(page, /^Random yields/, '1,000 runs');
  await expect(pane.getByRole('row', { name: /^Nothing wrong/ })).toBeVisible();
  await expect(pane.getByRole('table', { name: 'Side by side' })).toContainText(
    'This machine, random yields',
  );
  await expect(pane).toContainText(/Seen: \d+ of 45 executions/);
  await click(pane.getByRole('button', { name: /^Open run \d+: Null dereference/ }).first());
  await expectStatus(page, /^Step (\d+) of \1: /);
  await expect(region(page, 'Report')).toContainText('Null dereference');
  await page.keyboard.press('ArrowLeft');
  await idle(page);
  await expectStatus(page, /^Step \d+ of \d+: /);
});

test('a clean variant fails in no run, by whatever policy', async ({ page }) => {
  await open(page, FREE.replace('before', 'landed'));
  const pane = region(page, 'Run free');
  for (const pressure of [/^No pressure/, /^PCT/, /^One core/]) {
    await series(page, pressure, '100 runs');
    await expect(pane.getByRole('status', { name: 'Runs' })).toContainText('0 failed (0 %)');
  }
  await expect(pane).toContainText('One worker runs one thread at a time here');
});

test('what was measured on this machine stands on the card, and is there on the next visit', async ({
  page,
}) => {
  await open(page, FREE);
  await series(page, /^No pressure/, '100 runs');
  await page.goto('#/');
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: 'MB-38521' })).toContainText(
    /let loose on this machine it failed in\s*\d+ of 100 runs/,
  );
});

test('without shared memory the same button draws schedules, and says that these are no real threads', async ({
  page,
}) => {
  await page.addInitScript('delete globalThis.SharedArrayBuffer');
  await open(page, FREE);
  const pane = region(page, 'Run free');
  await expect(pane).toContainText('These are not real threads');
  await choose(page, /^Runs/, '1,000 runs');
  await page.keyboard.press('g');
  await expect(pane.getByRole('status', { name: 'Runs' })).toContainText(/^1,000 runs ·/);
  await expect(pane.getByRole('row', { name: /^Null dereference/ })).toBeVisible();
});

test('a page that is frozen in the background goes on with its series when it is seen again', async ({
  page,
}) => {
  await open(page, FREE);
  const pane = region(page, 'Run free');
  await choose(page, /^Runs/, '1,000 runs');
  await pane.getByRole('button', { name: /^Run free/ }).click();
  await expect(pane.getByRole('status', { name: 'Runs' })).toContainText(/of 1,000 runs/);
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
  await browser.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(pane.getByRole('status', { name: 'Runs' })).toContainText(/^1,000 runs ·/);
  await expect(pane.getByRole('row', { name: /^Nothing wrong/ })).toBeVisible();
});

test('a series is ended at any time, and says how far it came', async ({ page }) => {
  await open(page, FREE);
  const pane = region(page, 'Run free');
  await choose(page, /^Runs/, '100,000 runs');
  await pane.getByRole('button', { name: /^Run free/ }).click();
  await expect(pane.getByRole('progressbar')).toBeVisible();
  await expect(pane.getByRole('status', { name: 'Runs' })).toContainText(/of 100,000 runs/);
  await pane.getByRole('button', { name: /^Stop/ }).click();
  await expect(pane.getByRole('progressbar')).toHaveCount(0);
  await expect(pane.getByRole('button', { name: /^Run free/ })).toBeVisible();
});
