import { expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import { compiled } from '../compiler/testing/execute';
import { explore } from './explore';
import { programsIn, said } from './testing/fixtures';
import type { Verdict } from './verdict';

/**
 * Classic programs. Each says in comments what the search must find: `// expect: verdict`, or `limit` where it cannot be complete;
 * perhaps `// also: kind` for another kind of failure that it has, `// note: kind` for what is predicted and reached by no order,
 * `// preemptions: n` for the fewest that lead to any failure, and `// states: n` for how many it may hold.
 */
const fixtures = programsIn('fixtures');

test.each(fixtures)('%s', (file, text) => {
  const program = compiled(text, file);
  const limits = { states: Number(said(text, 'states') ?? 1_000_000) };
  const verdict = explore(program, limits);
  const met = verdict.kind === 'clean' && !verdict.complete ? 'limit' : verdict.kind;
  const predicted = verdict.findings.some(({ reached }) => !reached);
  expect([met, verdict.complete]).toEqual([said(text, 'expect'), met !== 'limit' && !predicted]);
  const kinds = verdict.failures.map(({ kind }) => kind);
  expect(kinds).toEqual([
    ...new Set(verdict.findings.filter(({ reached }) => reached).map(({ kind }) => kind)),
  ]);
  const also = said(text, 'also');
  if (also !== undefined) expect(kinds).toContain(also);
  expect(verdict.notes[0]?.kind).toBe(said(text, 'note'));
  const preemptions = said(text, 'preemptions');
  if (preemptions !== undefined) expect(verdict.minimal?.preemptions).toBe(Number(preemptions));
  for (const failure of [...verdict.failures, verdict.minimal])
    if (failure !== null && verdict.complete)
      expect([failure.kind, failure.proven]).toEqual([failure.kind, true]);
  // The reduction loses nothing that there is to find; without it some take long.
  if (few(verdict.limit !== null || verdict.transitions > 5_000, false)) return;
  const by = (orders: 'reduced' | 'full') =>
    explore(program, { states: few(5_000, limits.states), orders, noMinimal: true });
  const full = by('full');
  if (full.limit === 'states') return;
  const kindsOf = ({ findings }: Verdict) => [...new Set(findings.map(({ kind }) => kind))];
  expect(kindsOf(by('reduced'))).toEqual(kindsOf(full));
});

test('there is one for every verdict', () => {
  const verdicts = new Set(fixtures.map(([, text]) => said(text, 'expect')));
  const names =
    'clean data-race assertion-failure deadlock lock-order-inversion use-after-free stack-use-after-scope double-free ' +
    'null-dereference out-of-bounds uninitialized-read division-by-zero memory-leak thread-leak mutex-misuse livelock lost-wakeup terminate limit';
  expect([...verdicts].sort()).toEqual(names.split(' ').sort());
});
