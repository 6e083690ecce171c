/** Where a proof for sequentially consistent memory is said to hold for all memory orders, the search under RC11 says so too. */
import { expect, test } from 'vitest';
import { createRng } from '../../base/rng';
import { few } from '../../base/testing/few';
import { compiled } from '../compiler/testing/execute';
import { exploreWeak } from '../weak/search';
import { explore } from './explore';
import { isRobust } from './verdict';

const ORDERS = ['relaxed', 'acquire', 'release', 'acq_rel', 'seq_cst'];
const [RELAXED, ACQUIRE, RELEASE] = ORDERS;

/** Threads that use one atomic, or two, in weak orders, and what is plain behind a lock or what they have read. */
function program(seed: number): string {
  const rng = createRng(seed);
  const pick = <T>(all: readonly T[]): T => all[rng.int(all.length)];
  const atomics = rng.int(3) === 0 ? ['x', 'y'] : ['x'];
  const order = (...all: string[]): string => `std::memory_order_${pick([...all, 'seq_cst'])}`;
  const operation = (thread: number): string => {
    const it = pick(atomics);
    switch (rng.int(8)) {
      case 0:
        return `${it}.store(${1 + rng.int(3)}, ${order(RELAXED, RELEASE)});`;
      case 1:
        return `seen${thread} += ${it}.load(${order(RELAXED, ACQUIRE)});`;
      case 2:
        return `${it}.fetch_add(1, ${order(...ORDERS)});`;
      case 3:
        return `{ int e = ${rng.int(2)}; ${it}.compare_exchange_strong(e, 2, ${order(...ORDERS)}); }`;
      case 4:
        return '{ std::lock_guard<std::mutex> g(m); plain++; }';
      case 5:
        return `if (${it}.load(${order(RELAXED, ACQUIRE)}) == 1) seen${thread} = 7;`;
      case 6:
        return `std::atomic_thread_fence(${order(ACQUIRE, RELEASE)});`;
      default:
        return rng.int(2) === 0
          ? `data = 1; ${it}.store(3, ${order(RELAXED, RELEASE)});`
          : `if (${it}.load(${order(RELAXED, ACQUIRE)}) == 3) seen${thread} += data;`;
    }
  };
  const bodies = Array.from({ length: 2 + rng.int(2) }, (_, thread) =>
    Array.from({ length: 2 + rng.int(2) }, () => operation(thread)).join(' '),
  );
  const last = rng.int(3) === 0 ? `assert(seen0 + seen1 != ${rng.int(6)});` : '';
  return `#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>
std::atomic<int> x{0}, y{0}; std::mutex m; int plain = 0, data = 0, seen0 = 0, seen1 = 0, seen2 = 0;
int main() {
${bodies.map((body, i) => `  std::thread t${i}([] { ${body} });`).join('\n')}
${bodies.map((_, i) => `  t${i}.join();`).join('\n')}
  ${last}
}`;
}

test('of programs by chance: a robust one has interleavings alone, and none that fails', () => {
  const seeds = few(60, 3000);
  let robust = 0;
  let others = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const text = program(seed);
    const unit = compiled(text, 'robust.cpp');
    const verdict = explore(unit, { noMinimal: true });
    const weak = exploreWeak(unit, { graphs: 20_000 });
    if (!weak.complete) continue;
    if (isRobust(verdict)) {
      robust++;
      expect([text, weak.failing, weak.sequential]).toEqual([text, 0, weak.executions]);
    } else if (verdict.kind === 'clean' && weak.sequential < weak.executions) others++;
  }
  // Without what the question is about nothing was asked.
  expect(robust).toBeGreaterThan(seeds / 5);
  expect(others).toBeGreaterThan(0);
});

const HEAD =
  '#include <atomic>\n#include <condition_variable>\n#include <memory>\n#include <mutex>\n#include <thread>\n';
