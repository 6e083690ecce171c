/** The ladder of memory orders: told under RC11, its questions judged by all executions that the orders allow. */
import { expect } from '@playwright/test';
import { button, click, expectStatus, open, press, region, step, test } from './page';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('from home through message passing: what can be read, which fix is enough, and what processors do', async ({
  page,
}) => {
  await open(page, './');
  await region(page, 'Memory orders').getByRole('link', { name: 'Message passing' }).click();
  const story = region(page, 'Story');
  await expect(story).toContainText('5 parts');
  await press(page, 'Enter');
  await click(button(page, 'It may fail'));
  await expect(story).toContainText('Right. 2 executions can follow; 1 of them fails.');
  await press(page, 'Enter');
  // A step that leaves the failure possible is an answer, by whatever thread.
  await step(page, 'receiver');
  await expect(story).toContainText('That can be an answer: 1 of the 2 executions that can follow');
  await step(page, 'receiver');
  await expect(story).toContainText('After that no execution ends in a failing run.');
  await press(page, 'Escape');
  await press(page, '2');
  await expect(story).toContainText('That is the answer: sender.');
  await expect(region(page, 'ready')).toContainText('sender stored it in step 5, line 11 (relaxed)');
  await press(page, 'Enter');
  await expect(region(page, 'Code')).toContainText('Data race.');
  await click(button(page, 'Load the flag acquire'));
  await expect(story).toContainText('Not so. Store the flag release: 1 of 2 fails.');
  await expect(story).toContainText('Store release and load acquire: none of 2 fails.');

  await press(page, 'Enter');
  await expect(region(page, 'message')).toContainText('receiver read it in step 9, line 16 (relaxed)');
  await press(page, 'Enter');
  await press(page, 'Enter');
  await expect(story).toContainText('1 of 2 executions fails');
  await expect(story).toContainText('none of 2 executions fails');
  await expect(region(page, 'On real processors')).toContainText('Armv8');
});

test('a load is asked for what it reads, in a challenge that executions judge', async ({ page }) => {
  await open(page, './#/message-passing/atomic-message?mode=explore');
  await press(page, 'c');
  await expect(region(page, 'Story')).toContainText('which of its possible stores each load reads');
  for (const thread of ['main', 'main', 'main', 'sender', 'sender', 'sender', 'receiver', 'receiver'])
    await page
      .getByRole('button', { name: new RegExp(`^Step ${thread}`) })
      .first()
      .click();
  await click(button(page, 'Step receiver: read 0 (start)'));
  await expectStatus(page, /^Step 9/);
  await expect(region(page, 'Story')).toContainText('You broke it');
});

test('a question is answered by what a load reads, and either way that keeps the failure possible is right', async ({
  page,
}) => {
  await open(page, './#/store-buffering');
  await press(page, 'Enter');
  await press(page, 'Enter');
  const story = region(page, 'Story');
  await expect(story).toContainText('Which step keeps it possible that both enter?');
  await click(button(page, 'Step bob: read true (step 5), of alice'));
  await expect(story).toContainText('After that no execution ends in');
  await press(page, 'Escape');
  await click(button(page, 'Step alice: read false (start)'));
  await expect(story).toContainText('That can be an answer: 1 of the 2 executions that can follow');
});
