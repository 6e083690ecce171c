import { expect, test } from 'vitest';
import { nearest } from './nearest';

test('a word is found by most of its letters; of two that are as near, the first', () => {
  expect(nearest('nul-chek', ['before', 'null-check', 'closed-flag'])).toBe('null-check');
  expect(nearest('Landed', ['before', 'landed'])).toBe('landed');
  expect(nearest('x', ['ab', 'cd'])).toBe('ab');
  expect(nearest('x', [])).toBeUndefined();
});
