/**
 * What a user waits for, measured in Chromium on the built page: load, click to painted and what that is made of, frames while steps
 * come at 100 a second, and how long the page is deaf while a search meets its limit.
 *
 *     npm run build && node bench/page.mjs [--clicks 300] [--dist dist]
 *
 * Serves the build itself. Times are medians and 99th percentiles in milliseconds; they move with the machine, so none is a test.
 */
import { parseArgs } from 'node:util';
import { explode } from './explosion.mjs';
import { served } from './serve.mjs';
import { traced } from './trace.mjs';

const { values } = parseArgs({
  options: { clicks: { type: 'string', default: '300' }, dist: { type: 'string', default: 'dist' } },
});
const CLICKS = Number(values.clicks);

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
      performance.mark('from');
      const start = performance.now();
      step.click();
      await answer;
      times.push((await painted()) - start);
      performance.mark('to');
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

/**
 * The tasks of 50 ms and more, from now until the search has met its limit and the page shows that.
 *
 * @param {import('playwright').Page} page
 */
async function longTasksWhileExploring(page) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const tasks = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((e) => e.duration)),
    );
    observer.observe({ type: 'longtask' });
    Object.assign(window, { tasks });
  });
  const clicks = await clickToPainted(page, 40);
  await page.waitForFunction(() => document.body.textContent.includes('At its limit'), null, {
    timeout: 60_000,
  });
  // What the answer brings with it is drawn, and the line found in it, a little later.
  await page.waitForTimeout(1000);
  const tasks = await page.evaluate(() => /** @type {any} */ (window).tasks);
  return { clicks, tasks: /** @type {number[]} */ (tasks) };
}

/**
 * The mean of some clicks, by what the main thread did, in ms of processor time.
 * @param {string} what
 * @param {readonly import('./trace.mjs').Span[]} spans
 */
function divided(what, spans) {
  const kinds = /** @type {import('./trace.mjs').Kind[]} */ (Object.keys(spans[0].ms));
  const means = kinds.map((kind) => spans.reduce((sum, { ms }) => sum + ms[kind], 0) / spans.length);
  const parts = kinds.map((kind, i) => `${kind} ${means[i].toFixed(1)}`).join(', ');
  console.log(`${what.padEnd(44)} ${means.reduce((a, b) => a + b).toFixed(1)} of processor time: ${parts}`);
}

await served({ dist: values.dist, port: 4390 }, async (browser, home) => {
  const scenario = `${home}#/mb-38521/before`;
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
    await page.goto(scenario);
    await idle(page);
    loads.push(Date.now() - start);
    await context.close();
  }
  row('open a scenario, until it can be stepped', loads);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(scenario);
  await idle(page);
  row('Step, click to painted', await clickToPainted(page, CLICKS));
  const { spans } = await traced(page, () => clickToPainted(page, CLICKS));
  divided('  of the main thread, mean', spans);
  const work = (/** @type {import('./trace.mjs').Span} */ { ms }) =>
    Object.values(ms).reduce((a, b) => a + b);
  spans.sort((a, b) => work(b) - work(a));
  divided('  the same, of the slowest twentieth', spans.slice(0, Math.ceil(spans.length / 20)));
  await page.goto(`${scenario}?s=a3b5c17b2&at=0`);
  await idle(page);
  const frames = await framesWhilePlaying(page);
  row('between frames at 100 steps a second', frames);
  console.log(
    `${''.padEnd(44)} dropped (over 1.5 frames) ${frames.filter((f) => f > 25).length} of ${frames.length}`,
  );
  const deaf = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await explode(deaf);
  await deaf.goto(scenario);
  await idle(deaf);
  /** @type {{ clicks: number[], tasks: number[] }} */
  let exploring = { clicks: [], tasks: [] };
  const { longest } = await traced(deaf, async () => {
    exploring = await longTasksWhileExploring(deaf);
  });
  const { clicks, tasks } = exploring;
  row('Step, click to painted, while exploring', clicks);
  console.log(
    `${'longest main-thread task while exploring'.padEnd(44)} ${longest.toFixed(1)} of processor time (goal: 50), ${tasks.length} of 50 and more by the clock${tasks.length > 0 ? `, the longest ${Math.max(...tasks).toFixed(0)}` : ''}`,
  );
  for (const [path, bytes] of transferred)
    console.log(`${path.padEnd(44)} ${(bytes / 1000).toFixed(0)} kB before compression`);
});
