/** A program with more states than a search may hold: the page stays usable meanwhile, and says where the search ended and why. */
import { expect } from '@playwright/test';
import { explode } from '../bench/explosion.mjs';
import { EXPLORE, expectStatus, open, region, step, test } from './page';

test('a search that meets its limit says that this is no proof; one can go on, step meanwhile, and stop it', async ({
  page,
}) => {
  await explode(page);
  await open(page, EXPLORE);
  const pane = region(page, 'Interleavings');
  await expect(pane).toContainText(/At its limit of states, after 3\d\d,\d\d\d states: not every/);
  await expect(pane).toContainText('No failing run among what was covered.');
  await expect(pane).toContainText('bounded:');
  await expect(pane).not.toContainText('No interleaving fails.');

  await pane.getByRole('button', { name: 'Explore further' }).click();
  await expect(pane).toContainText(/[1-9][\d,]* states and [\d,]+ transitions so far\./);
  await step(page, 'main', 3);
  await expectStatus(page, /^Step 3 of/);
  await expect(pane).toContainText('exploring…');
  await pane.getByRole('button', { name: 'Stop' }).click();
  await expect(pane).toContainText(/Stopped at [\d,]+ states: not every interleaving was covered\./);
  await expect(pane.getByRole('button', { name: 'Explore further' })).toBeVisible();
});
