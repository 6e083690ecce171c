import { expect, test } from 'vitest';
import type { TraceView } from '../../engine';
import { givenLines } from '../model/given';
import { changedLine, missingWork, packExercise, turnsOffTests, unpackExercise, workOf } from './exercise';

const PLAIN = `int money = 100;
void pay(int n) { money -= n; }
int main() {
    pay(80);
    assert(money >= 0);
}
`;
const MARKED = `// given
int money = 100;
// yours
void pay(int n) { money -= n; }
// given
int main() { assert(money >= 0); }
`;
const locked = (text: string): string =>
  givenLines(text)
    .map((given) => (given ? '#' : '.'))
    .join('');

test('what is given: by its marks, and without them main', () => {
  expect(locked(PLAIN)).toBe('..#####');
  expect(locked(MARKED)).toBe('###.###');
  expect(locked('int x;\n// yours\nint y;')).toBe('##.');
  expect(locked('int x;')).toBe('.');
});

test('an answer may change all but the given lines, and add others between them', () => {
  expect(changedLine(PLAIN, PLAIN)).toBeNull();
  expect(
    changedLine(PLAIN, `#include <mutex>\n${PLAIN.replace('money -= n;', 'if (n) money -= n;')}`),
  ).toBeNull();
  expect(changedLine(PLAIN, PLAIN.trimEnd())).toBeNull();
  expect(changedLine(PLAIN, PLAIN.replace('assert(money >= 0);', ''))).toEqual({
    line: 5,
    text: 'assert(money >= 0);',
  });
  expect(changedLine(PLAIN, PLAIN.replace('    pay(80);', '    pay(80);\n    return 0;'))).not.toBeNull();
  expect(changedLine(MARKED, MARKED.replace('// yours', '// yours\nstd::mutex m;'))).toBeNull();
  expect(changedLine(MARKED, MARKED.replace('= 100', '= 1000'))).toEqual({
    line: 2,
    text: 'int money = 100;',
  });
});

test('the tests may not be turned off', () => {
  expect(turnsOffTests('#define assert(x)')).toBe(true);
  expect(turnsOffTests('#  define NDEBUG')).toBe(true);
  expect(turnsOffTests(PLAIN)).toBe(false);
});

const run = (...steps: [thread: number, kind: string, target: string][]): TraceView =>
  ({ steps: steps.map(([thread, kind, target]) => ({ thread, operation: { kind, target } })) }) as never;

test('the work is what threads write, as far as the given lines speak of it', () => {
  const before = workOf(
    run([0, 'write', 'ready'], [1, 'write', 'account.money'], [1, 'rmw', 'log[3]'], [1, 'lock', 'm']),
  );
  expect([...before]).toEqual(['money', 'log']);
  expect(missingWork(PLAIN, before, new Set(['money']))).toEqual([]);
  expect(missingWork(PLAIN, before, new Set(['log']))).toEqual(['money']);
  // Nothing that is tested is written: then something has to be.
  expect(missingWork('int main() {}', before, new Set(['other']))).toEqual([]);
  expect(missingWork('int main() {}', before, new Set())).toEqual(['money', 'log']);
  expect(missingWork('int main() {}', new Set(), new Set())).toEqual([]);
});

test('an exercise goes through a link, and takes nothing out of one but what has its form', () => {
  const exercise = { given: PLAIN, task: 'Mend it.', hints: ['Lock.'], hidden: true };
  const answer = PLAIN.replace('80', '8');
  expect(unpackExercise(packExercise(exercise, answer), answer)).toEqual(exercise);
  expect(packExercise(exercise, PLAIN).length).toBeLessThan(packExercise(exercise, answer).length);
  expect(unpackExercise(packExercise(exercise, PLAIN), PLAIN)).toEqual(exercise);
  const odd = { given: 3, task: null, hints: [1, 'x'], hidden: 'yes' } as never;
  expect(unpackExercise(packExercise(odd, PLAIN), PLAIN)).toEqual({
    ...{ given: PLAIN, task: '', hints: ['x'], hidden: false },
  });
  expect(() => unpackExercise('1damaged', PLAIN)).toThrow('damaged');
});
