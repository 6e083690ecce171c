import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import acqRelFences from './acq-rel-fences.cpp?raw';
import before from './before.cpp?raw';
import exchange from './exchange.cpp?raw';
import fences from './fences.cpp?raw';
import landed from './landed.cpp?raw';
import oneFence from './one-fence.cpp?raw';
import relaxed from './relaxed.cpp?raw';
import seqCstStores from './seq-cst-stores.cpp?raw';
import { summary } from './summary.ts';

const story: readonly Beat[] = [
  {
    title: 'May I enter?',
    text: 'alice and bob each set a flag of their own and then look at that of the other. Who sees no flag enters, and at most one of them should.',
    variant: 'before',
    schedule: '.a3',
    goal: 'main has started alice and bob; neither has taken a step',
    claims: [
      { thread: 'alice', state: 'ready' },
      { thread: 'bob', state: 'ready' },
    ],
    lines: ['a_wants.store(', 'if (!b_wants.load(', 'b_wants.store(', 'if (!a_wants.load('],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because: 'It is the one in which both loads read what was there at the start.',
    },
  },
  {
    title: 'Both flags are set',
    text: 'alice and bob have both stored true. Acquire and release order nothing between a store and a later load of another location.',
    variant: 'before',
    schedule: '.a3b2c2',
    goal: 'both have stored their flags, and load that of the other next',
    claims: [
      { thread: 'alice', state: 'ready', line: 'if (!b_wants.load(' },
      { thread: 'bob', state: 'ready', line: 'if (!a_wants.load(' },
    ],
    lines: ['a_wants.store(', 'b_wants.store('],
    question: {
      text: 'Each load may read either store. Which step keeps it possible that both enter?',
      answer: 'bob',
      hint: 'Who reads true does not enter.',
    },
  },
  {
    title: 'Both have entered',
    text: 'bob has read false though alice stored true before, and so has alice of bob. Both write the same variable, which is a data race.',
    variant: 'before',
    schedule: '.a3b2c2c-1b-1',
    goal: 'bob has loaded a_wants: false, alice has loaded b_wants: false; the race is found',
    claims: [
      { thread: 'alice', state: 'finished', finding: 'data-race' },
      { thread: 'bob', state: 'finished' },
    ],
    lines: ['if (!b_wants.load(', 'if (!a_wants.load('],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Make both stores seq_cst', variant: 'seq-cst-stores' },
        { text: 'Exchange with acq_rel', variant: 'exchange' },
        { text: 'Put acq_rel fences between', variant: 'acq-rel-fences' },
        { text: 'Make all four seq_cst', variant: 'landed' },
      ],
      because:
        'An order that both threads agree on needs seq_cst on both sides: in the operations themselves, or in fences between them.',
    },
  },
  {
    title: 'An exchange is not enough',
    text: 'An exchange with acq_rel still lets a later load of another location read what is older. On x86 it would do, as every exchange is a full barrier there, but C++ does not promise it.',
    variant: 'exchange',
    schedule: '.a3b2c2c-1b-1',
    goal: 'both have exchanged, and both have loaded false; the race is found',
    claims: [{ thread: 'alice', state: 'finished', finding: 'data-race' }],
    lines: ['a_wants.exchange(', 'b_wants.exchange('],
    aside: true,
  },
  {
    title: 'The fix: one order of all',
    text: 'With seq_cst the four operations stand in one order. Whichever store comes second in it, the load behind it reads the first: here both read true, and nobody enters.',
    variant: 'landed',
    schedule: '.a3b2c2cb',
    goal: 'both have stored, and both have loaded true',
    claims: [
      { thread: 'alice', state: 'finished' },
      { thread: 'bob', state: 'finished' },
    ],
    lines: ['a_wants.store(', 'if (!b_wants.load(', 'b_wants.store(', 'if (!a_wants.load('],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'Release and acquire keep no store in front of a later load of another location.',
  evidence: [],
  hardware: {
    x86: 'This is the one reordering that it has: a store waits in the store buffer of its core while the next load is done. A seq_cst store is a locked exchange, which empties the buffer.',
    arm: 'With relaxed operations both can read false. Acquire loads are usually compiled to ldar, which is not done before an earlier stlr, so that this program cannot fail; compiled to ldapr it can.',
  },
  variants: variantsOf(summary, {
    before: { sentence: 'The flags are stored release and loaded acquire.', source: before, story },
    relaxed: { sentence: 'The flags are stored and loaded relaxed.', source: relaxed },
    exchange: {
      sentence:
        'The store is an exchange with acq_rel. On x86 that would do, as every exchange is a full barrier there.',
      source: exchange,
    },
    'seq-cst-stores': {
      sentence: 'The stores are seq_cst, and the loads stay acquire.',
      source: seqCstStores,
    },
    'acq-rel-fences': {
      sentence: 'Everything is relaxed, with an acq_rel fence between store and load.',
      source: acqRelFences,
    },
    'one-fence': {
      sentence: 'alice has a seq_cst fence between store and load, and bob has none.',
      source: oneFence,
    },
    landed: {
      sentence: 'All four operations are seq_cst.',
      source: landed,
      cost: 'Each thread waits behind its store until all others can see it.',
    },
    fences: {
      sentence: 'Everything is relaxed, with a seq_cst fence between store and load in both threads.',
      source: fences,
      cost: 'The fence orders everything around it, and costs as much as the seq_cst store.',
    },
  }),
};
