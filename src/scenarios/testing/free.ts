/** Runs of threads that run at once, of every variant: what was recorded explains what they came to, and what is clean stays clean. */
import { afterAll, expect, test } from 'vitest';
import { compile, decodeSchedule, type FindingKind, type Program, Runner } from '../../engine';
import { createFreeClient } from '../../host/free/freeClient';
import { lessons, scenarios } from '../all';

/** So many runs of every n-th variant, of the processors' own and with operations held up. */
export function testFreeRuns(count: number, n: number): void {
  const client = createFreeClient();
  afterAll(() => client.dispose());

  test.each(cases.filter((_, i) => i % n === 0))(
    '$name: what is recorded of its runs explains their ends',
    async ({ file, source, expected }) => {
      const program = programOf(source, file);
      for (const pressure of ['free', 'yields'] as const) {
        const series = { pressure, depth: 2, runs: count, seed: 1 };
        const { runs, outcomes, unexplained, failed } = await client.run(program, null, series, () => {});
        expect(runs).toBe(count);
        if (expected.verdict === 'clean') expect(outcomes).toEqual({ '': count });
        else if (!RACING.has(expected.verdict)) expect(unexplained).toBe(0);
        for (const { kind, schedule } of failed) expect(kindsOf(program, schedule)).toContain(kind);
      }
    },
  );
}

/** Where accesses race their order is not known in every run. */
const RACING = new Set<string>(['data-race', 'use-after-free', 'double-free']);

/** What a run is found to be that goes along a link, as a user opens it. */
function kindsOf(program: Program, text: string): FindingKind[] {
  const { schedule } = decodeSchedule(text);
  const runner = new Runner(program, { granularity: schedule.granularity });
  expect(runner.open(schedule).taken).toBe(schedule.choices.length);
  return runner.findings().map(({ kind }) => kind);
}

const cases = [...lessons, ...scenarios].flatMap(({ id, variants }) =>
  variants.map(({ slug, file, source, expected }) => ({ name: `${id}/${slug}`, file, source, expected })),
);

function programOf(source: string, file: string): Program {
  const result = compile(source, file);
  if ('diagnostics' in result) throw new Error(result.diagnostics[0].message);
  return result.program;
}
