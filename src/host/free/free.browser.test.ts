/** Series of runs on workers, where something goes wrong with a thread, or with its worker. */
import { afterEach, expect, test } from 'vitest';
import { compile, type Program } from '../../engine';
import type { Pressure, Series, Tally } from './client';
import { tryLock } from './control';
import { createFreeClient, type FreeClientForTests } from './freeClient';

let client: FreeClientForTests;
afterEach(() => client.dispose());

const series = (runs: number, pressure: Pressure = 'free'): Series => ({ pressure, depth: 2, runs, seed: 1 });
const quiet = (): void => {};

function programOf(source: string): Program {
  const result = compile(source, 'program.cpp');
  if ('diagnostics' in result) throw new Error(result.diagnostics[0].message);
  return result.program;
}

const counter = (threads: number): Program =>
  programOf(`#include <mutex>
#include <thread>
#include <vector>
std::mutex m;
int count = 0;
int main() {
  std::vector<std::thread> all;
  for (int i = 0; i < ${threads}; i++) all.emplace_back([] { std::lock_guard<std::mutex> g(m); count++; });
  for (auto& each : all) each.join();
}
`);

test('sixteen threads on however few processors all come to their ends', async () => {
  client = createFreeClient();
  const { outcomes, threads } = await client.run(counter(16), null, series(5), quiet);
  expect(outcomes).toEqual({ '': 5 });
  expect(threads).toBe(17);
});

test('a thread that never comes back is told, and the next series goes on', async () => {
  client = createFreeClient();
  const endless = programOf(`#include <thread>
int main() { std::thread t([] { for (unsigned i = 0; ; i++) {} }); t.join(); }
`);
  expect((await client.run(endless, null, series(2), quiet)).outcomes).toEqual({ limit: 2 });
  expect((await client.run(counter(2), null, series(3), quiet)).outcomes).toEqual({ '': 3 });
});

test('threads that wait for each other by going round are a livelock', async () => {
  client = createFreeClient();
  const rounds = programOf(`#include <atomic>
#include <thread>
std::atomic<bool> go{false};
int main() { std::thread t([] { while (!go) std::this_thread::yield(); }); t.join(); }
`);
  expect((await client.run(rounds, null, series(2), quiet)).outcomes).toEqual({ livelock: 2 });
});

test('the loss of a worker ends the series with its reason, and the next one starts others', async () => {
  client = createFreeClient();
  let told: Tally | null = null;
  const lost = client.run(counter(2), null, series(1_000_000), (tally) => {
    if (told === null) client.kill(1);
    told = tally;
  });
  await expect(lost).rejects.toThrow('The runs stopped: the browser ended the worker of a thread');
  expect(told).not.toBeNull();
  expect((await client.run(counter(2), null, series(3), quiet)).outcomes).toEqual({ '': 3 });
});

test('a worker that is lost while it holds the lock keeps nobody waiting for ever', async () => {
  client = createFreeClient();
  const lost = client.run(counter(2), null, series(1_000_000), () => {
    const { control } = client;
    // As the worker would have: it holds the lock, and is no more.
    for (let tries = 0; control !== null && tries < 1_000_000 && !tryLock(control); tries++);
    client.kill(1);
  });
  await expect(lost).rejects.toThrow('The runs stopped: the browser ended the worker of a thread');
  expect((await client.run(counter(2), null, series(3), quiet)).outcomes).toEqual({ '': 3 });
});

test('what has changed of a series is put together to what it has come to', async () => {
  client = createFreeClient();
  const heard: Tally[] = [];
  const last = await client.run(counter(3), null, series(2000), (tally) => heard.push(tally));
  for (const { executions, runs, failed } of [...heard, last]) {
    expect(executions).toBe(last.executions);
    expect(runs).toBeLessThanOrEqual(2000);
    expect(failed).toEqual([]);
  }
  // Three threads take one lock: six orders there are.
  expect(last.executions.size).toBeLessThanOrEqual(6);
  expect([...last.executions.values()].reduce((sum, count) => sum + count)).toBe(2000);
});

test('a series that is stopped says how far it came', async () => {
  client = createFreeClient();
  const program = counter(2);
  const { runs } = await client.run(program, null, series(1_000_000), () => client.stop());
  expect(runs).toBeGreaterThan(0);
  expect(runs).toBeLessThan(1_000_000);
});

test('without shared memory policies draw runs, and threads do not run at once', async () => {
  client = createFreeClient({ shared: false });
  const program = counter(2);
  for (const pressure of ['random', 'pct', 'one-core'] as const)
    expect((await client.run(program, null, series(20, pressure), quiet)).outcomes).toEqual({ '': 20 });
  await expect(client.run(program, null, series(1), quiet)).rejects.toThrow('the page is not isolated');
});
