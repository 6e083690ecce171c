/** Told: what a link that says no more than the bug opens. Little at first sight, and what is said is in sight. */
import { expect, type Page } from '@playwright/test';
import { button, click, EXPLORE, expectStatus, open, press, region, SCENARIO, step, test } from './page';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const LESSONS = [
  'lost-update',
  'check-then-act',
  'a-lock',
  'deadlock-by-order',
  'lost-wakeup',
  'if-for-while',
  'kept-reference',
  'weak-pointer',
  'two-atomics',
  'publication',
];
const ORDERS = [
  'message-passing',
  'store-buffering',
  'iriw',
  'double-checked',
  'reference-count',
  'spsc-ring',
];
const SCENARIOS = [...LESSONS, ...ORDERS, 'mb-38521', 'mb-43708', 'mb-33463', 'mb-38428', 'mb-52490'];
const SIZES = [
  [1440, 900],
  [1366, 768],
  [390, 844],
] as const;
/** Too low for all lines at once. */
const LOW = [600, 400] as const;

/** Words and things one can press, on the whole page. */
const amount = (page: Page) =>
  page.evaluate(() => ({
    words: document.body.innerText.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    controls: [
      ...document.querySelectorAll('button, a[href], input, summary, [role=slider], [role=tab]'),
    ].filter((each) => each.getBoundingClientRect().width > 1).length,
  }));

/** Numbers of the lines that the words are about and that nobody sees without scrolling. */
const outOfSight = (page: Page) =>
  page.evaluate(() => {
    const bars = [...document.querySelectorAll('section[aria-label=Story] div')];
    const fixed = bars.filter((each) => getComputedStyle(each).position === 'fixed');
    const pane = document.querySelector('section[aria-label=Source]')?.getBoundingClientRect();
    const bottom = Math.min(
      innerHeight,
      pane?.bottom ?? 0,
      ...fixed.map((each) => each.getBoundingClientRect().top),
    );
    const lines = [...document.querySelectorAll<HTMLElement>('[data-look=named]')];
    if (lines.length === 0) return ['none'];
    return lines
      .filter((line) => {
        const box = line.getBoundingClientRect();
        return box.top < (pane?.top ?? 0) - 1 || box.bottom > bottom + 1;
      })
      .map(({ dataset }) => dataset.line);
  });

/** Numbers of the lines that are longer than the pane, or without their comment. */
const cut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-line]')]
      .filter((line) =>
        [line, ...line.querySelectorAll('*')].some((each) => {
          const box = each.getBoundingClientRect();
          const pane = line.closest('section')?.getBoundingClientRect();
          return (box.width === 0 && each.textContent !== '') || box.right > (pane?.right ?? 0) + 1;
        }),
      )
      .map(({ dataset }) => dataset.line),
  );

/** Of a question: how many of its options lie under the bar, or below the window; where lines and question are higher than a phone, but the first. */
const HIGH = ['Acknowledged, and lost', 'Taken, but not published', 'Found, and perhaps not made'];
const hiddenOptions = (page: Page) =>
  page.evaluate((high) => {
    const bars = [...document.querySelectorAll('section[aria-label=Story] div')];
    const bar = bars.find((each) => getComputedStyle(each).position === 'fixed');
    const end = Math.min(innerHeight, bar?.getBoundingClientRect().top ?? innerHeight);
    const options = [...document.querySelectorAll('[data-asks] button')];
    const seen = high.includes(document.querySelector('h2')?.textContent ?? '')
      ? options.slice(0, 1)
      : options;
    return seen.filter((each) => each.getBoundingClientRect().bottom > end).map((each) => each.textContent);
  }, HIGH);

/** Drawings and sources that one must scroll sideways, and names that are cut. */
const cutAcross = (page: Page) =>
  page.evaluate(() => {
    const panes = [...document.querySelectorAll('section')].filter(
      (each) =>
        each.querySelector(':scope > :is(svg[role=img], div > [data-line])') &&
        each.scrollWidth > each.clientWidth + 1,
    );
    const texts = [...document.querySelectorAll('svg[role=img] text')].filter((each) =>
      /…/.test(each.textContent),
    );
    return [...panes.map((each) => each.ariaLabel), ...texts.map((each) => each.textContent)];
  });

/** Waits until what listens to sizes has drawn. */
async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

