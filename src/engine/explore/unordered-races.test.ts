import { expect, test } from 'vitest';
import { compiled } from '../compiler/testing/execute';
import { Runner } from '../trace/runner';
import { explore } from './explore';

const HEAD = `#include <atomic>
#include <cassert>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>
std::mutex m; std::shared_mutex rw; std::condition_variable cv; bool waits = false; int x = 0, seen = 0;
`;
const two = (one: string, other: string): string =>
  `int main() { std::thread a([] { ${one} }); std::thread b([] { ${other} }); a.join(); b.join(); }`;

test.each([
  [
    'a try_lock that fails',
    two('x = 7; m.lock(); m.unlock();', 'if (!m.try_lock()) seen = x; else m.unlock();'),
  ],
  [
    'a try_lock_shared that fails',
    two('x = 7; rw.lock(); rw.unlock();', 'if (!rw.try_lock_shared()) seen = x; else rw.unlock_shared();'),
  ],
  [
    'a try_lock that fails before an atomic use of what is plain',
    two(
      'x = 7; m.lock(); m.unlock();',
      'if (!m.try_lock()) seen = std::atomic_ref<int>(x).load(); else m.unlock();',
    ),
  ],
  [
    'an owner count that is read',
    `int main() { auto s = std::make_shared<int>(9);
     std::thread t([c = s]() mutable { int v = *c; seen = v; c.reset(); });
     if (s.use_count() == 1) *s = 10; t.join(); }`,
  ],
  [
    'a notify',
    two(
      'std::unique_lock<std::mutex> u(m); waits = true; cv.wait(u); seen = x;',
      'for (;;) { std::lock_guard<std::mutex> g(m); if (waits) break; } x = 7; cv.notify_one();',
    ),
  ],
])('%s tells of another thread and orders nothing', (_, text) => {
  const verdict = explore(compiled(HEAD + text, 'unordered.cpp'));
  expect([verdict.kind, verdict.complete, verdict.minimal?.kind]).toEqual(['data-race', true, 'data-race']);
  const [{ schedule }] = verdict.failures;
  const runner = new Runner(compiled(HEAD + text, 'unordered.cpp'), { granularity: schedule.granularity });
  runner.open(schedule);
  expect(runner.findings().map(({ kind }) => kind)).toContain('data-race');
});

test('a try_lock that succeeds orders', () => {
  const text = two('m.lock(); x = 7; m.unlock();', 'if (m.try_lock()) { seen = x; m.unlock(); }');
  expect(explore(compiled(HEAD + text, 'ordered.cpp'))).toMatchObject({ kind: 'clean', complete: true });
});
