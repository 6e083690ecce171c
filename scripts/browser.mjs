/**
 * Finds a Chromium for the tests, or installs one: Playwright's own, the system's, or a headless shell from the
 * npm registry, in this order. `node scripts/browser.mjs` installs and prints what it found.
 *
 * Always ask again instead of keeping the answer: an installation may have happened in between.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { PATIENCE_MS } from './patience.mjs';

/**
 * @typedef {object} Browser
 * @property {string | undefined} executablePath undefined: Playwright's own
 * @property {Record<string, string>} env what the process needs on top of the current environment
 */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const SHELL_PACKAGE = '@sparticuz/chromium@143.0.4'; // the newest whose engines accept node 20
const SHELL_PREFIX = fileURLToPath(new URL('../node_modules/.cache/browser', import.meta.url));

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return spawnSync(path, ['--version'], { timeout: PATIENCE_MS }).status === 0;
  } catch {
    return false;
  }
}

/** @returns {Browser | null} */
function fromSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC_CHROME];
  const path = candidates.find((candidate) => existsSync(candidate) && runs(candidate));
  return path === undefined ? null : { executablePath: path, env: {} };
}

/**
 * The npm headless shell comes as brotli archives. Its serverless flags are not used: they switch off the
 * isolation that SharedArrayBuffer needs.
 * @returns {Browser | null}
 */
function fromNpm() {
  const archives = join(SHELL_PREFIX, 'node_modules/@sparticuz/chromium/bin');
  if (!existsSync(join(archives, 'chromium.br'))) return null;
  const folder = join(SHELL_PREFIX, 'chromium');
  const executablePath = join(folder, 'chromium');
  /** @param {string} name */
  const inflate = (name) => brotliDecompressSync(readFileSync(join(archives, name)));
  /** @param {string} name */
  const untar = (name) => spawnSync('tar', ['-x', '-C', folder], { input: inflate(name) });
  mkdirSync(folder, { recursive: true });
  if (!existsSync(executablePath)) writeFileSync(executablePath, inflate('chromium.br'), { mode: 0o755 });
  if (!existsSync(join(folder, 'lib'))) untar('al2023.tar.br');
  if (!existsSync(join(folder, 'libGLESv2.so'))) untar('swiftshader.tar.br');
  return { executablePath, env: runs(executablePath) ? {} : { LD_LIBRARY_PATH: join(folder, 'lib') } };
}

/** @returns {Browser | null} */
function find() {
  if (process.env.CHROME_BIN) return { executablePath: process.env.CHROME_BIN, env: {} };
  if (existsSync(chromium.executablePath())) return { executablePath: undefined, env: {} };
  return fromSystem() ?? fromNpm();
}

/**
 * Where a Chromium is, or null. With `install`, tries in turn what may give one; a machine without a way to a
 * browser download, without root or without npm only loses that one try.
 * @param {{ install?: boolean, log?: (line: string) => void }} options
 * @returns {Browser | null}
 */
export function findBrowser({ install = false, log = () => {} } = {}) {
  const found = find();
  if (found || !install) return found;
  /** @param {string} command @param {string[]} args */
  const attempt = (command, ...args) => {
    log(`> ${command} ${args.join(' ')}`);
    const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: PATIENCE_MS });
    return status === 0;
  };
  if (attempt('npx', 'playwright', 'install', 'chromium') && find()) return find();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', 'update');
    attempt('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
    if (find()) return find();
  }
  attempt('npm', 'install', '--prefix', SHELL_PREFIX, '--no-save', SHELL_PACKAGE);
  return find();
}

/**
 * Launch options for a found browser, the same for vitest and Playwright. Desktop browsers keep each site in a
 * process of its own; the headless shell must be told, or an embedded page is never isolated.
 * @param {Browser | null} browser
 * @returns {import('playwright').LaunchOptions}
 */
export function launchOptions(browser) {
  return {
    timeout: PATIENCE_MS,
    args: ['--disable-quic', '--disable-gpu', '--site-per-process'],
    ...(browser?.executablePath === undefined
      ? {}
      : {
          executablePath: browser.executablePath,
          env: /** @type {Record<string, string>} */ ({ ...process.env, ...browser.env }),
        }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const browser = findBrowser({ install: true, log: console.error });
  console.log(browser ? JSON.stringify(browser) : 'No Chromium found: set CHROME_BIN to one.');
  process.exitCode = browser ? 0 : 1;
}
