import { expect, test } from 'vitest';
import { exploredWith } from '../interleavings/testing/explored';
import { verdictMark } from './verdict';

const beat = { title: '', text: '', schedule: '', goal: '' };
const story = [
  { ...beat, variant: 'before', claims: [{ thread: 'main', finding: 'null-dereference' }] },
  { ...beat, variant: 'landed', claims: [{ thread: 'main', state: 'ready' }] },
] as const;
const nothing = { failsHere: false, verdict: null };
const found = (reached: boolean, complete: boolean) =>
  exploredWith({ complete, findings: [{ reached }] }).verdict;

test('a variant fails if its story shows a failing run', () => {
  expect(verdictMark({ story }, 'before', nothing)).toBe('fails');
});

test('a variant fails if the run on the page has failed', () => {
  expect(verdictMark({ story }, 'landed', { ...nothing, failsHere: true })).toBe('fails');
});

test('a variant fails if a search found a failing run, complete or not', () => {
  expect(verdictMark({ story }, 'landed', { ...nothing, verdict: found(true, false) })).toBe('fails');
});

test('a variant passes only by a complete search without a failing run', () => {
  const of = (complete: boolean) => ({ ...nothing, verdict: exploredWith({ complete }).verdict });
  expect(verdictMark({ story }, 'landed', of(true))).toBe('passes');
  expect(verdictMark({ story }, 'landed', of(false))).toBe('bounded');
  expect(verdictMark({ story }, 'landed', { ...nothing, verdict: found(false, true) })).toBe('passes');
});

test('a variant of which nothing was shown is not explored, and never safe', () => {
  expect(verdictMark({ story }, 'landed', nothing)).toBe('unknown');
});
