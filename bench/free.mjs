/**
 * Free runs a second of every variant, with tickets and judgement, beside what the browser itself needs to wake as many workers and wait
 * until each has answered once, in turn with it: the figures move with the machine and its load, the ratios less. replayed: of the failed runs
 * that were kept, how many come to the same finding when they are opened.
 *
 *     node bench/free.mjs [--runs 2000] [--only mb-38521] [--pressure yields]
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openBlank } from './blank.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    only: { type: 'string', default: '' },
    pressure: { type: 'string', default: 'free' },
  },
});

const { page, close } = await openBlank();
const [lessons, scenarios] = await page.evaluate(async () => {
  const [engine, { createFreeClient }, all] = await Promise.all(
    ['/src/engine/index.ts', '/src/host/free/freeClient.ts', '/src/scenarios/all.ts'].map(
      (path) => import(/* @vite-ignore */ path),
    ),
  );
  const variants = new Map();
  const names = [all.lessons, all.scenarios].map((list) =>
    list.flatMap((/** @type {any} */ { id, variants: each }) =>
      each.map((/** @type {any} */ variant) => {
        variants.set(`${id}/${variant.slug}`, variant);
        return `${id}/${variant.slug}`;
      }),
    ),
  );
  const client = createFreeClient();
  /** A coordinator that wakes `n` workers and waits for all, over and over; wakes a second. */
  const bare = async (/** @type {number} */ n, /** @type {number} */ rounds) => {
    const follow = `onmessage = ({ data: [words, at] }) => { postMessage(0); for (let heard = 0; ; ) {
      Atomics.wait(words, 16 * at, heard); heard = Atomics.load(words, 16 * at); if (heard < 0) return;
      Atomics.add(words, 0, 1); Atomics.notify(words, 0); } };`;
    const coordinate = `onmessage = ({ data: [words, n, rounds] }) => { const start = performance.now();
      for (let round = 1; round <= rounds; round++) {
        for (let at = 1; at <= n; at++) { Atomics.store(words, 16 * at, round); Atomics.notify(words, 16 * at); }
        for (let done; (done = Atomics.load(words, 0)) < n * round; ) Atomics.wait(words, 0, done);
      } postMessage(1000 * rounds / (performance.now() - start)); };`;
    const start = (/** @type {string} */ text) =>
      new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
    const words = new Int32Array(new SharedArrayBuffer(4 * 16 * (n + 1)));
    const answer = (/** @type {Worker} */ worker) =>
      new Promise((resolve) =>
        worker.addEventListener('message', ({ data }) => resolve(data), { once: true }),
      );
    const workers = Array.from({ length: n }, () => start(follow));
    const ready = workers.map(answer);
    for (const [at, worker] of workers.entries()) worker.postMessage([words, at + 1]);
    await Promise.all(ready);
    const coordinator = start(coordinate);
    coordinator.postMessage([words, n, rounds]);
    const rate = await answer(coordinator);
    for (const worker of [coordinator, ...workers]) worker.terminate();
    return rate;
  };
  Object.assign(window, { engine, client, variants, bare });
  return names;
});

const rows = [
  [
    'variant',
    'threads',
    'steps',
    'runs/s',
    'bare/s',
    'ratio',
    'failed',
    'replayed',
    'cut',
    'seen',
    'not explained',
  ],
];
for (const name of [...lessons, ...scenarios].filter((each) => each.startsWith(values.only))) {
  const { tally, bare } = await page.evaluate(
    async ([name, runs, pressure]) => {
      const { engine, client, variants, bare } = /** @type {any} */ (window);
      const { source, file } = variants.get(name);
      const { program } = engine.compile(source, file);
      const series = { pressure, depth: 2, runs, seed: 1 };
      // The first series warms up.
      await client.run(program, null, { ...series, runs: 300 }, () => {});
      const tally = await client.run(program, null, series, () => {});
      const replays = tally.failed.filter((/** @type {any} */ { kind, schedule: text }) => {
        const { schedule } = engine.decodeSchedule(text);
        const runner = new engine.Runner(program, { granularity: schedule.granularity });
        runner.open(schedule);
        return runner.findings().some((/** @type {any} */ finding) => finding.kind === kind);
      });
      const kept = { seen: tally.executions.size, replays: replays.length };
      return { tally: { ...tally, ...kept }, bare: await bare(tally.threads - 1, runs) };
    },
    /** @type {const} */ ([name, Number(values.runs), values.pressure]),
  );
  const rate = (1000 * tally.runs) / tally.ms;
  const cut = tally.outcomes.limit ?? 0;
  const failed = tally.runs - tally.unexplained - cut - (tally.outcomes[''] ?? 0);
  rows.push([
    name,
    String(tally.threads),
    String(tally.steps),
    rate.toFixed(0),
    bare.toFixed(0),
    (rate / bare).toFixed(2),
    String(failed),
    `${tally.replays}/${tally.failed.length}`,
    String(cut),
    String(tally.seen),
    String(tally.unexplained),
  ]);
}
/** ns that a ticket takes. It is taken under the lock, so nobody else wants the counter at that moment. */
const ticket = await page.evaluate(async () => {
  const path = '/src/host/free/control.ts';
  const { createControl, clearRun, takeTicket, MAX_TICKETS } = await import(/* @vite-ignore */ path);
  const control = createControl();
  const rounds = 2000;
  const start = performance.now();
  for (let round = 0; round < rounds; round++) {
    clearRun(control, 0);
    for (let taken = 0; taken < MAX_TICKETS; taken++) takeTicket(control, 1, 0);
  }
  return (1e6 * (performance.now() - start)) / (rounds * MAX_TICKETS);
});
await close();

console.log(`a ticket takes ${ticket.toFixed(0)} ns`);
console.log(`${values.runs} runs each, ${values.pressure}; load of the machine ${loadavg()[0].toFixed(1)}`);
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows)
  console.log(row.map((cell, i) => (i < 1 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
