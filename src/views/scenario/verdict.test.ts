import { expect, test } from 'vitest';
import type { Scenario } from '../../session';
import { markOf, verdictMark } from './verdict';

const beat = { title: '', text: '', schedule: '', goal: '' };
const story = [
  { ...beat, variant: 'before', claims: [{ thread: 'main', finding: 'null-dereference' }] },
  { ...beat, variant: 'landed', claims: [{ thread: 'main', state: 'ready' }] },
] as const;
const variants = [{ slug: 'before', story }] as unknown as Scenario['variants'];
const before = { slug: 'before' };
const landed = { slug: 'landed' };
const nothing = { failsHere: false, standing: null };
const standing = (fails: boolean, complete: boolean) => ({ fails, complete, count: null });

test('a variant fails if its story shows a failing run', () => {
  expect(verdictMark({ variants }, before, nothing)).toBe('fails');
});

test('a variant fails if the run on the page has failed', () => {
  expect(verdictMark({ variants }, landed, { ...nothing, failsHere: true })).toBe('fails');
});

test('a variant fails if a search found a failing run, complete or not', () => {
  expect(verdictMark({ variants }, landed, { ...nothing, standing: standing(true, false) })).toBe('fails');
});

test('a variant passes only by a complete search without a failing run', () => {
  const of = (complete: boolean) => ({ ...nothing, standing: standing(false, complete) });
  expect(verdictMark({ variants }, landed, of(true))).toBe('passes');
  expect(verdictMark({ variants }, landed, of(false))).toBe('bounded');
});

test('a variant that is safe at a price says so', () => {
  const costly = { ...landed, cost: 'Everybody waits.' };
  expect(verdictMark({ variants }, costly, { ...nothing, standing: standing(false, true) })).toBe('costs');
  expect(verdictMark({ variants }, costly, nothing)).toBe('unknown');
});

test('a variant of which nothing was shown is not explored, and never safe', () => {
  expect(verdictMark({ variants }, landed, nothing)).toBe('unknown');
});

test('without a story a search says it alone', () => {
  expect([standing(true, true), standing(false, true), standing(false, false), null].map(markOf)).toEqual([
    ...['fails', 'passes', 'bounded', 'unknown'],
  ]);
});
