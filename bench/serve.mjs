/** The built page in a browser, for who measures it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { chromium } from 'playwright';
import { findBrowser, launchOptions } from '../scripts/browser.mjs';

/**
 * Serves a build, opens a browser, and closes both when `measure` is done, whatever comes of it. `home`: where the page is.
 *
 * @param {{ readonly dist: string, readonly port: number }} where
 * @param {(browser: import('playwright').Browser, home: string) => Promise<void>} measure
 */
export async function served({ dist, port }, measure) {
  console.log(`load of the machine ${loadavg()[0].toFixed(1)}`);
  const host = '127.0.0.1';
  const preview = ['preview', '--outDir', dist, '--host', host, '--port', `${port}`, '--strictPort'];
  const server = spawn(process.execPath, ['node_modules/vite/bin/vite.js', ...preview], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const ended = once(server, 'exit').then(() => {
      throw new Error(`nothing is served at port ${port}`);
    });
    await Promise.race([once(server.stdout, 'data'), ended]);
    const browser = await chromium.launch(launchOptions(findBrowser()));
    try {
      await measure(browser, `http://${host}:${port}/`);
    } finally {
      await browser.close();
    }
  } finally {
    server.kill();
  }
}
