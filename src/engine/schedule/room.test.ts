import { expect, test } from 'vitest';
import { compile } from '../compile';
import { Runner } from '../trace/runner';

/** A thread that makes and drops so many strings. */
const dropping = (count: number): string => `#include <string>
#include <thread>
int main() {
  std::thread thread([] {
    long all = 0;
    for (int i = 0; i < ${count}; i++) all += ("a text that takes some room " + std::to_string(i)).size();
  });
  thread.join();
}`;

function programOf(source: string) {
  const compiled = compile(source);
  if (!('program' in compiled)) throw new Error(compiled.diagnostics[0].message);
  return compiled.program;
}

test.each([
  ['few strings', dropping(10), false],
  ['a thousand strings', dropping(1000), true],
  [
    'calls that are deep',
    'int down(int n) { return n == 0 ? 0 : 1 + down(n - 1); } int main() { return down(40000); }',
    true,
  ],
  ['a loop that does not end', 'int main() { volatile int n = 0; for (;;) n = n + 1; }', false],
])('%s: whether a program gets a large memory', (_, source, large) => {
  expect(programOf(source).limits !== undefined).toBe(large);
});

test('and its runs end in it', () => {
  const runner = new Runner(programOf(dropping(1000)));
  expect(runner.runToEnd()).toBe('ended');
  expect(runner.findings()).toEqual([]);
});
