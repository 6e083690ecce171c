/** What a search within a bound of preemptions says, against the search of all and against an enumeration of all runs within the bound. */
import { expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import type { Program } from '../bytecode/program';
import { compiled } from '../compiler/testing/execute';
import { explore } from './explore';
import { endingIn, said } from './testing/fixtures';

const programOf = (name: string): Program => {
  const [file, text] = endingIn('fixtures').find(([file]) => file === name)!;
  return compiled(text, file);
};
const TWICE = programOf('overtaken-twice.cpp');

test('a failure that needs two preemptions is not met within one, and the verdict says so', () => {
  const all = explore(TWICE);
  expect(all.minimal).toMatchObject({ kind: 'assertion-failure', preemptions: 2, proven: true });
  for (const within of [0, 1])
    expect(explore(TWICE, { preemptions: within })).toMatchObject({
      kind: 'clean',
      complete: false,
      limit: 'bound',
      bounded: { preemptions: within, rounds: null },
      findings: [],
      failures: [],
      minimal: null,
    });
  for (const within of [2, 3]) {
    const { kind, complete, bounded, limit, minimal } = explore(TWICE, { preemptions: within });
    expect([kind, complete, bounded, limit]).toEqual(['assertion-failure', false, null, 'bound']);
    expect(minimal).toEqual(all.minimal);
  }
});

const isClean = ([, text]: [string, string]): boolean => said(text, 'expect') === 'clean';
const clean = endingIn('fixtures').filter(isClean);
const failing = endingIn('fixtures').filter((each) => !isClean(each));

test.each(failing)('%s: found within as many preemptions as it needs, and not within fewer', (file, text) => {
  const program = compiled(text, file);
  const all = explore(program, { states: few(100, 2_000) });
  if (all.minimal === null || !all.complete) return;
  const { preemptions } = all.minimal;
  if (preemptions > few(4, Number.POSITIVE_INFINITY)) return;
  const { failures, minimal } = explore(program, { preemptions });
  expect(minimal?.preemptions).toBe(preemptions);
  expect(all.failures.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(failures.map(({ kind }) => kind)),
  );
  for (const failure of all.failures)
    if (failure.preemptions <= preemptions)
      expect(failures.find(({ kind }) => kind === failure.kind)?.preemptions).toBe(failure.preemptions);
  if (preemptions === 0) return;
  const less = explore(program, { preemptions: preemptions - 1 });
  expect([less.kind, less.complete]).toEqual(['clean', false]);
  // Not all runs may have been tried, nor all states, for a race by clocks and a lasso: then less is said.
  expect(less.bounded?.preemptions ?? -1).toBeLessThan(preemptions);
  if (less.limit === 'bound') expect(less.bounded).toEqual({ preemptions: preemptions - 1, rounds: null });
});

test.each(clean)('%s is clean within one preemption, and that is all that is said', (file, text) => {
  const program = compiled(text, file);
  if (!explore(program, { states: few(100, 2_000), noMinimal: true }).complete) return;
  const { kind, complete, limit, bounded } = explore(program, { preemptions: 1 });
  // Forty threads end in more orders, none of which needs a preemption, than there is memory for: then nothing is said.
  const isTried = file !== 'forty-threads.cpp';
  expect([kind, complete, limit, bounded]).toEqual([
    'clean',
    false,
    isTried ? 'bound' : 'memory',
    isTried ? { preemptions: 1, rounds: null } : null,
  ]);
});

test('of runs that are cut off as too long nothing is known, however few preemptions they have', () => {
  const program = compiled(
    `#include <atomic>
#include <cassert>
#include <thread>
std::atomic<int> x{0};
int main() {
  std::thread a([] {
    for (int i = 0; i < 11000; ++i) x = i;
    assert(x != 10999);
  });
  a.join();
}`,
    'long.cpp',
  );
  for (const preemptions of [0, 1]) {
    const { kind, complete, limit, bounded } = explore(program, { preemptions });
    expect([kind, complete, limit, bounded]).toEqual(['clean', false, 'run', null]);
  }
});

test('where its own limit ends it, no more is said than was tried', () => {
  const { kind, limit, bounded } = explore(TWICE, { preemptions: 1, shouldStop: () => true, memory: 1 });
  expect([kind, limit, bounded]).toEqual(['clean', 'memory', null]);
});
