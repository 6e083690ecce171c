import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRng } from '../../../base/rng';
import { few } from '../../../base/testing/few';
import type { Program } from '../../bytecode/program';
import { compiled } from '../../compiler/testing/execute';
import { decodeSchedule } from '../../schedule/encode';
import { random } from '../../schedule/random';
import { sticky } from '../../schedule/sticky';
import { Runner } from '../../trace/runner';
import { explore } from '../explore';
import { canFail } from '../reach';
import { generate, shapeOf } from '../testing/generate';
import { ConsistentExecutions } from './consistent-executions';
import { listExecutions } from './executions';
import { locateSchedule } from './trace-hasher';

const LIMITS = { counted: 3000, listed: 3000 };
const scenario = (file: string): Program =>
  compiled(readFileSync(join(import.meta.dirname, '../../../scenarios', file), 'utf8'), 'file.cpp');
const owners = compiled(
  `#include <cassert>
#include <memory>
#include <thread>
std::shared_ptr<int> p0, p1; std::weak_ptr<int> w;
int main() {
  p0 = std::make_shared<int>(1); p1 = p0; w = p0;
  std::thread one([] { p0.reset(); });
  std::thread two([] { p1.reset(); });
  std::thread three([] { if (auto q = w.lock()) assert(w.use_count() > 1); });
  one.join(); two.join(); three.join();
}`,
  'owners.cpp',
);
const condition = compiled(
  `#include <condition_variable>
#include <mutex>
#include <thread>
std::mutex m; std::condition_variable cv; int ready = 0;
int main() {
  std::thread one([] { std::unique_lock<std::mutex> l(m); if (ready < 1) cv.wait(l); });
  std::thread two([] { std::unique_lock<std::mutex> l(m); if (ready < 2) cv.wait(l); });
  { std::lock_guard<std::mutex> l(m); ready = 1; } cv.notify_one();
  { std::lock_guard<std::mutex> l(m); ready = 2; } cv.notify_one();
  one.join(); two.join();
}`,
  'condition.cpp',
);
const generated = Array.from({ length: few(4, 12) }, (_, seed): [string, Program] => [
  `generated ${seed}`,
  compiled(generate(seed, shapeOf(seed, 8)), `seed-${seed}.cpp`),
]);
/** Those of which there are finitely many executions. */
const spinning = Array.from({ length: few(8, 12) }, (_, seed): [string, Program] => [
  `spinning ${seed}`,
  compiled(generate(seed, { ...shapeOf(seed, 8), spins: true }), `spins-${seed}.cpp`),
]).filter(([, program]) => {
  const { count } = listExecutions(program, explore(program, { noMinimal: true }), LIMITS);
  return count.exact && count.rounds;
});
const programs: [string, Program][] = [
  ['before', scenario('mb-38521/before.cpp')],
  ['landed', scenario('mb-38521/landed.cpp')],
  ['owners', owners],
  ['condition', condition],
  ['handle and spin', scenario('mb-33463/handle-and-spin.cpp')],
  ['nested acquire', scenario('mb-33463/nested-acquire.cpp')],
  ...generated,
  ...spinning,
];

test('some of the programs spin', () => {
  expect(spinning.length).toBeGreaterThan(few(2, 3));
});

describe.each(programs)('%s', (_name, program) => {
  const verdict = explore(program, { noMinimal: true });
  const { points } = verdict;
  const { list, count } = listExecutions(program, verdict, LIMITS);
  const possible = new ConsistentExecutions(list);

  test('each execution is listed once, with a schedule that leads there', () => {
    expect([count.exact, list.length]).toEqual([true, count.executions]);
    expect(list.filter(({ kind }) => kind !== null)).toHaveLength(count.failing);
    list.forEach(({ schedule, events }, at) => {
      const placed = locateSchedule(program, points, decodeSchedule(schedule).schedule, 0);
      expect(placed?.steps.flat()).toEqual(events);
      expect(possible.with(events)).toEqual([at]);
    });
  });

  test('whatever run is taken is the beginning of some, and in the end one of them', () => {
    const runner = new Runner(program);
    for (let seed = 1; seed <= 30; seed++) {
      runner.open({ granularity: 'sync', choices: [] });
      runner.runToEnd(seed % 2 === 0 ? random(seed) : sticky(seed, 4), 400);
      const line = runner.schedule();
      const placed = locateSchedule(program, points, line, line.choices.length);
      expect(placed).not.toBeNull();
      const at = createRng(seed).int(line.choices.length);
      expect(possible.with(placed!.steps.slice(0, at).flat())).not.toHaveLength(0);
      const [only, ...more] = possible.with(placed!.steps.flat());
      expect(more).toEqual([]);
      const reached = runner.findings().some((finding) => finding.reached);
      expect(list[only].kind !== null).toBe(reached);
    }
  });

  test('which next steps keep a failure possible, as trying everything says', () => {
    const runner = new Runner(program);
    const fails = (events: readonly number[]): boolean =>
      possible.with(events).some((at) => list[at].kind !== null && list[at].kind !== 'data-race');
    for (let seed = 1; seed <= 6; seed++) {
      runner.open({ granularity: 'sync', choices: [] });
      runner.runToEnd(random(seed), 400);
      const line = runner.schedule();
      const at = createRng(seed).int(line.choices.length);
      const placed = locateSchedule(program, points, line, at)!;
      const before = placed.steps.slice(0, at).flat();
      expect(placed.next.length).toBeGreaterThan(0);
      for (const { thread, pick, events } of placed.next) {
        const choices = [...line.choices.slice(0, at), { thread, pick }];
        const tried = canFail(program, points, { ...line, choices });
        expect(fails([...before, ...events]) ? 'can' : 'cannot').toBe(tried);
      }
    }
  });
});
