/**
 * With every array and table as small as it can be at first, and the log drained after each event, the engine answers the same: what
 * forgets to grow, or takes a part of a step for the whole, gives another answer. A few programs in `npm test` (sizes.test.ts), all
 * fixtures and a thousand programs in `npm run test:deep` (sizes.deep.test.ts).
 */
import { expect } from 'vitest';
import { withLeastSizes } from '../../../base/sizes';
import { compiled } from '../../compiler/testing/execute';
import { nonpreemptive } from '../../schedule/nonpreemptive';
import { random } from '../../schedule/random';
import { Runner } from '../../trace/runner';
import { listExecutions } from '../dpor/executions';
import { explore } from '../explore';
import type { Verdict } from '../verdict';
import { programsIn } from './fixtures';
import { generate, shapeOf } from './generate';

const STATES = 2000;
const RUNS = 2;
const MAX_STEPS = 400;

export const fixtures = ['fixtures', '../detect/fixtures'].flatMap(programsIn);

/** `proof`: also as those go through the states who share a table of them. */
export function expectSame(text: string, file: string, proof: boolean): void {
  expect([file, withLeastSizes(() => answersTo(text, file, proof))]).toEqual([
    file,
    answersTo(text, file, proof),
  ]);
}

export const expectSameOfSeed = (seed: number): void =>
  expectSame(generate(seed, shapeOf(seed, 12)), `seed-${seed}.cpp`, seed % 8 === 0);

/** From the source on: what is known of a program is kept with it. */
function answersTo(text: string, file: string, proof: boolean): unknown {
  const program = compiled(text, file);
  const verdict = explore(program, { states: STATES });
  // What comes to a limit is cut where its tables have grown so far: where steps stop too, which runs go by.
  if (!verdict.complete) return verdict.kind;
  const executions = listExecutions(program, verdict, { counted: 100, listed: 20 });
  const runner = new Runner(program);
  const runs = Array.from({ length: RUNS }, (_, i) => {
    runner.open({ granularity: 'sync', choices: [] });
    runner.runToEnd(i === 0 ? nonpreemptive : random(i), MAX_STEPS);
    return [runner.schedule(), runner.hash(), runner.findings(), withoutValues(runner.view())];
  });
  const together = proof ? explore(program, { states: STATES, large: 0, noMinimal: true }) : null;
  return { verdict: withoutLines(verdict), executions, runs, together: together && withoutLines(together) };
}

/** The value that a step saw, and where it came round again, stand in the log of the call that did it: all else is compared. */
const withoutValues = (view: ReturnType<Runner['view']>): unknown => ({
  ...view,
  steps: view.steps.map(({ operation, text, ...step }) => ({
    ...step,
    text: text.split(':')[0],
    does: [operation.kind, operation.target, operation.line],
  })),
});

/** A search gives an instruction of a header the line where the thread stands when the log is read: all else is compared. */
const withoutLines = (verdict: Verdict): Verdict => ({
  ...verdict,
  findings: verdict.findings.map((finding) => ({ ...finding, line: 0 })),
});
