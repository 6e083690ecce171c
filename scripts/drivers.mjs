/**
 * The browsers that `npm run browsers` drives, each behind the same few calls: Chromium and Firefox by Puppeteer (WebDriver BiDi), WebKitGTK
 * by plain WebDriver, which is all that it speaks.
 */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @typedef {object} Driver
 * @property {(url: string) => Promise<void>} open
 * @property {(expression: string) => Promise<any>} evaluate
 * @property {(key: 'Enter') => Promise<void>} press
 * @property {string[] | null} complaints errors on the console; null where nobody tells of them
 * @property {() => Promise<void>} close
 */

/**
 * @param {any} puppeteer the module
 * @param {object} options of its launch
 * @returns {Promise<Driver>}
 */
export async function drivePuppeteer(puppeteer, options) {
  const browser = await puppeteer.launch({
    headless: true,
    protocolTimeout: 600_000,
    timeout: 600_000,
    ...options,
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(600_000);
  await page.setViewport({ width: 1440, height: 900 });
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', (/** @type {Error} */ error) => complaints.push(String(error)));
  page.on('console', (/** @type {any} */ message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {
    complaints,
    open: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
  };
}

const ENTER = '\uE007';

/**
 * @param {object} options
 * @param {number} options.port for the driver to listen at
 * @param {string} options.binary MiniBrowser
 * @param {Record<string, string>} options.env on top of the current one
 * @returns {Promise<Driver>}
 */
export async function driveWebKit({ port, binary, env }) {
  const server = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  const root = `http://127.0.0.1:${port}/session`;
  // Xvfb and the driver are in its group; a driver left over would refuse the next session.
  const end = () => {
    try {
      if (server.pid) process.kill(-server.pid);
    } catch {}
  };
  process.once('exit', end);
  try {
    const capabilities = {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    };
    const { sessionId } = await send(root, { capabilities }, 100);
    const session = `${root}/${sessionId}`;
    await send(`${session}/window/rect`, { width: 1440, height: 900 });
    return {
      complaints: null,
      open: (url) => send(`${session}/url`, { url }),
      evaluate: (expression) => send(`${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
      press: () =>
        send(`${session}/actions`, {
          actions: [
            {
              type: 'key',
              id: 'keyboard',
              actions: [
                { type: 'keyDown', value: ENTER },
                { type: 'keyUp', value: ENTER },
              ],
            },
          ],
        }),
      async close() {
        await fetch(session, { method: 'DELETE' });
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/**
 * A command of WebDriver; tried again while the driver does not listen yet.
 * @param {string} url
 * @param {object} body
 * @param {number} tries
 * @returns {Promise<any>}
 */
async function send(url, body, tries = 1) {
  for (let left = tries; ; left--) {
    try {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      const { value } = /** @type {{ value: any }} */ (await response.json());
      if (!response.ok) throw new Error(value?.message ?? response.statusText);
      return value;
    } catch (error) {
      if (!(error instanceof TypeError) || left <= 1) throw error;
      await sleep(200);
    }
  }
}
