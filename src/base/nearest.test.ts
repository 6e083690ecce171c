import { expect, test } from 'vitest';
import { nearest } from './nearest';

test('a word is found by most of its letters; of two that are as near, the first', () => {
  expect(nearest('nul-chek', ['before', 'null-check', 'closed-flag'])).toBe('null-check');
  expect(nearest('Landed', ['before', 'landed'])).toBe('landed');
  expect(nearest('abcd', ['abce', 'abcf'])).toBe('abce');
});

test('a word that is like none of them is none of them', () => {
  expect(nearest('nonsense', ['before', 'landed', 'null-check'])).toBeUndefined();
  expect(nearest('x', ['ab', 'cd'])).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});
