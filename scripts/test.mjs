/**
 * `npm test`: installs what is missing, a browser included, then runs every check to its end, the failed ones
 * too. Names after `npm test --` choose among the checks; `deep` runs only when it is named (`npm run test:deep`).
 * The last line is the sum: each test, and each check that has no tests, counts one.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, ROOT, run } from './install.mjs';

const REPORTS = join(ROOT, 'node_modules/.tmp');
const PLAYWRIGHT_REPORT = join(REPORTS, 'playwright.json');

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {object} Check
 * @property {string} name
 * @property {string} command
 * @property {Record<string, string>} [env]
 * @property {{ file: string, count: (report: any) => Counts }} [tests] where its tests are counted, if it has any
 */

/**
 * @param {string} name
 * @param {string[]} projects of vite.config.ts
 * @returns {Check}
 */
function vitest(name, ...projects) {
  const file = join(REPORTS, `${name}.json`);
  const chosen = projects.map((project) => `--project ${project}`).join(' ');
  return {
    name,
    command: `vitest run ${chosen} --reporter=default --reporter=json --outputFile.json="${file}"`,
    tests: {
      file,
      count: (report) => ({
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
      }),
    },
  };
}

/** @type {Check[]} */
const CHECKS = [
  { name: 'lint', command: 'biome check .' },
  { name: 'types', command: 'tsc -b' },
  vitest('unit', 'unit', 'browser'),
  { name: 'scenarios', command: 'node scripts/check.mjs --all' },
  { name: 'build', command: 'vite build' },
  { name: 'size', command: 'size-limit' },
  {
    name: 'e2e',
    command: 'playwright test --reporter=list,json',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
    tests: {
      file: PLAYWRIGHT_REPORT,
      count: ({ stats }) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        skipped: stats.skipped,
      }),
    },
  },
  { name: 'dead', command: 'knip' },
];

/** What takes long and is run by its name only. */
const DEEP = vitest('deep', 'deep', 'deep-browser');

/**
 * Runs one check and counts it. One that fails without a failed test (a suite that does not load, a server that
 * does not start) counts as one failure.
 * @param {Check} check
 * @returns {Counts}
 */
function runCheck({ name, command, env, tests }) {
  console.log(`\n── ${name}: ${command}`);
  if (tests) rmSync(tests.file, { force: true });
  const ok = run(command, env);
  if (!tests) return { passed: Number(ok), failed: Number(!ok), skipped: 0 };
  const counts = existsSync(tests.file)
    ? tests.count(JSON.parse(readFileSync(tests.file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  return { ...counts, failed: ok ? counts.failed : Math.max(1, counts.failed) };
}

const named = process.argv.slice(2);
const all = [...CHECKS, DEEP];
const unknown = named.filter((name) => !all.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`No check is named ${unknown.join(', ')}: ${all.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

installPackages();
mkdirSync(REPORTS, { recursive: true });
const { findBrowser } = await import('./browser.mjs');
if (!findBrowser({ install: true, log: console.log })) {
  console.error('No Chromium found or installed: set CHROME_BIN to one. The tests that need it will fail.');
}

const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
for (const check of named.length > 0 ? all.filter(({ name }) => named.includes(name)) : CHECKS) {
  const start = Date.now();
  const { passed, failed, skipped } = runCheck(check);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  summary.push(`${failed > 0 ? 'FAILED' : 'ok    '} ${check.name.padEnd(9)} ${seconds.padStart(6)} s`);
}

console.log(`\n${summary.join('\n')}\n`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed > 0 ? 1 : 0;
