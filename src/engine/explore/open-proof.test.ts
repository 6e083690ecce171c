/** What is proven with counters left out is clean; and loops that only count are proven so, whatever keeps their threads apart. */
import { expect, test } from 'vitest';
import { createRng } from '../../base/rng';
import { few } from '../../base/testing/few';
import type { Program } from '../bytecode/program';
import { compiled } from '../compiler/testing/execute';
import { Exploration } from './exploration';
import { explore } from './explore';
import { isCleanWithOpenLoops } from './open-proof';
import { alone } from './refinement/refinement';

const MONITOR = `struct Monitor {
  std::mutex m;
  std::condition_variable c;
  bool held = false;
  int n = 0;
  int get() { lock(); int now = n; unlock(); return now; }
  void lock() { std::unique_lock l(m); while (held) c.wait(l); held = true; }
  void unlock() { { std::lock_guard l(m); held = false; } c.notify_one(); }
} mon;
`;
const HEAD = `#include <atomic>
#include <cassert>
#include <condition_variable>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <thread>
#include <vector>
std::mutex m, n;
std::shared_mutex sm;
std::counting_semaphore<3> sem(1);
std::atomic<int> a{0}, f{0}, w{0}, tk{0}, sv{0};
int x = 0, y = 0, last = 0;
long z = 0;
${MONITOR}void same(const int& p) { assert(p != 2); }
void hand(int v) { same(v); }
int again(int depth) { int c = 0; while (c < 2) { ++c; if (depth > 0 && f) again(depth - 1); } return depth; }
`;

/** In a loop over i, with r and t of the thread: what counts and nothing else, and what keeps it from that. */
const DEEDS = [
  '{ std::lock_guard g(m); ++x; }',
  '{ std::lock_guard g(m); x += 2; --y; }',
  '{ std::lock_guard g(m); z += k; }',
  '{ std::lock_guard g(m); std::lock_guard h(n); ++x; ++y; }',
  '{ std::lock_guard g(n); std::lock_guard h(m); ++y; }',
  '{ std::lock_guard g(m); r = x; }',
  '{ std::lock_guard g(m); x += y; }',
  '{ std::lock_guard g(m); if (x == 2) y = 1; }',
  '{ std::lock_guard g(m); last = k; }',
  '{ std::lock_guard g(m); assert(x != 3); }',
  '{ std::lock_guard g(m); printf("%d", x); ++x; }',
  'if (m.try_lock()) { ++x; m.unlock(); }',
  '++x;',
  'a++;',
  'a += k;',
  'r = a++;',
  'a = 1;',
  'if (a == 2) break;',
  'if (i == 1) a++;',
  'if (i % 2 == 0) { std::lock_guard g(m); ++x; }',
  'while (f.exchange(1)) {} ++x; f = 0;',
  'while (f.exchange(1)) std::this_thread::yield(); x += k; f = 0;',
  'while (f.exchange(1)) ++t; ++x; f = 0;',
  'while (f.exchange(1)) { if (++t > 2) { std::this_thread::yield(); t = 0; } } ++x; f = 0;',
  'while (f.exchange(1)) ++t; x += t; f = 0;',
  'while (f.exchange(1)) { ++t; ++z; } ++x; f = 0;',
  'while (f.exchange(1)) {} ++x; if (i == 1) continue; f = 0;',
  'while (f.exchange(1)) {} ++x; f = 0; if (t > 0) a++;',
  'sem.acquire(); ++x; sem.release();',
  'sem.acquire(); ++x; if (i != 1) sem.release();',
  'mon.lock(); ++x; mon.unlock();',
  'mon.lock(); ++x; mon.unlock(); ++y;',
  '{ std::shared_lock g(sm); r = y; }',
  '{ std::unique_lock g(sm); ++y; }',
  '{ std::shared_lock g(sm); ++y; }',
  '{ int my = tk++; while (sv != my) std::this_thread::yield(); ++x; sv++; }',
  'while (f.exchange(1)) f.wait(1); ++x; f = 0; f.notify_one();',
  'while (f.exchange(1)) f.wait(1); ++x; f = 0;',
  'while (f.exchange(1)) {} if (w == 0) { w = 1; i = 0; } f = 0;',
  'if (a == 1) { a = 5; i = 0; }',
  'for (int j = 0; j < 2; ++j) { std::lock_guard g(m); ++x; }',
  'a++; again(1);',
  'if (w++ == 0) ++t;',
  't += 1; if (t == 2) a++;',
  'i += a; a++;',
  'while (w == 0) a++;',
  'while (w == 0) { std::lock_guard g(m); ++x; }',
  'w = 1;',
  'if (w == 0) a++;',
  'if (t == 1) break;',
  'if (f.exchange(1) == 0) { ++x; f = 0; } else t++;',
  'if (t) { std::lock_guard g(m); ++x; }',
  '{ int q = 0; while (q < 2 && !f) q++; if (q == 2) { std::lock_guard g(m); ++x; } }',
  '{ std::lock_guard g(m); if (++x % 2 == 0) std::printf("x"); }',
  '{ std::lock_guard g(m); if (++x == 2) ++y; }',
  '{ std::lock_guard g(m); ++x; if (x % 3 == 1) break; }',
  '{ std::lock_guard g(m); if (++x > 1) t++; }',
  '{ std::lock_guard g(m); while (x % 2 == 1) ++x; ++x; }',
];
const ENDS = [
  'assert(x != 4 && a != 3);',
  'assert(x == 2);',
  'assert(x == 4);',
  'assert(a == 2);',
  'assert(y == 4);',
  'assert(z == 4);',
];

