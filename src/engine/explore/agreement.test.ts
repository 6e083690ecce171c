/**
 * A run and the search speak of the same defects: whatever some schedule reaches, the search of all of them has found, and so it has
 * what a run predicts. Only the order of locks may be against a rule where no deadlock comes of it.
 */
import { expect, test } from 'vitest';
import { everyNth, few } from '../../base/testing/few';
import { compiled } from '../compiler/testing/execute';
import { nonpreemptive } from '../schedule/nonpreemptive';
import { random } from '../schedule/random';
import { sticky } from '../schedule/sticky';
import { Runner } from '../trace/runner';
import { explore } from './explore';
import { endingIn } from './testing/fixtures';

const RUNS = few(6, 20);
const MAX_STEPS = 400;

const programs = ['fixtures', '../detect/fixtures', '../../scenarios'].flatMap(endingIn);

test('what a run tells the search finds too', () => {
  const some = everyNth(6, programs);
  let compared = 0;
  for (const [file, text] of some) {
    const program = compiled(text, file);
    const verdict = explore(program, { noMinimal: true, states: 100_000 });
    if (!verdict.complete) continue;
    compared++;
    const found = new Set(verdict.findings.map(({ kind }) => kind));
    const runner = new Runner(program);
    for (let i = 0; i < RUNS; i++) {
      runner.open({ granularity: 'sync', choices: [] });
      runner.runToEnd(i === 0 ? nonpreemptive : i % 2 === 0 ? random(i) : sticky(i, 4), MAX_STEPS);
      for (const { kind, reached, sentence } of runner.findings())
        if (reached && !found.has(kind))
          expect.unreachable(`${file}: ${kind} is not among ${[...found]}: ${sentence}`);
    }
  }
  expect(compared).toBeGreaterThan(some.length / 2);
});
