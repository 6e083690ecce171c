/** Small C++ programs from a seed: two or three threads, two to five operations each, over locks, atomics and plain variables. */
import { createRng, type Rng } from '../../../base/rng';

export interface Shape {
  readonly plain: boolean;
  readonly locks: boolean;
  readonly waits: boolean;
  readonly asserts: boolean;
  /** Read-write locks. */
  readonly readers?: boolean;
  /** Shared and weak owners of one object, some for each thread. */
  readonly owners?: boolean;
  /** A lock that its holder may take again. */
  readonly recursive?: boolean;
  /** A semaphore with one permit. */
  readonly permits?: boolean;
  /** A heap object that threads use and delete. */
  readonly heap?: boolean;
  /** Waits that end by a notify or by their time: for a condition, a mutex, a permit. */
  readonly timed?: boolean;
  /** Threads that wait by going round, or try again so often. */
  readonly spins?: boolean;
  /** Threads that look again and again under a lock which they give back each time, or that try to take one. */
  readonly polls?: boolean;
  /** Values that may be any of several. */
  readonly inputs?: boolean;
  /** Threads that start others and join them. */
  readonly children?: boolean;
  readonly operations: number;
}

/** One of several mixtures, by the seed. */
export const shapeOf = (seed: number, operations: number): Shape => ({
  ...ALL,
  operations,
  waits: seed % 4 === 0,
  plain: seed % 3 !== 0,
  readers: seed % 5 === 0,
  owners: seed % 5 === 1,
  recursive: seed % 7 === 0,
  permits: seed % 7 === 1,
  heap: seed % 7 === 2,
  children: seed % 7 === 3,
  timed: seed % 6 === 5,
});

const ALL: Shape = { plain: true, locks: true, waits: false, asserts: true, operations: 12 };

/** What a thread that another one starts can do. */
const CHILDREN = [
  'void c0() { a.fetch_add(1); }',
  'void c1() { if (b.load() == 0) x++; }',
  'void c2() { std::lock_guard<std::mutex> g(m); y++; a.store(2); }',
];

export function generate(seed: number, shape: Shape = ALL): string {
  const rng = createRng(seed);
  const threads = 2 + rng.int(2);
  const most = Math.max(2, Math.floor(shape.operations / threads));
  const bodies: string[] = [];
  for (let t = 0; t < threads; t++) {
    const count = 2 + rng.int(most - 1);
    const lines: string[] = ['int r = 0;'];
    for (let left = count; left > 0; ) left -= operation(rng, shape, lines, left, 0, t);
    bodies.push(`void t${t}() {\n  ${lines.join('\n  ')}\n}`);
  }
  const ids = [...bodies.keys()];
  const owners = shape.owners ? ids : [];
  const end =
    shape.asserts && rng.int(3) === 0
      ? `  assert(${pick(rng, ['x', 'a.load()', 'y'])} != ${1 + rng.int(3)});\n`
      : '';
  return [
    '#include <atomic>\n#include <cassert>\n#include <chrono>\n#include <condition_variable>\n#include <memory>\n#include <mutex>\n#include <semaphore>\n#include <shared_mutex>\n#include <thread>',
    'int x = 0, y = 0;\nstd::atomic<int> a{0}, b{0};\nstd::mutex m, n;\nstd::condition_variable cv;\nstd::shared_mutex s;',
    'std::recursive_mutex again;\nstd::timed_mutex late;\nconstexpr std::chrono::milliseconds ms(5);\nstd::counting_semaphore<2> permit{1};\nint* q = nullptr;',
    ...owners.map((t) => `std::shared_ptr<int> p${t}; std::weak_ptr<int> w${t};`),
    ...(shape.children ? CHILDREN : []),
    ...bodies,
    `int main() {\n${shape.heap ? '  q = new int(7);\n' : ''}${owners.map((t) => (t === 0 ? '  p0 = std::make_shared<int>(5); w0 = p0;\n' : `  p${t} = p0; w${t} = p0;\n`)).join('')}${ids.map((t) => `  std::thread h${t}(t${t});\n`).join('')}${ids.map((t) => `  h${t}.join();\n`).join('')}${end}}`,
  ].join('\n');
}

const pick = <T>(rng: Rng, all: readonly T[]): T => all[rng.int(all.length)];

