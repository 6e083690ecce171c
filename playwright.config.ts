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
    launchOptions: launchOptions(findBrowser()),
  },
  projects: [
    {
      name: 'app',
      testIgnore: STATIC_SPECS,
      // Nearly all of a test's processor time was the frames of stories that play and the app that is kept for offline, in every new context.
      use: { baseURL: APP_URL, serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } },
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
