/** Break it yourself: step to the defect, be told against par, give up, or say rightly that it cannot fail. */
import { expect } from '@playwright/test';
import {
  button,
  click,
  EXPLORE,
  expectStatus,
  idle,
  open,
  press,
  region,
  SCENARIO,
  step,
  test,
} from './page';

const LANDED = SCENARIO.replace('before', 'landed');

test('a variant is broken by hand, against the par of the explorer, and that is remembered', async ({
  page,
}) => {
  await open(page, EXPLORE);
  const story = region(page, 'Story');
  await click(button(page, 'Challenge'));
  await expect(story).toContainText('Make it fail');
  await expect(story).toContainText('You: 0 preemptions, 0 steps');
  await expectStatus(page, 'Before the first step');
  // Nothing tells whether it can fail.
  await expect(story).not.toContainText('Par');
  await expect(page.getByRole('radio', { name: /Before/ })).toHaveAccessibleName(/for you to find out/);
  await expect(region(page, 'Interleavings')).toContainText('Hidden during a challenge');
  await expect(page).toHaveURL(/challenge=1/);

  // By a link, to save time: worker pauses once more than it has to.
  await open(page, `${SCENARIO}?challenge=1&s=a3cb5c16b2&at=25`);
  await expect(story).toContainText('You: 2 preemptions, 25 steps');
  await step(page, 'bucket_del', 2);
  await expect(story).toContainText('You broke it');
  await expect(story).toContainText('with 2 preemptions. Par is 1: try with fewer.');

  await click(button(page, 'Start again'));
  for (const key of `11122222${'3'.repeat(17)}22`) await press(page, key);
  await expect(story).toContainText(
    'Null dereference at step 27, with 1 preemption. That is par: with fewer nothing fails.',
  );
  await expect(story).toContainText('Your best: 1 preemption');
  await page.reload();
  await idle(page);
  await expect(story).toContainText('Your best: 1 preemption');
});

test('the story is out of sight, and Escape brings it back', async ({ page }) => {
  await open(page, EXPLORE);
  await press(page, 'c');
  await expect(region(page, 'Story')).not.toContainText('parts');
  await page.getByRole('tab', { name: 'Story' }).click();
  await expect(region(page, 'Code')).toContainText('out of sight while you try');
  await step(page, 'main');
  await press(page, 'Escape');
  await expect(button(page, 'Back to story')).toBeVisible();
  await expect(region(page, 'Code')).toContainText('One client, two streams');
  await expect(page).not.toHaveURL(/challenge/);
});

test('to give up opens the simplest failing run', async ({ page }) => {
  await open(page, `${SCENARIO}?challenge=1`);
  await expectStatus(page, 'Before the first step');
  // The explorer may still be looking: then it says so, and one asks again.
  const giveUp = button(page, 'Give up: show me');
  await expect
    .poll(async () => {
      if (await giveUp.isVisible()) await click(giveUp);
      return giveUp.isVisible();
    })
    .toBe(false);
  await expectStatus(page, /of 27/);
  await expect(page).not.toHaveURL(/challenge/);
  await expect(button(page, 'Back to story')).toBeVisible();
});

test('it cannot fail: right where all was tried, wrong where a run fails', async ({ page }) => {
  await open(page, `${LANDED}?challenge=1`);
  const story = region(page, 'Story');
  await expect(story).toContainText('can it not fail at all?');
  await button(page, 'It cannot fail').click();
  await expect(story).toContainText('Right, it cannot fail');
  await expect(story).toContainText(/All \d+ interleavings were tried: none fails\./);

  await page.getByRole('radio', { name: /Before/ }).check({ force: true });
  await idle(page);
  await expect(story).toContainText('Make it fail');
  await button(page, 'It cannot fail').click();
  await expect(story.getByRole('heading', { name: 'It can', exact: true })).toBeVisible();
  await expect(story).toContainText('Par is 1. Try again.');

  await page.getByRole('link', { name: 'Racecourse, all bugs' }).click();
  await expect(page.getByText(/^\d+ variants, 1 solved$/)).toBeVisible();
});

test('on a phone it is played with the thumb', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, EXPLORE);
  // Who begins has the words before him, and the challenge below them.
  const story = region(page, 'Story');
  await click(button(page, 'Challenge'));
  await step(page, 'main', 3);
  await expect(story).toContainText('You: 0 preemptions, 3 steps');
  await button(page, 'It cannot fail').click();
  await expect(story).toContainText('Par is 1. Try again.');
  await click(button(page, 'Start again'));
  await expect(story).toContainText('You: 0 preemptions, 0 steps');
});
