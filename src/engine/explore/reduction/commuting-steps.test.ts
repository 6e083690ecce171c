import { expect, test } from 'vitest';
import { createRng, type Rng } from '../../../base/rng';
import { few } from '../../../base/testing/few';
import type { Program } from '../../bytecode/program';
import { compiled } from '../../compiler/testing/execute';
import { lineAt, spanAt } from '../../inspect/source';
import { explore } from '../explore';
import { generate } from '../testing/generate';
import { additionsOf } from './additions';
import { mayCommute } from './commuting-steps';

const HEAD = `#include <atomic>
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>
std::mutex m, n;
std::condition_variable cv;
std::atomic<int> a{0}, f{0}, w{0}; std::atomic<unsigned char> byte{0};
int x = 0, y = 0;
long z = 0;
int* p = nullptr;
`;

/** What threads do in programs by chance: additions that commute, and what keeps them from it. */
const DEEDS = [
  '{ std::lock_guard g(m); ++x; }',
  '{ std::lock_guard g(m); x += 2; --y; }',
  '{ std::lock_guard g(n); ++y; }',
  '{ std::lock_guard g(m); z += 3; }',
  '{ std::lock_guard g(m); std::lock_guard h(n); ++x; ++y; }',
  '{ std::lock_guard g(n); std::lock_guard h(m); ++y; }',
  '{ std::scoped_lock g(m, n); x -= 1; z++; }',
  '{ std::lock_guard g(m); a++; ++x; }',
  '{ std::lock_guard g(m); x = x + 1; }',
  '{ std::lock_guard g(n); y = y - 1; z = z + 2; }',
  'y = y + 1;',
  '{ std::lock_guard g(m); r = x; }',
  '{ std::lock_guard g(m); x += y; }',
  '{ std::lock_guard g(m); if (x == 2) y = 1; }',
  '{ std::lock_guard g(m); x = 1; }',
  '{ std::lock_guard g(m); assert(x != 3); }',
  '{ std::unique_lock g(m); ++x; g.unlock(); ++y; }',
  '{ std::unique_lock g(m); cv.wait(g, [] { return x > 0; }); }',
  '{ std::lock_guard g(m); ++x; cv.notify_one(); }',
  '++x;',
  'z += 1;',
  'r = y;',
  'a++;',
  'a += 2;',
  'a.fetch_sub(1);',
  'r = a++;',
  'r = a;',
  'a = 1;',
  'if (a == 2) ++y;',
];

/** A word that is used as a mutex, and what keeps it from being one. */
const SPINS = [
  'while (f.exchange(1)) {} ++x; f = 0;',
  'while (f.exchange(1)) std::this_thread::yield(); x += 2; f = 0;',
  '{ int e = 0; while (!f.compare_exchange_weak(e, 1)) e = 0; ++x; f = 0; }',
  'do { while (f) std::this_thread::yield(); } while (f.exchange(1)); ++x; f = 0;',
  'while (f.exchange(1)) {} a++; ++x; f = 0;',
  'while (f.exchange(1)) {} { std::lock_guard g(m); ++y; } f = 0;',
  '{ std::lock_guard g(m); while (f.exchange(1)) {} ++y; f = 0; }',
  '{ std::lock_guard g(m); ++y; }',
  'while (f.exchange(1)) {} r = x; f = 0;',
  'while (f.exchange(1)) {} assert(x != 2); f = 0;',
  'while (f.exchange(1)) {} ++x; f.exchange(0);',
  'while (f.exchange(2)) {} ++x; f = 0;',
  'while (f.exchange(1)) r = a; ++x; f = 0;',
  'while (f.exchange(1)) if (!f) r = 1; if (r) ++y; f = 0;',
  'for (int i = 0; i < 2 && f.exchange(1); ++i) r = i; ++y; f = 0;',
  'if (!f.exchange(1)) { ++x; f = 0; } else { assert(x < 2); }',
  'f = 0;',
  'r = f;',
  '{ int e = 1; f.compare_exchange_strong(e, 0); }',
  '++x;',
  'a++;',
];

