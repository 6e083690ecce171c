/** Two variants on the same steps: the first difference in words, both ends, and a step that leads to its place. */
import { expect } from '@playwright/test';
import { CRASH, CRASH_STEP, click, expectStatus, idle, open, region, SCENARIO, step, test } from './page';

test('the crash beside the fix: where they part, why the line cannot be followed, how each ends', async ({
  page,
}) => {
  await open(page, `${SCENARIO}?s=${CRASH}&at=${CRASH_STEP}`);
  await page.getByRole('tab', { name: 'Compare' }).click();
  const pane = region(page, 'Compare');
  await expect(pane).toContainText('Here: Before');
  await expect(pane).toContainText(
    'First difference. Step 7: here bucket_del locks containers[0].rwlock; there it locks closeAllStreamsLock.',
  );
  await expect(pane).toContainText(
    /step \d+ cannot be taken: worker is blocked \(waiting for closeAllStreamsLock/,
  );
  await expect(pane).toContainText(`Here: Null dereference at step ${CRASH_STEP}.`);
  await expect(pane).toContainText('There: All threads end, and nothing fails.');
  await click(pane.getByRole('button', { name: '7 bucket_del locks containers[0].rwlock' }));
  await expectStatus(page, /^Step 7 of 27: bucket_del locks containers/);
  await expect(pane.getByRole('button', { name: '7 bucket_del locks' })).toHaveAttribute(
    'aria-current',
    'step',
  );
});

test('the other variant is chosen, and a link leads to the same comparison', async ({ page }) => {
  await open(page, `${SCENARIO}?s=${CRASH}&at=3&compare=landed`);
  const pane = region(page, 'Compare');
  await pane.getByRole('button', { name: 'Compare with: As landed' }).click();
  await page.getByRole('menuitemradio', { name: 'Null check' }).click();
  await expect(pane.getByRole('button', { name: 'Compare with: Null check' })).toBeVisible();
  await expect(page).toHaveURL(/compare=null-check/);
  await expect(pane).toContainText(/There: /);
  await page.reload();
  await idle(page);
  await expect(pane.getByRole('button', { name: 'Compare with: Null check' })).toBeVisible();
});

test('it follows the line one makes, and has its place on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `${SCENARIO}?s=a3b4&at=7&compare=landed`);
  const pane = region(page, 'Compare');
  await expect(pane).toContainText('there it locks closeAllStreamsLock');
  await expect(pane).toContainText('Nothing failed in 7 steps; the threads can go on.');
  await step(page, 'bucket_del');
  await expect(pane).toContainText('Nothing failed in 8 steps; the threads can go on.');
});
