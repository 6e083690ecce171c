import { expect, test } from 'vitest';
import type { Explored } from '../../session';
import { failWords } from '../parts/counts';
import { exploredWith } from './testing/explored';
import {
  chipOf,
  endWords,
  fewestOf,
  mayGoFurther,
  progressOf,
  scAlone,
  sharesOf,
  turnsOf,
  weakWords,
  whereWords,
  wordsOf,
} from './words';

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

test('where all of them fail, and all were counted, that is what is said: with every kind, the one that needs least first', () => {
  const count = { executions: 3, failing: 3, exact: true, transitions: 1, redundant: 0 };
  const all = { ...count, rounds: false, endless: false };
  const said = (verdict: object): string | undefined =>
    wordsOf(exploredWith({ ...failing, ...verdict })).answer?.text;
  const failures = [
    { kind: 'lost-wakeup', preemptions: 2, proven: true },
    { kind: 'data-race', preemptions: 0, proven: true },
  ];
  expect(said({ count: all })).toBe('Every interleaving ends in a null dereference.');
  expect(said({ count: all, failures })).toBe('Every interleaving ends in a data race or a lost wakeup.');
  expect(said({ count: { ...all, executions: 1, failing: 1 } })).toBe(
    'The only interleaving ends in a null dereference.',
  );
  for (const other of [
    { ...all, failing: 2 },
    { ...all, exact: false },
    { ...all, executions: 0, failing: 0 },
  ])
    expect(said({ count: other, failures })).toBe('Some interleavings end in a null dereference.');
});

test('of atomics only is said something where there are some', () => {
  expect(scAlone('#include <atomic>\nstd::atomic<int> x;')).toContain('All atomics');
  expect(scAlone('int x;')).toContain('No atomics');
});

test('several kinds of failure: what each takes, and the least of all', () => {
  const failures = [
    { kind: 'use-after-free', preemptions: 2, proven: true },
    { kind: 'double-free', preemptions: 1, proven: true },
  ];
  expect(text(exploredWith({ ...failing, failures }))).toContain(
    'There are 2 kinds of failure: a use after free with 2 preemptions, a double free with 1. 1 preemption is enough for one of them; with fewer nothing fails, proven.',
  );
});

test('one of several that needs no preemption says so, once', () => {
  const failures = [
    { kind: 'assertion-failure', preemptions: 1, proven: true },
    { kind: 'data-race', preemptions: 0, proven: true },
  ];
  const minimal = { preemptions: 0, proven: true };
  expect(text(exploredWith({ ...failing, minimal, failures }))).toMatch(
    /a failed assertion with 1 preemption, a data race without preemption\.$/,
  );
});

test('what was predicted and no order reaches is a note beside the verdict', () => {
  expect(text(exploredWith({ notes: [{ text: 'Opposite lock orders in lines 3 and 9.' }] }))).toBe(
    'complete No interleaving fails. Every one was covered: 119 states. Note: Opposite lock orders in lines 3 and 9.',
  );
});

test('a clean program', () => {
  expect(text(exploredWith({}))).toBe('complete No interleaving fails. Every one was covered: 119 states.');
});