/** Things handed over under a lock, and used outside it; and what is said by an atomic within a lock. */
const HANDED = [
  '{ int* q = new int(2); { std::lock_guard g(m); std::swap(p, q); } if (q) { *q += 1; delete q; } }',
  '{ int* q = nullptr; { std::lock_guard g(m); std::swap(p, q); } if (q) { r = *q; delete q; } }',
  '{ std::lock_guard g(m); if (p) ++*p; }',
  '{ std::lock_guard g(m); delete p; p = nullptr; }',
  '{ std::lock_guard g(m); if (!p) p = new int(1); }',
  '{ std::lock_guard g(m); if (!p) p = new int(1); cv.notify_one(); }',
  '{ std::unique_lock g(m); cv.wait(g, [] { return p != nullptr; }); ++*p; }',
  '{ int* q; { std::lock_guard g(m); q = p; } if (q) ++*q; }',
  '{ std::lock_guard g(n); if (p) r = *p; }',
  '{ std::lock_guard g(n); y = 3; }',
  '{ std::lock_guard g(m); y = 4; }',
  '{ std::unique_lock g(m); y = 1; g.unlock(); x = 2; }',
  'x = 4; { std::lock_guard g(m); y = 1; }',
  '{ std::lock_guard g(m); y = 7; f = 1; }',
  '{ std::lock_guard g(m); f = 1; y = 8; }',
  'if (f == 1) y = 6;',
  'if (f == 1) { std::lock_guard g(n); y = 5; }',
  '{ std::lock_guard g(n); std::lock_guard h(m); r = y; }',
  '{ std::lock_guard g(m); a++; y = a; }',
];

function byChance(seed: number, all = DEEDS): string {
  const rng: Rng = createRng(seed);
  // Few kinds of deeds a program, so that many of them are alike.
  const deeds = Array.from({ length: 1 + rng.int(4) }, () => all[rng.int(all.length)]);
  const threads = Array.from({ length: 2 + rng.int(2) }, () =>
    Array.from({ length: 1 + rng.int(3) }, () => deeds[rng.int(deeds.length)]).join(' '),
  );
  const started = threads
    .map((deed, i) => `  std::thread t${i}([] { int r = 0; (void)r; ${deed} });`)
    .join('\n');
  const joins = threads.map((_, i) => `t${i}.join();`).join(' ');
  return `${HEAD}int main() {\n${started}\n  ${joins}\n  assert(x != 4 && a != 3);\n  delete p;\n}`;
}

const isClean = (program: Program, commuting: boolean): boolean => {
  const orders = commuting ? 'coalesced' : 'reduced';
  const { kind, complete } = explore(program, { noMinimal: true, orders });
  return kind === 'clean' && complete;
};

test('of programs by chance what steps that commute prove is clean', () => {
  let proven = 0;
  const first = Number(process.env.SEARCH_FIRST ?? 0);
  for (let seed = first; seed < first + few(24, 1000); seed++)
    for (const text of [DEEDS, SPINS, HANDED].map((all) => byChance(seed, all)).concat(generate(seed))) {
      const program = compiled(text, 'chance.cpp');
      if (!mayCommute(program) || !isClean(program, true)) continue;
      expect([seed, text, isClean(program, false)]).toEqual([seed, text, true]);
      proven++;
    }
  expect(proven).toBeGreaterThan(few(8, 400));
});

const counters = (deed: string, rounds: number, threads = 2): string => `${HEAD}
void work() { for (int i = 0; i < ${rounds}; ++i) { ${deed} } }
int main() {
  std::thread t[${threads}];
  for (auto& each : t) each = std::thread(work);
  for (auto& each : t) each.join();
}`;

