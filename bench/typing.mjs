/**
 * What a person who writes waits for, measured in Chromium on the built page: from a key to what is wrong with the text, for programs of 50,
 * 150 and 600 lines; from a key to the verdict, for the starting points; and how long the links of the programs are.
 *
 *     npm run build && node bench/typing.mjs [--keys 20] [--dist dist]
 *
 * Serves the build itself. Times move with the machine, so none is a test: the load of the machine is printed beside them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { served } from './serve.mjs';

const { values } = parseArgs({
  options: { keys: { type: 'string', default: '20' }, dist: { type: 'string', default: 'dist' } },
});
const KEYS = Number(values.keys);

/** @type {(list: readonly number[], q: number) => number} */
const quantile = (list, q) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))];
/** @type {(what: string, list: readonly number[], more?: string) => void} */
const row = (what, list, more = '') =>
  console.log(
    `${what.padEnd(36)} median ${quantile(list, 0.5).toFixed(0)}  p99 ${quantile(list, 0.99).toFixed(0)}  n ${list.length}${more}`,
  );

/** The thread pool again and again, each in a namespace of its own, of which main uses the first. @param {number} lines */
function programOf(lines) {
  const text = readFileSync(new URL('../src/starters/thread-pool/right.cpp', import.meta.url), 'utf8');
  const includes = text.match(/^#include.*$/gm)?.join('\n') ?? '';
  const pool = text.slice(text.indexOf('class Pool'), text.indexOf('int main'));
  const main = text.slice(text.indexOf('int main')).replace('Pool pool', 'n0::Pool pool');
  const whole = (/** @type {number} */ n) =>
    `${includes}\n${Array.from({ length: n }, (_, i) => `namespace n${i} {\n${pool}}\n`).join('\n')}\n${main}`;
  let n = 1;
  while (whole(n + 1).split('\n').length <= lines + 10) n++;
  return whole(n);
}

/** @type {(page: import('playwright').Page) => Promise<unknown>} */
const idle = (page) => page.waitForFunction(() => document.documentElement.dataset.idle === 'true');

/** ms from a key until the strip says what it is to say. @param {import('playwright').Page} page @param {string} key @param {string} wanted */
async function keyTo(page, key, wanted) {
  await page.evaluate((pattern) => {
    const said = new RegExp(pattern);
    const strip = /** @type {Element} */ (document.querySelector('[aria-label=Verdict]'));
    const waiting = new Promise((resolve) => {
      addEventListener(
        'keydown',
        () => {
          const start = performance.now();
          // What stands there is of the text before, until the first change.
          const observer = new MutationObserver(() => {
            if (!said.test(strip.textContent ?? '')) return;
            observer.disconnect();
            resolve(performance.now() - start);
          });
          observer.observe(strip, { childList: true, characterData: true, subtree: true });
        },
        { once: true, capture: true },
      );
    });
    Object.assign(window, { waiting });
  }, wanted);
  await page.keyboard.press(key);
  return page.evaluate(() => /** @type {any} */ (window).waiting);
}

/** @param {import('playwright').Page} page @param {string} home @param {string} text */
async function write(page, home, text) {
  await page.goto(`${home}#/new`);
  await idle(page);
  await page.getByRole('textbox', { name: 'Source' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await idle(page);
}

/** @param {import('playwright').Page} page */
async function linkLength(page) {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText(/Link to this step copied|too long for a link/).waitFor();
  return (await page.evaluate(() => navigator.clipboard.readText())).length;
}

await served({ dist: values.dist, port: 4391 }, async (browser, home) => {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  for (const lines of [50, 150, 600]) {
    const text = programOf(lines);
    await write(page, home, text);
    const length = await linkLength(page);
    // Before `done == 1`: a name that nobody has declared, and back.
    await page.getByRole('textbox', { name: 'Source' }).click();
    await page.keyboard.press('ControlOrMeta+End');
    for (let i = 0; i < 3 + (text.endsWith('\n') ? 0 : -1); i++) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    /** @type {number[]} */
    const times = [];
    for (let i = 0; i < KEYS; i++) {
      times.push(await keyTo(page, 'x', 'Does not compile'));
      await page.keyboard.press('Backspace');
      await idle(page);
    }
    row(`key to diagnostics, ${text.split('\n').length} lines`, times, `  link ${length} characters`);
  }
  /** @type {number[]} */
  const all = [];
  const starters = readdirSync(new URL('../src/starters', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'empty')
    .map(({ name }) => name);
  for (const name of starters) {
    await page.goto(`${home}#/new/${name}`);
    await idle(page);
    await page.getByRole('textbox', { name: 'Source' }).click();
    await page.keyboard.press('ControlOrMeta+End');
    const times = [];
    for (let i = 0; i < 3; i++)
      times.push(await keyTo(page, 'Enter', 'No interleaving fails|Some interleavings end'));
    all.push(...times);
    row(`key to verdict, ${name}`, times);
  }
  row('key to verdict, all', all);
});
