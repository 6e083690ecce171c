/** A schedule means the same thing everywhere: what the search calls the simplest, a recorded run follows to its end and finds. */
import { expect } from 'vitest';
import type { Program } from '../../bytecode/program';
import { compiled } from '../../compiler/testing/execute';
import { encodeSchedule } from '../../schedule/encode';
import type { Schedule } from '../../schedule/schedule';
import { Runner } from '../../trace/runner';
import { explore } from '../explore';

export function follow(program: Program, schedule: Schedule) {
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

/** Follows each schedule that a search of the program gives. */
export function expectFollowed(name: string, text: string): void {
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
