import { defineConfig, devices } from '@playwright/test';
import { findBrowser, launchOptions } from './scripts/browser.mjs';

/** Two hosts of the same build: one that sends the isolation headers, and one that sends none (static.spec.ts). */
export const APP_URL = 'http://127.0.0.1:4317/';
export const STATIC_URL = 'http://localhost:4318/';

const ci = process.env.CI !== undefined;
const STATIC_SPECS = '**/static*.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 30_000,
  fullyParallel: true,
  forbidOnly: ci,
  retries: ci ? 1 : 0,
  workers: 2,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    trace: 'retain-on-failure',
    launchOptions: launchOptions(findBrowser()),
  },
  projects: [
    { name: 'app', testIgnore: STATIC_SPECS, use: { baseURL: APP_URL } },
    { name: 'static', testMatch: STATIC_SPECS, use: { baseURL: STATIC_URL } },
  ],
  webServer: [
    {
      command: 'npx vite preview --host 127.0.0.1 --port 4317 --strictPort',
      url: APP_URL,
      reuseExistingServer: !ci,
    },
    {
      command: 'node scripts/static-server.mjs 4318',
      url: `${STATIC_URL}lab/`,
      reuseExistingServer: !ci,
    },
  ],
});