test('where executions were counted, how many differ and how many fail', () => {
  const count = {
    executions: 43,
    failing: 21,
    exact: true,
    transitions: 1,
    redundant: 0,
    rounds: false,
    endless: false,
  };
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

test('rounds of a thread that only waits are left out, and what has no number gets none', () => {
  const count = { executions: 3, failing: 1, exact: true, rounds: true, transitions: 1, redundant: 0 };
  expect(
    text(exploredWith({ count: { ...count, executions: 0, failing: 0, exact: false, endless: false } })),
  ).not.toContain('distinct');
  const waiting = exploredWith({ ...failing, count: { ...count, endless: false } });
  expect(text(waiting)).toContain(
    '1 of 3 distinct interleavings fail. Rounds in which a thread only waits are not counted.',
  );
  const endless = exploredWith({
    ...failing,
    count: { ...count, exact: false, endless: true },
    executions: [],
  });
  expect(text(endless)).toContain(
    'Distinct interleavings cannot be counted: a thread may go round any number of times. 1 preemption',
  );
  expect(sharesOf(endless)).toBe('cannot be counted');
});

test('what was not covered is never called clean', () => {
  const bounded = exploredWith({ complete: false, limit: 'states' }, { states: 300_000 });
  expect(text(bounded)).toBe(
    'bounded: 300,000 states At its limit of states, after 300,000 states: not every interleaving was covered. No failing run among what was covered.',
  );
  expect(text(exploredWith(null, { phase: 'stopped', states: 12_345 }))).toBe(
    'bounded: 12,345 states Stopped at 12,345 states, before there was an answer.',
  );
});

test('a failing run that is known stays known, whatever the search came to', () => {
  const stopped = exploredWith(
    { ...failing, complete: false, limit: 'stopped', minimal: { preemptions: 2, proven: false } },
    { phase: 'stopped', states: 500 },
  );
  expect(text(stopped)).toBe(
    'bounded: 500 states Some interleavings end in a null dereference. Stopped at 500 states: not every interleaving was covered. 2 preemptions are enough; whether fewer are is not known.',
  );
});

test('while it explores, it counts', () => {
  const exploring = exploredWith(null, { phase: 'exploring', states: 1200, transitions: 3400 });
  expect(text(exploring)).toBe('exploring…');
  expect(progressOf(exploring)).toBe('1,200 states and 3,400 transitions so far.');
});

test('while it explores: what it has met, or within which bounds nothing fails', () => {
  const exploring = { phase: 'exploring', states: 9 } as const;
  const met = { kind: 'data-race', line: 12 } as Explored['met'];
  expect(text(exploredWith(null, { ...exploring, met }))).toBe(
    'exploring… Some interleavings end in a data race. Met in line 12; the simplest such run is still being looked for.',
  );
  const bounded = { preemptions: 1, rounds: null };
  expect(text(exploredWith(null, { ...exploring, bounded }))).toBe(
    'exploring… Nothing fails with 1 preemption or fewer. The other orders are still being tried.',
  );
});

test('of what is too large: why, and what to make smaller', () => {
  const explosion = { threads: 2, steps: 40, more: false, loops: [], words: [] };
  const why =
    '2 threads beside main take up to 40 steps each. Make the threads fewer: two or three show most bugs.';
  expect(text(exploredWith(null, { phase: 'exploring', explosion }))).toBe(`exploring… ${why}`);
  const bounded = exploredWith({ complete: false, limit: 'states', explosion }, { states: 300 });
  expect(text(bounded)).toContain(`No failing run among what was covered. ${why}`);
});

test('where a run came to a limit, the line', () => {
  const cut = exploredWith({ complete: false, limit: 'step', limitLine: 5 }, { states: 2 });
  expect(text(cut)).toContain('never lets others in (line 5), after 2 states: not every');
});

test('nothing is known of what was not explored, or failed to be', () => {
  expect(text(undefined)).toBe('not explored Explored as soon as nothing else is under way.');
  expect(wordsOf(undefined, false).lines).toEqual(['Explored as soon as the program compiles.']);
  expect(text(exploredWith(null, { phase: 'failed' }))).toContain('ended without an answer');
});

test('one may go on where more can be found out', () => {
  expect(mayGoFurther(exploredWith({}))).toBe(false);
  expect(mayGoFurther(exploredWith({ complete: false, limit: 'states' }))).toBe(true);
  expect(mayGoFurther(exploredWith({ complete: false, limit: 'states' }, { further: true }))).toBe(false);
  expect(mayGoFurther(exploredWith({ complete: false, limit: 'threads' }))).toBe(false);
  expect(mayGoFurther(exploredWith(null, { phase: 'stopped' }))).toBe(true);
});

const count = {
  executions: 45,
  failing: 21,
  exact: true,
  transitions: 1,
  redundant: 0,
  rounds: false,
  endless: false,
};
const run = (schedule: string, fails = false) => ({
  ...{ schedule, lines: [], preemptions: 0, events: [] },
  kind: fails ? ('null-dereference' as const) : null,
});

test('the header: how many of how many fail, complete or not, and what is enough', () => {
  const known = exploredWith({ ...failing, count });
  expect([sharesOf(known), chipOf(known).children, fewestOf(known.verdict)]).toEqual([
    '21 of 45 fail',
    'complete',
    '1 preemption is enough',
  ]);
  expect(sharesOf(exploredWith({ count: { ...count, failing: 0 } }))).toBe('none of 45 fails');
  expect(sharesOf(exploredWith({ count: { ...count, exact: false } }))).toBe('21 of the first 45 fail');
  expect(sharesOf(exploredWith({}))).toBe('');
  expect(fewestOf(exploredWith({}).verdict)).toBe('');
});

test('the verdict is there before the executions are counted', () => {
  const counting = exploredWith(failing, { phase: 'counting', states: 457 });
  expect(text(counting)).toBe(
    'complete Some interleavings end in a null dereference. Every interleaving was covered: 457 states. 1 preemption is enough, proven.',
  );
  expect(sharesOf(counting)).toBe('counting…');
});

test('a search that was stopped is bounded, by the runs it has met', () => {
  const stopped = exploredWith(
    { complete: false, limit: 'stopped', count: { ...count, executions: 87, exact: false } },
    { phase: 'stopped' },
  );
  expect(chipOf(stopped).children).toBe('bounded: 87 runs');
});

test('one is one', () => {
  expect([failWords(1, 1), failWords(0, 1), failWords(1, 3)]).toEqual([
    'the only one fails',
    'the only one does not fail',
    '1 of 3 fails',
  ]);
});

test('where the line stands among the executions', () => {
  const known = exploredWith({ count, executions: [run('ab'), run('ba', true), run('b')] });
  expect(whereWords(known, [1], 0)).toBe('this is run 1 of 3');
  expect(whereWords(known, [0, 1], null)).toBe('2 orders can follow; 1 of them fails');
  expect(whereWords(known, [], null)).toBe('this run is not among those listed');
  expect(whereWords(known, null, null)).toBe('');
});

test('a run in a table: who runs for how long, and how it ends', () => {
  const threads = [
    { id: 0, letter: 'M' },
    { id: 1, letter: 'B' },
  ] as unknown as Parameters<typeof turnsOf>[1];
  expect(turnsOf(run('a3b2ab'), threads)).toBe('M3 B2 M B');
  expect([endWords(run('a')), endWords(run('a', true))]).toEqual(['passes', 'null dereference']);
});

test('what weaker orders allow is said with how it fails, and no more than was tried', () => {
  const judged = {
    verdict: 'clean',
    complete: true,
    counted: true,
    executions: 4,
    failing: 0,
    sequential: 3,
    graphs: 20,
    strengthened: false,
    failures: [],
  } as const;
  expect(weakWords(judged).answer).toBe('No execution under RC11 fails: 4 executions');
  expect(weakWords({ ...judged, verdict: 'limit', complete: false, counted: false }).answer).toBe(
    'Nothing failed in at least 4 executions; the rest is unknown',
  );
  expect(weakWords({ ...judged, counted: false })).toMatchObject({
    answer: 'No execution under RC11 fails',
    lines: [expect.stringContaining('nothing but one atomic')],
  });
  const failure = {
    kind: 'data-race',
    line: 8,
    thread: 'main',
    text: 'Nothing orders it.',
    schedule: '.a',
    run: [],
  } as const;
  expect(weakWords({ ...judged, verdict: 'data-race', failing: 1, failures: [failure] })).toMatchObject({
    fails: true,
    answer: 'With these memory orders 1 of 4 executions fails',
    lines: ['Data race.', 'Nothing orders it.', 'Sequential consistency allows 3 of these 4.'],
  });
});
