import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRng } from '../../base/rng';
import { everyNth, few } from '../../base/testing/few';
import { compiled } from '../compiler/testing/execute';
import { explore } from '../explore/explore';
import { programsIn, said } from '../explore/testing/fixtures';
import { namesWeakOrders } from '../rc11/orders';
import { judgeWeak } from './report';
import { exploreWeak } from './search';
import { countConsistent, type Operation } from './testing/axioms';

/**
 * Programs whose numbers of executions an axiomatic brute force has counted. Each says in its first lines what it is to come to: `expect`, or
 * `also` where a data race is met first, in which `line`, `expect-sc`, and its executions. Those of programs with data races no model counts; `-all`: counted on
 * after a failed assertion; `-awaits`: a spin is one read.
 */
const litmus = [
  ...programsIn('../weak/fixtures'),
  ...programsIn('fixtures').filter(([, text]) => text.includes('// executions-rc11')),
];
const executions = (text: string, model: string): number | undefined => {
  const [, count] = new RegExp(`// executions-${model}(?:-all)?(?:-awaits)?: (\\d+)`).exec(text) ?? [];
  return count === undefined ? undefined : Number(count);
};

test.each(litmus)('%s', (file, text) => {
  const program = compiled(text, file);
  const verdict = judgeWeak(program);
  const kinds = verdict.failures.map(({ kind }) => kind);
  expect([said(text, 'expect'), said(text, 'also')]).toContain(verdict.verdict);
  expect(verdict.complete).toBe(true);
  expect(verdict.failing > 0).toBe(verdict.verdict !== 'clean');

  const [, lines] = /\/\/ line: ([\d ]+)/.exec(text) ?? [];
  if (lines !== undefined)
    for (const { line } of verdict.failures) expect(lines.trim().split(' ').map(Number)).toContain(line);

  const counted = executions(text, 'rc11');
  expect(counted !== undefined || kinds.includes('data-race'), 'it says how many executions it has').toBe(
    true,
  );
  if (counted !== undefined) expect(verdict.executions).toBe(counted);
  const sequential = executions(text, 'sc');
  if (sequential !== undefined) expect(verdict.sequential).toBe(sequential);

  const withoutOrders = said(text, 'expect-sc');
  if (withoutOrders !== undefined)
    expect([withoutOrders, said(text, 'also-sc')]).toContain(explore(program).kind);
});

describe('programs made by chance have the executions that the axioms allow', () => {
  const KINDS = ['store', 'store', 'load', 'load', 'load', 'add', 'fence'] as const;
  const ORDERS = { store: [0, 3, 5], load: [0, 2, 5], add: [0, 2, 3, 4, 5], fence: [2, 3, 4, 5] };
  const NAMES = ['relaxed', 'consume', 'acquire', 'release', 'acq_rel', 'seq_cst'];

  const textOf = (threads: readonly (readonly Operation[])[]): string => {
    const line = ({ kind, variable, order }: Operation, i: number): string => {
      const m = `std::memory_order_${NAMES[order]}`;
      if (kind === 'fence') return `std::atomic_thread_fence(${m});`;
      if (kind === 'store') return `v${variable}.store(${i + 1}, ${m});`;
      return kind === 'load' ? `v${variable}.load(${m});` : `v${variable}.fetch_add(1, ${m});`;
    };
    return `#include <atomic>
#include <thread>
std::atomic<int> v0{0}, v1{0};
int main() {
${threads.map((all, t) => `  std::thread t${t}([] { ${all.map(line).join(' ')} });`).join('\n')}
${threads.map((_, t) => `  t${t}.join();`).join('\n')}
}`;
  };

  test.each(Array.from({ length: few(12, 1000) }, (_, i) => i))('seed %i', (seed) => {
    const rng = createRng(seed);
    const pick = <T>(all: readonly T[]): T => all[rng.int(all.length)];
    const size = 2 + rng.int(2);
    const threads = Array.from({ length: size }, () =>
      Array.from({ length: size === 2 ? 2 + rng.int(2) : 1 + rng.int(2) }, (): Operation => {
        const kind = pick(KINDS);
        return { kind, variable: rng.int(2), order: pick(ORDERS[kind]) };
      }),
    );
    const text = textOf(threads);
    const { executions, complete } = exploreWeak(compiled(text, 'chance.cpp'));
    expect([text, executions, complete]).toEqual([text, countConsistent(threads, 2), true]);
  });
});

const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}.cpp`, import.meta.url), 'utf8');

test('a race says which store and which load do not synchronise', () => {
  const text = `#include <atomic>
