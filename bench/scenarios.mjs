/**
 * From source to verdict for every variant, as a user waits for it: on the built page in Chromium, from the moment the page has the
 * variant compiled for the search until the page has the verdict; beside it, how long the executions then took to be listed. The first
 * variant of a page finds everything cold.
 *
 *     npm run build && node bench/scenarios.mjs [--runs 5] [--scenario mb-38521] [--dist dist]
 *
 * Goal: every variant within a second, four in five within half of one.
 */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from '../scripts/bundle.mjs';
import { served } from './serve.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    scenario: { type: 'string' },
    dist: { type: 'string', default: 'dist' },
  },
});
const RUNS = Number(values.runs);

const built = fileURLToPath(new URL('../node_modules/.cache/search/scenarios.mjs', import.meta.url));
await bundle(join(fileURLToPath(new URL('..', import.meta.url)), 'src/scenarios/all.ts'), built);
/** @type {typeof import('../src/scenarios/all')} */
const { scenarios } = await import(pathToFileURL(built).href);

/** @typedef {{ ms: number, kind: string, complete: boolean, states: number }} Judged */
/** @typedef {Judged & { file: string, listing: number, executions: number, failing: number, exact: boolean }} Answer */

/** In the page, before it starts: keeps what every search answered, and when. Verdicts and executions come in the same order of variants but not in turn. */
function listen() {
  /** @type {Answer[]} */
  const answers = [];
  /** @type {Map<any, Judged & { file: string }>} By program. */
  const judged = new Map();
  let started = 0;
  let file = '';
  const post = Worker.prototype.postMessage;
  /** @this {Worker} @param {any} message @param {any} transfer */
  Worker.prototype.postMessage = function (message, transfer) {
    if (message.request?.kind === 'compile') {
      started = performance.now();
      file = message.request.file;
    } else if (message.type === 'search') {
      const { id, program } = message;
      this.addEventListener('message', ({ data }) => {
        if (data.type !== 'verdict' || data.id !== id) return;
        const { kind, complete, states } = data.verdict;
        judged.set(program, { file, ms: performance.now() - started, kind, complete, states });
      });
    } else if (message.type === 'list') {
      const { id, program } = message;
      const began = performance.now();
      this.addEventListener('message', ({ data }) => {
        const known = judged.get(program);
        if (data.type !== 'executions' || data.id !== id || known === undefined) return;
        answers.push({ ...known, listing: performance.now() - began, ...data.executions.count });
      });
    }
    post.call(this, message, transfer);
  };
  Object.assign(window, { answers });
}

/** @type {Map<string, Answer[]>} */
const all = new Map();
await served({ dist: values.dist, port: 4393 }, async (browser, home) => {
  for (const { id, variants } of scenarios) {
    if ((values.scenario ?? id) !== id) continue;
    for (let run = 0; run < RUNS; run++) {
      // Each run begins with another variant: what is cold is not always the same.
      const first = variants[run % variants.length].slug;
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.addInitScript(listen);
      await page.goto(`${home}#/${id}/${first}`);
      await page.waitForFunction((n) => /** @type {any} */ (window).answers.length >= n, variants.length, {
        timeout: 120_000,
      });
      const answers = await page.evaluate(
        () => /** @type {Answer[]} */ (/** @type {any} */ (window).answers),
      );
      for (const [place, answer] of answers.entries()) {
        const { slug = answer.file } = variants.find(({ file }) => file === answer.file) ?? {};
        for (const key of place === 0 ? [`${id}/${slug}`, 'the first of a page'] : [`${id}/${slug}`])
          all.set(key, [...(all.get(key) ?? []), answer]);
      }
      await page.close();
    }
  }
});

const first = all.get('the first of a page') ?? [];
all.delete('the first of a page');
/** @type {(answers: readonly Answer[]) => number} */
const median = (answers) => middle(answers.map(({ ms }) => ms));
/** @type {(figures: readonly number[]) => number} */
const middle = (figures) => [...figures].sort((a, b) => a - b)[figures.length >> 1];
const rows = [...all].map(([name, answers]) => {
  const { kind, complete, states, executions, failing, exact } = answers[0];
  const share = executions === undefined ? '–' : `${failing} of ${exact ? '' : '≥ '}${executions}`;
  const ms = median(answers);
  return [
    name,
    `${kind}${complete ? '' : ' (limit)'}`,
    share,
    String(states),
    ms.toFixed(0),
    middle(answers.map(({ listing }) => listing)).toFixed(0),
    ms > 1000 ? '✗' : '',
  ];
});
rows.unshift(['variant', 'verdict', 'failing', 'states', 'to verdict, ms', 'then listed, ms', '']);
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows)
  console.log(row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
const within = (/** @type {number} */ ms) =>
  [...all.values()].filter((answers) => median(answers) <= ms).length;
console.log(
  `medians of ${RUNS}; load of the machine ${loadavg()[0].toFixed(1)}; of ${all.size} variants ${within(1000)} judged within 1 s, ${within(500)} within 0.5 s`,
);
console.log(`the first of a page: median ${median(first).toFixed(0)} ms`);
