import { expect, test } from 'vitest';
import { everyNth, few } from '../../../base/testing/few';
import { compiled } from '../../compiler/testing/execute';
import { evenAlone, schedulePoints } from '../../machine';
import { explore } from '../explore';
import { countOrders } from '../testing/exhaustive';
import { endingIn, programsIn } from '../testing/fixtures';
import { countExecutions } from './count';

const programOf = (threads: readonly string[]) =>
  compiled(
    [
      '#include <atomic>\n#include <cassert>\n#include <mutex>\n#include <thread>\nstd::atomic<int> x{0}, y{0}; std::mutex m; int p[8];',
      ...threads.map((body, t) => `void t${t}() { ${body} }`),
      `int main() { ${threads.map((_, t) => `std::thread h${t}(t${t});`).join(' ')} ${threads.map((_, t) => `h${t}.join();`).join(' ')} }`,
    ].join('\n'),
    'count.cpp',
  );
const count = (...threads: string[]) => {
  const program = programOf(threads);
  return countExecutions(program, schedulePoints(program));
};
const times = (n: number, body: string): string[] => Array.from({ length: n }, () => body);

test.each<[string, number, string[]]>([
  ['2 × fetch_add', 2, times(2, 'x++;')],
  ['3 × fetch_add', 6, times(3, 'x++;')],
  ['4 × fetch_add', 24, times(4, 'x++;')],
  ['5 × fetch_add', 120, times(5, 'x++;')],
  ['store buffering', 3, ['x = 1; y.load();', 'y = 1; x.load();']],
  ['message passing', 3, ['x = 1; y = 1;', 'y.load(); x.load();']],
  ['IRIW', 15, ['x = 1;', 'y = 1;', 'x.load(); y.load();', 'y.load(); x.load();']],
  ['2 × (load; store)', 4, times(2, 'int r = x; x = r + 1;')],
  ['3 × (load; store)', 36, times(3, 'int r = x; x = r + 1;')],
  ['a lock and an attempt', 3, ['m.lock(); m.unlock();', 'if (m.try_lock()) m.unlock();']],
  ['readers only', 1, times(3, 'x.load(); y.load();')],
  ['an input of three values', 3, ['int r = RACECOURSE_ANY(1, 2, 3); p[0] = r;']],
  ['two inputs, and who is first', 8, times(2, 'x.fetch_add(RACECOURSE_ANY(1, 2));')],
  ['an input that only one value of adds', 3, ['x.exchange(1);', 'if (RACECOURSE_ANY(true, false)) x++;']],
  [
    'an input that fails by one value',
    15,
    ['assert(RACECOURSE_ANY(0, 2) != 2);', 'x.store(RACECOURSE_ANY(2, 0, 3)); x.store(2);'],
  ],
  ['each its own variable', 1, ['p[0] = 1; p[0] = 2;', 'p[1] = 1; p[1] = 2;', 'p[2] = 3;']],
  ['3 × a lock', 6, times(3, 'm.lock(); m.unlock();')],
  ['3 × two rounds of a lock', 90, times(3, 'm.lock(); m.unlock(); m.lock(); m.unlock();')],
])('%s: %i executions', (_name, executions, threads) => {
  expect(count(...threads)).toMatchObject({ executions, exact: true, redundant: 0 });
});

/** The programs of all fixtures, the small ones: recursive locks, woken threads, faults, freed counts, leaks. */
const fixtures = ['fixtures', '../detect/fixtures'].flatMap(endingIn);

test('fixtures have as many executions as an enumeration finds', () => {
  let compared = 0;
  for (const [file, text] of everyNth(16, fixtures)) {
    const program = compiled(text, file);
    const points = explore(program, { noMinimal: true }).points;
    const { executions, failing, redundant, exact } = countExecutions(program, points);
    if (!exact) continue;
    const truth = countOrders(program, evenAlone(points), 4000);
    if (truth === null) continue;
    compared++;
    expect([file, executions, failing, redundant]).toEqual([file, truth.orders, truth.failing, 0]);
  }
  expect(compared).toBeGreaterThanOrEqual(few(10, 90));
});

test('a waking is ordered behind the notify that was for it, and behind no other', () => {
  const waking = (waiters: number, notifies: string) =>
    compiled(
      `#include <atomic>
      #include <condition_variable>
      #include <mutex>
      #include <thread>
      std::mutex m; std::condition_variable cv; std::atomic<int> x{0};
      void waiter() { std::unique_lock<std::mutex> l(m); cv.wait(l); l.unlock(); x.load(); }
      void other() { ${notifies} }
      int main() {
        ${Array.from({ length: waiters }, (_, i) => `std::thread t${i}(waiter);`).join(' ')} std::thread b(other);
        ${Array.from({ length: waiters }, (_, i) => `t${i}.join();`).join(' ')} b.join(); }`,
      'waking.cpp',
    );
  const notifies = 'cv.notify_one(); x = 1; cv.notify_one();';
  const [one, two] = [waking(1, notifies), waking(2, notifies)];
  expect(countExecutions(one, schedulePoints(one))).toMatchObject({
    executions: 4,
    failing: 1,
    redundant: 0,
  });
  // As many as an enumeration finds, which takes too long here.
  expect(countExecutions(two, schedulePoints(two))).toMatchObject({
    executions: 38,
    failing: 16,
    redundant: 0,
  });
});

test('two attempts that fail do not mind each other', () => {
  const program = programOf(['m.lock(); m.unlock();', attempt, attempt]);
  const points = schedulePoints(program);
  const truth = countOrders(program, evenAlone(points), 100_000);
  expect(countExecutions(program, schedulePoints(program))).toMatchObject({
    executions: truth?.orders,
    redundant: 0,
  });
});

