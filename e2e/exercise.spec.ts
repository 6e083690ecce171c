/** An exercise, from the teacher's form to the student's answer and back: refused for what is wrong, accepted when nothing is. */
import { expect, type Locator, type Page } from '@playwright/test';
import { button, click, clipboard, EXPLORE, editor, expectStatus, idle, open, region, test } from './page';

test.use(clipboard);

const GIVEN = `#include <cassert>
#include <mutex>
#include <thread>
// given
std::mutex m;
int money = 100;
// yours
void pay(int amount) {
    if (money >= amount) {
        std::lock_guard<std::mutex> lock(m);
        money -= amount;
    }
}
// given
int main() {
    std::thread rent([] { pay(80); });
    std::thread shop([] { pay(50); });
    rent.join();
    shop.join();
    assert(money >= 0);
}
`;
const ANSWER = GIVEN.replace(
  /void pay[\s\S]*?\n}\n/,
  'void pay(int amount) {\n    std::lock_guard<std::mutex> lock(m);\n    if (money >= amount) money -= amount;\n}\n',
);
const DELETED = GIVEN.replace(/void pay[\s\S]*?\n}\n/, 'void pay(int) {}\n');
const CHANGED = GIVEN.replace('money = 100', 'money = 1000');

const strip = (page: Page): Locator => region(page, 'Verdict');

async function write(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await idle(page);
}
/** Once every order has been tried. */
async function handIn(page: Page): Promise<void> {
  await expect(region(page, 'Interleavings')).toContainText('complete');
  await click(button(page, 'Hand in'));
}
async function copied(page: Page, what: string): Promise<string> {
  await expect(region(page, 'Messages')).toContainText(`Link to this ${what} copied.`);
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a teacher asks, a student is refused three times and accepted once, and the answer goes back', async ({
  page,
  stranger,
}) => {
  await stranger.context().grantPermissions(clipboard.permissions);
  await open(page, './#/new');
  await write(page, GIVEN);
  await button(page, 'Make an exercise').click();
  await page.getByRole('textbox', { name: 'Task' }).fill('Nobody may go into debt.');
  await page.getByRole('textbox', { name: 'Hints, one a line' }).fill('Who looks must hold the lock.');
  await button(page, 'Copy the link').click();
  const asked = await copied(page, 'exercise');
  expect(asked.length).toBeLessThan(2000);

  await open(stranger, asked);
  await expect(strip(stranger)).toContainText('Nobody may go into debt.');
  await expect(editor(stranger).locator('.cm-given')).toHaveCount(13);
  await click(button(stranger, 'Hint 1 of 1'));
  await expect(strip(stranger)).toContainText('Who looks must hold the lock.');

  await handIn(stranger);
  await expect(strip(stranger)).toContainText('Some order still fails. It is opened here');
  await expectStatus(stranger, /^Step \d+ of \d+/);
  await write(stranger, DELETED);
  await handIn(stranger);
  await expect(strip(stranger)).toContainText('No thread writes money any more');
  await write(stranger, CHANGED);
  await handIn(stranger);
  await expect(strip(stranger)).toContainText('Line 6 was given and has to stay as it was: int money = 100;');
  await write(stranger, ANSWER);
  await handIn(stranger);
  await expect(strip(stranger)).toContainText('Accepted');

  await click(button(stranger, 'Copy a link to the answer'));
  await open(page, await copied(stranger, 'step'));
  await expect(editor(page)).toContainText('if (money >= amount) money -= amount;');
  await handIn(page);
  await expect(strip(page)).toContainText('Accepted');
});

test('every scenario can be fixed by who reads it, and what its maker hides stays hidden', async ({
  page,
}) => {
  await open(page, EXPLORE);
  await click(button(page, 'Fix it yourself'));
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Fix MB-38521, Before');
  await expect(strip(page)).toContainText('Fix it yourself');
  await button(page, 'Make an exercise').click();
  await page.getByRole('checkbox', { name: 'Show verdict and interleavings' }).uncheck();
  await button(page, 'Copy the link').click();
  const asked = await copied(page, 'exercise');
  await open(page, asked);
  await expect(region(page, 'Interleavings')).toContainText(
    'The maker of this exercise wants you to find out.',
  );
  await expect(button(page, 'Show a failing run')).toHaveCount(0);
});
