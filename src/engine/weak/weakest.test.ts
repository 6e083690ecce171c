import { expect, test } from 'vitest';
import { compile } from '../compiler';
import { judgeWeak } from './report';
import { weakestOrders } from './weakest';

const isClean = async (text: string): Promise<boolean> => {
  const compiled = compile(text);
  return 'program' in compiled && judgeWeak(compiled.program).verdict === 'clean';
};

const publishing = (store: string, load: string, fence = ''): string => `#include <atomic>
#include <thread>
int payload = 0;
std::atomic<bool> ready{false};
std::atomic<int> seen{0};
int main() {
  std::thread producer([] {
    payload = 42;
    ready.store(true, std::memory_order_${store});
    seen.fetch_add(1, std::memory_order_seq_cst);
  });
  while (!ready.load(std::memory_order_${load})) std::this_thread::yield();
  ${fence}
  int got = payload;
  producer.join();
}`;

test('each order gives way to the weakest that proves the program clean, all of them together', async () => {
  const { changes, text, orders } = await weakestOrders(publishing('seq_cst', 'seq_cst'), isClean);
  expect(changes).toEqual([
    { line: 9, from: 'seq_cst', to: 'release' },
    { line: 10, from: 'seq_cst', to: 'relaxed' },
    { line: 12, from: 'seq_cst', to: 'acquire' },
  ]);
  expect(orders).toBe(3);
  expect(text).toContain('ready.load(std::memory_order_acquire)');
  expect(await isClean(text)).toBe(true);
  expect((await weakestOrders(text, isClean)).changes).toEqual([]);
});

test('a fence makes the load before it relaxed', async () => {
  const fence = 'std::atomic_thread_fence(std::memory_order::seq_cst);';
  const { changes } = await weakestOrders(publishing('release', 'acquire', fence), isClean);
  expect(changes).toEqual([
    { line: 10, from: 'seq_cst', to: 'relaxed' },
    { line: 12, from: 'acquire', to: 'relaxed' },
    { line: 13, from: 'seq_cst', to: 'acquire' },
  ]);
});

test('an order is none that its operation cannot have', async () => {
  const asked: string[] = [];
  const text = `x.compare_exchange_strong(old, f(1), std::memory_order_seq_cst, std::memory_order_seq_cst);
    x.store(g(y.load(std::memory_order_acquire)), std::memory_order_seq_cst);`;
  await weakestOrders(text, async (changed) => {
    asked.push(
      changed
        .split('\n')
        .map((line, i) => (line === text.split('\n')[i] ? '' : line.trim()))
        .join(''),
    );
    return false;
  });
  expect(
    asked.map((line) => [...line.matchAll(/memory_order_(\w+)/g)].map(([, order]) => order).join()),
  ).toEqual([
    'relaxed,seq_cst',
    'acquire,seq_cst',
    'release,seq_cst',
    'acq_rel,seq_cst',
    'seq_cst,relaxed',
    'seq_cst,acquire',
    'relaxed,seq_cst',
    'acquire,relaxed',
    'acquire,release',
  ]);
});
