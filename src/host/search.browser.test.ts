import { afterEach, expect, test, vi } from 'vitest';
import { PATIENCE_MS } from '../../scripts/patience.mjs';
import { compile, encodeSchedule, type Program } from '../engine';
import type { Progress, SearchClient } from './client';
import { createSearchClient, type SearchOptions } from './searchClient';
import { countWorkers } from './testing/countWorkers';

const LOST = `
#include <atomic>
#include <cassert>
#include <thread>
std::atomic<int> count{0};
void add() { int seen = count.load(); count.store(seen + 1); }
int main() {
  std::thread one(add);
  std::thread two(add);
  one.join();
  two.join();
  assert(count.load() == 2);
}
`;
/** More states than anybody has time for. */
const ENDLESS = `
#include <atomic>
#include <thread>
std::atomic<int> a{0}, b{0}, c{0};
void work() { for (int i = 0; i < 1000; i++) { a = a * 3 + i; b = b * 5 + a; c = c * 7 + b; } }
int main() {
  std::thread one(work);
  std::thread two(work);
  std::thread three(work);
  one.join();
  two.join();
  three.join();
}
`;
const SIZE = { states: 300_000, bytes: 256 * 2 ** 20 };
const LISTING = { counted: 3000, listed: 3000, transitions: 1_000_000 };

function program(source: string): Program {
  const compiled = compile(source, 'test.cpp');
  if ('diagnostics' in compiled) throw new Error(JSON.stringify(compiled.diagnostics));
  return compiled.program;
}
const ignore = (): void => {};

let client: SearchClient;
const start = (options: SearchOptions = {}): SearchClient => {
  client = createSearchClient({ patience: PATIENCE_MS, ...options });
  return client;
};

