/** One's own program, from the first key to somebody else's screen: written, mended, stepped, proven, shared, kept. */
import { expect, type Locator, type Page } from '@playwright/test';
import {
  button,
  click,
  clipboard,
  editor,
  expectAlive,
  expectStatus,
  idle,
  open,
  paste,
  press,
  region,
  share,
  test,
} from './page';

test.use(clipboard);

const BROKEN = `#include <cassert>
#include <mutex>
#include <thread>

std::mutex m;
int money = 100;

void pay(int amount) {
    m.lock();
    bool enough = money >= amonut;
    m.unlock();
    if (enough) {
        std::lock_guard<std::mutex> lock(m);
        money -= amount;
    }
}

int main() {
    std::thread rent([] { pay(80); });
    std::thread shop([] { pay(50); });
    rent.join();
    shop.join();
    assert(money >= 0);
}
`;
const COMPILES = BROKEN.replace('amonut', 'amount');
const CLEAN = COMPILES.replace(
  /m\.lock\(\);[\s\S]*?money -= amount;\n {4}\}/,
  'std::lock_guard<std::mutex> lock(m);\n    if (money >= amount) money -= amount;',
);

const verdict = (page: Page): Locator => region(page, 'Verdict');

test('a program is pasted, mended, found to fail, stepped, made clean, shared, and opened elsewhere at its step', async ({
  page,
  stranger,
}) => {
  await open(page, './');
  await page.getByRole('link', { name: 'Write a program' }).click();
  await expect(verdict(page)).toBeVisible();
  await idle(page);
  await paste(page, BROKEN);
  await expect(verdict(page)).toContainText('Does not compile');
  await expect(verdict(page)).toContainText('line 10: amonut is not declared');
  await expect(editor(page).locator('.cm-lintRange-error')).toHaveText('amonut');
  await expectStatus(page, 'does not compile');

  await click(button(page, 'Write amount'));
  await expect(verdict(page)).toContainText(/interleavings? ends? in .*failed assertion/);
  await editor(page).press('ControlOrMeta+Z');
  await idle(page);

  // Mended where the page says.
  await button(page, 'Go to line 10').click();
  await page.keyboard.press('ControlOrMeta+Delete');
  await page.keyboard.type('amount');
  await idle(page);
  await expect(verdict(page)).toContainText(/interleavings? ends? in .*failed assertion/);
  await expect(verdict(page)).toContainText('1 preemption is enough, proven.');

  await page.keyboard.press('Escape');
  await click(button(page, 'Show a failing run'));
  await region(page, 'Threads').focus();
  await press(page, 'End');
  await expect(region(page, 'Report')).toContainText('money is -30');
  await expect(region(page, 'Report')).toContainText('program.cpp:23');

  // On the same steps, as far as they fit.
  await paste(page, CLEAN);
  await expect(verdict(page)).toContainText('No interleaving fails.');
  await expect(region(page, 'Interleavings')).toContainText('complete');
  await region(page, 'Threads').focus();
  await press(page, 'Home');
  for (let i = 0; i < 5; i++) await press(page, 'ArrowRight');
  await expectStatus(page, /^Step 5 of \d+: /);
  const status = await page.getByRole('status', { name: 'Step', exact: true }).textContent();

  const link = await share(page);
  expect(link.length).toBeLessThan(2000);
  await open(stranger, link);
  await expectStatus(stranger, status ?? '');
  await expect(verdict(stranger)).toContainText('No interleaving fails.');
  await expect(editor(stranger)).toContainText('if (money >= amount) money -= amount;');
  // Until it is changed it is still the link.
  expect(stranger.url()).toContain('#/link/');
  await editor(stranger).click();
  await stranger.keyboard.type('//');
  await idle(stranger);
  expect(stranger.url()).toContain('#/p/');
});

test('what was typed is there after a reload in the middle of it, and on the home page', async ({ page }) => {
  await open(page, './#/new/ticket-lock');
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('// half a sen');
  await expect(page).toHaveURL(/#\/p\//);
  await page.reload();
  await idle(page);
  await expect(editor(page)).toContainText('// half a sen');
  // What was written can be undone, and done again.
  await editor(page).press('ControlOrMeta+Z');
  await expect(editor(page)).not.toContainText('// half a sen');
  await editor(page).press('ControlOrMeta+Shift+Z');
  await expect(editor(page)).toContainText('// half a sen');
  await idle(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('My lock');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Racecourse, all bugs' }).click();
  const kept = page.getByRole('region', { name: 'Kept in this browser' });
  await kept.getByRole('button', { name: 'Delete My lock' }).click();
  await expect(kept.getByRole('link')).toHaveCount(0);
  await button(page, 'Undo').click();
  await kept.getByRole('link', { name: 'My lock' }).click();
  await expect(editor(page)).toContainText('// half a sen');
  await idle(page);
});

test('a scenario is edited as a copy, at the same step', async ({ page }) => {
  await open(page, './#/mb-38521/before?s=a3b5c17b2&at=9');
  await expectStatus(page, /^Step 9 of/);
  await press(page, 'e');
  await expect(verdict(page)).toBeVisible();
  await idle(page);
  await expectStatus(page, /^Step 9 of/);
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('MB-38521, Before');
  await expect(editor(page)).toBeEditable();
  await press(page, 'e');
  await expect(editor(page)).toBeFocused();
});

test('Tab indents, and after Escape it leaves the editor', async ({ page }) => {
  await open(page, './#/new');
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Tab');
  await idle(page);
  await expect(editor(page)).toContainText('    // Write what');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor(page)).not.toBeFocused();
});

test('two tabs that write one program keep both texts, and a full storage is told', async ({
  page,
  context,
}) => {
  await open(page, './#/new');
  await paste(page, 'int main() {}\n');
  const other = await context.newPage();
  await open(other, page.url());
  await editor(page).click();
  await page.keyboard.type('// here');
  await idle(page);
  await editor(other).click();
  await other.keyboard.type('// there');
  await expect(region(other, 'Messages')).toContainText('was changed in another tab. Both texts are kept');
  await idle(other);
  await expect(editor(other)).toContainText('// there');
  await click(button(other, 'Open the other'));
  await expect(editor(other)).toContainText('// here');

  await other.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await editor(other).click();
  await other.keyboard.type('// more');
  await expect(region(other, 'Messages')).toContainText('the storage of the browser is full');
  await expect(editor(other)).toContainText('// more');
});

test('a file is opened, and saved again', async ({ page }) => {
  await open(page, './');
  const chosen = page.waitForEvent('filechooser');
  await button(page, 'Open a file').click();
  await (await chosen).setFiles({
    name: 'mine.cpp',
    mimeType: 'text/plain',
    buffer: Buffer.from('int main() {}\r\n'),
  });
  await expect(editor(page)).toContainText('int main() {}');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('mine');
  const saved = page.waitForEvent('download');
  await button(page, 'Save as a file').click();
  expect((await saved).suggestedFilename()).toBe('mine.cpp');
  await idle(page);
});

for (const link of ['#/link/x?c=1damaged', '#/link/', '#/p/nobody', '#/new/no-such'])
  test(`a link that leads nowhere is never a blank page: ${link}`, async ({ page }) => {
    await open(page, `./${link}`);
    await expectAlive(page);
    if (!link.startsWith('#/new'))
      await expect(region(page, 'Messages')).toContainText(/damaged|does not keep/);
  });
