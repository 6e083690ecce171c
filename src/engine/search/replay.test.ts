/** A schedule means the same thing everywhere: what the search calls the simplest, a recorded run follows to its end and finds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Program } from '../bytecode/program';
import { compiled } from '../compiler/testing/execute';
import { encodeSchedule } from '../schedule/encode';
import type { Schedule } from '../schedule/schedule';
import { contendedIn } from '../states/stops';
import { Runner } from '../trace/runner';
import { explore } from './explore';
import { generate, shapeOf } from './testing/generate';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function sources(folder: string): [name: string, text: string][] {
  return readdirSync(here(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cpp'))
    .map((file) => [file, readFileSync(join(here(folder), file), 'utf8')]);
}

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
  ['classic programs', sources('fixtures')],
  ['programs of the detectors', sources('../detect/fixtures')],
  ['scenarios', sources('../../scenarios')],
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
  // The two increments race in one of the 12,870 orders of the rounds.
  const program = compiled(
    `#include <mutex>
    #include <thread>
    std::mutex m; int order = 1, plain = 0;
    void take(int me) {
      for (int i = 0; i < 8; i++) { std::lock_guard<std::mutex> g(m); order = 2 * order + me; }
      bool rare; { std::lock_guard<std::mutex> g(m); rare = order == ${0b1_01101000_11010110}; }
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
