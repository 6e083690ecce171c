import { expect, test } from 'vitest';
import { compiled } from '../../compiler/testing/execute';
import { explore } from '../explore';
import type { SearchLimits } from '../search-limits';
import { explosionWords } from './explosion';

const search = (source: string, limits: SearchLimits) => explore(compiled(source, 'main.cpp'), limits);

const COUNTING = `#include <atomic>
#include <thread>
std::atomic<int> total{0};
void work() {
  for (int i = 0; i < 50; ++i)
    total.fetch_add(1);
}
int main() {
  std::thread a(work), b(work), c(work);
  a.join(); b.join(); c.join();
}`;

test('of a program that is too large: the loop, the threads and the word that make it so', () => {
  const verdict = search(COUNTING, { states: 2_000 });
  expect(verdict).toMatchObject({ kind: 'clean', complete: false, limit: 'states' });
  const { explosion } = verdict;
  expect(explosion).toMatchObject({ threads: 3, more: false, loops: [{ line: 5, rounds: 50, threads: 3 }] });
  expect(explosion?.words).toEqual([{ name: 'total', values: 151 }]);
  expect(explosionWords(explosion!)).toBe(
    '3 threads beside main take up to 51 steps each. The loop in line 5 goes round up to 50 times in each of 3 threads. total has 151 different values or more. Make the rounds or the threads fewer: two or three of each show most bugs.',
  );
});

test('a loop round a call is the loop of who calls, and loops that start or join threads are none', () => {
  const source = `#include <mutex>
#include <thread>
#include <vector>
std::mutex m;
int n = 0;
void once() {
  std::lock_guard<std::mutex> lock(m);
  n += 2;
}
int main() {
  std::vector<std::thread> all;
  for (int i = 0; i < 5; ++i)
    all.emplace_back([] {
      int rounds = 0;
      while (true) {
        once();
        if (++rounds == 9) break;
      }
    });
  for (auto& each : all) each.join();
}`;
  const { explosion } = search(source, { states: 1_000 });
  expect(explosion?.loops).toEqual([{ line: 15, rounds: 9, threads: 5 }]);
  expect(explosion?.words.map(({ name }) => name)).toEqual(['n']);
});

test('what was covered whole, or is known to fail, needs no explanation', () => {
  expect(search(COUNTING.replace('50', '2'), {}).explosion).toBeNull();
  const failing = COUNTING.replace('std::atomic<int> total{0}', 'int total = 0').replace(
    'total.fetch_add(1)',
    'total++',
  );
  expect(search(failing, { states: 500 }).explosion).toBeNull();
});

test('a loop that never ends is named, and the rest of the search does not wait for it', () => {
  const source = `#include <thread>
int main() {
  std::thread other([] {
    for (;;) {
    }
  });
  other.join();
}`;
  expect(search(source, {})).toMatchObject({ limit: 'step', limitLine: 4, complete: false });
});