/** Adds one operation; answers how many of the thread's it used up. */
function operation(
  rng: Rng,
  shape: Shape,
  lines: string[],
  left: number,
  depth: number,
  thread: number,
): number {
  const atom = pick(rng, ['a', 'b']);
  const plain = pick(rng, ['x', 'y']);
  const k = 1 + rng.int(2);
  const kinds: (() => number)[] = [
    () => line(`${atom}.store(${k});`),
    () => line(`r = ${atom}.load();`),
    () => line(`${atom}.fetch_add(${k});`),
    () => line(`r = ${atom}.exchange(${k});`),
    () => line(`{ int e = ${rng.int(2)}; ${atom}.compare_exchange_strong(e, ${k}); }`),
  ];
  if (shape.plain)
    kinds.push(
      () => line(`${plain} = ${k};`),
      () => line(`r = ${plain};`),
      () => line(`${plain}++;`),
    );
  if (shape.asserts) kinds.push(() => line(`assert(r != ${k});`) * 0 || 1);
  if (shape.inputs)
    kinds.push(
      () => line(`r = RACECOURSE_ANY(0, ${k});`),
      () => line(`${atom}.store(RACECOURSE_ANY(${k}, 0, ${k + 1}));`),
      () => line(`if (RACECOURSE_ANY(true, false)) ${atom}.fetch_add(${k});`),
    );
  if (shape.children && depth < 1)
    kinds.push(() => {
      const inner: string[] = [];
      const used = left > 1 ? operation(rng, shape, inner, left - 1, depth + 1, thread) : 0;
      return line(`{ std::thread c(c${rng.int(CHILDREN.length)}); ${inner.join(' ')} c.join(); }`) + used;
    });
  if (shape.locks && depth < 2) {
    const lock = pick(rng, ['m', 'n']);
    const inside = (): number => {
      const inner: string[] = [];
      const used = left > 1 ? operation(rng, shape, inner, left - 1, depth + 1, thread) : 0;
      const plainInside = shape.plain && rng.int(2) === 0 ? [`${plain}++;`] : [];
      return (
        line(`{ std::lock_guard<std::mutex> g${depth}(${lock}); ${[...inner, ...plainInside].join(' ')} }`) +
        used
      );
    };
    kinds.push(inside, inside);
    kinds.push(() => line(`if (${lock}.try_lock()) { r = ${plain}; ${lock}.unlock(); }`));
  }
  if (shape.readers && depth < 2) {
    kinds.push(() => line(`{ std::shared_lock<std::shared_mutex> g(s); r = ${plain}; }`));
    kinds.push(() => line(`{ std::unique_lock<std::shared_mutex> g(s); ${plain}++; }`));
    kinds.push(() => line(`if (s.try_lock()) { ${plain} = ${k}; s.unlock(); }`));
    kinds.push(() => line(`if (s.try_lock_shared()) { r = ${plain}; s.unlock_shared(); }`));
  }
  if (shape.owners) {
    kinds.push(
      () => line(`p${thread}.reset();`),
      () => line(`p${thread}.reset();`),
    );
    kinds.push(() => line(`r = w${thread}.expired() ? 1 : 2;`));
    kinds.push(() => line(`{ auto q = w${thread}.lock(); r = q ? 2 : 1; }`));
    kinds.push(() => line(`r = (int)w${thread}.use_count();`));
  }
  if (shape.recursive && depth < 2) {
    const inner = `{ std::lock_guard<std::recursive_mutex> h${depth}(again); ${plain}++; }`;
    kinds.push(() => line(`{ std::lock_guard<std::recursive_mutex> g${depth}(again); ${inner} }`));
    kinds.push(() => line(`if (again.try_lock()) { r = ${plain}; again.unlock(); }`));
  }
  if (shape.permits) {
    kinds.push(
      () => line('permit.acquire();'),
      () => line('permit.release();'),
      () => line('if (permit.try_acquire()) permit.release();'),
    );
  }
  if (shape.timed && depth === 0) {
    kinds.push(
      () => line(`{ std::unique_lock<std::mutex> u(m); if (${atom} == 0) cv.wait_for(u, ms); }`),
      () =>
        line(
          `{ std::unique_lock<std::mutex> u(m); if (cv.wait_for(u, ms) == std::cv_status::timeout) ${plain} = ${k}; }`,
        ),
      () =>
        line(`{ std::unique_lock<std::mutex> u(m); r = cv.wait_for(u, ms, [] { return ${atom} != 0; }); }`),
      () => line(`if (late.try_lock_for(ms)) { ${plain}++; late.unlock(); }`),
      () => line(`{ std::lock_guard<std::timed_mutex> l(late); r = ${plain}; }`),
      () => line(`r = permit.try_acquire_for(ms);`),
      () => line(`${atom}.store(1); cv.notify_${pick(rng, ['one', 'all'])}();`),
    );
  }
  if (shape.heap) {
    kinds.push(
      () => line(`if (q) *q = ${k};`),
      () => line('{ int* old = q; q = nullptr; delete old; }'),
      () => line('{ std::lock_guard<std::mutex> d(m); delete q; q = nullptr; }'),
    );
  }
  if (shape.spins) {
    const value = rng.int(3);
    kinds.push(
      () => line(`while (${atom}.load() != ${value}) std::this_thread::yield();`),
      () => line(`while (${atom}.load() == ${value}) std::this_thread::yield();`),
      () => line(`do std::this_thread::yield(); while (${atom}.load() < ${value});`),
      () => line(`for (int i = 0; i < 2 && ${atom}.load() != ${value}; i++) std::this_thread::yield();`),
      () => line(`while (${atom}.exchange(1) == 1) std::this_thread::yield(); ${atom}.store(0);`),
      () =>
        line(`for (int e = 0; !${atom}.compare_exchange_strong(e, ${k}); e = 0) std::this_thread::yield();`),
      () =>
        line(`for (int e = ${atom}; !${atom}.compare_exchange_strong(e, e + 1);) std::this_thread::yield();`),
    );
    if (shape.locks && depth === 0)
      kinds.push(() => line(`while (!m.try_lock()) std::this_thread::yield(); ${plain}++; m.unlock();`));
    if (shape.owners) kinds.push(() => line(`while (w${thread}.use_count() > 1) std::this_thread::yield();`));
  }
  if (shape.polls && depth === 0) {
    const again = (take: string, look: string, giveBack: string): string =>
      `for (;;) { ${take} bool go = ${look}; ${giveBack} if (go) break; std::this_thread::yield(); }`;
    const value = rng.int(3);
    const [one, other] = rng.int(2) === 0 ? ['m', 'n'] : ['n', 'm'];
    const some = [
      () => line(again('m.lock();', `x == ${value}`, 'm.unlock();')),
      () => line(again('s.lock_shared();', `y == ${value}`, 's.unlock_shared();')),
      () => line(again('permit.acquire();', `${atom} == ${value}`, 'permit.release();')),
      () => line(again('while (!m.try_lock()) std::this_thread::yield();', `x == ${value}`, 'm.unlock();')),
      () => line(again('while (b.exchange(1) == 1) std::this_thread::yield();', `a == ${value}`, 'b = 0;')),
      () => line(`{ std::lock_guard<std::mutex> l(m); x = ${k}; }`),
      () => line(`{ std::unique_lock<std::shared_mutex> l(s); y = ${k}; }`),
      () => line(`while (b.exchange(1) == 1) std::this_thread::yield(); a = ${k}; b = 0;`),
      () => line(`while (!m.try_lock()) std::this_thread::yield(); x = ${k}; m.unlock();`),
      () => line(`permit.acquire(); ${atom} = ${k}; permit.release();`),
      () => line(`{ std::scoped_lock l(m, n); x = ${k}; }`),
      () =>
        line(
          `for (;;) { ${one}.lock(); if (${other}.try_lock()) break; ${one}.unlock(); } n.unlock(); m.unlock();`,
        ),
    ];
    return pick(rng, some)();
  }
  if (left > 1) {
    kinds.push(() => {
      const inner: string[] = [];
      const used = operation(rng, shape, inner, left - 1, 2, thread);
      return line(`if (${atom}.load() == ${rng.int(3)}) { ${inner.join(' ')} }`) + used;
    });
  }
  if (shape.waits && depth === 0) {
    kinds.push(() => line(`{ std::unique_lock<std::mutex> u(m); if (${atom}.load() == 0) cv.wait(u); }`));
    kinds.push(() => line(`${atom}.store(1); cv.notify_${pick(rng, ['one', 'all'])}();`));
  }
  return pick(rng, kinds)();

  function line(text: string): number {
    lines.push(text);
    return 1;
  }
}
