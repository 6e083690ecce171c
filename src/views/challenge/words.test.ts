import { expect, test } from 'vitest';
import { exploredWith } from '../interleavings/testing/explored';
import { type Attempt, challengeWords } from './words';

const nothing: Attempt = {
  challenge: 'on',
  preemptions: 0,
  steps: 0,
  broken: null,
  status: 'running',
  explored: undefined,
  memory: 'sc',
  standing: null,
  best: undefined,
};
const finding = { kind: 'null-dereference', step: 27 } as NonNullable<Attempt['broken']>['finding'];
const brokenWith = (preemptions: number) => ({ finding, preemptions });
const par = (preemptions: number, proven = true) => exploredWith({ minimal: { preemptions, proven } });
const count = {
  executions: 4,
  failing: 0,
  exact: true,
  transitions: 20,
  redundant: 0,
  rounds: false,
  endless: false,
};

test('at the start it says what to do; the par, which tells that it can fail, stands there once it has failed', () => {
  expect(challengeWords(nothing)).toMatchObject({ tone: null, title: 'Make it fail' });
  expect(challengeWords(nothing).facts).toEqual(['You: 0 preemptions, 0 steps']);
  const facts = (attempt: Partial<Attempt>) => challengeWords({ ...nothing, ...attempt }).facts;
  expect(facts({ explored: par(1), preemptions: 1, steps: 2, best: 3 })).toEqual([
    'Par: 1 preemption',
    'You: 1 preemption, 2 steps',
    'Your best: 3 preemptions',
  ]);
  expect(facts({ explored: par(1) })).toEqual(['You: 0 preemptions, 0 steps']);
  expect(facts({ explored: par(2, false), best: 3 })[0]).toBe('Par: 2 preemptions at most');
  expect(facts({ broken: brokenWith(1), explored: par(1) })[0]).toBe('Par: 1 preemption');
  expect(facts({ broken: brokenWith(1) })[0]).toBe('Par: the explorer is still looking');
  expect(facts({ explored: exploredWith({}), best: 'safe' })).toEqual(['You: 0 preemptions, 0 steps']);
});

test('a broken run is told against par', () => {
  const text = (preemptions: number, explored: Attempt['explored']) =>
    challengeWords({ ...nothing, broken: brokenWith(preemptions), explored }).text;
  expect(text(1, par(1))).toBe(
    'Null dereference at step 27, with 1 preemption. That is par: with fewer nothing fails.',
  );
  expect(text(2, par(1))).toMatch(/with 2 preemptions\. Par is 1: try with fewer\.$/);
  expect(text(1, par(2, false))).toMatch(/The explorer knew of none with fewer than 2\.$/);
  expect(text(1, undefined)).toMatch(/still looking for the fewest\.$/);
});

test('a run that ended well is no defeat', () => {
  expect(challengeWords({ ...nothing, steps: 9, status: 'finished' }).title).toBe('It went well this time');
});

test('that it cannot fail is for the explorer to say', () => {
  const claimed = (explored: Attempt['explored']) => {
    const { title, text } = challengeWords({ ...nothing, challenge: 'claimed', explored });
    return `${title}: ${text}`;
  };
  expect(claimed(exploredWith({ count }))).toBe(
    'Right, it cannot fail: All 4 interleavings were tried: none fails.',
  );
  expect(claimed(exploredWith({}))).toMatch(/All interleavings were tried \(119 states\): none fails/);
  expect(claimed(exploredWith({ notes: [{ text: 'Opposite lock orders in lines 3 and 9.' }] }))).toMatch(
    /none fails\. Note: Opposite lock orders in lines 3 and 9\./,
  );
  expect(claimed(exploredWith({ findings: [{ reached: true }], minimal: { preemptions: 1 } }))).toBe(
    'It can: Par is 1. Try again.',
  );
  expect(claimed(undefined)).toBe('Nobody knows yet: The explorer is still looking.');
  expect(claimed(exploredWith({ complete: false }))).toMatch(/did not get to the end/);
});
