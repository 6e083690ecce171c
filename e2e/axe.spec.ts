import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { CRASH, CRASH_STEP, open, SCENARIO } from './page';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PAGES = [
  ['home', './'],
  ['a scenario before its first step', SCENARIO],
  ['a scenario at its crash', `${SCENARIO}?s=${CRASH}&at=${CRASH_STEP}`],
  ['a challenge beside another variant', `${SCENARIO}?s=${CRASH}&at=9&challenge=1&compare=landed`],
  ['the story as one text', `${SCENARIO}?code=story`],
] as const;
const SIZES = [
  ['desktop', 1440, 900],
  ['phone', 390, 844],
] as const;

for (const [name, url] of PAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [size, width, height] of SIZES) {
      test(`${name}, ${colorScheme}, ${size}: nothing for axe to complain about`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        await open(page, url);
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        expect(
          violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`),
        ).toEqual([]);
      });
    }
  }
}
