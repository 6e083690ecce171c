import { expect, test } from 'vitest';
import type { ThreadId } from '../bytecode/program';
import { compile } from '../compiler';
import { decodeSchedule } from '../schedule/encode';
import { random } from '../schedule/random';
import { Runner } from './runner';
import type { TraceView } from './view';

function run(source: string, schedule: string): Runner {
  const compiled = compile(source, 'test.cpp');
  if ('diagnostics' in compiled) throw new Error(compiled.diagnostics[0].message);
  const runner = new Runner(compiled.program);
  expect(runner.open(decodeSchedule(schedule).schedule).complete).toBe(true);
  return runner;
}
const span = ({ from, to }: { from: number; to: number | null }): string => `${from}-${to ?? ''}`;
const name = (view: TraceView, thread: ThreadId): string => view.threads[thread].name;

const LOCKS = `
#include <mutex>
#include <thread>
std::mutex door;
int main() {
  std::thread first([] { door.lock(); door.unlock(); });
  std::thread second([] { door.lock(); door.unlock(); });
  first.join();
  second.join();
}`;

test('a step says who did what, where, and whom it let go on', () => {
  const view = run(LOCKS, 'a3bcbb').view();
  expect(view.steps.map(({ text }) => text)).toEqual([
    'main starts',
    'main starts first',
    'main starts second',
    'first starts',
    'second starts',
    'first locks door',
    'first unlocks door',
  ]);
  expect(view.steps[5].operation).toMatchObject({ line: 6, kind: 'lock', target: 'door' });
  expect(view.steps.map(({ woke }) => woke.join())).toEqual(['', '1', '2', '', '', '', '0,2']);
});

test('a preemption is a switch away from a thread that could have gone on', () => {
  const view = run(LOCKS, 'a3bcbb').view();
  expect(view.steps.map(({ preemption }) => preemption)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    false,
  ]);
});

test('states fill every cell of a thread from its start to its end', () => {
  const view = run(LOCKS, 'a3bcb2c2a').view();
  const states = view.states.map((state) => `${name(view, state.thread)} ${span(state)} ${state.state}`);
  expect(states.sort()).toMatchInlineSnapshot(`
    [
      "first 3-3 ready",
      "first 4-4 running",
      "first 5-5 ready",
      "first 6-7 running",
      "main 1-3 running",
      "main 10-10 running",
      "main 4-7 waiting",
      "main 8-9 ready",
      "second 4-4 ready",
      "second 5-5 running",
      "second 6-7 blocked",
      "second 8-9 running",
    ]
  `);
  expect(view.states.find(({ state }) => state === 'blocked')?.reason).toBe('waits for door, held by first');
});

test('a lock is held from the step that took it to the step that released it', () => {
  const view = run(LOCKS, 'a3bcb2c2a').view();
  const held = view.held.map((hold) => `${name(view, hold.thread)} ${span(hold)} ${hold.mode}`);
  expect(held.sort()).toEqual(['first 6-7 exclusive', 'second 6-7 waiting', 'second 8-9 exclusive']);
  expect(view.locks.map((lock) => lock.name)).toEqual(['door']);
});

test('a lock that is never released is still held', () => {
  const view = run(LOCKS, 'a3bcb').view();
  expect(view.held.map(span)).toEqual(['6-', '6-']);
});

test('an object lives with its owners counted, and is gone after the last', () => {
  const view = run(
    `
    #include <memory>
    #include <thread>
    struct Session { int id = 1; };
    int main() {
      auto session = std::make_shared<Session>();
      std::thread user([session] {});
      session.reset();
      user.join();
    }`,
    'a2b2a',
  ).view();
  expect(view.objects.map((object) => object.name)).toEqual(['Session']);
  const lives = view.lives.map(
    (life) => `${span(life)} ${life.phase} ${life.strong} ${name(view, life.thread)}`,
  );
  expect(lives).toEqual(['1-1 alive 2 main', '2-3 alive 2 main', '4-4 alive 1 user', '5- gone null main']);
  // What a thread was started with has no name; reset() lets go of its owner a step after it took it.
  expect(view.lives.map(({ owners }) => owners.map(({ name }) => name))).toEqual([
    ['session'],
    [''],
    [''],
    [],
  ]);
});

