import { expect, test } from 'vitest';
import { scenarios } from '../../scenarios/all';
import { exploredWith } from '../interleavings/testing/explored';
import { factsOf, failingShare, finds, headline, readOf, threadsOf, variantsWords } from './card';

test('threads are main and the variables of the text, each with a letter of its own', () => {
  const source = '  std::thread bucket_del([&] {});\n  std::jthread worker{f};\n  std::thread writer(g);';
  expect(threadsOf(source).map(({ id, name, letter }) => `${id} ${name} ${letter}`)).toEqual([
    '0 main M',
    '1 bucket_del B',
    '2 worker W',
    '3 writer W2',
  ]);
});

test('what was not measured has no number', () => {
  const native = {
    runs: 200,
    failures: { before: { plain: 1, tsan: 0, asan: 0 }, landed: { plain: 0, tsan: 0, asan: 0 } },
  } as unknown as (typeof scenarios)[number]['native'];
  expect(factsOf({ native }, 'before', undefined).map(({ value, rest }) => [value, rest])).toEqual([
    [null, 'not measured'],
    [null, 'not measured'],
    ['0', 'of 200 real runs'],
  ]);
  expect(factsOf({ native: { ...native, runs: 0 } }, 'before', undefined)[2].value).toBeNull();
});

test('executions are being counted while they are', () => {
  const [{ native }] = scenarios;
  const [fails] = factsOf({ native }, 'before', exploredWith({}, { phase: 'counting' }));
  expect(fails).toEqual({ term: 'fails in', value: null, rest: 'counting…' });
});

test('preemptions are counted by the explorer, once it has', () => {
  const [{ native }] = scenarios;
  const needs = (preemptions: number, proven: boolean) => {
    const { value, rest } = factsOf(
      { native },
      'before',
      exploredWith({ minimal: { preemptions, proven } }),
    )[1];
    return `${value} ${rest}`;
  };
  expect(needs(1, true)).toBe('1 preemption');
  expect(needs(2, true)).toBe('2 preemptions');
  expect(needs(2, false)).toBe('2 preemptions at most');
  expect(factsOf({ native }, 'before', exploredWith({ minimal: null }))[1].value).toBeNull();
});

test('the bar shows the failing share, once all were counted', () => {
  const counted = (exact: boolean) =>
    exploredWith({
      count: {
        executions: 8,
        failing: 2,
        exact,
        transitions: 9,
        redundant: 0,
        rounds: false,
        endless: false,
      },
    });
  expect(failingShare(counted(true))).toBe(0.25);
  expect(failingShare(counted(false))).toBe(0);
  expect(failingShare(undefined)).toBe(0);
});

test('a scenario is found by bug, lock, thread and function', () => {
  const [scenario] = scenarios;
  for (const query of ['mb-38521', 'connsLock', 'bucket_del', 'closeallstreams worker', ''])
    expect(finds(scenario, query), query).toBe(true);
  expect(finds(scenario, 'spinlock_of_doom')).toBe(false);
});

test('what was read is counted over all stories, what was solved over all variants', () => {
  const story = (parts: number) => Array(parts).fill({}) as never;
  const scenario = {
    id: 'mb-38521' as const,
    variants: [
      { slug: 'before', story: story(5) },
      { slug: 'landed' },
      { slug: 'null-check', story: story(3) },
    ] as never,
  };
  expect(readOf(scenario, {})).toEqual({ read: 0, parts: 8 });
  expect(readOf(scenario, { 'mb-38521/before': 1, 'mb-38521/null-check': 9, 'demo/before': 4 })).toEqual({
    read: 5,
    parts: 8,
  });
  expect(variantsWords(scenario, {})).toBe('3 variants');
  expect(variantsWords(scenario, { 'mb-38521/before': 0, 'mb-38521/landed': 'safe' })).toBe(
    '3 variants, 2 solved',
  );
});

test('the headline counts', () => {
  expect([1, 5, 12].map(headline)).toEqual([
    'One real bug, step by step',
    'Five real bugs, step by step',
    '12 real bugs, step by step',
  ]);
});
