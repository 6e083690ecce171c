import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { EXPLORE, open, test } from './page';

test('the page is isolated at once where the host sends the headers', async ({ page }) => {
  let navigations = 0;
  page.on('framenavigated', () => navigations++);
  await page.goto('./');
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(await page.evaluate('crossOriginIsolated')).toBe(true);
  expect(navigations).toBe(1);
});

test('the headers sent are the ones that _headers tells a static host to send', async ({ page }) => {
  const response = await page.goto('./');
  const wanted = readFileSync('dist/_headers', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => /^ {2}([\w-]+): (.*)$/.exec(line)?.slice(1) ?? [line, '']);
  expect(wanted).toHaveLength(5);
  for (const [name, value] of wanted) expect(response?.headers()[name.toLowerCase()]).toBe(value);
});

test('the content security policy forbids eval and is broken by nothing the page does', async ({
  page,
  complaints,
}) => {
  await open(page, EXPLORE);
  await expect(page.getByRole('textbox', { name: 'Source' })).toBeVisible();
  expect(complaints).toEqual([]);
  const outcome = await page.evaluate(async () => {
    // Playwright lifts the policy until its own script first waits.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      return String(new Function('return 1')());
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(outcome).toBe('EvalError');
  complaints.length = 0;
});
