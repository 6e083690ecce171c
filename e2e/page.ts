/** What the specs share: waiting for the page to be idle, never for time, and its parts by role and name. */
import { expect, type Locator, type Page } from '@playwright/test';

export const SCENARIO = './#/mb-38521/before';
/** The story's run to the crash, and the step of the crash. */
export const CRASH = 'a3b5c17b2';
export const CRASH_STEP = 27;

/** Nothing is pending: the engine has answered, nothing plays. */
export async function idle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.idle === 'true');
}
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await idle(page);
}
export const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const status = (page: Page): Locator => page.getByRole('status').first();
export const stepButton = (page: Page, thread: string): Locator =>
  page.getByRole('button', { name: `Step ${thread}`, exact: true });

/** Clicks and waits for the answer. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await idle(page);
}
export async function step(page: Page, thread: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    await stepButton(page, thread).click();
    await idle(page);
  }
}
export async function expectStatus(page: Page, text: RegExp | string): Promise<void> {
  await expect(status(page)).toContainText(text);
}
/** The page is not blank and not broken, whatever it was given. */
export async function expectAlive(page: Page): Promise<void> {
  await expect(page.locator('#root')).not.toBeEmpty();
  await expect(page.getByText('A bug in the visualizer')).toHaveCount(0);
}
