/**
 * The models of bench/search.mjs once more, in a worker of Chromium and in node in turn, and SPIN beside both if it is installed. All in
 * one run: the ratios count, not the figures.
 *
 *     node bench/search-page.mjs [--runs 5]
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findBrowser, launchOptions } from '../scripts/browser.mjs';
import { bundle } from '../scripts/bundle.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const RUNS = Number(values.runs);

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = join(here, '../node_modules/.cache/search');
await bundle(join(here, 'peers.ts'), join(cache, 'peers.mjs'));
await bundle(join(here, 'measure.worker.ts'), join(cache, 'worker.mjs'));
/** @type {typeof import('./peers')} */
const { measure, median, models, spin } = await import(pathToFileURL(join(cache, 'peers.mjs')).href);

const browser = await chromium.launch(launchOptions(findBrowser()));
const page = await browser.newPage();
// A page with nothing but the worker.
await page.route('**', (route) =>
  route.fulfill(
    route.request().url().endsWith('worker.mjs')
      ? { contentType: 'text/javascript', body: readFileSync(join(cache, 'worker.mjs')) }
      : { contentType: 'text/html', body: '<!doctype html>' },
  ),
);
await page.goto('http://localhost/');
await page.evaluate(() => {
  Object.assign(window, { worker: new Worker('/worker.mjs', { type: 'module' }) });
});

/** @param {import('./searchModels').Model} model @returns {Promise<import('./measure').Measured>} */
const measureInPage = (model) =>
  page.evaluate(
    ([model, runs]) =>
      new Promise((resolve, reject) => {
        const { worker } = /** @type {any} */ (window);
        worker.onmessage = (/** @type {MessageEvent} */ { data }) => resolve(data);
        worker.onerror = (/** @type {ErrorEvent} */ { message }) => reject(new Error(message));
        worker.postMessage({ model, runs });
      }),
    /** @type {const} */ ([model, RUNS]),
  );

/** @type {(n: number | null | undefined, digits?: number) => string} */
const show = (n, digits = 0) => (n === null || n === undefined ? '–' : n.toFixed(digits));
/** @type {(n: number | null | undefined) => string} */
const millions = (n) => show(n && n / 1e6, 2);

const header = [
  'model',
  'verdict',
  'states',
  'of SPIN',
  'node ms',
  'Chromium',
  'of node',
  'SPIN ms',
  'with gcc',
];
const rows = [[...header, 'all: node M/s', 'Chromium', 'SPIN']];
for (const model of models) {
  const node = measure(model, RUNS);
  const there = await measureInPage(model);
  if (there.states !== node.states || there.verdict !== node.verdict)
    throw new Error(`${model.name}: Chromium finds ${JSON.stringify(there)}, node ${JSON.stringify(node)}`);
  const peers = Array.from({ length: RUNS }, () => spin(model, false)).filter((peer) => peer !== null);
  const full = node.rate === null ? null : spin(model, true);
  const exploring = peers.length === 0 ? null : median(peers.map((peer) => peer.exploring));
  const compiling = peers.length === 0 ? null : median(peers.map((peer) => peer.compiling));
  rows.push([
    model.name,
    node.verdict,
    show(node.states),
    show(peers.length === 0 ? null : node.states / peers[0].states, 2),
    show(node.judging, 1),
    show(there.judging, 1),
    show(there.judging / node.judging, 2),
    show(exploring, 1),
    show(exploring === null || compiling === null ? null : exploring + compiling),
    millions(node.rate),
    millions(there.rate),
    millions(full && (full.transitions * 1000) / full.exploring),
  ]);
}
await browser.close();

console.log(`medians of ${RUNS}; load of the machine ${loadavg()[0].toFixed(1)}`);
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows)
  console.log(row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
