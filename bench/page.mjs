/**
 * What a user waits for, measured in Chromium on the built page: load, click to painted, and frames while steps come at 100 a second.
 *
 *     npm run build && node bench/page.mjs [--clicks 300]
 *
 * Serves dist/ itself. Times are medians and 99th percentiles in milliseconds; they move with the machine, so none is a test.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from 'playwright';
import { findBrowser, launchOptions } from '../scripts/browser.mjs';

const at = process.argv.indexOf('--clicks');
const CLICKS = at < 0 ? 300 : Number(process.argv[at + 1]);
const PORT = 4390;
const SCENARIO = `http://127.0.0.1:${PORT}/#/mb-38521/before`;

/** @type {(list: readonly number[], q: number) => number} */
const quantile = (list, q) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))];
/** @type {(what: string, list: readonly number[]) => void} */
const row = (what, list) =>
  console.log(
    `${what.padEnd(44)} median ${quantile(list, 0.5).toFixed(1)}  p99 ${quantile(list, 0.99).toFixed(1)}  n ${list.length}`,
  );
/** @type {(page: import('playwright').Page) => Promise<unknown>} */
const idle = (page) => page.waitForFunction(() => document.documentElement.dataset.idle === 'true');

/**
 * In the page: presses a Step button and waits until the frame with the new status has been painted.
 *
 * @param {import('playwright').Page} page
 * @param {number} clicks
 */
async function clickToPainted(page, clicks) {
  return page.evaluate(async (n) => {
    /** @type {number[]} */
    const times = [];
    const status = document.querySelector('[role=status]') ?? document.body;
    /** @param {number} ms */
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    /** The time at which the next frame has been painted. @returns {Promise<number>} */
    const painted = () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now());
          channel.port2.postMessage(null);
        });
      });
    const changed = () =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(undefined);
        });
        observer.observe(status, { childList: true, characterData: true, subtree: true });
      });
    /** The first thread's button that can be pressed. @returns {HTMLElement | undefined} */
    const able = () =>
      Array.from(document.querySelectorAll('button')).find(
        (b) => /^Step (main|bucket_del|worker)$/.test(b.ariaLabel ?? '') && b.ariaDisabled !== 'true',
      );
    for (let i = 0; i < n; i++) {
      let step = able();
      if (step === undefined) {
        document
          .querySelector('button[aria-label="Restart"]')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        await pause(60);
        step = able();
      }
      if (step === undefined) break;
      const answer = changed();
      const start = performance.now();
      step.click();
      await answer;
      times.push((await painted()) - start);
      await pause(20);
    }
    return times;
  }, clicks);
}

/**
 * Steps forward and back 100 times a second for a while; answers the time between frames.
 *
 * @param {import('playwright').Page} page
 */
async function framesWhilePlaying(page) {
  return page.evaluate(async () => {
    /** @type {number[]} */
    const frames = [];
    let last = performance.now();
    let on = true;
    /** @param {number} now */
    const tick = (now) => {
      frames.push(now - last);
      last = now;
      if (on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    /** @param {string} name */
    const press = (name) =>
      document
        .querySelector(`button[aria-label="${name}"]`)
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    for (let i = 0; i < 300; i++) {
      press(Math.floor(i / 20) % 2 === 0 ? 'Step forward' : 'Step back');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    on = false;
    return frames.slice(2);
  });
}

const server = spawn(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'preview', '--host', '127.0.0.1', '--port', String(PORT), '--strictPort'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
await once(server.stdout, 'data');
const browser = await chromium.launch(launchOptions(findBrowser()));
try {
  const loads = [];
  const transferred = new Map();
  for (let i = 0; i < 5; i++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.on('response', async (r) => {
      if (r.url().endsWith('.js'))
        transferred.set(new URL(r.url()).pathname, (await r.body().catch(() => '')).length);
    });
    const start = Date.now();
    await page.goto(SCENARIO);
    await idle(page);
    loads.push(Date.now() - start);
    await context.close();
  }
  row('open a scenario, until it can be stepped', loads);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(SCENARIO);
  await idle(page);
  row('Step, click to painted', await clickToPainted(page, CLICKS));
  await page.goto(`${SCENARIO}?s=a3b5c17b2&at=0`);
  await idle(page);
  const frames = await framesWhilePlaying(page);
  row('between frames at 100 steps a second', frames);
  console.log(
    `${''.padEnd(44)} dropped (over 1.5 frames) ${frames.filter((f) => f > 25).length} of ${frames.length}`,
  );
  for (const [path, bytes] of transferred)
    console.log(`${path.padEnd(44)} ${(bytes / 1000).toFixed(0)} kB before compression`);
} finally {
  await browser.close();
  server.kill();
}
