import { expect, test } from 'vitest';
import { everyNth, few } from '../../../base/testing/few';
import { compiled } from '../../compiler/testing/execute';
import { explore } from '../explore';
import { programsIn } from '../testing/fixtures';

/** By a proof from the start, or never. */
const closed = { large: 0, noMinimal: true };
const alone = { large: Number.POSITIVE_INFINITY, noMinimal: true };

test.each(everyNth(9, programsIn('fixtures')))('%s', (file, text) => {
  const program = compiled(text, file);
  const limits = { states: 100_000 };
  const pass = explore(program, { ...alone, ...limits });
  const verdict = explore(program, { ...closed, ...limits });
  expect([verdict.kind, verdict.complete, verdict.limit]).toEqual([pass.kind, pass.complete, pass.limit]);
  const told = pass.findings.map(({ kind, pc }) => ({ kind, pc }));
  expect(verdict.findings.map(({ kind, pc }) => ({ kind, pc }))).toEqual(told);
});

const INCLUDES =
  '#include <atomic>\n#include <cassert>\n#include <condition_variable>\n#include <memory>\n#include <mutex>\n#include <thread>\n';

test('all waiters that a notify may wake are woken', () => {
  const text = `${INCLUDES}std::mutex m; std::condition_variable cv, ready; int waiting = 0, woken = 0;
    void waiter(int me) {
      std::unique_lock<std::mutex> l(m);
      waiting++;
      ready.notify_one();
      cv.wait(l);
      if (woken == 0) woken = me;
      cv.notify_one();
    }
    int main() {
      std::thread one(waiter, 1), two(waiter, 2);
      { std::unique_lock<std::mutex> l(m); while (waiting < 2) ready.wait(l); }
      cv.notify_one();
      one.join(); two.join();
      assert(woken == 1);
    }`;
  expect(explore(compiled(text, 'waiters.cpp'), closed)).toMatchObject({
    kind: 'assertion-failure',
    complete: true,
  });
});

/** What `follow` does in the end is met in one of very many runs, and by no rehearsal. */
const rare = (rounds: number): string => `${INCLUDES}std::atomic<int> x{0}, y{0};
  std::shared_ptr<int> owner = std::make_shared<int>(7);
  std::weak_ptr<int> watch = owner;
  void count() { for (int i = 0; i < 9; i++) x.fetch_add(1); }
  void follow() { for (int i = 1; i < 10; i++) if (x.load() != i) return; watch.lock(); }
  void noise() { for (int i = 0; i < ${rounds}; i++) { int v = y.load(); y.store(v + 1); } }
  int main() {
    std::thread a(count), b(follow), c(noise), d(noise), e(noise);
    owner.reset();
    a.join(); b.join(); c.join(); d.join(); e.join();
  }`;

test.each(few([1], [1, 2, 3]))(
  'what only a proof meets is learned from it, or left to a pass: %i',
  (rounds) => {
    const program = compiled(rare(rounds), 'rare.cpp');
    const pass = explore(program, alone);
    const verdict = explore(program, closed);
    expect(verdict).toMatchObject({ kind: 'clean', complete: true, points: pass.points });
    expect(pass.points.pcs.length).toBeGreaterThan(0);
  },
);