#include <thread>
int payload = 0;
std::atomic<bool> ready{false};
int main() {
  std::thread producer([] { payload = 42; ready.store(true, std::memory_order_relaxed); });
  while (!ready.load(std::memory_order_acquire)) {}
  int seen = payload;
  producer.join();
}`;
  const program = compiled(text, 'publish.cpp');
  const [finding] = judgeWeak(program).failures;
  expect(finding).toMatchObject({ kind: 'data-race', line: 8, thread: 'main' });
  expect(finding.text).toBe(
    'main reads `payload` in line 8 and producer writes it in line 6: the store to ready in line 6 and the load in line 7 that reads it do not synchronize: make the store release (it is relaxed).',
  );
});

test('a failing execution is told step by step', () => {
  const program = compiled(fixture('sb-rlx'), 'sb-rlx.cpp');
  const [finding] = judgeWeak(program).failures;
  expect(finding.run.map(({ text }) => text)).toEqual([
    'stores 1 to x (relaxed)',
    'stores 1 to y (relaxed)',
    'loads x: 0 (relaxed), its first value',
    'loads y: 0 (relaxed), its first value',
  ]);
});

const HEAD = `#include <atomic>
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>
std::atomic<int> x{0}, y{0}; std::mutex m, n; int plain = 0;
`;
test.each([
  [
    'locks order what is plain',
    'm.lock(); plain++; m.unlock();',
    'm.lock(); plain++; m.unlock();',
    'clean',
    2,
  ],
  [
    'locks in two orders',
    'm.lock(); n.lock(); n.unlock(); m.unlock();',
    'n.lock(); m.lock(); m.unlock(); n.unlock();',
    'deadlock',
    3,
  ],
  [
    'nobody writes what is waited for',
    'while (x.load(std::memory_order_relaxed) == 0);',
    'y = 1;',
    'livelock',
    1,
  ],
  [
    'two wait for each other',
    'while (x.load() == 0); y = 1;',
    'while (y.load() == 0); x = 1;',
    'livelock',
    1,
  ],
  [
    'a lock of compare-and-exchange',
    'int e = 0; while (!x.compare_exchange_weak(e, 1, std::memory_order_acquire)) e = 0; plain++; x.store(0, std::memory_order_release);',
    'int e = 0; while (!x.compare_exchange_weak(e, 1, std::memory_order_acquire)) e = 0; plain++; x.store(0, std::memory_order_release);',
    'clean',
    2,
  ],
  [
    'the same without its release',
    'int e = 0; while (!x.compare_exchange_weak(e, 1, std::memory_order_acquire)) e = 0; plain++; x.store(0, std::memory_order_relaxed);',
    'int e = 0; while (!x.compare_exchange_weak(e, 1, std::memory_order_acquire)) e = 0; plain++; x.store(0, std::memory_order_release);',
    'data-race',
    2,
  ],
  [
    'an own store is never forgotten',
    'x.store(1, std::memory_order_relaxed); assert(x.load(std::memory_order_relaxed) == 1);',
    '',
    'clean',
    1,
  ],
])('%s', (_, one, other, kind, executions) => {
  const program = compiled(
    `${HEAD}int main() { std::thread a([] { ${one} }); std::thread b([] { ${other} }); a.join(); b.join(); }`,
    'two.cpp',
  );
  const verdict = judgeWeak(program);
  expect([verdict.verdict, verdict.executions, verdict.complete]).toEqual([kind, executions, true]);
});

test('what drops a count without order is told to acquire and release', () => {
  const text = `#include <atomic>
#include <thread>
struct Node { std::atomic<int> refs{3}; int value = 1; };
void use(Node* node) {
  int seen = node->value;
  if (node->refs.fetch_sub(1, std::memory_order_relaxed) == 1) delete node;
}
int main() {
  Node* node = new Node;
  std::thread a(use, node), b(use, node);
  use(node);
  a.join();
  b.join();
}`;
  const [finding] = judgeWeak(compiled(text, 'refs.cpp')).failures;
  expect(finding).toMatchObject({ kind: 'data-race', line: 6 });
  expect(finding.text).toContain('make it acq_rel (it is relaxed)');
  for (const half of ['release', 'acquire']) {
    const [other] = judgeWeak(compiled(text.replace('order_relaxed', `order_${half}`), 'refs.cpp')).failures;
    expect(other.text).toContain(`make it acq_rel (it is ${half})`);
  }
  const clean = judgeWeak(compiled(text.replace('order_relaxed', 'order_acq_rel'), 'refs.cpp'));
  expect([clean.verdict, clean.complete]).toEqual(['clean', true]);
});

test('what is left behind is a failure', () => {
  const text = `#include <atomic>
