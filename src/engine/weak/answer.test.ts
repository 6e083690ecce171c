import { expect, test } from 'vitest';
import type { StepIndex } from '../bytecode/program';
import { ANSWER, type Compiled, compile, type Query } from '../compiler';
import { Runner } from '../trace/runner';
import { answerWeak } from './answer';

const text = (order: string): string => `#include <atomic>
#include <thread>
std::atomic<int> x{0}, y{0};
int a = -1, b = -1, data = 0;
int main() {
  std::thread one([] {
    data = 1;
    x.store(1, std::memory_order_${order});
    a = y.load(std::memory_order_${order});
  });
  std::thread two([] {
    y.store(1, std::memory_order_${order});
    b = x.load(std::memory_order_${order});
  });
  one.join();
  two.join();
  return 0;
}
`;
const STORES = text('relaxed');

function asked(query: Query, source = STORES): Compiled {
  return compile(source, 'main.cpp', { query: { ...query, memory: 'rc11' } });
}
function answered(query: Query, source = STORES) {
  const compiled = asked(query, source);
  if ('diagnostics' in compiled) return compiled.diagnostics[0].message;
  return answerWeak(compiled.program, ANSWER);
}
const atEnd = (condition: string): Query => ({ line: null, condition });
const at = (line: number, condition: string): Query => ({ line, condition });

test.each<[string, Query, object]>([
  ['what only weaker orders allow', atEnd('a == 0 && b == 0'), { answer: 'yes' }],
  ['what nobody allows', atEnd('a == 2'), { answer: 'no' }],
  ['of atomics, after all have ended', atEnd('x == 0 || y.load() != 1'), { answer: 'no' }],
  ['a store that this thread need not see yet', at(13, 'x == 0'), { answer: 'yes' }],
  ['one that it has seen already', at(13, 'y == 0'), { answer: 'no' }],
  ['what others write meanwhile', at(13, 'data == 2'), { answer: 'unknown', why: 'read' }],
])('%s: %j', (_what, query, wanted) => {
  expect(answered(query)).toMatchObject(wanted);
});

test('with stronger orders there is none', () => {
  expect(answered(atEnd('a == 0 && b == 0'), text('seq_cst'))).toMatchObject({ answer: 'no' });
});

test('of an atomic that is behind a null pointer nothing is known', () => {
  const source = STORES.replace('int a', 'std::atomic<int>* p = nullptr;\nint a');
  expect(answered(atEnd('*p == 0'), source)).toEqual({ answer: 'unknown', why: 'read' });
});

test('where not every execution was tried nothing is denied', () => {
  const compiled = asked(atEnd('a == 2'));
  if ('diagnostics' in compiled) throw new Error('it compiles');
  expect(answerWeak(compiled.program, ANSWER, { graphs: 3 })).toEqual({ answer: 'unknown', why: 'limit' });
});

test('the run leads there in the program itself, in which nobody reads for the question', () => {
  const found = answered(at(13, 'x == 0 && y == 1'));
  if (typeof found === 'string' || found.answer !== 'yes') throw new Error('it can be');
  const compiled = compile(STORES);
  if ('diagnostics' in compiled) throw new Error('it compiles');
  const runner = new Runner(compiled.program, { granularity: 'rc11' });
  const { length } = found.schedule.choices;
  expect(runner.open(found.schedule)).toEqual({ taken: length, complete: true });
  // It has stored, and stands before the load.
  expect(found.schedule.choices.at(-1)?.thread).toBe(2);
  expect(runner.snapshotAt(length as StepIndex).threads[2]).toMatchObject({
    picks: [{ text: 'read 1 (step 5), of one' }, { text: 'read 0 (start)' }],
  });
});
