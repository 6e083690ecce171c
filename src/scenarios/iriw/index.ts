import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import acquireFences from './acquire-fences.cpp?raw';
import before from './before.cpp?raw';
import fences from './fences.cpp?raw';
import landed from './landed.cpp?raw';
import relaxed from './relaxed.cpp?raw';
import seqCstStores from './seq-cst-stores.cpp?raw';
import { summary } from './summary.ts';

const story: readonly Beat[] = [
  {
    title: 'Which came first?',
    text: 'ann writes x and ben writes y. cleo reads x and then y, dora reads y and then x: each may find that one of the writes came first.',
    variant: 'before',
    schedule: '.a5',
    goal: 'main has started ann, ben, cleo and dora; none has taken a step',
    claims: [
      { thread: 'cleo', state: 'ready' },
      { thread: 'dora', state: 'ready' },
    ],
    lines: ['void write_x()', 'void write_y()', 'x_first = seen_x', 'y_first = seen_y'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because: 'It is the one in which the readers disagree.',
    },
  },
  {
    title: 'cleo has seen x',
    text: 'Both writes are done, and cleo has read the new x. Nothing says that the write of y is older or newer, so that its next load may read either value of y.',
    variant: 'before',
    schedule: '.a5b2c2d2',
    goal: 'ann and ben have stored, cleo has loaded x: 1 and loads y next',
    claims: [
      { thread: 'cleo', state: 'ready' },
      { thread: 'dora', state: 'ready' },
    ],
    lines: ['void write_x()', 'void write_y()', 'x_first = seen_x'],
    question: {
      text: 'For cleo x has to come first. Which step keeps that possible?',
      answer: 'cleo',
      hint: 'cleo says that x came first if it still sees the old y.',
    },
  },
  {
    title: 'They disagree',
    text: 'cleo has seen x and not yet y, dora has seen y and not yet x. For cleo x was written first, and for dora y: with release and acquire there need not be one order of the two writes.',
    variant: 'before',
    schedule: '.a5b2c2d2d-1e2e-1a4',
    goal: 'cleo has loaded x: 1, y: 0, dora has loaded y: 1, x: 0, main has joined all; the assertion fails',
    claims: [{ thread: 'main', state: 'crashed', finding: 'assertion-failure' }],
    lines: ['x_first = seen_x', 'y_first = seen_y'],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Make the stores seq_cst', variant: 'seq-cst-stores' },
        { text: 'Put acquire fences between the loads', variant: 'acquire-fences' },
        { text: 'Make all of them seq_cst', variant: 'landed' },
      ],
      because:
        'The two readers agree on an order only where their loads stand in the one order of all seq_cst operations, or a seq_cst fence stands between them.',
    },
  },
  {
    title: 'The fix: one order of all writes',
    text: 'All operations are seq_cst, and so they stand in one order. cleo has seen x without y, so x came first: dora, who has seen y, cannot but see x as well.',
    variant: 'landed',
    schedule: '.a5b2c2d2d-1e3',
    goal: 'cleo has loaded x: 1, y: 0, dora has loaded y: 1, x: 1',
    claims: [
      { thread: 'dora', state: 'finished' },
      { thread: 'cleo', state: 'finished' },
    ],
    lines: ['void write_x()', 'void write_y()'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'Release and acquire make no single order of writes to different locations.',
  evidence: [],
  hardware: {
    x86: 'It cannot show this: all other cores see the stores of each in one order, and loads are kept in order. Of the relaxed program a compiler may still swap the loads of a reader.',
    arm: 'Armv8 is multi-copy atomic: a store is seen by all other cores at once, so that with acquire loads, or fences between them, nobody disagrees. With relaxed loads a core may swap the two.',
    power:
      'It is not multi-copy atomic: a store may be seen by one core earlier than by another, and release and acquire (lwsync, isync) allow this. Only sync between the loads forbids it.',
  },
  variants: variantsOf(summary, {
    before: { sentence: 'The stores are release and the loads acquire.', source: before, story },
    relaxed: { sentence: 'The stores and the loads are relaxed.', source: relaxed },
    'acquire-fences': {
      sentence: 'The loads are relaxed, with an acquire fence between them.',
      source: acquireFences,
    },
    'seq-cst-stores': {
      sentence: 'The stores are seq_cst, and the loads stay acquire.',
      source: seqCstStores,
    },
    landed: {
      sentence: 'All stores and all loads are seq_cst.',
      source: landed,
      cost: 'On POWER every such load takes a full barrier; on x86 every such store is a locked exchange.',
    },
    fences: {
      sentence: 'Everything is relaxed, with a seq_cst fence between the two loads of each reader.',
      source: fences,
      cost: 'A full barrier in each reader, on every processor.',
    },
  }),
};
