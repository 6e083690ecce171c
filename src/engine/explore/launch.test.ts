/** What a program is started with beside its entry and its arguments: the seed of numbers by chance, and how long a run may be. */
import { expect, test } from 'vitest';
import { compile, type Launch } from '../compiler';
import { Runner } from '../trace/runner';
import { explore } from './explore';

function programOf(text: string, launch: Launch) {
  const compiled = compile(text, 'main.cpp', launch);
  if ('diagnostics' in compiled) throw new Error(compiled.diagnostics[0].message);
  return compiled.program;
}

const drawing = (body: string): string => `#include <cassert>
#include <cstdlib>
#include <random>
#include <thread>
int main() {
  std::thread t([] { ${body} });
  t.join();
}`;

/** As a thread draws that is the first beside main (ISO C's example of rand, from another beginning). */
const drawn = (seed: number): number => ((Math.imul(seed, 1103515245) + 12345 + 1) >>> 0) >>> 1;

const SEEDS = [0, 1, 77, 2 ** 31 - 1];

test.each(SEEDS)('rand begins with seed %i, and random_device too', (seed) => {
  const rand = drawing(`assert(rand() == ${drawn(seed)});`);
  const device = drawing(
    `std::random_device d; std::mt19937 g(${20200102 + 64 * seed}ul & 4294967295ul); assert(d() == g());`,
  );
  for (const text of [rand, device])
    for (const other of SEEDS) {
      const { kind, complete } = explore(programOf(text, { seed: other }));
      const is = other === seed ? 'clean' : 'assertion-failure';
      expect([kind, kind !== 'clean' || complete]).toEqual([is, true]);
    }
  // Who says with what rand begins is given that, whatever the seed.
  const said = drawing(`srand(5); assert(rand() == ${drawn(5)});`);
  expect(explore(programOf(said, { seed })).kind).toBe('clean');
});

/** Fails in each run, behind 600 steps. */
const LONG = `#include <atomic>
#include <cassert>
#include <thread>
std::atomic<int> x{0};
int main() {
  std::thread a([] { for (int i = 0; i < 600; ++i) x = i; assert(x != 599); });
  x.load();
  a.join();
}`;

test.each([{}, { preemptions: 1 }, { orders: 'full' as const }])(
  'a run is cut off after as many steps as are asked for, and then nothing is said of it: %o',
  (limits) => {
    for (const steps of [undefined, 1000]) {
      const program = programOf(LONG, { ...(steps !== undefined && { steps }) });
      expect(explore(program, limits).kind).toBe('assertion-failure');
    }
    const { kind, complete, limit, bounded } = explore(programOf(LONG, { steps: 300 }), limits);
    expect([kind, complete, limit, bounded?.preemptions ?? null]).toEqual(['clean', false, 'run', null]);
  },
);

test('what is run to its end ends there too, and goes on where more is asked for', () => {
  const length = (steps: number): number => {
    const runner = new Runner(programOf(LONG.replaceAll('600', '15000'), { steps }));
    runner.runToEnd();
    return runner.length;
  };
  expect(length(300)).toBe(300);
  expect(length(20_000)).toBeGreaterThan(15_000);
});

test.each([undefined, 2])(
  'a run that is cut off at once tells nothing either, with rounds bounded by %o',
  (rounds) => {
    const program = programOf('#include <thread>\nint main() { std::thread t([] {}); t.join(); }', {
      steps: 1,
    });
    const { kind, complete, limit, bounded } = explore(
      program,
      rounds === undefined ? {} : { orders: { rounds } },
    );
    expect([kind, complete, limit]).toEqual(['clean', false, 'run']);
    expect(bounded?.rounds ?? null).toBeNull();
  },
);
