import { expect, test } from 'vitest';
import { everyNth } from '../../base/testing/few';
import { compiled } from '../compiler/testing/execute';
import type { SearchFinding } from './counterexample/failures';
import { explore } from './explore';
import { scout } from './scout';
import { endingIn } from './testing/fixtures';

const inThreads = (count: number, body: string): string => `#include <thread>
#include <vector>
int n = 0;
int main() {
  std::vector<std::thread> all;
  for (int i = 0; i < ${count}; ++i) all.emplace_back([] { ${body} });
  for (auto& each : all) each.join();
}`;

test.each([
  ['a loop too long for any search', inThreads(2, 'for (int i = 0; i < 10000000; ++i) ++n;')],
  ['more threads than the bits of a word tell apart', inThreads(40, '++n;')],
])('a race is met at once, and is the answer where all orders are too many: %s', (_what, text) => {
  const program = compiled(text, 'races.cpp');
  const met: SearchFinding[] = [];
  const limits = {
    states: 1000,
    shouldStop: () => true,
    onFailure: (first: SearchFinding) => met.push(first),
  };
  const { kind, complete, failures } = explore(program, limits);
  expect([met.map((first) => first.kind), kind, complete]).toEqual([['data-race'], 'data-race', false]);
  expect(failures.map((failure) => failure.kind)).toEqual(['data-race']);
});

test('what fails at the end of runs that take long is met at once', () => {
  const text = inThreads(4, 'for (int i = 0; i < 400; ++i) n = n + 1;').replace(
    'int n = 0',
    'std::atomic<int> n{0}',
  );
  const program = compiled(
    `#include <atomic>\n#include <cassert>\n${text.replace(/}$/, '  assert(n == 1600);\n}')}`,
    'sum.cpp',
  );
  expect(scout(program)?.ending).toBe('assertion-failure');
});

test('what the first look meets is a failure that the search of all orders finds', () => {
  const programs = everyNth(5, ['fixtures', '../detect/fixtures'].flatMap(endingIn));
  let compared = 0;
  for (const [file, text] of programs) {
    const program = compiled(text, file);
    const first = scout(program);
    if (first === null) continue;
    const { findings, complete } = explore(program, { noMinimal: true });
    if (!complete) continue;
    compared++;
    expect([file, ...findings.map(({ kind }) => kind)]).toContain(first.finding.kind);
  }
  expect(compared).toBeGreaterThan(programs.length / 3);
});