for (const id of SCENARIOS) {
  test(`${id}: little at first sight, and in each part the lines it is about are in sight`, async ({
    page,
  }) => {
    await open(page, `./#/${id}`);
    await expect(page.getByRole('radio', { name: 'Guided', exact: true })).toBeChecked();
    const { words, controls } = await amount(page);
    expect(words).toBeLessThanOrEqual(150);
    expect(controls).toBeLessThanOrEqual(15);
    const unseen: string[] = [];
    for (let part = 0; ; part++) {
      for (const [width, height] of SIZES) {
        await resize(page, width, height);
        const lines = await outOfSight(page);
        if (lines.length > 0) unseen.push(`part ${part}, ${width}: ${lines.join(' ')}`);
        unseen.push(...(await hiddenOptions(page)).map((option) => `part ${part}, ${width}: ${option}`));
        unseen.push(...(await cutAcross(page)).map((name) => `part ${part}, ${width}: ${name} is cut`));
        if (width === 1440) unseen.push(...(await cut(page)).map((line) => `part ${part}: ${line} is cut`));
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      await resize(page, ...LOW);
      unseen.push(...(await cutAcross(page)).map((name) => `part ${part}, low: ${name} is cut`));
      if (!(await button(page, 'Continue').isVisible())) break;
      await press(page, 'Enter');
    }
    expect(unseen).toEqual([]);
  });
}

test('a phone on its side, and a low window, have the code and the picture beside each other', async ({
  page,
}) => {
  await open(page, SCENARIO);
  for (let part = 0; part < 4; part++) await press(page, 'Enter');
  for (const [width, height] of [
    [844, 390],
    [600, 400],
  ]) {
    await resize(page, width, height);
    const [code, picture] = await Promise.all(
      ['Code', 'Objects'].map(async (name) => (await region(page, name).boundingBox())!),
    );
    expect(code.x + code.width).toBeLessThanOrEqual(picture.x + 1);
    expect(Math.abs(code.y - picture.y)).toBeLessThan(2);
    for (const each of [code, picture]) {
      expect(each.width).toBeGreaterThan(200);
      expect(each.height).toBeGreaterThan(120);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // What is asked stands below both, and over the whole of the window.
    const asked = (await button(page, 'Step bucket_del').boundingBox())!;
    expect(asked.y).toBeGreaterThan(code.y + code.height);
  }
});

test('a question is answered where it stands, and an answer is not the end of the story', async ({
  page,
}) => {
  await open(page, SCENARIO);
  const story = region(page, 'Story');
  for (let part = 0; part < 4; part++) await press(page, 'Enter');
  await expect(story).toContainText('Which thread must run now');
  await step(page, 'bucket_del');
  await expect(story.getByRole('heading', { name: 'This can be a way there' })).toBeVisible();
  await expect(story).toContainText(/That can be an answer: \d+ of the \d+ orders/);
  await expect(page.getByRole('radio', { name: 'Guided', exact: true })).toBeChecked();
  await press(page, 'Escape');
  await step(page, 'worker');
  await expect(story).toContainText('That is the answer: worker.');
  await press(page, 'Enter');
  await press(page, 'Enter');
  await expectStatus(page, /^Step 27 of/);
  await expect(region(page, 'Code')).toContainText('Null dereference.');
  // The tempting fix is asked about first, and judged by all of its orders; then comes the one that landed.
  await press(page, 'Enter');
  await expect(story).toContainText('Would a null check do?');
  await click(button(page, 'It cannot fail'));
  await expect(story).toContainText(/Not so. \d+ orders can follow, and all of them fail/);
  await press(page, 'Enter');
  await expect(region(page, 'Code')).toContainText('closeAllStreamsLock;');
});

test('on a phone the step one stands at is beside the names of the threads, not under them, and no name of a variant is cut', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const wrong: string[] = [];
  for (const id of ['store-buffering', 'mb-38428', 'mb-38521', 'double-checked']) {
    await open(page, `./#/${id}`);
    for (let part = 0; ; part++) {
      const { under, cut } = await page.evaluate(() => {
        const step = document.querySelector('[aria-label=Threads] [aria-current=step]');
        const names = document.querySelector('[data-names]')?.getBoundingClientRect().right ?? 0;
        const chosen = [...document.querySelectorAll('header button span')].filter(
          (each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1,
        );
        return {
          under: step !== null && step.getBoundingClientRect().left < names - 1,
          cut: chosen.filter((each) => each.clientWidth > 1).map((each) => each.textContent),
        };
      });
      if (under) wrong.push(`${id}, part ${part}: the step is under the names`);
      wrong.push(...cut.map((name) => `${id}, part ${part}: ${name} is cut`));
      if (!(await button(page, 'Continue').isVisible())) break;
      await press(page, 'Enter');
    }
  }
  expect(wrong).toEqual([]);
});

test('what a thread will see is told by no pane of Explore either', async ({ page }) => {
  await open(page, SCENARIO);
  for (let part = 0; part < 5; part++) await press(page, 'Enter');
  await press(page, 'x');
  await expect(region(page, 'Story')).toContainText('What will backfillMgr.load() give bucket_del?');
  await expect(region(page, 'Objects')).toContainText('It would tell the answer');
  await click(button(page, 'null'));
  await expect(region(page, 'Objects')).toContainText('BackfillManager');
});

test('what a thread will see is predicted before it is shown, and nothing waits for an answer', async ({
  page,
}) => {
  await open(page, SCENARIO);
  for (let part = 0; part < 5; part++) await press(page, 'Enter');
  const story = region(page, 'Story');
  await expect(story).toContainText('What will backfillMgr.load() give bucket_del?');
  await expect(story).not.toContainText('Step 27');
  await expect(region(page, 'Objects')).toContainText('It would tell the answer');
  await click(button(page, 'null'));
  await expect(region(page, 'Objects')).not.toContainText('It would tell the answer');
  await expect(story).toContainText('Right. Step 27: bucket_del loads backfillMgr: null');
  await press(page, 'Enter');
  await expect(story).toContainText('Which of these lines made the failure certain?');
  await press(page, 'Enter');
  await expect(story).toContainText('Would a null check do?');
});

test('who steps away from the story has every pane, and is told again when he is back', async ({ page }) => {
  await open(page, SCENARIO);
  for (let part = 0; part < 3; part++) await press(page, 'Enter');
  await press(page, '3');
  await expect(page.getByRole('radio', { name: 'Explore', exact: true })).toBeChecked();
  await expect(region(page, 'Score')).toBeVisible();
  await click(button(page, 'Back to story'));
  await expect(page.getByRole('radio', { name: 'Guided', exact: true })).toBeChecked();
  await expect(region(page, 'Story')).toContainText('3 of 9');
});

test('the mode is in the link, has a key, and is remembered for links that do not say it', async ({
  page,
}) => {
  await open(page, SCENARIO);
  await press(page, 'x');
  await expect(page).toHaveURL(/mode=explore/);
  await open(page, './#/mb-43708');
  await expect(page.getByRole('radio', { name: 'Explore', exact: true })).toBeChecked();
  await press(page, 'x');
  await open(page, EXPLORE);
  await expect(page.getByRole('radio', { name: 'Explore', exact: true })).toBeChecked();
  await open(page, './#/mb-33463');
  await expect(page.getByRole('radio', { name: 'Guided', exact: true })).toBeChecked();
  // Links from before there were two modes open as they did.
  await open(page, `${SCENARIO}?s=a3b5&at=8`);
  await expect(page.getByRole('radio', { name: 'Explore', exact: true })).toBeChecked();
});

test('from home through the ladder: a lesson, its first failure, its end, and the next one', async ({
  page,
}) => {
  await open(page, './');
  const ladder = region(page, 'Basics');
  await expect(ladder).toContainText(`0 of ${LESSONS.length} lessons read`);
  await ladder.getByRole('link', { name: 'Lost update' }).click();
  const story = region(page, 'Story');
  await expect(story).toContainText('5 parts');
  // To the first failure: so many keys, and so many words on the way.
  let words = 0;
  let keys = 0;
  while (!(await region(page, 'Code').innerText()).includes('Assertion failed')) {
    words += (await story.innerText()).split(/\s+/).length;
    await press(page, 'Enter');
    keys++;
  }
  expect(keys).toBeLessThanOrEqual(5);
  expect(words).toBeLessThanOrEqual(200);
  await press(page, 'Enter');
  await expect(region(page, 'Code')).toContainText('alone(door)');
  await press(page, 'Enter');
  await expect(story).toContainText('Would something else do?');
  await expect(story).toContainText('4 of 6 orders fail');
  await expect(story).toContainText('none of 2 orders fails');
  await story.getByRole('link', { name: 'Next: Check, then act' }).click();
  await expect(story).toContainText('A thread checks that there is a seat');
  await open(page, './');
  await expect(ladder).toContainText(`1 of ${LESSONS.length} lessons read`);
});

test('a link to a variant that does not exist says so, and shows the nearest; one in a story leads there', async ({
  page,
}) => {
  await open(page, './#/mb-38521/nul-chek');
  await expect(page).toHaveURL(/mb-38521\/null-check/);
  await expect(page.locator('body')).toContainText(
    'has no variant ‘nul-chek’. This is ‘null-check’, “Null check”.',
  );
  await open(page, './#/mb-33463?mode=guided');
  for (let part = 0; part < 9; part++) await press(page, 'Enter');
  await region(page, 'Story').getByRole('link', { name: 'A second handle' }).click();
  await expect(page).toHaveURL(/mb-33463\/nested-acquire/);
});
