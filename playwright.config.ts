import { defineConfig, devices } from '@playwright/test';
import { findBrowser, launchOptions } from './scripts/browser.mjs';
import { PATIENCE_MS } from './scripts/patience.mjs';

/** E2E_PORT and the next one: a second checkout beside this one asks for ports of its own, or it would be served this one's build. */
const port = Number(process.env.E2E_PORT ?? 4317);

/** Two hosts of the same build: one that sends the isolation headers, and one that sends none (static*.spec.ts). */
export const APP_URL = `http://127.0.0.1:${port}/`;
export const STATIC_URL = `http://localhost:${port + 1}/`;

const ci = process.env.CI !== undefined;
const STATIC_SPECS = '**/static*.spec.ts';
/** Of these the machine or axe runs long enough for an optimising compiler to be worth its while. */
const LONG_SPECS = ['**/axe.spec.ts', '**/free.spec.ts', '**/limits.spec.ts'];
/** A page lives for seconds in the others: to optimise its code took half of all processor time. */
const UNOPTIMIZED = '--js-flags=--no-opt --no-maglev';

const browser = launchOptions(findBrowser());
/** Nearly all the rest of a test's processor time was the frames of stories that play and the app that is kept for offline, in every new context. */
const app = {
  baseURL: APP_URL,
  serviceWorkers: 'block',
  contextOptions: { reducedMotion: 'reduce' },
} as const;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: PATIENCE_MS,
  expect: { timeout: PATIENCE_MS },
  fullyParallel: true,
  forbidOnly: ci,
  retries: ci ? 1 : 0,
  workers: 2,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    trace: 'on-first-retry',
    launchOptions: browser,
  },
  projects: [
    { name: 'long', testMatch: LONG_SPECS, use: app },
    {
      name: 'app',
      testIgnore: [STATIC_SPECS, ...LONG_SPECS],
      use: { ...app, launchOptions: { ...browser, args: [...(browser.args ?? []), UNOPTIMIZED] } },
    },
    { name: 'static', testMatch: STATIC_SPECS, use: { baseURL: STATIC_URL } },
  ],
  webServer: [
    {
      command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
      url: APP_URL,
      timeout: PATIENCE_MS,
      reuseExistingServer: !ci,
    },
    {
      command: `node scripts/static-server.mjs ${port + 1}`,
      url: `${STATIC_URL}lab/`,
      timeout: PATIENCE_MS,
      reuseExistingServer: !ci,
    },
  ],
});
