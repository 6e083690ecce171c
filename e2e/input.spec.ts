/** What comes in from outside: links of any kind, blocked storage, workers that die. The page answers in words and is never blank. */
import { expect, type Page } from '@playwright/test';
import {
  button,
  CRASH,
  CRASH_STEP,
  EXPLORE,
  editor,
  expectAlive,
  expectStatus,
  idle,
  open,
  press,
  region,
  SCENARIO,
  step,
  test,
} from './page';

/** Deterministic: the same mutations in every run. */
function* mutations(text: string, count: number): Generator<string> {
  let seed = 38521;
  const random = (n: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed % n;
  };
  const alphabet = 'abcz059-_=&?#/%.é ';
  for (let i = 0; i < count; i++) {
    const at = random(text.length);
    const c = alphabet[random(alphabet.length)] ?? '';
    const kind = random(3);
    if (kind === 0) yield text.slice(0, at) + c + text.slice(at + 1);
    else if (kind === 1) yield text.slice(0, at) + text.slice(at + 1 + random(6));
    else yield text.slice(0, at) + c.repeat(1 + random(4)) + text.slice(at);
  }
}

/** Changes the address of the page as it stands, and waits until the page has heard of it. */
const follow = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = location.hash;
    addEventListener('hashchange', () => resolve(), { once: true });
    location.hash = to;
    if (location.hash === before) resolve();
    return promise;
  }, hash);

test('100 damaged links never leave the page blank', async ({ page }) => {
  await open(page, './');
  const link = `#/mb-38521/before?s=${CRASH}&at=${CRASH_STEP}&v=1`;
  for (const damaged of mutations(link, 100)) {
    await follow(page, damaged);
    await idle(page);
    await expectAlive(page);
  }
});

const imperfect = [
  ['does not fit the program', 's=a3b5c2a9&at=12', 'It fits up to step 10.', /^Step 10 of 10/],
  ['is damaged', 's=a3b5~c&at=12', 'This link is damaged. It can be read up to step 8.', /^Step 8 of 8/],
  [
    'is of another program',
    `s=${CRASH}&at=9&h=00000000`,
    'Its steps fit, but may do other things.',
    /^Step 9/,
  ],
  ['is of a newer page', `s=${CRASH}&at=9&v=99`, 'Reload to get it.', /^Step 9 of 27/],
] as const;
for (const [what, query, words, status] of imperfect) {
  test(`a link that ${what} opens as far as it can, and says so`, async ({ page }) => {
    await open(page, `${SCENARIO}?${query}`);
    await expect(region(page, 'Messages')).toContainText(words);
    await expectStatus(page, status);
  });
}

test('an unknown scenario leads home, and an unknown variant to the first', async ({ page }) => {
  await open(page, './#/mb-00000/before');
  await expect(region(page, 'Messages')).toContainText("There is no bug 'mb-00000' here.");
  await expect(page.getByRole('link', { name: /^MB-38521/ })).toBeVisible();
  await follow(page, '#/mb-38521/nonsense');
  await idle(page);
  await expect(page).toHaveURL(/#\/mb-38521\/before/);
  await expectStatus(page, 'Before the first of 27 steps');
});

test('with storage blocked everything works and nothing is remembered', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  });
  await open(page, EXPLORE);
  await step(page, 'main', 3);
  await expectStatus(page, /^Step 3 of/);
  await button(page, 'Theme: as the system').click();
  await expect(button(page, 'Theme: light')).toBeVisible();
  await page.reload();
  await idle(page);
  await expect(button(page, 'Theme: as the system')).toBeVisible();
});

/** From the next load on, the page's workers can be ended by their names, as a browser short of memory does it. */
async function makeMortal(page: Page): Promise<(name: string) => Promise<number>> {
  await page.addInitScript(() => {
    const living: { name: string; worker: Worker }[] = [];
    Object.assign(window, { living });
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        living.push({ name: options?.name ?? '', worker: this });
      }
    };
  });
  return (name) =>
    page.evaluate((wanted) => {
      const { living } = window as unknown as { living: { name: string; worker: Worker }[] };
      const found = living.filter((each) => each.name === wanted);
      for (const { worker } of found) worker.terminate();
      return found.length;
    }, name);
}

test('an engine that dies is started again, and no step is lost', async ({ page }) => {
  const end = await makeMortal(page);
  await open(page, EXPLORE);
  await step(page, 'main', 3);
  await step(page, 'bucket_del', 2);
  expect(await end('engine')).toBe(1);
  await step(page, 'bucket_del');
  await expect(page.getByRole('alert')).toContainText('was started again. Your steps are kept: try again.');
  await expectStatus(page, /^Step 5 of/);
  await step(page, 'bucket_del');
  await expectStatus(page, /^Step 6 of \d+: bucket_del/);
});

test('a thread whose worker dies gets another, and no step is lost', async ({ page }) => {
  const end = await makeMortal(page);
  const alert = page.getByRole('alert');
  const backAndForth = async () => {
    await press(page, 'ArrowLeft');
    await press(page, 'ArrowRight');
  };
  await open(page, EXPLORE);
  await step(page, 'main', 3);
  await step(page, 'bucket_del', 2);
  // Until all workers are there the engine stands in for them.
  await expect(async () => {
    await backAndForth();
    expect(await page.getByText('Real threads: 3 workers').count()).toBe(1);
  }).toPass();
  expect(await end('thread 1')).toBe(1);
  // One that waits lives on for a while, and takes steps.
  await expect(async () => {
    await backAndForth();
    expect(await alert.count()).toBe(1);
  }).toPass();
  await expect(alert).toContainText('The browser ended the worker of bucket_del.');
  await press(page, 'ArrowRight');
  await expectStatus(page, /^Step 5 of 27: bucket_del/);
});

test('an engine that dies while one writes is started again, and the text is kept', async ({ page }) => {
  const end = await makeMortal(page);
  await open(page, './#/new');
  await idle(page);
  await editor(page).press('ControlOrMeta+End');
  expect(await end('engine')).toBe(1);
  await page.keyboard.type('// what I wrote');
  // Nobody has to do anything: the text is compiled again once there is an engine.
  await idle(page);
  await expect(editor(page)).toContainText('// what I wrote');
  await page.keyboard.type(', and more');
  await idle(page);
  await expect(region(page, 'Verdict')).toContainText(/interleavings? ends? in/);
  await page.reload();
  await idle(page);
  await expect(editor(page)).toContainText('// what I wrote, and more');
});
