import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { everyNth } from '../../../base/testing/few';
import type { Program } from '../../bytecode/program';
import { compiled } from '../../compiler/testing/execute';
import { decodeSchedule } from '../../schedule/encode';
import { Runner } from '../../trace/runner';
import { explore } from '../explore';
import { executionsOf, textOf } from '../testing/beginnings';
import { listExecutions } from './executions';

const LIMITS = { counted: 3000, listed: 3000 };
/** Beginnings: half of the scenarios have fewer. */
const MOST = 250;

function compare(program: Program): 'equal' | 'too large' {
  const verdict = explore(program, { noMinimal: true });
  const truth = executionsOf(program, verdict.points, MOST);
  if (truth === null) return 'too large';
  const { count, list } = listExecutions(program, verdict, LIMITS);
  expect(new Set(list.map(({ events }) => textOf(events)))).toEqual(truth);
  expect(count).toMatchObject({ executions: truth.size, exact: true, endless: false, redundant: 0 });
  return 'equal';
}

test('the executions of the scenarios are those that going on from every beginning meets', () => {
  const folder = 'src/scenarios';
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const programs = everyNth(
    4,
    all.filter((file) => file.endsWith('.cpp')),
  );
  const results = programs.map((file) => compare(compiled(readFileSync(`${folder}/${file}`, 'utf8'), file)));
  expect(results.filter((result) => result === 'equal').length).toBeGreaterThan(programs.length / 3);
});

test('a mutex may be destroyed before, while and after another thread holds it', () => {
  const text = `#include <memory>
    #include <mutex>
    #include <thread>
    struct Box { std::mutex m; };
    std::shared_ptr<Box> one, two;
    int main() {
      one = std::make_shared<Box>(); Box* seen = one.get();
      std::thread a([=] { seen->m.lock(); seen->m.unlock(); });
      std::thread b([] { one.reset(); });
      a.join(); b.join();
    }`;
  compare(compiled(text, 'box.cpp'));
});

test('so many transitions, and no clock, are what a listing may take', () => {
  const text = readFileSync('src/scenarios/mb-38521/before.cpp', 'utf8');
  const program = compiled(text, 'before.cpp');
  const verdict = explore(program, { noMinimal: true });
  const all = listExecutions(program, verdict, LIMITS);
  expect(all.count.exact).toBe(true);
  // Enough to count them, and not to write them down.
  const some = listExecutions(program, verdict, { ...LIMITS, transitions: all.count.transitions + 1 });
  expect(some.count).toMatchObject({ executions: all.count.executions, exact: false });
  expect(some.list.length).toBeLessThan(all.list.length);
  const few = listExecutions(program, verdict, { ...LIMITS, transitions: 50 });
  expect(few.count.transitions).toBe(50);
  expect(few.count.exact).toBe(false);
  expect(few.list.length).toBeGreaterThan(0);
});

const spins = (setter: string, main: string): Program =>
  compiled(
    `#include <atomic>
    #include <mutex>
    #include <thread>
    std::atomic<int> x{0}; std::mutex m;
    int main() { std::thread a([] { ${setter} }); ${main} a.join(); }`,
    'spins.cpp',
  );

test.each([
  ['a thread that is left alone', 'x = 1; x = 2;', 'while (x != 1) std::this_thread::yield();', 'livelock'],
  ['two that go round', 'while (x != 1);', 'while (x != 2);', 'livelock'],
  [
    'one that shuts another one out',
    'm.lock(); x = 1; m.unlock();',
    'm.lock(); while (x != 1); m.unlock();',
    'deadlock',
  ],
])('an execution ends where threads go round for ever: %s', (_who, setter, main, kind) => {
  const program = spins(setter, main);
  const verdict = explore(program);
  const { list, count } = listExecutions(program, verdict, LIMITS);
  expect([verdict.kind, count.exact, count.rounds]).toEqual([kind, true, true]);
  const failing = list.filter(({ kind }) => kind !== null);
  expect(failing.map(({ kind }) => kind)).toEqual(Array(count.failing).fill(kind));
  expect(failing).not.toHaveLength(0);
});

test('the schedule of such an execution shows a round, unless the thread is alone', () => {
  const program = spins('while (x != 1);', 'while (x != 2);');
  const [{ schedule }] = listExecutions(program, { ...explore(program), failures: [] }, LIMITS).list;
  const runner = new Runner(program);
  runner.open(decodeSchedule(schedule).schedule);
  expect(runner.findings().map(({ kind }) => kind)).toEqual(['livelock']);
});

test('of infinitely many executions none is listed', () => {
  const text = `#include <atomic>
    #include <thread>
    std::atomic<int> x{0}, y{0};
    int main() { std::thread a([] { x = 1; y = 1; }); while (x == 0 || y == 0); a.join(); }`;
  const program = compiled(text, 'both.cpp');
  const { list, count } = listExecutions(program, explore(program), LIMITS);
  expect([list, count.endless, count.exact]).toEqual([[], true, false]);
});
