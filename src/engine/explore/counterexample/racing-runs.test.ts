import { expect, test } from 'vitest';
import { compiled } from '../../compiler/testing/execute';
import { Runner } from '../../trace/runner';
import { explore } from '../explore';

const HEAD = `#include <condition_variable>
#include <mutex>
#include <thread>
std::mutex m; std::condition_variable cv; bool ready = false; int x = 0, seen = 0;
`;
/** What main does beside a thread that reads x without a lock. */
const beside = (text: string): string =>
  `${HEAD}int main() { std::thread t([] { seen = x; }); ${text} t.join(); }`;

test.each([
  ['a lock behind the first access', beside('x = 7; m.lock(); m.unlock();'), 0],
  ['a notify behind the first access', beside('x = 7; cv.notify_one();'), 0],
  [
    'a notify without any lock around the data',
    `${HEAD}void waiter() { std::unique_lock<std::mutex> lock(m); while (!ready) cv.wait(lock); seen = x; }
     int main() { std::thread t(waiter); x = 7; ready = true; cv.notify_one(); t.join(); }`,
    0,
  ],
  [
    'an access that only who comes in between makes',
    `${HEAD}int main() {
       std::thread t([] { m.lock(); bool now = ready; m.unlock(); if (now) seen = x; });
       m.lock(); ready = true; m.unlock(); x = 7; m.lock(); ready = false; m.unlock(); t.join(); }`,
    1,
  ],
])('the fewest preemptions of a race: %s', (_, text, preemptions) => {
  const program = compiled(text, 'racing.cpp');
  const { complete, failures, minimal } = explore(program);
  expect([complete, minimal?.preemptions, minimal?.proven]).toEqual([true, preemptions, true]);
  const race = failures.find(({ kind }) => kind === 'data-race');
  expect([race?.preemptions, race?.proven]).toEqual([preemptions, true]);
  // And the run that is told has it.
  if (race === undefined) return;
  const runner = new Runner(program, { granularity: race.schedule.granularity });
  runner.open(race.schedule);
  expect(runner.findings().map(({ kind }) => kind)).toContain('data-race');
});

test('of a race behind more runs than are gone through, nothing is called proven', () => {
  const idle = [...'abcdefg'];
  const text = `${HEAD}int main() {
    std::thread t([] { m.lock(); bool now = ready; m.unlock(); if (now) seen = x; });
    ${idle.map((name) => `std::thread ${name}([] {});`).join(' ')}
    m.lock(); ready = true; m.unlock(); x = 7; m.lock(); ready = false; m.unlock();
    ${idle.map((name) => `${name}.join();`).join(' ')} t.join(); }`;
  const { complete, failures } = explore(compiled(text, 'many.cpp'));
  expect(complete).toBe(true);
  expect(failures).toMatchObject([{ kind: 'data-race', preemptions: 1, proven: false }]);
});