test.each([
  [
    'one counter that ten threads add to',
    1,
    'std::atomic<long> n{0};',
    'n.fetch_add(1, std::memory_order_relaxed);',
    'same',
  ],
  [
    'a flag, and what is plain behind it',
    2,
    'std::atomic<bool> f{false}; int d = 0;',
    'd = 1; f.store(true, std::memory_order_release);',
    'if (f.load(std::memory_order_acquire)) d++;',
  ],
  [
    'a lock of one word',
    2,
    'std::atomic_flag f; int d = 0;',
    'while (f.test_and_set(std::memory_order_acquire)); d++; f.clear(std::memory_order_release);',
    'same',
  ],
  [
    'each its own, and main reads when all is over',
    0,
    'std::atomic<int> a{0}, b{0};',
    'a.store(1, std::memory_order_relaxed);',
    'b.store(1, std::memory_order_relaxed);',
  ],
  [
    'owners that are counted by nobody',
    0,
    'auto p = std::make_shared<int>(1);',
    '[q = p] { (void)*q; }();',
    'same',
  ],
  [
    'an atomic of a class',
    1,
    'struct P { int a, b; }; std::atomic<P> p{{0, 0}};',
    'p.store({1, 2}, std::memory_order_relaxed);',
    '(void)p.load(std::memory_order_relaxed);',
  ],
  [
    'a word and an atomic of a class',
    2,
    'struct P { int a, b; }; std::atomic<P> p{{0, 0}}; std::atomic<int> a{0};',
    'a.store(1, std::memory_order_relaxed); p.store({1, 2}, std::memory_order_relaxed);',
    '(void)p.load(std::memory_order_relaxed); (void)a.load(std::memory_order_relaxed);',
  ],
  [
    'two words',
    2,
    'std::atomic<int> a{0}, b{0};',
    'a.store(1, std::memory_order_relaxed); (void)b.load(std::memory_order_relaxed);',
    'b.store(1, std::memory_order_relaxed); (void)a.load(std::memory_order_relaxed);',
  ],
  [
    'a word and an attempt at a lock',
    2,
    'std::atomic<int> a{0}; std::mutex m;',
    'a.store(1, std::memory_order_relaxed); m.lock(); m.unlock();',
    'if (!m.try_lock()) (void)a.load(std::memory_order_relaxed); else m.unlock();',
  ],
  [
    'a word and a condition variable',
    3,
    'std::atomic<int> a{0}; std::mutex m; std::condition_variable c; bool go = false;',
    'a.store(1, std::memory_order_relaxed); { std::lock_guard g(m); go = true; } c.notify_one();',
    '{ std::unique_lock l(m); c.wait(l, [&] { return go; }); } (void)a.load(std::memory_order_relaxed);',
  ],
  [
    'a word and a count that is read',
    2,
    'std::atomic<int> a{0}; auto p = std::make_shared<int>(1);',
    'a.store(1, std::memory_order_relaxed); auto q = p;',
    'if (p.use_count() > 1) (void)a.load(std::memory_order_relaxed);',
  ],
  [
    'one word of two sizes',
    2,
    'alignas(8) int w[2] = {};',
    'std::atomic_ref<long>(*reinterpret_cast<long*>(w)).store(1, std::memory_order_relaxed);',
    '(void)std::atomic_ref<int>(w[0]).load(std::memory_order_relaxed);',
  ],
])('objects that threads communicate by: %s', (_, contended, globals, one, other) => {
  const text = `${HEAD}int main() { ${globals} std::thread t([&] { ${one} }), u([&] { ${other === 'same' ? one : other} }); t.join(); u.join(); }`;
  expect([text, explore(compiled(text, 'objects.cpp'), { noMinimal: true })]).toEqual([
    text,
    expect.objectContaining({ kind: 'clean', complete: true, contended }),
  ]);
});

test('a relaxed flag and what is plain behind it are no one object: the proof rests on what the flag does not order', () => {
  const text = `${HEAD}std::atomic<bool> f{false}; int x = 0;
int main() {
  std::thread t([] { x = 1; f.store(true, std::memory_order_relaxed); });
  if (f.load(std::memory_order_relaxed)) x = 2;
  t.join();
}`;
  const program = compiled(text, 'flag.cpp');
  const verdict = explore(program, { noMinimal: true });
  expect([verdict.kind, verdict.complete, isRobust(verdict)]).toEqual(['clean', true, false]);
  expect(exploreWeak(program).races).toHaveLength(1);
});