function byChance(seed: number): string {
  const rng = createRng(seed);
  const deeds = Array.from({ length: 1 + rng.int(3) }, () => DEEDS[rng.int(DEEDS.length)]);
  const some = (most: number): string =>
    Array.from({ length: 1 + rng.int(most) }, () => deeds[rng.int(deeds.length)]).join(' ');
  const rounds = 1 + rng.int(2);
  const works = Array.from({ length: 2 }, () => {
    const loop = `for (int i = 0; i < ${rounds}; ++i) { ${some(2)} }`;
    return rng.int(2) === 0 ? loop : `${loop} for (int i = 0; i < 1; ++i) { ${some(1)} }`;
  });
  if (rng.int(2) === 0) works.fill(works[0]);
  const started = works.map(
    (work, i) => `  std::thread t${i}([k] { int r = 0, t = 0; ${work} (void)r; (void)t; });`,
  );
  return `${HEAD}int main() {
  int k = ${1 + rng.int(2)};
${started.join('\n')}
  t0.join();
  t1.join();
  ${ENDS[rng.int(ENDS.length)]}
}`;
}

const isProven = (program: Program): boolean =>
  isCleanWithOpenLoops(program, (open, leftOut) => {
    const search = new Exploration(open, { orders: { leftOut }, states: 20_000, noMinimal: true });
    const { kind, complete, notes } = alone(search.explore());
    return kind === 'clean' && complete && notes.length === 0;
  });

test('of programs by chance what is proven with counters left out is clean', () => {
  let proven = 0;
  const first = Number(process.env.SEARCH_FIRST ?? 0);
  for (let seed = first; seed < first + few(8, 1500); seed++) {
    const text = byChance(seed);
    const program = compiled(text, 'chance.cpp');
    if (!isProven(program)) continue;
    const { kind, limit } = explore(program, { noMinimal: true, states: 20_000 });
    expect([seed, text, kind, limit === null || limit === 'states']).toEqual([seed, text, 'clean', true]);
    proven++;
  }
  expect(proven).toBeGreaterThan(few(1, 150));
});

test.each([
  ['is shown alone', 'std::cout << ((++x % 4) == 0 ? 1 : 2);', true],
  ['decides what is stored', 'if (++x % 4 == 0) last = k;', false],
  ['decides what is counted', 'if (++x % 4 == 0) ++y;', false],
  ['decides how often a thread goes round, which nobody looks at', 'if (++x % 4 == 0) break;', true],
])('a test of what threads count together %s', (_, deed, proven) => {
  const text = `${HEAD}
void work(int k) { for (int i = 0; i < 3; ++i) { std::lock_guard<std::mutex> g(m); ${deed} } }
int main() { std::thread s(work, 1), t(work, 2); s.join(); t.join(); assert(last != 2 && y < 2); }`;
  expect(isProven(compiled(text, 'tested.cpp'))).toBe(proven);
});

