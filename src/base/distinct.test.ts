import { expect, test } from 'vitest';
import { distinctBy } from './distinct';

test('of each key the first is kept, in order', () => {
  const first = (word: string): string => word.slice(0, 1);
  expect(distinctBy(['bee', 'ant', 'ape', 'bat', 'cat'], first)).toEqual(['bee', 'ant', 'cat']);
  expect(distinctBy([], first)).toEqual([]);
});