test('owners are known by name, and by their object or thread, also where one hands over to another', () => {
  const view = run(
    `
    #include <memory>
    #include <mutex>
    #include <thread>
    #include <vector>
    struct Item { int id = 1; };
    struct Shelf { std::vector<std::unique_ptr<Item>> items; };
    std::mutex m;
    int main() {
      std::thread idle([] { m.lock(); m.unlock(); });
      auto item = std::make_unique<Item>();
      m.lock();
      auto shelf = std::make_shared<Shelf>();
      shelf->items.push_back(std::move(item));
      m.unlock();
      idle.join();
    }`,
    'a',
  );
  view.runToEnd();
  const { lives, objects } = view.view();
  const item = objects.find((object) => object.name === 'Item')?.id;
  expect(
    lives.filter(({ object }) => object === item).map(({ owners }) => owners.map((owner) => owner.name)),
  ).toEqual([['item'], ['items[0]'], []]);
});

test('what a second object of a kind does to the name of the first is said of all steps', () => {
  const source = `
    #include <mutex>
    #include <thread>
    struct Box { std::mutex lock; };
    int main() {
      std::thread idle([] {});
      auto one = new Box;
      one->lock.lock();
      auto two = new Box;
      two->lock.lock();
      idle.join();
    }`;
  const runner = run(source, 'a');
  runner.runToEnd();
  const whole = runner.view();
  const stepwise = run(source, '');
  for (const { thread } of whole.steps) {
    stepwise.step(thread);
    stepwise.view();
  }
  expect(stepwise.view()).toEqual(whole);
  expect(whole.steps.map(({ operation }) => operation.target)).toContain('Box 1.lock');
});

test('a view that was handed out does not change when the run goes on', () => {
  const runner = run(LOCKS, 'a3bcb');
  const view = runner.view();
  const copy = structuredClone(view);
  runner.runToEnd(random(1));
  runner.view();
  expect(view).toEqual(copy);
});

test('output belongs to the step that printed it', () => {
  const view = run(
    `
    #include <cstdio>
    #include <thread>
    int main() {
      printf("before %d\\n", 1);
      std::thread worker([] { printf("inside\\n"); });
      worker.join();
    }`,
    'aab',
  ).view();
  expect(view.steps.map(({ output }) => output)).toEqual(['before 1\n', '', 'inside\n']);
});

test('what nobody wrote is done in the line that ends or assigns the object', () => {
  const runner = run(
    `#include <memory>
#include <mutex>
#include <thread>
std::mutex door, gate;
struct Holder { std::unique_lock<std::mutex> lock; };
int main() {
  std::thread other([] {});
  auto* first = new Holder{std::unique_lock<std::mutex>(door)};
  delete first;
  auto second = std::make_unique<Holder>(Holder{std::unique_lock<std::mutex>(door)});
  second.reset();
  {
    Holder third{std::unique_lock<std::mutex>(door)};
    third = Holder{std::unique_lock<std::mutex>(gate)};
  }
  other.join();
}`,
    '',
  );
  runner.runToEnd();
  const lines = runner.view().steps.map(({ operation, text }) => `${text}: ${operation.line}`);
  expect(lines.filter((text) => text.includes('locks'))).toEqual([
    'main locks door: 8',
    'main unlocks door: 9',
    'main locks door: 10',
    'main unlocks door: 11',
    'main locks door: 13',
    'main locks gate: 14',
    'main unlocks door: 14',
    'main unlocks gate: 15',
  ]);
});

test('what did not change is viewed once', () => {
  const runner = run(LOCKS, 'a3bcbb');
  const view = runner.view();
  runner.findings();
  runner.snapshotAt(runner.length);
  runner.seek(runner.length);
  expect(runner.view()).toBe(view);
  runner.step(2 as ThreadId);
  expect(runner.view().steps).toHaveLength(view.steps.length + 1);
  runner.open(decodeSchedule('a3bcbb').schedule);
  expect(runner.view()).not.toBe(view);
  expect(runner.view()).toEqual(view);
});