const endings = ['assert(false);', 'std::exit(0);', 'std::quick_exit(0);', 'std::abort();'];
const attempt = 'bool k = m.try_lock(); if (k) m.unlock();';

test.each([
  ['a lock', 'm.lock(); m.unlock();', 'm.lock(); m.unlock();'],
  ['a lock that is held meanwhile', 'm.lock(); m.unlock();', `m.lock(); m.unlock(); ${attempt}`],
  ['attempts without end', 'while (m.try_lock()) {} m.unlock();', `m.lock(); m.unlock(); ${attempt}`],
  ['what others look at', 'm.lock(); x = 1; m.unlock();', 'x.load(); x.load();'],
  ['a value that goes by', 'while (x == 0) std::this_thread::yield();', 'x = 1; x = 0;'],
  [
    'a notify',
    'std::unique_lock l(m); cv.wait(l);',
    'cv.notify_one(); { std::lock_guard g(m); } cv.notify_one();',
  ],
])('the process ends at every place behind %s', (_name, other, body) => {
  const idle = endings.slice(0, few(1, 4)).map((ending) => [ending, ', c([] {}); c.join()']);
  for (const [ending, third] of [...endings.map((ending) => [ending, '']), ...idle]) {
    const program = compiled(
      `#include <atomic>\n#include <cassert>\n#include <condition_variable>\n#include <cstdlib>\n#include <mutex>\n#include <thread>
      std::mutex m; std::condition_variable cv; std::atomic<int> x{0};
      void t0() { ${other} }
      void t1() { ${body} ${ending} }
      int main() { std::thread a(t0), b(t1)${third}; a.join(); b.join(); }`,
      'endings.cpp',
    );
    const points = explore(program, { noMinimal: true }).points;
    const truth = countOrders(program, evenAlone(points), 60_000);
    const { executions, failing, redundant } = countExecutions(program, points);
    expect([ending, third, executions, failing, redundant]).toEqual([
      ending,
      third,
      truth?.orders,
      truth?.failing,
      0,
    ]);
  }
});

test.each([
  ['two drops', ['p0.reset();', 'p1.reset();']],
  ['three drops', ['p0.reset();', 'p1.reset();', 'p2.reset();']],
  ['an attempt among drops', ['p0.reset();', 'p1.reset(); { auto q = w.lock(); } w.use_count();']],
  ['an attempt behind a step', ['p0.reset();', '{ auto q = w.lock(); } p1.reset(); w.expired();']],
  ['an attempt and a question', ['p0.reset();', 'auto q = w.lock();', 'p1.reset(); w.expired();']],
])('owners that let go: %s', (_name, bodies) => {
  const program = compiled(
    [
      '#include <memory>\n#include <thread>\nstd::shared_ptr<int> p0, p1, p2; std::weak_ptr<int> w;',
      ...bodies.map((body, t) => `void t${t}() { ${body} }`),
      'int main() { p0 = std::make_shared<int>(1); p1 = p0; w = p0;',
      bodies.some((body) => body.includes('p2')) ? 'p2 = p0;' : '',
      ...bodies.map((_, t) => `std::thread h${t}(t${t});`),
      ...bodies.map((_, t) => `h${t}.join();`),
      '}',
    ].join('\n'),
    'owners.cpp',
  );
  const points = explore(program, { noMinimal: true }).points;
  const truth = countOrders(program, evenAlone(points), 100_000);
  expect(countExecutions(program, points)).toMatchObject({ executions: truth?.orders, redundant: 0 });
});

/** Goes round while it holds. */
const spin = (condition: string): string => `while (${condition}) std::this_thread::yield();`;

test.each<[string, number, number, string[]]>([
  ['a flag', 1, 0, ['x = 1;', spin('x == 0')]],
  ['a flag without a yield', 1, 0, ['x = 1;', 'while (x == 0);']],
  ['the flag of either', 4, 0, ['x = 1;', 'x = 2;', spin('x == 0')]],
  ['a value that goes by', 12, 6, ['x++;', 'x++;', 'x++;', spin('x != 2')]],
  ['a value that never comes', 1, 1, ['x = 1;', spin('x != 2')]],
  ['a lock that is tried', 2, 0, ['m.lock(); m.unlock();', `${spin('!m.try_lock()')} m.unlock();`]],
  ['a lock of exchanges', 6, 0, times(3, `${spin('x.exchange(1)')} x = 0;`)],
  [
    'a lock of compare-and-exchange',
    2,
    0,
    times(2, 'for (int e = 0; !x.compare_exchange_strong(e, 1); e = 0) std::this_thread::yield(); x = 0;'),
  ],
  ['each for the other', 1, 1, [`${spin('x == 0')} y = 1;`, `${spin('y == 0')} x = 1;`]],
])('a thread that waits for %s by going round: %i executions', (_name, executions, failing, threads) => {
  expect(count(...threads)).toMatchObject({
    ...{ executions, failing, exact: true, rounds: true, endless: false, redundant: 0 },
  });
});

test.each<[string, string[]]>([
  ['looks at two words', ['x = 1; y = 1;', spin('x == 0 || y == 0')]],
  ['takes a lock to look', ['m.lock(); m.unlock();', 'for (;;) { m.lock(); m.unlock(); }']],
  ['steps back for another one that does', times(2, 'x = 1; while (y == 0) { x = 0; x = 1; }')],
])('where a thread that goes round %s there is no number', (_name, threads) => {
  expect(count(...threads)).toMatchObject({ exact: false, endless: true });
});

test('more threads than the bits of one word tell apart are counted no further', () => {
  const forty = programsIn('fixtures').find(([file]) => file === 'forty-threads.cpp')!;
  const program = compiled(forty[1], forty[0]);
  expect(countExecutions(program, schedulePoints(program))).toMatchObject({ exact: false });
});
