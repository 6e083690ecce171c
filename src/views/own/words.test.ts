import { expect, test } from 'vitest';
import type { Diagnostic, ThreadId } from '../../engine';
import type { AskedQuery } from '../../session';
import { exploredWith } from '../interleavings/testing/explored';
import { problemsOf, queryWords, strip } from './words';

const wrong = (start: number, message: string, more: Partial<Diagnostic> = {}): Diagnostic => ({
  ...{ span: { file: 0, start, end: start + 1 }, message, hint: '', unsupported: false },
  ...more,
});

test('the first thing that is wrong by its place, whatever order they come in, and how many more there are', () => {
  const found = [wrong(9, 'b is not declared'), wrong(2, 'a is not declared', { hint: 'declare it' })];
  expect(problemsOf(found, 'ab;\ncd\nefghi')).toEqual({
    title: 'Does not compile',
    first: { place: 'line 1', text: 'a is not declared. declare it.', start: 2 },
    more: 'And 1 more.',
    fix: null,
  });
  expect(problemsOf([wrong(0, 'x', { unsupported: true })], 'x;').title).toBe('Not in the subset');
});

test('an address in place of a program is answered with how to bring the text in', () => {
  const { title, first } = problemsOf([wrong(0, 'https is not declared')], ' https://godbolt.org/z/abc123\n');
  expect(title).toBe('An address, not a program');
  expect(first.text).toContain('paste it in place of the address');
  expect(problemsOf([wrong(0, 'x')], '// https://godbolt.org/z/abc123\nint x;').title).toBe(
    'Does not compile',
  );
});

test('while it is tried the strip says what is known already', () => {
  const exploring = { phase: 'exploring', states: 12, transitions: 34 } as const;
  const bounded = { preemptions: 1, rounds: null };
  expect(strip(undefined, '').title).toBe('Trying every order');
  expect(strip(exploredWith(null, { ...exploring, bounded }), '')).toMatchObject({
    title: 'Trying every order',
    text: '12 states and 34 transitions so far. Nothing fails with 1 preemption or fewer. The other orders are still being tried.',
  });
  const met = { kind: 'deadlock', line: 3 } as never;
  expect(strip(exploredWith(null, { ...exploring, met }), '')).toMatchObject({
    tone: 'fail',
    title: 'Some interleavings end in a deadlock.',
  });
});

test('of a program that names weaker orders the strip says what C++ allows', () => {
  const judged = {
    verdict: 'clean',
    complete: true,
    counted: true,
    executions: 4,
    failing: 0,
    sequential: 3,
    graphs: 20,
    strengthened: false,
    failures: [],
  } as const;
  const race = {
    kind: 'data-race',
    line: 8,
    thread: 'main',
    text: 'Nothing orders it.',
    schedule: '.a',
    run: [],
  } as const;
  const words = (weak?: Parameters<typeof strip>[2]) => strip(exploredWith({}), '', weak);
  expect(words().title).toBe('No interleaving fails.');
  expect(words('asked')).toMatchObject({ tone: 'ready', title: 'Trying what the memory orders allow' });
  expect(words(judged)).toMatchObject({
    tone: 'pass',
    title: 'Nothing fails, with the memory orders as they are (RC11).',
  });
  expect(words({ ...judged, verdict: 'limit', complete: false }).tone).toBe('wait');
  expect(words('lost').tone).toBe('wait');
  const failing = words({ ...judged, verdict: 'data-race', failing: 1, failures: [race] });
  expect(failing).toMatchObject({
    tone: 'fail',
    title: 'The memory orders allow an execution that fails (RC11).',
  });
  expect(failing.text).toMatch(
    /^Data race\. Nothing orders it\. Sequential consistency allows 3 of these 4\. No interleaving fails where/,
  );
});

test('who reads from the console is told that nothing comes', () => {
  expect(strip(exploredWith({}), 'int n; std::cin >> n;').text).toContain('There is no input here');
  expect(strip(exploredWith({}), 'int n = 1;').text).not.toContain('input');
});

test('an answer never says more than was tried', () => {
  const words = (
    result: AskedQuery['result'],
    condition: string | null = null,
    weak: AskedQuery['weak'] = null,
  ) => {
    const query = { line: condition === null ? 7 : null, condition };
    return queryWords({ key: '', query, entry: 'main', result, weak });
  };
  expect(words('asked').title).toBe('Looking for an order in which line 7 is reached');
  expect(words({ answer: 'no', states: 1200 })).toMatchObject({
    tone: 'pass',
    title: 'There is no order in which line 7 is reached.',
    text: 'With sequentially consistent memory, as no weaker order is named, every one was tried: 1,200 states.',
  });
  expect(words({ answer: 'unknown', states: 9, limit: 'states' }, 'x == 1')).toMatchObject({
    tone: 'wait',
    title: 'No order in which `x == 1` holds at the end of main was found.',
  });
  const schedule = { granularity: 'sync', choices: [{ thread: 0 as ThreadId, pick: 0 }] } as const;
  expect(words({ answer: 'yes', schedule }).text).toContain('A run of 1 step leads there.');
  const no = { answer: 'no', states: 12 } as const;
  expect(words(no, 'x == 1', 'asked').title).toBe(
    'Looking for a run in which `x == 1` holds at the end of main',
  );
  expect(words(no, 'x == 1', { answer: 'yes', schedule })).toMatchObject({
    title: 'The memory orders allow a run in which `x == 1` holds at the end of main.',
    text: 'A run of 1 step leads there. The last of them does it. With sequentially consistent memory there is no such order: every one was tried: 12 states.',
  });
  expect(words(no, null, { answer: 'no', executions: 3 })).toMatchObject({
    tone: 'pass',
    title: 'There is no run in which line 7 is reached.',
  });
  for (const unknown of [
    'lost',
    { answer: 'unknown', why: 'read' },
    { answer: 'unknown', why: 'limit' },
  ] as const)
    expect(words(no, null, unknown)).toMatchObject({ tone: 'wait' });
  const stopped = { answer: 'unknown', states: 9, limit: 'states' } as const;
  expect(words(stopped, null, { answer: 'no', executions: 3 }).tone).toBe('wait');
  expect(words({ answer: 'refused', why: 'y is not declared' }).text).toBe('y is not declared.');
});