test.each([
  ['a sum under a lock', '{ std::lock_guard g(m); ++x; }'],
  ['a sum that is written out', '{ std::lock_guard g(m); x = x + 1; z = z + 2; }'],
  ['an atomic sum', 'a++;'],
  ['a sum under a word that threads spin on', 'while (f.exchange(1)) {} ++x; f = 0;'],
  ['a sum under one of a byte', 'while (byte.exchange(1)) {} ++x; byte = 0;'],
  [
    'a sum under one that is looked at before it is taken',
    'do { while (f) std::this_thread::yield(); } while (f.exchange(1)); ++x; f = 0;',
  ],
  [
    'a sum under one that is compared',
    'int e = 0; while (!f.compare_exchange_weak(e, 1)) { e = 0; std::this_thread::yield(); } ++x; f = 0;',
  ],
  ['a sum of two words, under two locks', 'std::scoped_lock g(m, n); z += 2;'],
])('%s leaves one order of many', (_, deed) => {
  const states = (rounds: number) => {
    const verdict = explore(compiled(counters(deed, rounds), 'sum.cpp'), { orders: 'commuting' });
    expect([verdict.kind, verdict.complete]).toEqual(['clean', true]);
    return verdict.states;
  };
  expect(states(40) - states(20)).toBe(states(60) - states(40));
});

test.each([
  ['a sum without a lock', '++x;'],
  ['a sum that somebody looks at', '{ std::lock_guard g(m); assert(++x != 3); }'],
  ['an atomic sum that somebody looks at', 'assert(a++ != 3);'],
  ['a sum under a word that is given back without being taken', 'f.exchange(1); ++x; f = 0;'],
])('%s does not commute', (_, deed) => {
  expect(isClean(compiled(counters(deed, 2), 'sum.cpp'), true)).toBe(false);
});

const pair = (one: string, two: string): string => `${HEAD}int main() {
  std::thread t([] { ${one} });
  std::thread u([] { ${two} });
  t.join();
  u.join();
}`;

test.each([
  [
    'what a sum has become, under its lock',
    '{ std::lock_guard g(m); assert(x != 1); }',
    '{ std::lock_guard g(m); ++x; }',
  ],
  ['what an atomic sum has become', 'assert(a != 1);', 'a++;'],
  [
    'a sum between two locks, after which it is looked at',
    '{ std::lock_guard g(m); ++x; } { std::lock_guard g(m); assert(x == 1); }',
    '{ std::lock_guard g(m); ++x; }',
  ],
  [
    'a store over a sum',
    '{ std::lock_guard g(m); x = 5; } { std::lock_guard g(m); assert(x == 5); }',
    '{ std::lock_guard g(m); ++x; }',
  ],
  [
    'a sum that takes what it adds from another',
    '{ std::lock_guard g(m); x += y; assert(x == 0); }',
    '{ std::lock_guard g(m); ++y; }',
  ],
  ['a sum of itself', '{ std::lock_guard g(m); x += x; assert(x == 0); }', '{ std::lock_guard g(m); ++x; }'],
  [
    'a look without a lock',
    'int r = x; (void)r; { std::lock_guard g(n); ++y; }',
    '{ std::lock_guard g(m); ++x; }',
  ],
  ['a sum without a lock', '++x; { std::lock_guard g(n); ++y; }', '{ std::lock_guard g(m); ++x; }'],
  ['two sums without a lock', '++x; a++;', '++x; a++;'],
  [
    'what a sum has become, under a word that threads spin on',
    'while (f.exchange(1)) {} assert(x != 1); f = 0;',
    'while (f.exchange(1)) {} ++x; f = 0;',
  ],
  [
    'a second look in the loop that waits',
    'bool luck = false; while (f.exchange(1)) if (!f) luck = true; f = 0; assert(!luck);',
    'while (f.exchange(1)) {} ++x; f = 0;',
  ],
  ['a look at the word by one who does not wait', 'assert(f == 0);', 'while (f.exchange(1)) {} ++x; f = 0;'],
  [
    'a loop that waits and does something',
    'while (f.exchange(1)) a = 0; ++x; f = 0;',
    'a = 1; while (f.exchange(1)) {} ++x; f = 0; assert(a == 1);',
  ],
  [
    'a word that somebody else gives back',
    'while (f.exchange(1)) {} ++x; f = 0;',
    'f = 0; while (f.exchange(1)) {} ++x; f = 0;',
  ],
  [
    'a word that is not free when threads begin',
    'f = 1; while (f.exchange(1)) {} ++x; f = 0;',
    '{ std::lock_guard g(m); ++y; }',
  ],
  [
    'a mutex that is held over a step',
    '{ std::lock_guard g(m); a++; assert(x == 0); }',
    '{ std::lock_guard g(m); ++x; }',
  ],
  [
    'locks in two orders',
    '{ std::lock_guard g(m); std::lock_guard h(n); ++x; }',
    '{ std::lock_guard g(n); std::lock_guard h(m); ++x; }',
  ],
])('%s is still seen to fail', (_, one, two) => {
  expect(isClean(compiled(pair(one, two), 'pair.cpp'), false)).toBe(false);
  expect(isClean(compiled(pair(one, two), 'pair.cpp'), true)).toBe(false);
});

