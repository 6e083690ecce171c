/** What comes in from outside: links of any kind, blocked storage, workers that die. The page answers in words and is never blank. */
import { expect, test } from '@playwright/test';
import { CRASH, CRASH_STEP, expectAlive, expectStatus, idle, open, region, SCENARIO, step } from './page';

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

test('100 damaged links never leave the page blank', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, './');
  const link = `#/mb-38521/before?s=${CRASH}&at=${CRASH_STEP}&v=1`;
  for (const damaged of mutations(link, 100)) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, damaged);
    await idle(page);
    await expectAlive(page);
  }
});

test('a link that does not fit the program opens as far as it fits, and says so', async ({ page }) => {
  await open(page, `${SCENARIO}?s=a3b5c2a9&at=12&v=1`);
  await expect(page.getByText(/fits up to step 10|up to step 10/)).toBeVisible();
  await expectStatus(page, /of 10|^Step 10/);
});

test('an unknown scenario and an unknown variant lead somewhere useful', async ({ page }) => {
  await open(page, './#/mb-00000/before');
  await expectAlive(page);
  await expect(page.getByText(/MB-38521/).first()).toBeVisible();
  await open(page, './#/mb-38521/nonsense');
  await expectAlive(page);
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
  await open(page, SCENARIO);
  await step(page, 'main', 3);
  await expectStatus(page, /^Step 3 of/);
});

test('a worker that dies is replaced, and no step is lost', async ({ page }) => {
  await open(page, SCENARIO);
  await step(page, 'main', 3);
  await step(page, 'bucket_del', 2);
  for (const worker of page.workers()) {
    // A parked worker cannot be spoken to; the engine's can.
    if (worker.url().includes('engine')) await worker.evaluate(() => self.close()).catch(() => undefined);
  }
  await page.getByRole('button', { name: 'Step bucket_del' }).click();
  await expect(
    page
      .getByRole('alert')
      .or(page.getByText(/worker/i))
      .first(),
  ).toBeVisible({ timeout: 20_000 });
  await idle(page);
  await expectAlive(page);
  await expectStatus(page, /^Step [56] of/);
  await expect(region(page, 'Threads')).toContainText('bucket_del');
});
