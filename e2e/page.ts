/** What the specs share: a page whose complaints fail the test, waiting for it to be idle, never for time, and its parts by role and name. */
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';

export const SCENARIO = './#/mb-38521/before';
/** With every pane, where SCENARIO alone is told. */
export const EXPLORE = `${SCENARIO}?mode=explore`;
/** The story's run to the crash, and the step of the crash. */
export const CRASH = 'a3b5c17b2';
export const CRASH_STEP = 27;

interface Fixtures {
  /** What was thrown or logged as an error in any page or worker. A test that provokes one takes it out. */
  readonly complaints: string[];
  /** A page in somebody else's browser: nothing is remembered there. */
  readonly stranger: Page;
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      hear(context, complaints);
      await use(complaints);
      expect(complaints, 'errors on the console').toEqual([]);
    },
    { auto: true },
  ],
  stranger: async ({ browser, complaints }, use) => {
    const context = await browser.newContext();
    hear(context, complaints);
    await use(await context.newPage());
    await context.close();
  },
});

function hear(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
}

/** For `test.use`: what `share` needs. */
export const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Nothing is pending: the engine has answered, nothing plays, no pane is being fetched. */
export async function idle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.documentElement.dataset.idle === 'true' && document.querySelector('[aria-busy=true]') === null,
  );
}
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await idle(page);
}
/** Where one's own text stands. */
export const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Source' });

/** In place of all that stands there. It needs `clipboard`. */
export async function paste(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('ControlOrMeta+V');
  await idle(page);
}
/** As people do: by the card on the home page; then with every pane. */
export async function openFromHome(page: Page, bug: string): Promise<void> {
  await open(page, './');
  await page.getByRole('link', { name: new RegExp(`^${bug} `) }).click();
  // The home page was idle too.
  await expect(region(page, 'Story')).toBeVisible();
  await press(page, 'x');
}

export const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const stepButton = (page: Page, thread: string): Locator => button(page, `Step ${thread}`);
/** Of the story's strip, in order; the one at which one stands is aria-current. */
export const storyParts = (page: Page): Locator =>
  page.getByRole('list', { name: 'Parts of the story' }).getByRole('button');

/** Clicks and waits for the answer. */
export async function click(target: Locator): Promise<void> {
  await target.click();
  await idle(target.page());
}
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await idle(page);
}
export async function step(page: Page, thread: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await click(stepButton(page, thread));
}
/** The link that Share copies. */
export async function share(page: Page): Promise<string> {
  await button(page, 'Share').click();
  return copiedLink(page);
}
export async function copiedLink(page: Page): Promise<string> {
  await expect(region(page, 'Messages')).toContainText('Link to this step copied.');
  return page.evaluate(() => navigator.clipboard.readText());
}

export async function expectStatus(page: Page, text: RegExp | string): Promise<void> {
  await expect(page.getByRole('status', { name: 'Step', exact: true })).toContainText(text);
}
/** The page is not blank and not broken, whatever it was given. */
export async function expectAlive(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('A bug in the visualizer')).toHaveCount(0);
}
