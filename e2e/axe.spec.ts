import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { CRASH, CRASH_STEP, EXPLORE, idle, open, SCENARIO, test } from './page';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What comes last of a page: the editor is loaded by itself. */
const SOURCE = { role: 'textbox', name: 'Source' } as const;
const PAGES = [
  ['home', './', { role: 'link', name: /^MB-38521/ }],
  ['a program of one’s own', './#/new/bank-account', { role: 'button', name: /^(?:Show a f|F)ailing run/ }],
  ['a story before its first step', SCENARIO, { role: 'region', name: 'Source' }],
  [
    'a story at its question',
    `${SCENARIO}?s=${CRASH}&at=8&part=4&mode=guided`,
    { role: 'region', name: 'Objects' },
  ],
  ['a scenario before its first step', EXPLORE, SOURCE],
  ['a scenario at its crash', `${SCENARIO}?s=${CRASH}&at=${CRASH_STEP}`, SOURCE],
  [
    'a scenario with files at its end',
    './#/mb-38428/no-catch-up?s=a3c6b13ac5a&at=29&now=files&finding=0',
    { role: 'region', name: 'Files' },
  ],
  [
    'a challenge beside another variant',
    `${SCENARIO}?s=${CRASH}&at=9&challenge=1&compare=landed`,
    { role: 'button', name: /^1 main/ },
  ],
  ['the story as one text', `${SCENARIO}?code=story`, { role: 'article', name: 'The whole story' }],
] as const;
/** What depends on colours, and takes most of the time: it is the same at every size, and nothing else depends on them. */
const CONTRAST = 'color-contrast';
const all = (page: Page): AxeBuilder => new AxeBuilder({ page }).withTags(TAGS);
const LOOKS = [
  ['desktop, in light', 1440, 900, 'light', all],
  ['desktop, in dark', 1440, 900, 'dark', (page: Page) => new AxeBuilder({ page }).withRules(CONTRAST)],
  ['phone', 390, 844, 'light', (page: Page) => all(page).disableRules(CONTRAST)],
] as const;

for (const [name, url, last] of PAGES)
  test(`${name}: nothing for axe to complain about`, async ({ page }) => {
    await open(page, url);
    await expect(page.getByRole(last.role, { name: last.name })).toBeVisible();
    for (const [look, width, height, colorScheme, builder] of LOOKS) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await idle(page);
      const { violations } = await builder(page).analyze();
      const told = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
      expect(told, look).toEqual([]);
    }
  });

/** Nobody says a key aloud to press a button: what is printed of it is no part of the label that the name must contain. */
test('a button is called what is written on it, whatever key it has', async ({ page }) => {
  for (const url of [SCENARIO, EXPLORE, './#/new/bank-account']) {
    await open(page, url);
    await expect(page.getByRole('button', { name: 'Step main' })).toHaveAttribute('aria-keyshortcuts', '1');
    await idle(page);
    const { violations } = await new AxeBuilder({ page })
      .include('[aria-keyshortcuts]')
      .withRules('label-content-name-mismatch')
      .analyze();
    expect(
      violations.flatMap((v) => v.nodes.map((n) => n.html)),
      url,
    ).toEqual([]);
  }
});