#include <thread>
std::atomic<int*> slot{nullptr};
int main() {
  std::thread a([] { slot.store(new int(1), std::memory_order_release); });
  delete slot.exchange(nullptr, std::memory_order_acquire);
  a.join();
  slot.store(nullptr, std::memory_order_relaxed);
}`;
  const { verdict, executions, failing } = judgeWeak(compiled(text, 'left.cpp'));
  expect([verdict, executions, failing]).toEqual(['memory-leak', 2, 1]);
});

test('a search that is stopped says that it is not complete', () => {
  const program = compiled(fixture('inc4'), 'inc4.cpp');
  expect(exploreWeak(program, { graphs: 10 })).toMatchObject({ complete: false, graphs: 10 });
  expect(exploreWeak(program, { stop: () => true })).toMatchObject({ complete: false, executions: 0 });
});

describe('an atomic object of a class is executed as seq_cst', () => {
  const pair = (order: string) =>
    compiled(
      `#include <atomic>
      #include <thread>
      struct Pair { int a, b; };
      std::atomic<Pair> box; int data = 0;
      int main() {
        std::thread t([] { data = 1; box.store({1, 2}${order && `, std::memory_order_${order}`}); });
        if (box.load().a == 1) data = 2;
        t.join();
      }`,
      'pair.cpp',
    );

  test('which is all there is where no order is named', () => {
    expect(judgeWeak(pair(''))).toMatchObject({ verdict: 'clean', complete: true, strengthened: false });
    expect(judgeWeak(pair('seq_cst'))).toMatchObject({ verdict: 'clean', strengthened: false });
  });

  test('and nothing is proven where a weaker one is', () => {
    expect(judgeWeak(pair('relaxed'))).toMatchObject({
      verdict: 'limit',
      complete: false,
      strengthened: true,
    });
  });
});

test('where all is sequentially consistent, both models agree (DRF-SC)', () => {
  /** Not looked for: what is predicted, and what does not end. */
  const OTHER = new Set(['lock-order-inversion', 'limit']);
  const fixtures = programsIn('fixtures').filter(
    ([, text]) => !namesWeakOrders(text) && !OTHER.has(said(text, 'expect') ?? ''),
  );

  const some = everyNth(6, fixtures);
  let compared = 0;
  for (const [file, text] of some) {
    const { verdict, failures } = judgeWeak(compiled(text, file), { graphs: few(150, 20_000) });
    if (verdict === 'limit') continue;
    compared++;
    const fails = said(text, 'expect') !== 'clean';
    const [failure] = failures;
    expect([file, verdict !== 'clean', failure?.text]).toEqual([
      file,
      fails,
      fails ? expect.any(String) : undefined,
    ]);
  }
  expect(compared).toBeGreaterThan(some.length / 2);
});

/** Met by readers and breakers who had not seen the search before. */
test.each([
  [
    'what is freed while another uses it',
    'data-race',
    'struct N { std::atomic<int> refs{2}; int v = 1; }; N* node = new N;',
    'int r = node->v; if (node->refs.fetch_sub(1, std::memory_order_relaxed) == 1) delete node;',
    'same',
  ],
  [
    'an owner that is gone when weak_ptr asks',
    'assertion-failure',
    'auto s = std::make_shared<int>(1); std::weak_ptr<int> w = s;',
    'assert(w.lock());',
    's.reset();',
  ],
  [
    'a plain flag, and a thread that gives way',
    'data-race',
    'bool done = false;',
    'while (!done) std::this_thread::yield();',
    'done = true;',
  ],
  [
    'nothing behind a failed assertion',
    'assertion-failure',
    'int v = 5; std::atomic<int*> p{nullptr};',
    'p.store(&v);',
    'int* q = p.load(std::memory_order_relaxed); assert(q); int r = *q; (void)r;',
  ],
  [
    'an object that atomic_ref is used on',
    'clean',
    'int z = 0;',
    'std::atomic_ref(z).store(1, std::memory_order_relaxed);',
    '(void)std::atomic_ref(z).load(std::memory_order_relaxed);',
  ],
  [
    'orders of builtins',
    'clean',
    'int z = 0, r1 = 0;',
    '__atomic_store_n(&z, 1, __ATOMIC_RELEASE);',
    'r1 = __atomic_load_n(&z, __ATOMIC_ACQUIRE);',
  ],
  [
    'a test_and_set that fails again and again',
    'clean',
    'std::atomic_flag f; int z = 0;',
    'while (f.test_and_set(std::memory_order_acquire)); z++; f.clear(std::memory_order_release);',
    'same',
  ],
  [
    'an atomic of a larger class',
    'clean',
    'struct B { int a, b, c; }; std::atomic<B> big{B{1, 2, 3}};',
    'big.store(B{4, 5, 6});',
    'big.store(B{7, 8, 9}); B s = big.load(); assert(s.b == 5 || s.b == 8);',
  ],
])('%s', (_, kind, globals, one, other) => {
  const text = `#include <memory>\n${HEAD}${globals}
int main() { std::thread a([] { ${one} }); std::thread b([] { ${other === 'same' ? one : other} }); a.join(); b.join(); }`;
  const { verdict, complete, failures } = judgeWeak(compiled(text, 'met.cpp'));
  expect([verdict, complete, failures[0]?.text]).toEqual([
    kind,
    true,
    kind === 'clean' ? undefined : expect.any(String),
  ]);
});

test('a process that exits is no deadlock', () => {
  const text =
    '#include <cstdlib>\n#include <thread>\nint main() { std::thread([] {}).join(); std::exit(0); }';
  expect(judgeWeak(compiled(text, 'exit.cpp'))).toMatchObject({ verdict: 'clean', complete: true });
});
