/** Series after series: memory is flat, and no worker is left. `VITE_RUNS=100000 npm run test:deep` for a longer one. */
import { afterEach, expect, test, vi } from 'vitest';
import { compile, type Program } from '../../engine';
import { countWorkers } from '../testing/countWorkers';
import type { Series, Tally } from './client';
import { createFreeClient } from './freeClient';

const RUNS = Number(import.meta.env.VITE_RUNS ?? 5000);
const ROUNDS = 4;
/** Of what a round leaves behind, what is no leak: the garbage collector is not asked to be exact. */
const SLACK = 1.1;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Threads that meet at one lock and one atomic, in many orders. */
function meeting(threads: number): Program {
  const result = compile(
    `#include <atomic>
#include <mutex>
#include <thread>
#include <vector>
std::mutex m;
std::atomic<int> count{0};
int main() {
  std::vector<std::thread> all;
  for (int i = 0; i < ${threads}; i++)
    all.emplace_back([] { std::lock_guard<std::mutex> g(m); count++; count++; });
  for (auto& each : all) each.join();
}
`,
    'meeting.cpp',
  );
  if ('diagnostics' in result) throw new Error(result.diagnostics[0].message);
  return result.program;
}

/** Bytes of the page and all its workers, behind a garbage collection. */
async function memory(): Promise<number> {
  const measuring = performance as Performance & {
    measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
  };
  return (await measuring.measureUserAgentSpecificMemory()).bytes;
}

test(`${ROUNDS} rounds of ${RUNS} runs each leave the memory as it was behind the first`, async () => {
  const workers = countWorkers();
  const client = createFreeClient();
  const programs = [2, 6].map(meeting);
  const bytes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const program of programs) {
      const series: Series = { pressure: 'free', depth: 2, runs: RUNS, seed: 1 + round * RUNS };
      const { runs, unexplained }: Tally = await client.run(program, null, series, () => {});
      expect([runs, unexplained]).toEqual([RUNS, 0]);
    }
    bytes.push(await memory());
  }
  console.info(`MiB behind each round: ${bytes.map((each) => (each / 2 ** 20).toFixed(1)).join(', ')}`);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(SLACK * bytes[0]);
  // The coordinator, and one for each thread but main's.
  expect(workers).toEqual({ alive: 7, started: 7 });
  client.dispose();
  expect(workers.alive).toBe(0);
});