const MCS = `struct Node { std::atomic<Node*> next{nullptr}; std::atomic<bool> locked{false}; };
std::atomic<Node*> tail{nullptr};
void take(Node& me) {
  me.next = nullptr;
  me.locked = true;
  Node* before = tail.exchange(&me);
  if (before == nullptr) return;
  before->next = &me;
  while (me.locked) std::this_thread::yield();
}
void give(Node& me) {
  if (me.next == nullptr) {
    Node* e = &me;
    if (tail.compare_exchange_strong(e, nullptr)) return;
    while (me.next == nullptr) std::this_thread::yield();
  }
  me.next.load()->locked = false;
}
`;
const many = (deed: string, end = '', threads = 3): string => `${HEAD}${MCS}
void work(int k) { Node me; (void)me; for (int i = 0; i < 500; ++i) { ${deed} } }
int main() {
  std::vector<std::thread> ts;
  for (int i = 0; i < ${threads}; ++i) ts.emplace_back([] { work(2); });
  for (auto& t : ts) t.join();
  ${end}
}`;

test.each([
  [
    'a sum of what a thread was given, under a word that it spins on',
    'while (f.exchange(1)) {} x += k; f = 0;',
    'x == 3000',
  ],
  [
    'tries that are counted',
    'int t = 0; while (f.exchange(1)) if (++t > 9) { std::this_thread::yield(); t = 0; } ++x; f = 0;',
    'x == 1500',
  ],
  [
    'mutexes in one order',
    'std::lock_guard g(m); ++x; std::lock_guard h(n); z += k;',
    'x == 1500 && z == 3000',
  ],
  [
    'a spin lock in a mutex',
    'std::lock_guard g(m); ++x; while (f.exchange(1)) {} ++y; f = 0;',
    'x == 1500 && y == 1500',
  ],
  ['a semaphore', 'sem.acquire(); ++x; sem.release();', 'x == 1500'],
  ['a monitor', 'mon.lock(); ++x; mon.unlock();', 'x == 1500'],
  [
    'who parks until he is notified',
    'while (f.exchange(1)) f.wait(1); ++x; f = 0; f.notify_one();',
    'x == 1500',
  ],
  ['a queue lock', 'take(me); ++x; give(me);', 'x == 1500'],
  ['every third round', 'if (i % 3 == 0) { std::lock_guard g(m); std::lock_guard h(n); ++x; }', 'x == 501'],
  [
    'readers whose values decide nothing',
    'int r = 0; { std::shared_lock g(sm); r = x; } (void)r; std::unique_lock h(sm); ++x;',
    'x == 1500',
  ],
  ['what is printed on the way', 'std::lock_guard g(m); ++x; std::cout << x << std::endl; ++y;', 'x == 1500'],
  [
    'a getter by which main looks in the end',
    '(void)mon.get(); mon.lock(); ++mon.n; mon.unlock();',
    'mon.get() == 1500',
  ],
])('%s is proven for any number of rounds', (_, deed, sum) => {
  expect(isProven(compiled(many(deed, `assert(${sum});`), 'many.cpp'))).toBe(true);
  expect(isProven(compiled(many(deed, `assert(!(${sum}));`), 'many.cpp'))).toBe(false);
});

test.each([
  ['a lock that is not given back in one round', 'while (f.exchange(1)) {} ++x; if (i != 444) f = 0;'],
  ['a race in one round', 'if (i == 444) ++x; else { std::lock_guard g(m); ++x; }'],
  ['a look in one round', 'while (f.exchange(1)) {} ++x; if (i == 444) assert(x < 1400); f = 0;'],
  [
    'locks in another order in one round',
    'auto& p = i == 444 ? m : n; auto& q = i == 444 ? n : m; std::lock_guard g(p); std::lock_guard h(q); ++x;',
  ],
  ['a lock that somebody else gives back', 'if (i == 444) f = 0; while (f.exchange(1)) {} ++x; f = 0;'],
  ['a semaphore that lets two in', 'if (i == 444) sem.release(); sem.acquire(); ++x; sem.release();'],
  [
    'a queue lock that forgets who comes late',
    'take(me); ++x; if (me.next == nullptr) { tail = nullptr; } else me.next.load()->locked = false;',
  ],
  ['nobody who is notified', 'while (f.exchange(1)) f.wait(1); ++x; f = 0; if (i != 444) f.notify_one();'],
])('%s is no proof', (_, deed) => {
  expect(isProven(compiled(many(deed), 'many.cpp'))).toBe(false);
});

