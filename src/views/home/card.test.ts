import { expect, test } from 'vitest';
import { scenarios } from '../../scenarios/all';
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

test('a card has the figures that are the same for everybody', () => {
  const figures = { executions: 8, failing: 2, preemptions: 1, tsan: 0, runs: 200 };
  expect(factsOf({ figures }).map(({ term, value, rest }) => `${term} ${value} ${rest}`)).toEqual([
    'fails in 2 of 8 interleavings',
    'needs 1 preemption',
    'TSan found it in 0 of 200 real runs',
  ]);
  expect(failingShare({ figures })).toBe(0.25);
});

test('a scenario is found by bug, lock, thread and function', () => {
  const [, scenario] = scenarios;
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
