import { expect, test } from 'vitest';
import { ANSWER, compile, type Query } from '../compiler';
import { canStep, createMachine } from '../machine';
import { encodeSchedule } from '../schedule/encode';
import type { Schedule } from '../schedule/schedule';
import { answer } from './answer';
import { pointsOf } from './refinement/points';
import { Stepper } from './steps/stepper';

const PROGRAM = `#include <atomic>
#include <thread>
std::atomic<int> a{0};
int x = 0;
int twice(int n) {
  if (n > 5)
    return 0;
  return 2 * n;
}
int main() {
  std::thread one([] { int r = a; a = r + 1; });
  std::thread two([] { int r = a; a = r + 1; });
  one.join();
  two.join();
  x = twice(a);
  return 0;
}
`;

function asked(query: Query, text = PROGRAM) {
  const compiled = compile(text, 'main.cpp', { query });
  if ('diagnostics' in compiled) return compiled.diagnostics.map(({ message }) => message);
  const found = answer(compiled.program, ANSWER, {});
  return found.answer === 'yes' ? `yes ${encodeSchedule(found.schedule)}` : found.answer;
}
function schedule(query: Query): Schedule {
  const compiled = compile(PROGRAM, 'main.cpp', { query });
  const found = 'program' in compiled ? answer(compiled.program, ANSWER, {}) : null;
  if (found?.answer !== 'yes') throw new Error('it can be');
  return found.schedule;
}
const at = (line: number, condition: string | null = null): Query => ({ line, condition });
const atEnd = (condition: string): Query => ({ line: null, condition });

test.each<[string, Query, string]>([
  ['a line that some order reaches', at(15), 'yes'],
  ['a line that no order reaches, behind an if without braces', at(7), 'no'],
  ['an update that is lost', atEnd('a == 1'), 'yes'],
  ['one that is not', atEnd('a == 2'), 'yes'],
  ['both', atEnd('a == 0 || a.load() > 2'), 'no'],
  ['a plain variable that depends on it', atEnd('x == 2'), 'yes'],
  ['a local variable where it stands', at(6, 'n == 1'), 'yes'],
  ['a value that it never has there', at(6, 'n == 3'), 'no'],
  ['what a thread has read', at(12, 'a == 1'), 'yes'],
])('%s: %j', (_what, query, wanted) => {
  expect(String(asked(query)).split(' ')[0]).toBe(wanted);
});

test('what cannot be asked is said, and where', () => {
  expect(asked(at(9))).toEqual(['no statement begins in line 9']);
  expect(asked(atEnd('y == 1'))).toEqual(['y is not declared']);
  expect(asked(atEnd('twice(1) == 2'))).toEqual(['a question only reads variables']);
  expect(asked(atEnd('x = 1'))).toEqual(['a question only reads variables']);
  const wrong = compile(PROGRAM, 'main.cpp', { query: atEnd('y == 1') });
  const span = 'diagnostics' in wrong ? wrong.diagnostics[0].span : null;
  expect(span?.start).toBe(PROGRAM.indexOf('return 0;\n}\n', PROGRAM.indexOf('twice(a)')));
});

test('the schedule leads there in the program itself', () => {
  const compiled = compile(PROGRAM);
  if ('diagnostics' in compiled) throw new Error('it compiles');
  const { program } = compiled;
  /** The value of a where the answer to `a == n` leads, asked at a line. */
  const reached = (line: number | null, n: number): number => {
    const found = schedule({ line, condition: `a == ${n}` });
    const machine = createMachine(program);
    const stepper = new Stepper(machine, pointsOf(program, found.granularity));
    for (const { thread, pick } of found.choices) {
      expect(canStep(machine, thread)).toBe(true);
      stepper.take(thread, pick);
    }
    const { offset } = program.globals.find(({ name }) => name === 'a')!;
    return machine.words[machine.layout.globals + offset];
  };
  expect([reached(null, 1), reached(null, 2), reached(12, 1), reached(12, 0)]).toEqual([1, 2, 1, 0]);
});

const ENDS = `namespace tests {
int x = 0;
int run();
}
struct Other {
  int run() { return 7; }
};
int run() { return 3; }
int tests::run() {
  int n = RACECOURSE_ANY(1, 2, 3);
  if (n == 2) return x;
  else x = 4;
  auto inner = [] { return 1; };
  while (n == 3)
    return inner();
  x = 5;
  return x;
}
int main() {
  if (RACECOURSE_ANY(0, 1) == 1)
    return 1;
  int late = 3;
}
`;
test.each<[string, Query, string, string]>([
  ['an early return is an end', atEnd('n == 2 && x == 0'), 'tests::run', 'yes'],
  ['one that stands alone in a loop', atEnd('n == 3 && x == 4'), 'tests::run', 'yes'],
  ['the last one', atEnd('x == 5'), 'tests::run', 'yes'],
  ['what a function in it returns is none', atEnd('n == 1 && x == 4'), 'tests::run', 'no'],
  ['what is not declared yet at one of them', atEnd('late == 3'), 'main', 'late is not declared'],
  ['a comment in it', atEnd('x == 5 // or so'), 'tests::run', 'yes'],
  ['a text in it', atEnd('"//"[0] == \'/\' && x == 5'), 'tests::run', 'yes'],
  ['more than one', atEnd('x == 5); (x'), 'tests::run', '`x == 5); (x` is not one condition'],
  ['nothing', atEnd('/* x */'), 'tests::run', '`/* x */` is not one condition'],
])('%s: %j', (_what, query, entry, wanted) => {
  const compiled = compile(ENDS, 'main.cpp', { query, entry });
  const found =
    'program' in compiled
      ? answer(compiled.program, ANSWER, {}).answer
      : compiled.diagnostics.map(({ message }) => message).join();
  expect(found).toBe(wanted);
});

const LOOP = `#include <thread>
int x = 0;
void work() {
  for (int i = 0; i < 3; i++)
    x = x + 1;
}
int main() {
  std::thread one(work), two(work);
  one.join();
  two.join();
}
`;
test.each([2, 3, 5, 6])(
  'of a plain variable in a loop, which others race for: can it be %i at the end?',
  (n) => {
    expect(String(asked(atEnd(`x == ${n}`), LOOP)).split(' ')[0]).toBe('yes');
  },
);
test('what a line is asked is asked each time somebody comes there', () => {
  expect(String(asked(at(5, 'x == 5'), LOOP)).split(' ')[0]).toBe('yes');
  expect(asked(at(5, 'x == 6'), LOOP)).toBe('no');
  expect(asked(atEnd('x < 2 || x > 6'), LOOP)).toBe('no');
});
