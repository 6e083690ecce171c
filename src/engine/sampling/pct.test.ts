/** What PCT promises, on programs whose bug is of known depth: so many orders between two operations of different threads make it. */
import { expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import type { FindingKind } from '../bytecode/fault';
import { compiled } from '../compiler/testing/execute';
import { pct, pctBound } from '../schedule/pct';
import { random } from '../schedule/random';
import { Sampler } from './sampler';

/** In so many runs that the bug would be met so often if the bound were the rate; and what chance may take from that. */
const EXPECTED = few(12, 50);
const LEAST = EXPECTED - 2 * Math.sqrt(EXPECTED);
/** Runs by which it is known how many steps one takes at most. */
const TRIALS = 50;
const room = new Int32Array(1000);

/** Two threads with these bodies; `end` is what main does behind their ends. */
const program = (first: string, second: string, end = ''): string => `#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>
std::atomic<int> x{0};
std::mutex a, b;
int main() {
  std::thread first([] { ${first} });
  std::thread second([] { ${second} });
  first.join();
  second.join();
  ${end}
}
`;

const add = 'int v = x.load(); x.store(v + 1);';
const both = (one: string, two: string): string =>
  `std::lock_guard<std::mutex> g(${one}); std::lock_guard<std::mutex> h(${two});`;
const count = 'x.store(1); x.store(2); x.store(3);';

const cases: readonly (readonly [depth: number, kind: FindingKind, source: string])[] = [
  // load < store: an initialisation that is not waited for.
  [1, 'assertion-failure', program('x.load(); x.load(); x.store(1);', 'assert(x.load() == 1);')],
  // load < other store < store: an update that is lost.
  [2, 'assertion-failure', program(add, add, 'assert(x.load() == 2);')],
  // a before the other's a, b before the other's b: two locks in two orders.
  [2, 'deadlock', program(both('a', 'b'), both('b', 'a'))],
  // first store < first load < second store < second load.
  [3, 'assertion-failure', program(count, 'int v = x.load(); int w = x.load(); assert(v != 1 || w < 2);')],
  // And that < third store.
  [4, 'assertion-failure', program(count, 'int v = x.load(); int w = x.load(); assert(v != 1 || w != 2);')],
];

// Of depth 4 it takes 100,000 runs.
test.each(few(cases.slice(0, -1), cases))(
  'a bug of depth %i, %s, is met at least as often as PCT promises',
  (depth, kind, source) => {
    const sampler = new Sampler(compiled(source, 'program.cpp'));
    let steps = 0;
    for (let seed = 0; seed < TRIALS; seed++)
      steps = Math.max(steps, sampler.draw(random(seed), room).steps.length);
    const runs = Math.ceil(EXPECTED / pctBound(sampler.threads, { depth, steps }));
    let met = 0;
    for (let seed = 0; seed < runs; seed++) {
      const recorded = sampler.draw(pct(seed, { depth, steps }), room);
      expect(recorded.steps.length).toBeLessThanOrEqual(steps);
      if (sampler.judge(recorded)?.kind === kind) met++;
    }
    expect(met).toBeGreaterThanOrEqual(LEAST);
  },
);
