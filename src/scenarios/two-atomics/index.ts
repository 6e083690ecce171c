import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import before from './before.cpp?raw';
import landed from './landed.cpp?raw';
import lockToMove from './lock-to-move.cpp?raw';
import oneNumber from './one-number.cpp?raw';
import otherOrder from './other-order.cpp?raw';
import readTwice from './read-twice.cpp?raw';
import { summary } from './summary.ts';

const story: readonly Beat[] = [
  {
    title: 'Ten coins',
    text: 'bank moves ten coins from savings to the current account, and auditor adds up both. Each balance is atomic, so there is no data race.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started bank and auditor; neither has taken a step',
    claims: [
      { thread: 'bank', state: 'ready' },
      { thread: 'auditor', state: 'ready' },
    ],
    lines: ['savings -= 10;', 'current += 10;'],
    predict: {
      kind: 'fate',
      text: 'Each balance is atomic. How can it end from here?',
      because: 'It depends on whether auditor reads between the two operations of bank.',
    },
  },
  {
    title: 'In transit',
    text: 'bank has taken ten coins out of savings. For a moment they are in neither account.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'bank has subtracted and adds next; auditor has not begun',
    claims: [
      { thread: 'bank', state: 'ready', line: 'current += 10;' },
      { thread: 'auditor', state: 'ready' },
    ],
    lines: ['savings -= 10;'],
    question: {
      text: 'Which thread must run now for coins to be missing?',
      answer: 'auditor',
      hint: 'A thread that looks now finds them in neither account.',
    },
  },
  {
    title: 'No coins at all',
    text: 'auditor has read 0 from savings and 0 from the current account. Each was correct when it was read.',
    variant: 'before',
    schedule: 'a3b2c3',
    goal: 'auditor has counted 0',
    claims: [
      { thread: 'bank', state: 'ready', line: 'current += 10;' },
      { thread: 'auditor', state: 'crashed', line: 'assert(all == 10);', finding: 'assertion-failure' },
    ],
    lines: ['int all = savings;', 'all += current;'],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Add the coins before they are taken away', variant: 'other-order' },
        { text: 'Lock to move the coins', variant: 'lock-to-move' },
        { text: 'Count until two totals agree', variant: 'read-twice' },
        { text: 'Lock to move and to count', variant: 'landed' },
      ],
      because: 'Two numbers that belong together have to be changed and read together.',
    },
  },
  {
    title: 'The fix: one lock for both numbers',
    text: 'While bank moves the coins, auditor waits. It can see the state before or the state after, and nothing in between.',
    variant: 'landed',
    schedule: 'a3b2c',
    goal: 'bank holds vault; auditor waits for it',
    claims: [{ thread: 'auditor', state: 'blocked' }],
    lines: ['std::mutex vault;', 'savings -= 10;'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'Each number was safe on its own, but the invariant was about both.',
  evidence: [],
  variants: variantsOf(summary, {
    before: { sentence: 'Two atomic numbers are changed one after the other.', source: before, story },
    'other-order': { sentence: 'The coins are added before they are taken away.', source: otherOrder },
    'lock-to-move': {
      sentence: 'The bank takes a lock to move coins; the auditor does not take it.',
      source: lockToMove,
    },
    'read-twice': { sentence: 'The auditor counts until it gets the same total twice.', source: readTwice },
    landed: {
      sentence: 'One lock is held both to move coins and to count them.',
      source: landed,
      cost: 'The auditor has to wait for every transfer.',
    },
    'one-number': {
      sentence: 'One atomic number is kept, and the other is derived from it.',
      source: oneNumber,
      cost: 'It works only because one number determines the other.',
    },
  }),
};
