import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import askTwice from './ask-twice.cpp?raw';
import before from './before.cpp?raw';
import exchange from './exchange.cpp?raw';
import landed from './landed.cpp?raw';
import lockToTake from './lock-to-take.cpp?raw';
import { summary } from './summary.ts';

const story: readonly Beat[] = [
  {
    title: 'One seat is left',
    text: 'anna and ben both want the last seat. Every variable is atomic, so there is no data race.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started anna and ben; neither has asked',
    claims: [
      { thread: 'anna', state: 'ready' },
      { thread: 'ben', state: 'ready' },
    ],
    lines: ['if (seats > 0)', 'seats--;'],
  },
  {
    title: 'anna has checked',
    text: 'There was a seat left when anna checked. She has not taken it yet.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'anna has read 1 and takes the seat next; ben has not begun',
    claims: [
      { thread: 'anna', state: 'ready', line: 'seats--;' },
      { thread: 'ben', state: 'ready' },
    ],
    lines: ['if (seats > 0)'],
    question: {
      text: 'Which thread must run now for the seat to be sold twice?',
      answer: 'ben',
      hint: 'anna will not check again.',
    },
  },
  {
    title: 'ben has the seat',
    text: 'ben has checked, got the same answer and taken the seat. What anna saw is no longer true.',
    variant: 'before',
    schedule: 'a3b2c4',
    goal: 'ben has sold the seat and finished; anna takes it next',
    claims: [
      { thread: 'anna', state: 'ready', line: 'seats--;' },
      { thread: 'ben', state: 'finished' },
    ],
    lines: ['if (seats > 0)'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because: 'anna is past her check, and nothing will make her check again.',
    },
  },
  {
    title: 'Sold twice',
    text: 'anna takes a seat that is no longer there. Each step was safe on its own; the check and the act had to be one.',
    variant: 'before',
    schedule: 'a3b2c4b2a',
    goal: 'anna has sold the seat again; main has found 2 sold',
    claims: [{ thread: 'main', state: 'crashed', line: 'assert(sold == 1);', finding: 'assertion-failure' }],
    lines: ['if (seats > 0)', 'seats--;'],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Check a second time', variant: 'ask-twice' },
        { text: 'Lock to take the seat', variant: 'lock-to-take' },
        { text: 'Lock to check and to take it', variant: 'landed' },
      ],
      because: 'Only where nobody can come between the check and the act is the answer still true.',
    },
  },
  {
    title: 'The fix: check and act under one lock',
    text: 'While anna holds the lock, ben cannot even check. When he does, the answer is no, and nobody can change it behind his back.',
    variant: 'landed',
    schedule: 'a3b2c',
    goal: 'anna holds the lock; ben waits for it',
    claims: [{ thread: 'ben', state: 'blocked', line: 'alone(counter)' }],
    lines: ['std::mutex counter;', 'alone(counter)', 'if (seats > 0)', 'seats--;'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'The check was true when it was made, and nothing kept it true until it was acted on.',
  evidence: [],
  variants: variantsOf(summary, {
    before: {
      sentence: 'Each operation is atomic, but the check and the act are two operations.',
      source: before,
      story,
    },
    'ask-twice': { sentence: 'The number of seats is checked twice, to be sure.', source: askTwice },
    'lock-to-take': {
      sentence: 'The seat is taken under a lock, but the check comes before it.',
      source: lockToTake,
    },
    landed: {
      sentence: 'One lock is held for both the check and the act.',
      source: landed,
      cost: 'One customer at a time.',
    },
    exchange: {
      sentence: 'compare_exchange takes the seat only if the number has not changed since it was read.',
      source: exchange,
      cost: 'It may have to retry.',
    },
  }),
};
