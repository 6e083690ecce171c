import { expect, test } from 'vitest';
import { compiled } from '../compiler/testing/execute';
import { explore } from './explore';
import { programsIn, said } from './testing/fixtures';

/**
 * Classic programs. Each says in comments what the search must find: `// expect: verdict`, or `limit` where it cannot be complete;
 * perhaps `// preemptions: n` for the fewest that lead there, and `// states: n` for how many it may hold.
 */
const fixtures = programsIn('fixtures');

test.each(fixtures)('%s', (file, text) => {
  const program = compiled(text, file);
  const limits = { states: Number(said(text, 'states') ?? 1_000_000) };
  const verdict = explore(program, limits);
  const met = verdict.kind === 'clean' && !verdict.complete ? 'limit' : verdict.kind;
  expect([met, verdict.complete]).toEqual([said(text, 'expect'), met !== 'limit']);
  const preemptions = said(text, 'preemptions');
  if (preemptions !== undefined) expect(verdict.minimal?.preemptions).toBe(Number(preemptions));
  if (verdict.minimal !== null) expect(verdict.minimal.proven).toBe(true);
  // The reduction loses nothing that there is to find.
  const kinds = (full: boolean) => [
    ...new Set(explore(program, { ...limits, full, noMinimal: true }).findings.map(({ kind }) => kind)),
  ];
  expect(kinds(false)).toEqual(kinds(true));
});

test('there is one for every verdict', () => {
  const verdicts = new Set(fixtures.map(([, text]) => said(text, 'expect')));
  const names =
    'clean data-race assertion-failure deadlock lock-order-inversion use-after-free stack-use-after-scope double-free ' +
    'null-dereference out-of-bounds uninitialized-read division-by-zero memory-leak thread-leak mutex-misuse livelock lost-wakeup limit';
  expect([...verdicts].sort()).toEqual(names.split(' ').sort());
});