test('a result that goes through functions is a result all the same', () => {
  const through = `${HEAD}int next() { return a++; }
int after() { return next() + 1; }
int main() {
  std::thread t([] { assert(after() != 2); });
  std::thread u([] { after(); });
  t.join();
  u.join();
}`;
  expect(additionsOf(compiled(through, 'through.cpp')).atomic.size).toBe(0);
  expect(isClean(compiled(through, 'through.cpp'), true)).toBe(false);
});

test('two locks for one sum are a race, though each step has one', () => {
  const text = `${HEAD}int main() {
  std::thread one([] { { std::lock_guard g(n); ++y; } { std::lock_guard g(m); x += y; } });
  std::thread two([] { { std::lock_guard g(m); x = 1; } { std::lock_guard g(n); ++y; } });
  one.join();
  two.join();
}`;
  expect(isClean(compiled(text, 'locks.cpp'), true)).toBe(false);
});

/** Long enough for `explore` to try few orders of it; with two rounds it fails too. */
const many = (deed: string) => `for (int i = 0; i < 900; ++i) { ${deed} }`;
const expectFails = (text: string): void => {
  expect(isClean(compiled(text.replaceAll('i < 900', 'i < 2'), 'small.cpp'), false)).toBe(false);
  expect(isClean(compiled(text, 'large.cpp'), true)).toBe(false);
};

// Before they come to the lock they take so many steps that no rehearsal has seen it held.
const BEFORE = many('w++;');
test.each([
  [
    'a race in a loop that waits',
    'while (f.exchange(1)) {} ++x; f = 0;',
    'while (f.exchange(1)) if (x < 0) std::this_thread::yield(); ++x; f = 0;',
  ],
  [
    'a loop that waits and finds the word free, and held again',
    'while (f.exchange(1)) {} ++x; f = 0; while (f.exchange(1)) {} ++x; f = 0;',
    'bool bad = false; while (f.exchange(1)) if (!f) if (f) bad = true; f = 0; assert(!bad);',
  ],
  [
    'a loop that waits and takes the word for nobody',
    'while (f.exchange(1)) {} ++x; f = 0;',
    'while (f.exchange(1)) f = 1; ++x; f = 0;',
  ],
  [
    'a loop that waits for one of the ways in which a word is held',
    'while (f.exchange(1)) {} ++x; f = 0; bool bad = false; while (a) if (a == 2) bad = true; assert(!bad);',
    'while (f.exchange(1)) {} ++x; f = 0; while (a.exchange(2)) {} ++y; a = 0;',
  ],
])('%s is seen late', (_, one, two) => {
  expectFails(pair(`${BEFORE} ${one}`, `${BEFORE} ${two}`));
});

test('a mutex that is destroyed while somebody may hold it', () => {
  expectFails(`${HEAD}struct S { std::mutex m; };
std::atomic<int> done{0};
S* s = new S;
void count() { ${many('std::lock_guard g(n); ++y;')} }
int main() {
  std::thread t([] { std::lock_guard g(s->m); done = 1; });
  std::thread u(count), v(count);
  while (done == 0) std::this_thread::yield();
  delete s;
  t.join();
  u.join();
  v.join();
}`);
});

