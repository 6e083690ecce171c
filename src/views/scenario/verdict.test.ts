import { expect, test } from 'vitest';
import { markOf } from './verdict';

const beat = { title: '', text: '', schedule: '', goal: '' };
const story = [
  { ...beat, variant: 'before', claims: [{ thread: 'main', finding: 'null-dereference' }] },
  { ...beat, variant: 'landed', claims: [{ thread: 'main', state: 'ready' }] },
] as const;

test('a variant fails if its story shows a failing run', () => {
  expect(markOf({ story }, 'before', false)).toBe('fails');
});

test('a variant fails if the run on the page has failed', () => {
  expect(markOf({ story }, 'landed', true)).toBe('fails');
});

test('a variant of which nothing was shown is not explored, and never safe', () => {
  expect(markOf({ story }, 'landed', false)).toBe('unknown');
});
