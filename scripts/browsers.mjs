/**
 * `npm run browsers`: drives the built page in Chromium, Firefox and WebKitGTK through one scenario, its link and what a host without
 * headers gives, and prints a table. Installs what Debian has of them. Not a part of `npm test`: elsewhere they are not to be had.
 * Names after it choose among the browsers. PORT is the first of three ports it uses.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { findBrowser } from './browser.mjs';
import { drivePuppeteer, driveWebKit } from './drivers.mjs';
import { installPackages, ROOT, run } from './install.mjs';

const PUPPETEER = 'puppeteer-core@24.8.2'; // the newest here whose engines accept node 20
const CACHE = join(ROOT, 'node_modules/.cache/browsers');
const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth'];
const PORT = Number(process.env.PORT ?? 5280);
const APP = `http://127.0.0.1:${PORT}/`;
/** `localhost` is a secure context in all of them, and another site than APP. */
const PLAIN = `http://localhost:${PORT + 1}/`;
/** ms to wait for what the page is to show. */
const PATIENCE_MS = 120_000;

const STORY = '#/mb-38521/before';
const IDLE = `document.documentElement.dataset.idle === 'true' && document.querySelector('[aria-busy=true]') === null`;
/** @param {string} name */
const region = (name) => `document.querySelector('section[aria-label="${name}"]')?.innerText ?? ''`;
const STATUS = `document.querySelector('[role=status][aria-label=Step]')?.textContent ?? ''`;
const MODE = `/Real threads|One worker: no shared memory here/.exec(document.body.innerText)?.[0] ?? ''`;
/** Where a page stands that does not come to what is waited for. */
const STANDS = `JSON.stringify({
  status: ${STATUS},
  idle: document.documentElement.dataset.idle,
  busy: [...document.querySelectorAll('[aria-busy=true]')].map((each) => each.outerHTML.slice(0, 120)),
  current: [...document.querySelectorAll('[aria-current=step]')].map((each) => each.textContent),
  focus: document.activeElement?.outerHTML.slice(0, 120),
})`;
/** @param {string} name */
const click = (name) =>
  `[...document.querySelectorAll('button')].find((b) => (b.getAttribute('aria-label') ?? b.innerText).trim() === '${name}').click()`;

/** @typedef {import('./drivers.mjs').Driver} Driver */

/**
 * Waits until an expression holds in the page; during a reload there is none to ask.
 * @param {Driver} driver
 * @param {string} expression
 */
async function until(driver, expression) {
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(100)) {
    try {
      if (await driver.evaluate(`(${expression}) ? true : false`)) return;
    } catch {}
    if (Date.now() > end)
      throw new Error(`waited in vain for ${expression}; ${await driver.evaluate(STANDS)}`);
  }
}

/** @param {Driver} driver @param {string} url */
async function open(driver, url) {
  // A page that differs only behind the # would not be loaded.
  await driver.open('about:blank');
  await driver.open(url);
  await until(driver, `location.href !== 'about:blank' && ${IDLE}`);
}

/** What is tried, in this order: a row each. Says what was seen, or throws. @type {[string, (driver: Driver) => Promise<string>][]} */
const ROWS = [
  [
    'isolated / shared memory',
    async (driver) => {
      await open(driver, APP);
      return driver.evaluate("crossOriginIsolated + ' / ' + typeof SharedArrayBuffer");
    },
  ],
  [
    'home has a card for each bug',
    async (driver) =>
      `${await driver.evaluate(`document.querySelectorAll('a[href^="#/mb-"]').length`)} links`,
  ],
  [
    'a scenario is stepped',
    async (driver) => {
      await open(driver, APP + STORY);
      for (let step = 1; step <= 3; step++) {
        await driver.evaluate(click('Step main'));
        await until(driver, `${IDLE} && (${STATUS}).startsWith('Step ${step} of')`);
      }
      return 'yes';
    },
  ],
  ['mode shown', async (driver) => driver.evaluate(MODE)],
  [
    'the story, by Enter to its end',
    async (driver) => {
      await open(driver, APP + STORY);
      const parts = `[...document.querySelectorAll('[aria-label="Parts of the story"] button')]`;
      const count = await driver.evaluate(`${parts}.length`);
      for (let part = 0; part < count; part++) {
        await driver.press('Enter');
        await until(driver, `${IDLE} && ${parts}[${part}].getAttribute('aria-current') === 'step'`);
      }
      return `${count} parts`;
    },
  ],
  [
    'the crash, its report and the interleavings',
    async (driver) => {
      await open(driver, `${APP}${STORY}?s=a3b5c17b2&at=27`);
      await until(driver, `(${region('Report')}).includes('null-dereference')`);
      await until(driver, `/\\b21 of (the )?(first )?45\\b/.test(${region('Interleavings')})`);
      return 'yes, 21 of 45 fail';
    },
  ],
  [
    'the link of Share opens at its step',
    async (driver) => {
      await driver.evaluate(
        `(navigator.clipboard.writeText = async (text) => { document.documentElement.dataset.copied = text; }, 0)`,
      );
      const before = await driver.evaluate(STATUS);
      await driver.evaluate(click('Share'));
      await until(driver, 'document.documentElement.dataset.copied');
      await open(driver, await driver.evaluate('document.documentElement.dataset.copied'));
      await until(driver, `(${STATUS}) === ${JSON.stringify(before)}`);
      return 'yes';
    },
  ],
  [
    'a host without headers',
    async (driver) => {
      await open(driver, `${PLAIN}lab/${STORY}`);
      await until(driver, 'crossOriginIsolated');
      await until(driver, `${IDLE} && (${STATUS}).startsWith('Before the first of 27')`);
      await driver.evaluate(click('Step main'));
      await until(driver, `${IDLE} && (${STATUS}).startsWith('Step 1 of')`);
      return `isolated, ${await driver.evaluate(MODE)}`;
    },
  ],
];