test.each([
  [
    'sums that depend on who was first',
    'if (w.exchange(1) == 0) { std::lock_guard g(m); ++x; }',
    'assert(x != 1);',
  ],
  ['rounds that depend on who was first', 'if (w.exchange(1) == 0) i = 400; a++;', 'assert(a != 1500);'],
  ['sums of tries', 'int t = 0; while (f.exchange(1)) ++t; x += t; f = 0;', 'assert(x == 0);'],
  [
    'a word that main looks at while threads count',
    'a++;',
    'std::thread t(work, 1); assert(a < 1600); t.join();',
  ],
  ['a loop that never ends', 'while (i < 9) {} a++;', ''],
  ['a getter by which a thread looks', 'mon.lock(); ++mon.n; mon.unlock(); if (mon.get() == 1499) ++x;', ''],
  [
    'what goes through a variable into another',
    'int r = x; int q = r + 1; { std::lock_guard g(m); ++x; } assert(q);',
    '',
  ],
  ['an argument that somebody reads by its address', 'std::lock_guard g(m); if (i < 2) hand(x); ++x;', ''],
  [
    'what is printed in another base',
    'std::lock_guard g(m); ++x; std::cout << std::hex << x;',
    'assert(x == 1500);',
  ],
])('%s are none either', (_, deed, end) => {
  expect(isProven(compiled(many(deed, end), 'many.cpp'))).toBe(false);
});

const heartbeat = (main: string): string => `${HEAD}
std::atomic<bool> over{false};
void beat() { while (!over) { a++; std::lock_guard g(m); ++x; } }
int main() {
  std::thread t(beat);
  for (int i = 0; i < 20; ++i) std::cout << "beats: " << a << std::endl;
  ${main}
}`;

test.each([
  ['is shown', 'over = true; t.join(); std::cout << a << " of " << x << std::endl;'],
  ['nobody looks at', 'over = true; t.join();'],
  ['is shown while it goes on', 'std::cout << a; over = true; t.join();'],
])('how often a thread went round until it was told to stop %s', (_, main) => {
  expect(isProven(compiled(heartbeat(main), 'beats.cpp'))).toBe(true);
  const { kind, complete } = explore(compiled(heartbeat(main), 'beats.cpp'));
  expect([kind, complete]).toEqual(['clean', true]);
});

test.each([
  ['is asserted in the end', 'over = true; t.join(); assert(a < 30);'],
  ['divides', 'over = true; t.join(); return 7 / a;'],
  ['decides what main does', 'over = true; t.join(); if (x == 5) ++y; assert(y == 0);'],
  ['is asserted while it goes on', 'assert(a < 30); over = true; t.join();'],
  ['is an index', 'over = true; t.join(); int few[3] = {}; return few[x & 3];'],
  ['has no end', 't.join();'],
])('how often a thread went round until it was told to stop %s: no proof', (_, main) => {
  expect(isProven(compiled(heartbeat(main), 'beats.cpp'))).toBe(false);
});

test('the one run ends when time is over', () => {
  const program = compiled(many('a++;', '', 8), 'many.cpp');
  let asked = 0;
  const isClean = isCleanWithOpenLoops(
    program,
    () => true,
    () => ++asked > 0,
  );
  expect([isClean, asked]).toEqual([false, 1]);
});

test('a search whose states are many proves it by one round', () => {
  const deed = 'std::lock_guard g(m); ++x; std::lock_guard h(n); z += k;';
  const { kind, complete, bounded, states } = explore(compiled(many(deed, 'assert(x == 1500);'), 'many.cpp'));
  expect([kind, complete, bounded]).toEqual(['clean', true, null]);
  expect(states).toBeLessThan(5_000);
});

test('who counts for ever while the process ends is no limit', () => {
  const text = `${HEAD}int main() { std::thread([] { for (;;) a++; }).detach(); }`;
  const { kind, complete, limit } = explore(compiled(text, 'detached.cpp'));
  expect([kind, complete, limit]).toEqual(['clean', true, null]);
});
