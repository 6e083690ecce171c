import { expect, test } from 'vitest';
import type { Scenario } from '../../session';
import { exploredWith } from '../interleavings/testing/explored';
import { verdictMark } from './verdict';

const beat = { title: '', text: '', schedule: '', goal: '' };
const story = [
  { ...beat, variant: 'before', claims: [{ thread: 'main', finding: 'null-dereference' }] },
  { ...beat, variant: 'landed', claims: [{ thread: 'main', state: 'ready' }] },
] as const;
const variants = [{ slug: 'before', story }] as unknown as Scenario['variants'];
const before = { slug: 'before' };
const landed = { slug: 'landed' };
const nothing = { failsHere: false, verdict: null };
const found = (reached: boolean, complete: boolean) =>
  exploredWith({ complete, findings: [{ reached }] }).verdict;

test('a variant fails if its story shows a failing run', () => {
  expect(verdictMark({ variants }, before, nothing)).toBe('fails');
});

test('a variant fails if the run on the page has failed', () => {
  expect(verdictMark({ variants }, landed, { ...nothing, failsHere: true })).toBe('fails');
});

test('a variant fails if a search found a failing run, complete or not', () => {
  expect(verdictMark({ variants }, landed, { ...nothing, verdict: found(true, false) })).toBe('fails');
});

test('a variant passes only by a complete search without a failing run', () => {
  const of = (complete: boolean) => ({ ...nothing, verdict: exploredWith({ complete }).verdict });
  expect(verdictMark({ variants }, landed, of(true))).toBe('passes');
  expect(verdictMark({ variants }, landed, of(false))).toBe('bounded');
});

test('a variant that is safe at a price says so; a prediction that no order reaches costs nothing', () => {
  const clean = { ...nothing, verdict: exploredWith({}).verdict };
  expect(verdictMark({ variants }, { ...landed, cost: 'Everybody waits.' }, clean)).toBe('costs');
  const { verdict } = exploredWith({ notes: [{ kind: 'lock-order-inversion', reached: false }] });
  expect(verdictMark({ variants }, landed, { ...nothing, verdict })).toBe('passes');
  expect(verdictMark({ variants }, { ...landed, cost: 'Slow.' }, nothing)).toBe('unknown');
});

test('a variant of which nothing was shown is not explored, and never safe', () => {
  expect(verdictMark({ variants }, landed, nothing)).toBe('unknown');
});
