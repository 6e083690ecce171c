/** What the standard allows for no reason ([thread.condition], [atomics.types.operations]): only where a program is compiled with it. */
import { expect, test } from 'vitest';
import { compile } from '../compiler';
import { explore } from './explore';

function verdictOf(text: string, spurious: boolean): string {
  const compiled = compile(text, 'main.cpp', { spurious });
  if ('diagnostics' in compiled) return compiled.diagnostics[0].message;
  const { kind, complete } = explore(compiled.program);
  return complete ? kind : 'not complete';
}

const waiting = (wait: string): string => `#include <cassert>
#include <condition_variable>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <pthread.h>
std::mutex m;
std::shared_mutex shared;
std::condition_variable cv;
std::condition_variable_any any;
pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
bool ready = false;
void wait() { ${wait} }
int main() {
  std::thread waits(wait);
  pthread_mutex_lock(&lock);
  { std::scoped_lock all(m, shared); ready = true; }
  pthread_mutex_unlock(&lock);
  cv.notify_all();
  any.notify_all();
  pthread_cond_signal(&condition);
  waits.join();
}
`;
test.each([
  ['condition_variable', 'std::unique_lock l(m); if (!ready) cv.wait(l); assert(ready);'],
  ['condition_variable_any', 'std::unique_lock l(m); if (!ready) any.wait(l); assert(ready);'],
  ['a shared lock', 'std::shared_lock l(shared); if (!ready) any.wait(l); assert(ready);'],
  [
    'pthread_cond_wait',
    'pthread_mutex_lock(&lock); if (!ready) pthread_cond_wait(&condition, &lock); assert(ready); pthread_mutex_unlock(&lock);',
  ],
])('a wait without a loop is woken spuriously: %s', (_what, wait) => {
  expect(verdictOf(waiting(wait), false)).toBe('clean');
  expect(verdictOf(waiting(wait), true)).toBe('assertion-failure');
});

test.each([
  ['while', 'std::unique_lock l(m); while (!ready) cv.wait(l); assert(ready);'],
  ['a predicate', 'std::unique_lock l(m); cv.wait(l, [] { return ready; }); assert(ready);'],
])('with %s it is not', (_what, wait) => {
  expect(verdictOf(waiting(wait), true)).toBe('clean');
});

const exchanging = (exchange: string): string => `#include <atomic>
#include <cassert>
#include <memory>
std::atomic<int> x{0};
std::atomic<int*> p{nullptr};
struct Pair { int a = 0, b = 0; };
std::atomic<Pair> pair;
int plain = 0;
int main() {
  int seen = 0;
  bool done = false;
  ${exchange}
  assert(done);
}
`;
test.each([
  ['of an int', 'done = x.compare_exchange_weak(seen, 1, std::memory_order_acq_rel);'],
  ['of a pointer', 'int* old = nullptr; done = p.compare_exchange_weak(old, &seen);'],
  ['of a class', 'Pair old; done = pair.compare_exchange_weak(old, Pair{1, 2});'],
  ['of an atomic_ref', 'done = std::atomic_ref<int>(plain).compare_exchange_weak(seen, 1);'],
  ['as a function', 'done = std::atomic_compare_exchange_weak(&x, &seen, 1);'],
])('a weak exchange fails spuriously: %s', (_what, exchange) => {
  expect(verdictOf(exchanging(exchange), false)).toBe('clean');
  expect(verdictOf(exchanging(exchange), true)).toBe('assertion-failure');
  expect(verdictOf(exchanging(exchange.replaceAll('_weak', '_strong')), true)).toBe('clean');
});

test('in a loop it gets there', () => {
  expect(verdictOf(exchanging('while (!(done = x.compare_exchange_weak(seen, 1))) {}'), true)).toBe('clean');
});

test('a text may know of it', () => {
  const text =
    '#include <cassert>\n#ifdef RACECOURSE_SPURIOUS\nint n = 1;\n#else\nint n = 2;\n#endif\nint main() { assert(n == 2); }';
  expect([verdictOf(text, false), verdictOf(text, true)]).toEqual(['clean', 'assertion-failure']);
});