/** Behind the others, and with the host gone. @param {Driver} driver */
async function offline(driver) {
  await until(driver, 'navigator.serviceWorker.controller !== null');
  await driver.evaluate('(setTimeout(() => location.reload()), 0)');
  await sleep(500);
  await until(driver, `${IDLE} && (${STATUS}).startsWith('Step 1 of')`);
  return 'yes';
}

/** @param {Driver} driver */
async function withoutServiceWorker(driver) {
  await open(driver, `${PLAIN}bare/${STORY}`);
  await driver.evaluate(click('Step main'));
  await until(driver, `${IDLE} && (${STATUS}).startsWith('Step 1 of')`);
  return driver.evaluate(MODE);
}

/** Resolves when it listens. @returns {Promise<import('node:child_process').ChildProcess>} */
async function plainHost() {
  const host = spawn('node', [join(ROOT, 'scripts/static-server.mjs'), String(PORT + 1)], {
    stdio: 'inherit',
  });
  const listens = () =>
    fetch(PLAIN).then(
      () => true,
      () => false,
    );
  while (!(await listens())) await sleep(100);
  return host;
}

/** @param {Driver} driver @returns {Promise<Record<string, string>>} */
async function examine(driver) {
  /** @type {Record<string, string>} */
  const seen = {};
  /** @param {string} what @param {(driver: Driver) => Promise<string>} look */
  const row = async (what, look) => {
    seen[what] = await look(driver).catch((error) => `**no**: ${error.message.split('\n')[0]}`);
    console.error(`  ${what}: ${seen[what]}`);
  };
  let host = await plainHost();
  for (const [what, look] of ROWS) await row(what, look);
  host.kill();
  await row('the same, offline', offline);
  host = await plainHost();
  await row('a host without headers or service worker', withoutServiceWorker);
  host.kill();
  if (driver.complaints !== null)
    seen['errors on the console'] =
      driver.complaints.length === 0 ? 'none' : [...new Set(driver.complaints)].join('; ');
  return seen;
}

async function loadPuppeteer() {
  const from = createRequire(join(CACHE, 'x.js'));
  const found = () => from.resolve('puppeteer-core');
  try {
    found();
  } catch {
    run(`npm install --prefix "${CACHE}" --no-save ${PUPPETEER}`);
  }
  return (await import(pathToFileURL(found()).href)).default;
}

/** @returns {string | undefined} */
function miniBrowser() {
  const folder = '/usr/lib';
  return readdirSync(folder, { recursive: false, encoding: 'utf8' })
    .flatMap((name) => ['4.1', '6.0'].map((api) => join(folder, name, `webkit2gtk-${api}`, 'MiniBrowser')))
    .find((path) => existsSync(path));
}

/** @type {Record<string, () => Promise<Driver>>} */
const BROWSERS = {
  async Chromium() {
    const { executablePath, env } = findBrowser({ install: true, log: console.error }) ?? { env: {} };
    const { chromium } = await import('playwright');
    return drivePuppeteer(await loadPuppeteer(), {
      executablePath: executablePath ?? chromium.executablePath(),
      env: { ...process.env, ...env },
      args: ['--no-sandbox'],
    });
  },
  Firefox: async () =>
    drivePuppeteer(await loadPuppeteer(), { browser: 'firefox', executablePath: '/usr/bin/firefox-esr' }),
  WebKitGTK: () => driveWebKit({ port: PORT + 2, binary: miniBrowser() ?? '', env: {} }),
  'WebKitGTK, shared memory switched on': () =>
    driveWebKit({ port: PORT + 2, binary: miniBrowser() ?? '', env: { JSC_useSharedArrayBuffer: '1' } }),
};

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
installPackages();
const missing =
  !existsSync('/usr/bin/firefox-esr') || miniBrowser() === undefined || !existsSync('/usr/bin/xvfb-run');
if (missing && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  spawnSync('apt-get', ['update'], { stdio: ['ignore', 2, 2] });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], {
    stdio: ['ignore', 2, 2],
  });
}
if (process.env.BUILT === undefined && !run('vite build')) process.exit(1);
const { preview } = await import('vite');
const server = await preview({ root: ROOT, preview: { host: '127.0.0.1', port: PORT, strictPort: true } });

const named = process.argv.slice(2);
/** @type {[string, Record<string, string>][]} */
const columns = [];
for (const [name, start] of Object.entries(BROWSERS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.error(name);
  try {
    const driver = await start();
    columns.push([name, await examine(driver)]);
    await driver.close();
  } catch (error) {
    columns.push([name, { 'it starts': `**no**: ${/** @type {Error} */ (error).message.split('\n')[0]}` }]);
  }
}
await server.close();

const rows = [...new Set(columns.flatMap(([, seen]) => Object.keys(seen)))];
console.log(`| | ${columns.map(([name]) => name).join(' | ')} |\n|---|${columns.map(() => '---|').join('')}`);
for (const what of rows)
  console.log(`| ${what} | ${columns.map(([, seen]) => seen[what] ?? '–').join(' | ')} |`);
process.exitCode = columns.some(([, seen]) => Object.values(seen).some((text) => text.startsWith('**no**')))
  ? 1
  : 0;
process.exit();
