import { expect, test } from 'vitest';
import type { Explored } from '../../session/state';
import { exploredWith } from './testing/explored';
import { chipOf, mayGoFurther, progressOf, wordsOf } from './words';

const failing = {
  kind: 'null-dereference',
  states: 457,
  findings: [{ kind: 'null-dereference', reached: true }],
  minimal: { preemptions: 1, proven: true },
} as const;
const text = (explored: Explored | undefined): string => {
  const { answer, lines } = wordsOf(explored);
  return [chipOf(explored).children, answer?.text, ...lines].filter(Boolean).join(' ');
};

test('a failing program: how, how much was covered, and what it takes', () => {
  expect(text(exploredWith(failing, { states: 457 }))).toBe(
    'complete Some interleavings end in a null dereference. Every interleaving was covered: 457 states. 1 preemption is enough, proven.',
  );
});

test('a clean program', () => {
  expect(text(exploredWith({}))).toBe('complete No interleaving fails. Every one was covered: 119 states.');
});

test('where executions were counted, how many differ and how many fail', () => {
  const count = { executions: 43, failing: 21, exact: true, transitions: 1, redundant: 0 };
  expect(text(exploredWith({ ...failing, count }, { states: 457 }))).toContain(
    '457 states. 21 of 43 distinct interleavings fail.',
  );
  expect(text(exploredWith({ count: { ...count, executions: 4, failing: 0 } }))).toContain(
    'There are 4 distinct interleavings.',
  );
  expect(text(exploredWith({ ...failing, count: { ...count, exact: false } }))).toContain(
    '21 of at least 43 distinct interleavings fail.',
  );
});

test('what was not covered is never called clean', () => {
  const bounded = exploredWith({ complete: false, limit: 'states' }, { states: 300_000 });
  expect(text(bounded)).toBe(
    'bounded At its limit of states, after 300,000 states: not every interleaving was covered. No failing run among what was covered.',
  );
  expect(text(exploredWith(null, { phase: 'stopped', states: 12_345 }))).toBe(
    'bounded Stopped at 12,345 states, before there was an answer.',
  );
});

test('a failing run that is known stays known, whatever the search came to', () => {
  const stopped = exploredWith(
    { ...failing, complete: false, limit: 'stopped', minimal: { preemptions: 2, proven: false } },
    { phase: 'stopped', states: 500 },
  );
  expect(text(stopped)).toBe(
    'bounded Some interleavings end in a null dereference. Stopped at 500 states: not every interleaving was covered. 2 preemptions are enough; whether fewer are is not known.',
  );
});

test('while it explores, it counts', () => {
  const exploring = exploredWith(null, { phase: 'exploring', states: 1200, transitions: 3400 });
  expect(text(exploring)).toBe('exploring…');
  expect(progressOf(exploring)).toBe('1,200 states and 3,400 transitions so far.');
});

test('nothing is known of what was not explored, or failed to be', () => {
  expect(text(undefined)).toBe('not explored Explored as soon as nothing else is under way.');
  expect(text(exploredWith(null, { phase: 'failed' }))).toContain('ended without an answer');
});

test('one may go on where more can be found out', () => {
  expect(mayGoFurther(exploredWith({}))).toBe(false);
  expect(mayGoFurther(exploredWith({ complete: false, limit: 'states' }))).toBe(true);
  expect(mayGoFurther(exploredWith({ complete: false, limit: 'states' }, { further: true }))).toBe(false);
  expect(mayGoFurther(exploredWith({ complete: false, limit: 'threads' }))).toBe(false);
  expect(mayGoFurther(exploredWith(null, { phase: 'stopped' }))).toBe(true);
});
