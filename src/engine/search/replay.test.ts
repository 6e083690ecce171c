/** A schedule means the same thing everywhere: what the search calls the simplest, a recorded run follows to its end and finds. */
import { expect, test } from 'vitest';
import type { Program } from '../bytecode/program';
import { compiled } from '../compiler/testing/execute';
import { encodeSchedule } from '../schedule/encode';
import type { Schedule } from '../schedule/schedule';
import { contendedIn } from '../states/stops';
import { Runner } from '../trace/runner';
import { explore } from './explore';
import { endingIn } from './testing/fixtures';
import { generate, shapeOf } from './testing/generate';

const GENERATED = 100;
const generated = Array.from({ length: GENERATED }, (_, seed): [string, string] => [
  `seed-${seed}.cpp`,
  generate(seed, shapeOf(seed, 12)),
]);

function follow(program: Program, schedule: Schedule) {
  const runner = new Runner(program, { granularity: schedule.granularity });
  const { complete } = runner.open(schedule);
  const { steps } = runner.view();
  return {
    schedule: encodeSchedule(schedule),
    complete,
    kinds: runner.findings().map(({ kind }) => kind),
    preemptions: steps.filter(({ preemption }) => preemption).length,
    steps: steps.length,
  };
}

test.each([
  ['classic programs', endingIn('fixtures')],
  ['programs of the detectors', endingIn('../detect/fixtures')],
  ['scenarios', endingIn('../../scenarios')],
  ['generated programs', generated],
])(
  'schedules of the search, followed by a Runner: %s',
  (_what, programs) => {
    for (const [name, text] of programs) {
      const program = compiled(text, name);
      const { minimal, findings } = explore(program);
      if (minimal !== null) {
        const { kind, preemptions, steps, schedule } = minimal;
        expect([name, follow(program, schedule)]).toEqual([
          name,
          {
            schedule: encodeSchedule(schedule),
            complete: true,
            kinds: expect.arrayContaining([kind]),
            preemptions,
            steps,
          },
        ]);
      }
      for (const { kind, schedule } of findings) {
        const followed = follow(program, schedule);
        expect([name, followed]).toEqual([
          name,
          { ...followed, complete: true, kinds: expect.arrayContaining([kind]) },
        ]);
      }
    }
  },
  120_000,
);

test('a stopping point that is found too late for a Schedule makes it one of single accesses', () => {
  // The two increments race in one of the 3,432 orders of the rounds.
  const program = compiled(
    `#include <mutex>
    #include <thread>
    std::mutex m; int order = 1, plain = 0;
    void take(int me) {
      for (int i = 0; i < 7; i++) { std::lock_guard<std::mutex> g(m); order = 2 * order + me; }
      bool rare; { std::lock_guard<std::mutex> g(m); rare = order == ${0b1_0110100_1101001}; }
      if (rare) plain++;
    }
    int main() { std::thread a(take, 0), b(take, 1); a.join(); b.join(); }`,
    'rare.cpp',
  );
  expect([...contendedIn(program)]).toEqual([]);
  const { visible, findings } = explore(program, { noMinimal: true });
  expect(visible).toHaveLength(2);
  const { kind, schedule } = findings[0];
  expect([kind, schedule.granularity]).toEqual(['data-race', 'access']);
  expect(follow(program, schedule)).toMatchObject({ complete: true, kinds: expect.arrayContaining([kind]) });
}, 60_000);
