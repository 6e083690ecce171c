/**
 * All executions under RC11 of the families of programs that papers on stateless model checking measure: how many there are, beside the
 * number that is published or follows from the program, and how many of them a second.
 *
 *     node bench/weak.mjs [family]
 *
 * readers, lastzero, indexer: Abdulla, Aronis, Jonsson & Sagonas, "Optimal dynamic partial order reduction", POPL 2014. SB, ainc, fib_bench:
 * Kokologiannakis, Lahav, Sagonas & Vafeiadis, "Effective stateless model checking for C/C++ concurrency", POPL 2018.
 */
import { compile } from '../src/engine/compiler';
import { exploreWeak } from '../src/engine/weak/search';

interface Family {
  readonly name: string;
  readonly sizes: readonly number[];
  /** Executions. */
  readonly known: (n: number) => number;
  readonly cpp: (n: number) => string;
}

const each = (n: number, part: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => part(i)).join('');
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const RLX = 'std::memory_order_relaxed';
const RELEASE = 'std::memory_order_release';
const ACQUIRE = 'std::memory_order_acquire';

/** A program of these globals and thread bodies. */
const program = (globals: string, bodies: readonly string[]): string => `#include <atomic>
#include <thread>
${globals}
int main() {
${bodies.map((body, i) => `  std::thread t${i}([] { ${body} });`).join('\n')}
${bodies.map((_, i) => `  t${i}.join();`).join('\n')}
}
`;

const families: readonly Family[] = [
  {
    name: 'SB, relaxed',
    sizes: [2, 3, 4, 5, 6],
    known: (n) => 2 ** n,
    cpp: (n) =>
      program(
        each(n, (i) => `std::atomic<int> x${i}{0};\n`),
        Array.from({ length: n }, (_, i) => `x${i}.store(1, ${RLX}); (void)x${(i + 1) % n}.load(${RLX});`),
      ),
  },
  {
    name: 'readers of one writer',
    sizes: [4, 6, 8],
    known: (n) => 2 ** n,
    cpp: (n) =>
      program('std::atomic<int> x{0};', [
        `x.store(1, ${RELEASE});`,
        ...Array.from({ length: n }, () => `(void)x.load(${ACQUIRE});`),
      ]),
  },
  {
    name: 'writers, and a reader',
    sizes: [2, 3, 4, 5],
    // Each order of the stores, and any of them or the first value to be read.
    known: (n) => factorial(n) * (n + 1),
    cpp: (n) =>
      program('std::atomic<int> x{0};', [
        ...Array.from({ length: n }, (_, i) => `x.store(${i + 1}, ${RELEASE});`),
        `(void)x.load(${ACQUIRE});`,
      ]),
  },
  {
    name: 'ainc',
    sizes: [3, 4, 5, 6],
    known: factorial,
    cpp: (n) =>
      program(
        'std::atomic<int> x{0};',
        Array.from({ length: n }, () => `x.fetch_add(1, ${RLX});`),
      ),
  },
  {
    name: 'MP chain',
    sizes: [2, 3, 4],
    // Thread i + 1 writes on if it has read what thread i wrote: the chain breaks at one of n places, or nowhere.
    known: (n) => n + 1,
    cpp: (n) =>
      program(
        each(n + 1, (i) => `std::atomic<int> x${i}{0};\n`),
        Array.from({ length: n + 1 }, (_, i) =>
          i === 0
            ? `x0.store(1, ${RELEASE});`
            : `if (x${i - 1}.load(${ACQUIRE}) == 1) x${i}.store(1, ${RELEASE});`,
        ),
      ),
  },
  {
    name: 'lastzero',
    sizes: [5],
    known: (n) => ({ 5: 64, 10: 3328 })[n] ?? Number.NaN,
    cpp: (n) =>
      program(`std::atomic<int> a[${n + 1}];`, [
        `int i = ${n}; while (a[i].load() != 0) --i;`,
        ...Array.from({ length: n }, (_, i) => `a[${i + 1}].store(a[${i}].load() + 1);`),
      ]),
  },
  {
    name: 'indexer',
    sizes: [11, 12],
    known: (n) => ({ 11: 1, 12: 8 })[n] ?? Number.NaN,
    cpp: (n) =>
      program(
        'std::atomic<int> table[128];',
        Array.from(
          { length: n },
          (_, id) => `
    for (int m = 1; m <= 4; ++m) {
      int w = m * 11 + ${id}, h = (w * 7) % 128, none = 0;
      while (!table[h].compare_exchange_strong(none, w)) { h = (h + 1) % 128; none = 0; }
    }`,
        ),
      ),
  },
  {
    name: 'fib_bench, relaxed',
    sizes: [2, 3],
    known: (n) => ({ 4: 34_205, 5: 525_630 })[n] ?? Number.NaN,
    cpp: (n) =>
      program('std::atomic<int> i{1}, j{1};', [
        `for (int k = 0; k < ${n}; ++k) i.store(i.load(${RLX}) + j.load(${RLX}), ${RLX});`,
        `for (int k = 0; k < ${n}; ++k) j.store(j.load(${RLX}) + i.load(${RLX}), ${RLX});`,
      ]),
  },
];

const wanted = process.argv[2] ?? '';
console.log('family | executions | known | prefixes | seconds | executions/s');
for (const { name, sizes, known, cpp } of families) {
  if (!name.includes(wanted)) continue;
  for (const n of sizes) {
    const compiled = compile(cpp(n), 'family.cpp');
    if ('diagnostics' in compiled) throw new Error(`${name}: ${compiled.diagnostics[0].message}`);
    const start = performance.now();
    const { executions, graphs, complete } = exploreWeak(compiled.program);
    const seconds = (performance.now() - start) / 1000;
    const expected = Number.isNaN(known(n)) ? '-' : known(n);
    const differs = expected !== '-' && expected !== executions ? ' DIFFERS' : '';
    console.log(
      `${name}(${n}) | ${executions}${complete ? '' : ' so far'} | ${expected}${differs} | ${graphs} | ${seconds.toFixed(2)} | ${Math.round(executions / seconds)}`,
    );
  }
}
