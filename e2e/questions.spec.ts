/** What one asks about one's own program, and how it is stepped and searched. */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { button, click, clipboard, editor, idle, open, paste, region, share, test } from './page';

test.use(clipboard);

const LOST = `#include <thread>
int x = 0;
void work() {
    int seen = x;
    x = seen + 1;
}
void check() {
    work();
}
int main() {
    std::thread one(work), two(work);
    one.join();
    two.join();
    if (x == 3)
        return 1;
    return 0;
}
`;

test('a line is asked about by a click on its number, by Q and by its button; the answer is a run, or that there is none', async ({
  page,
}) => {
  await open(page, './#/new');
  await idle(page);
  await paste(page, LOST);
  const verdict = region(page, 'Verdict');
  await expect(verdict).toContainText(/interleavings? ends? in .*data race/);

  await page.locator('.cm-lineNumbers .cm-gutterElement', { hasText: /^15$/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask about this program' });
  await expect(dialog.getByRole('spinbutton', { name: 'Line' })).toHaveValue('15');
  await click(dialog.getByRole('button', { name: 'Find out' }));
  await expect(verdict).toContainText('There is no order in which line 15 is reached.');
  await expect(verdict).toContainText(
    'With sequentially consistent memory, as no weaker order is named, every one was tried',
  );

  await page.locator('body').press('q');
  await dialog.getByRole('radio', { name: 'can this hold at the end of main?' }).check();
  await dialog.getByRole('textbox', { name: 'This' }).fill('x == 1');
  await dialog.getByRole('textbox', { name: 'This' }).press('Enter');
  await expect(verdict).toContainText('There is an order in which x == 1 holds at the end of main.');
  await click(button(page, 'Show the run'));
  await idle(page);
  await expect(page).toHaveURL(/s=-/);

  await click(button(page, 'Back to the verdict'));
  await click(button(page, 'Ask'));
  await dialog.getByRole('radio', { name: 'can this hold when somebody comes to the line?' }).check();
  await dialog.getByRole('spinbutton', { name: 'Line' }).fill('6');
  await dialog.getByRole('textbox', { name: 'This' }).fill('y == 1');
  await click(dialog.getByRole('button', { name: 'Find out' }));
  await expect(verdict).toContainText('That cannot be asked.');
  await expect(verdict).toContainText('no statement begins in line 6');

  // The text is as it was, and a key makes an end of it.
  await expect(editor(page)).not.toContainText('__ask');
  await editor(page).press('ControlOrMeta+End');
  await page.keyboard.type('// more');
  await idle(page);
  await expect(verdict).toContainText(/interleavings? ends? in .*data race/);
});

const BUFFERED = `#include <atomic>
#include <thread>
std::atomic<int> x{0}, y{0};
int a = 1, b = 1;
int main() {
    std::thread one([] { x.store(1, std::memory_order_relaxed); a = y.load(std::memory_order_relaxed); });
    std::thread two([] { y.store(1, std::memory_order_relaxed); b = x.load(std::memory_order_relaxed); });
    one.join();
    two.join();
}
`;

test('what only weaker memory orders allow is found, and stepped', async ({ page }) => {
  await open(page, './#/new');
  await idle(page);
  await paste(page, BUFFERED);
  const verdict = region(page, 'Verdict');
  await expect(verdict).toContainText('Nothing fails, with the memory orders as they are (RC11).');
  const dialog = page.getByRole('dialog', { name: 'Ask about this program' });
  const ask = async (condition: string): Promise<void> => {
    await click(button(page, 'Ask'));
    await dialog.getByRole('radio', { name: 'can this hold at the end of main?' }).check();
    await dialog.getByRole('textbox', { name: 'This' }).fill(condition);
    await dialog.getByRole('textbox', { name: 'This' }).press('Enter');
  };
  await ask('a == 2');
  await expect(verdict).toContainText('There is no run in which a == 2 holds at the end of main.');
  await click(button(page, 'Back to the verdict'));
  await ask('a == 0 && b == 0');
  await expect(verdict).toContainText(
    'The memory orders allow a run in which a == 0 && b == 0 holds at the end of main.',
  );
  await expect(verdict).toContainText('With sequentially consistent memory there is no such order');
  await click(button(page, 'Show the run'));
  await idle(page);
  await expect(page).toHaveURL(/s=\./);
});

/** Fails with two preemptions, and no fewer. */
const TWICE = readFileSync('src/engine/explore/fixtures/overtaken-twice.cpp', 'utf8');

test('a search within a preemption says no more than that, and within two it finds what needs two', async ({
  page,
  stranger,
}) => {
  await open(page, './#/new');
  await idle(page);
  await paste(page, TWICE);
  const bound = async (preemptions: string): Promise<void> => {
    await click(button(page, 'Settings'));
    const form = page.getByRole('dialog', { name: 'Settings of this program' });
    await form.getByRole('spinbutton', { name: /^preemptions/ }).fill(preemptions);
    await click(form.getByRole('button', { name: 'Use these settings' }));
    await idle(page);
  };
  await bound('1');
  const within = 'Nothing fails with 1 preemption or fewer.';
  await expect(region(page, 'Verdict')).toContainText('No failing run was found so far.');
  await expect(region(page, 'Verdict')).toContainText(within);
  await stranger.goto(await share(page));
  await idle(stranger);
  await expect(region(stranger, 'Verdict')).toContainText(within);
  await bound('2');
  await expect(region(page, 'Verdict')).toContainText('2 preemptions are enough, proven.');
});

test('settings are kept, and carried by a link', async ({ page, stranger }) => {
  await open(page, './#/new');
  await idle(page);
  await paste(page, LOST);
  await click(button(page, 'Settings'));
  const form = page.getByRole('dialog', { name: 'Settings of this program' });
  await form.getByRole('textbox', { name: 'Function to run' }).fill('check');
  await form.getByRole('textbox', { name: 'Arguments of main, with blanks between them' }).fill('2  a,b');
  await form.getByRole('spinbutton', { name: 'rounds of each loop' }).fill('2');
  await form.getByRole('spinbutton', { name: 'steps of a run' }).fill('20000');
  await form.getByRole('spinbutton', { name: 'seed' }).fill('7');
  await click(form.getByRole('button', { name: 'Use these settings' }));
  await idle(page);
  const verdict = region(page, 'Verdict');
  await expect(verdict).toContainText('Nothing fails in the first 2 rounds of each loop.');
  await page.reload();
  await idle(page);
  await expect(verdict).toContainText('Nothing fails in the first 2 rounds of each loop.');

  await stranger.goto(await share(page));
  await idle(stranger);
  await expect(region(stranger, 'Verdict')).toContainText(
    'Nothing fails in the first 2 rounds of each loop.',
  );
  await click(button(stranger, 'Settings'));
  await expect(stranger.getByRole('textbox', { name: 'Function to run' })).toHaveValue('check');
  await expect(stranger.getByRole('textbox', { name: /^Arguments of main/ })).toHaveValue('2 a,b');
  await expect(stranger.getByRole('spinbutton', { name: 'steps of a run' })).toHaveValue('20000');
  await expect(stranger.getByRole('spinbutton', { name: 'seed' })).toHaveValue('7');
});

const DRAWS = `#include <cassert>
#include <cstdlib>
#include <thread>
int main() {
  int drawn = 0;
  std::thread t([&] { drawn = rand(); });
  t.join();
  assert(drawn == 6173);
}
`;

test('another seed draws other numbers, and a run is cut off after as many steps as are asked for', async ({
  page,
}) => {
  await open(page, './#/new');
  await idle(page);
  await paste(page, DRAWS);
  const set = async (name: string, value: string): Promise<void> => {
    await click(button(page, 'Settings'));
    const form = page.getByRole('dialog', { name: 'Settings of this program' });
    await form.getByRole('spinbutton', { name }).fill(value);
    await click(form.getByRole('button', { name: 'Use these settings' }));
    await idle(page);
  };
  const verdict = region(page, 'Verdict');
  await expect(verdict).toContainText('No interleaving fails.');
  await set('seed', '7');
  await expect(verdict).toContainText('ssertion');
  await set('seed', '0');
  await set('steps of a run', '1');
  await expect(verdict).toContainText('a run that needs more steps than it may take');
});