afterEach(() => {
  client.dispose();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test.each([true, false])('a program is explored, shared memory: %s', async (shared) => {
  const verdict = await start({ shared }).explore(program(LOST), SIZE, ignore);
  expect(verdict).toMatchObject({ kind: 'assertion-failure', complete: true });
  expect(verdict?.minimal).toMatchObject({ preemptions: 1, proven: true });
});

test('it says how far it is, and a stopped one what it knows', async () => {
  const told: number[] = [];
  const answer = start().explore(program(ENDLESS), { ...SIZE, states: 4_000_000 }, ({ states }) => {
    told.push(states);
    // News are told at once, though no state has come since the last.
    if (new Set(told).size === 3) client.stop();
  });
  const verdict = await answer;
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(verdict).toMatchObject({ complete: false, limit: 'stopped' });
  expect(verdict?.states).toBeGreaterThan(0);
});

test('the first failure and the bounds of a clean beginning are told before the verdict', async () => {
  const told: Progress[] = [];
  const verdict = await start().explore(program(LOST), SIZE, (progress) => told.push(progress));
  expect(told[0]?.met).toMatchObject({ kind: 'assertion-failure' });
  expect(verdict?.minimal).toMatchObject({ preemptions: 1 });
  const large: Progress[] = [];
  const limit = { ...SIZE, states: 50_000 };
  await client.explore(program(ENDLESS), limit, (progress) => large.push(progress));
  expect(large.some(({ explosion }) => explosion !== null)).toBe(true);
});

test('a limit of states is kept, and is no verdict on the rest', async () => {
  const verdict = await start().explore(program(ENDLESS), { ...SIZE, states: 5000 }, ignore);
  expect(verdict).toMatchObject({ complete: false, limit: 'states' });
});

test.each([true, false])(
  'starting and stopping thirty times leaves no worker, shared memory: %s',
  async (shared) => {
    const count = countWorkers();
    const endless = program(ENDLESS);
    start({ shared, provers: 2 });
    for (let round = 0; round < 30; round++) {
      const begun = Promise.withResolvers<void>();
      const answer = client.explore(endless, SIZE, () => begun.resolve());
      // At once, a moment later, and in the middle of the search.
      if (round % 4 === 1) await Promise.resolve();
      if (round % 4 === 2) await new Promise((resolve) => setTimeout(resolve));
      if (round % 10 === 3) await begun.promise;
      client.stop();
      const verdict = await answer;
      if (shared) expect(verdict).toMatchObject({ complete: false, limit: 'stopped' });
      else expect(verdict).toBeNull();
    }
    // Itself, and its provers if some search came so far.
    if (shared) expect([1, 3]).toContain(count.alive);
    else expect(count.alive).toBe(0);
    expect(count.started).toBe(shared ? count.alive : 30);
    expect(await client.explore(program(LOST), SIZE, ignore)).toMatchObject({
      kind: 'assertion-failure',
      complete: true,
      minimal: { preemptions: 1, proven: true },
    });
    client.dispose();
    expect(count.alive).toBe(0);
  },
);

test('the executions are listed one by one', async () => {
  const verdict = await start().explore(program(LOST), SIZE, ignore);
  const { count, list } = (await client.list(program(LOST), verdict!, LISTING))!;
  expect(count).toMatchObject({ executions: 4, failing: 2, exact: true });
  expect(list.map(({ kind }) => kind).sort()).toEqual(['assertion-failure', 'assertion-failure', null, null]);
  expect(list.map(({ schedule }) => schedule)).toContain(encodeSchedule(verdict!.minimal!.schedule));
});

test.each<[string, boolean, number]>([
  ['stopped', true, 1e12],
  ['stopped by its end', false, 1e12],
  ['over its transitions', true, 1000],
])('a listing that is %s says what it has', async (_how, shared, transitions) => {
  const endless = program(ENDLESS);
  const some = await start({ shared }).explore(endless, { ...SIZE, states: 500 }, ignore);
  const answer = client.list(endless, some!, { counted: 1e9, listed: 10, transitions });
  if (transitions > 1000) setTimeout(() => client.stop());
  const listed = await answer;
  if (shared) expect(listed?.count).toMatchObject({ exact: false });
  else expect(listed).toBeNull();
});

test('a line is found among the executions, and what can come of it, while a search goes on', async () => {
  const lost = program(LOST);
  const verdict = (await start().explore(lost, SIZE, ignore))!;
  const { points, minimal } = verdict;
  const { list } = (await client.list(lost, verdict, LISTING))!;
  const searching = client.explore(program(ENDLESS), SIZE, ignore);
  const { schedule } = minimal!;
  const { choices } = schedule;
  const line = { program: lost, points, schedule, at: choices.length };
  const located = await client.locate(line);
  const { events } = list.find(({ kind, preemptions }) => kind !== null && preemptions === 1)!;
  expect(located?.steps.flat()).toEqual(events);
  // Once one thread has read 0, it is the other's turn that decides.
  const outlook = await client.foresee({ ...line, at: choices.findIndex(({ thread }) => thread === 1) + 2 });
  expect(outlook.map(({ thread, fails }) => [thread, fails])).toEqual([
    [1, 'cannot'],
    [2, 'can'],
  ]);
  client.stop();
  await searching;
});

test('a search that does not look at its word is ended', async () => {
  const count = countWorkers();
  const answer = start({ patience: 0 }).explore(program(ENDLESS), SIZE, ignore);
  client.stop();
  await answer;
  expect(await client.explore(program(LOST), SIZE, ignore)).toMatchObject({ complete: true });
  expect(count.alive).toBe(1);
});

const COUNTERS = `
#include <atomic>
#include <thread>
std::atomic<int> x{0};
void work() { for (int i = 0; i < 3; i++) { int seen = x.load(); while (!x.compare_exchange_strong(seen, seen + 1)) {} } }
int main() {
  std::thread a(work), b(work), c(work), d(work);
  a.join(); b.join(); c.join(); d.join();
  if (x != 12) return 1;
}
`;
const QUEUE = `
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>
std::mutex m; std::condition_variable cv; std::queue<int> q;
void produce() { for (int i = 0; i < 3; i++) { { std::lock_guard<std::mutex> g(m); q.push(i); } cv.notify_one(); } }
void consume() { for (int i = 0; i < 3; i++) { std::unique_lock<std::mutex> g(m); while (q.empty()) cv.wait(g); q.pop(); } }
int main() {
  std::thread a(produce), b(produce), c(consume), d(consume);
  a.join(); b.join(); c.join(); d.join();
}
`;

test.each([
  ['of retries', COUNTERS],
  ['of waits', QUEUE],
])('a large search %s answers the same with provers and without', async (_, source) => {
  const asked = program(source);
  const answers: string[] = [];
  for (const provers of [0, 1, 2]) {
    const verdict = await start({ provers }).explore(asked, SIZE, ignore);
    expect(verdict).toMatchObject({ kind: 'clean', complete: true });
    expect(verdict!.transitions).toBeGreaterThan(100_000);
    answers.push(JSON.stringify(verdict));
    client.dispose();
  }
  expect(new Set(answers).size).toBe(1);
});