test('a thread that has ended and is not joined is before nobody', () => {
  expectFails(`${HEAD}void count() { ${many('std::lock_guard g(n); ++y;')} }
std::mutex o;
int main() {
  std::thread t([] { std::lock_guard g(m); ++x; });
  std::thread u(count), v(count);
  u.join();
  v.join();
  { std::lock_guard g(o); ++x; }
  t.join();
}`);
});

test('what was handed over under a lock is used without it', () => {
  const text = `${HEAD}void take() {
  int* q = nullptr;
  { std::lock_guard g(m); std::swap(p, q); }
  if (q != nullptr) { ++*q; delete q; }
}
int main() {
  p = new int(1);
  std::thread t(take), u(take);
  t.join();
  u.join();
}`;
  expect(isClean(compiled(text, 'handed.cpp'), true)).toBe(true);
});

test.each([
  [
    'in front of another lock',
    'int* q; { std::lock_guard g(m); q = p; } { std::lock_guard g(n); ++*q; }',
    '{ std::lock_guard g(m); ++*p; }',
  ],
  ['without one', 'int* q; { std::lock_guard g(m); q = p; } ++*q;', '{ std::lock_guard g(m); ++*p; }'],
  ['behind an atomic', '{ std::lock_guard g(m); f = 1; y = 1; }', 'if (f == 1) y = 2;'],
  [
    'behind an atomic, under another lock',
    '{ std::lock_guard g(m); f = 1; y = 1; }',
    'if (f == 1) { std::lock_guard g(n); y = 2; }',
  ],
])('what is shared under a lock and used %s is a race', (_, one, two) => {
  const text = pair(one, two).replace('int main() {', 'int main() {\n  int shared = 0;\n  p = &shared;');
  expect(isClean(compiled(text, 'shared.cpp'), false)).toBe(false);
  expect(isClean(compiled(text, 'shared.cpp'), true)).toBe(false);
});

test('seven philosophers with their forks in order are proven whole', () => {
  const text = `#include <mutex>
#include <thread>
std::mutex forks[7];
void eat(int id) {
  const int left = id < 6 ? id : 0, right = id < 6 ? id + 1 : 6;
  for (int i = 0; i < 3; ++i) { std::lock_guard a(forks[left]); std::lock_guard b(forks[right]); }
}
int main() {
  std::thread t[7];
  for (int i = 0; i < 7; ++i) t[i] = std::thread(eat, i);
  for (auto& each : t) each.join();
}`;
  const { kind, complete, allTransitions } = explore(compiled(text, 'seven.cpp'), { states: 100_000 });
  expect([kind, complete]).toEqual(['clean', true]);
  expect(allTransitions).toBeLessThan(300_000);
});

test.each([400, 6000])('%i rounds of sums in two threads are proven clean whole', (rounds) => {
  const program = compiled(counters('{ std::lock_guard g(m); ++x; }', rounds), 'sum.cpp');
  const { kind, complete, limit, bounded, states } = explore(program);
  expect([kind, complete, limit, bounded]).toEqual(['clean', true, null, null]);
  expect(states).toBeLessThan(3 * rounds);
});

test('additions are what adds and nothing else', () => {
  const text = `${HEAD}int f(int k) { return k; } int many[3]; struct { long m; int n; } each;
int main() {
  ++x;
  x += f(2);
  z -= 1;
  x = x + 1;
  x += x > 1 ? 1 : 2;
  int r = ++x;
  y += x; r -= 1;
  a++;
  r = x > 2; many[r] = many[r] - y; each.n = each.n + y; z = z + 2;
  x = y + 1; many[r] = many[r + 1] + 1; x = x + x; x = 1 + x; x = x * 2 + 1;
  (r > 1 ? y : x) = x + 1;
  return r;
}`;
  const program = compiled(text, 'sums.cpp');
  const { plain, atomic } = additionsOf(program);
  const lines = (pcs: Iterable<number>) => [...pcs].map((pc) => lineAt(program, spanAt(program, pc)));
  expect([lines(plain.keys()), atomic.size]).toEqual([[14, 15, 16, 17, 19, 20, 22, 22, 22, 23], 1]);
});
