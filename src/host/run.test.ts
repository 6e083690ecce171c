import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Choice, type Schedule, type StepIndex, type ThreadId, threadCount } from '../engine';
import { EngineError } from './client';
import { Run } from './run';
import { createSingle } from './single';
import { contenders } from './testing/programs';

const program = contenders(2, 2);
const start = (): Run => new Run(program, { granularity: 'sync', shared: false, makeExecutor: createSingle });
const line = (choices: readonly Choice[]): Schedule => ({ granularity: 'sync', choices });

/** What a user may do: step a thread, go somewhere, run on. */
const deeds = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('step' as const), thread: fc.nat(3).map((id) => id as ThreadId) }),
    fc.record({ kind: fc.constant('seek' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ kind: fc.constant('extend' as const), steps: fc.nat(3) }),
  ),
  { maxLength: 25 },
);

test('whatever was clicked, the line can be repeated and does the same', () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const run = start();
      const { runner } = run;
      run.open(line([]), 0, true);
      for (const deed of all) {
        if (deed.kind === 'seek') run.seek(Math.round(deed.share * runner.length) as StepIndex);
        else if (deed.kind === 'extend') run.extend(deed.steps);
        else attempt(() => run.step(runner.at, deed.thread, 0));
      }
      const again = start();
      expect(again.open(runner.schedule(), runner.at, false)).toBeNull();
      expect(again.answer()).toEqual(run.answer());
    }),
    { numRuns: 25 },
  );
});

function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
  }
}

test('a step that does not answer leaves the line and the place as they were', () => {
  const run = start();
  run.open(line([]), 0, true);
  const whole = run.runner.hash();
  run.seek(5 as StepIndex);
  const taken = run.executor.step;
  Object.assign(run.executor, {
    step: () => {
      throw new Error('gone');
    },
  });
  expect(() => run.step(5 as StepIndex, 2 as ThreadId, 0)).toThrow('gone');
  Object.assign(run.executor, { step: taken });
  expect(run.runner).toMatchObject({ at: 5 });
  expect(run.runner.hash()).toBe(whole);
  expect(threadCount(run.runner.machine)).toBe(3);
});
