import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import atomicAdd from './atomic-add.cpp?raw';
import atomicSteps from './atomic-steps.cpp?raw';
import before from './before.cpp?raw';
import landed from './landed.cpp?raw';
import lockTwice from './lock-twice.cpp?raw';
import { summary } from './summary.ts';

const story: readonly Beat[] = [
  {
    title: 'Two deposits',
    text: 'alice pays 10 into the account, and bob pays 20. There are 100 in it, so in the end there must be 130.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started alice and bob; neither has taken a step',
    claims: [
      { thread: 'alice', state: 'ready' },
      { thread: 'bob', state: 'ready' },
    ],
    lines: ['int seen = balance;', 'balance = seen + amount;'],
  },
  {
    title: 'alice has read, and not yet written',
    text: 'alice has read 100. She will write 110, whatever happens before she does.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'alice has read 100 and writes next; bob has not begun',
    claims: [
      { thread: 'alice', state: 'ready', line: 'balance = seen + amount;' },
      { thread: 'bob', state: 'ready' },
    ],
    question: {
      text: 'Which thread must run now, so that money is lost?',
      answer: 'bob',
      hint: 'What alice will write, she has read already.',
    },
  },
  {
    title: 'bob is done',
    text: 'bob has read 100 too, and has written 120. alice does not know of it.',
    variant: 'before',
    schedule: 'a3b2c3',
    goal: 'bob has written 120 and finished; alice writes next',
    claims: [
      { thread: 'alice', state: 'ready', line: 'balance = seen + amount;' },
      { thread: 'bob', state: 'finished' },
    ],
    lines: ['int seen = balance;'],
  },
  {
    title: 'The 20 are gone',
    text: 'alice writes 110 over the 120. Both did all they had to do, and the money of bob is lost.',
    variant: 'before',
    schedule: 'a3b2c3ba',
    goal: 'alice has written 110; main has joined both and found 110',
    claims: [
      { thread: 'main', state: 'crashed', line: 'assert(balance == 130);', finding: 'assertion-failure' },
    ],
  },
  {
    title: 'The fix: alone from read to write',
    text: 'A mutex lets one thread at a time go past this line. bob waits here until alice has written, so he reads 110 and writes 130.',
    variant: 'landed',
    schedule: 'a3b2c',
    goal: 'alice holds the lock; bob waits for it',
    claims: [{ thread: 'bob', state: 'blocked', line: 'alone(door)' }],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'To add is to read, to think and to write, and another thread can come between.',
  evidence: [],
  variants: variantsOf(summary, {
    before: { source: before, story },
    'atomic-steps': { source: atomicSteps },
    'lock-twice': { source: lockTwice },
    landed: { source: landed, cost: 'Whoever comes second waits.' },
    'atomic-add': {
      source: atomicAdd,
      cost: 'It works for one number; two numbers that belong together need a lock.',
    },
  }),
};
