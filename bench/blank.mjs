/** A page with nothing on it but our modules and isolation: the app would have workers of its own. */
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { findBrowser, launchOptions } from '../scripts/browser.mjs';

/** It, and how to end the browser and the server behind it. */
export async function openBlank() {
  const server = await createServer({ logLevel: 'error', server: { port: 0, hmr: false, watch: null } });
  await server.listen();
  const browser = await chromium.launch(launchOptions(findBrowser()));
  const page = await browser.newPage();
  await page.route('**/blank', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html>',
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    }),
  );
  await page.goto(`${server.resolvedUrls?.local[0]}blank`);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { page, close };
}
