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
    text: 'The account holds 100. alice deposits 10 and bob deposits 20, so it has to end up at 130.',
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
    title: 'alice has read but not written',
    text: 'alice has read 100 and has not written anything yet. What she has read is all she knows of the balance.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'alice has read 100 and writes next; bob has not begun',
    claims: [
      { thread: 'alice', state: 'ready', line: 'balance = seen + amount;' },
      { thread: 'bob', state: 'ready' },
    ],
    lines: ['int seen = balance;'],
    question: {
      text: 'Which thread must run now for money to be lost?',
      answer: 'bob',
      hint: 'alice will not read the balance again.',
    },
  },
  {
    title: 'bob is done',
    text: 'bob has read 100 as well and has written 120. alice does not know that. As balance is not atomic, their accesses are a data race too, of which the lesson after next tells.',
    variant: 'before',
    schedule: 'a3b2c3',
    goal: 'bob has written 120 and finished; alice writes next',
    claims: [
      { thread: 'alice', state: 'ready', line: 'balance = seen + amount;' },
      { thread: 'bob', state: 'finished' },
    ],
    lines: ['int seen = balance;'],
    predict: {
      kind: 'sight',
      text: 'What will alice write?',
      thread: 'alice',
      options: [
        { text: '110', sees: '110' },
        { text: '120', sees: '120' },
        { text: '130', sees: '130' },
      ],
      because: 'She adds to the balance that she has read, not to the one that is there now.',
    },
  },
  {
    title: 'The 20 is gone',
    text: 'alice overwrites 120 with 110. Both threads did their job, and bob’s money is lost.',
    variant: 'before',
    schedule: 'a3b2c3ba',
    goal: 'alice has written 110; main has joined both and found 110',
    claims: [
      { thread: 'main', state: 'crashed', line: 'assert(balance == 130);', finding: 'assertion-failure' },
    ],
    lines: ['int seen = balance;', 'balance = seen + amount;'],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Make the balance atomic', variant: 'atomic-steps' },
        { text: 'Hold one lock from the read to the write', variant: 'landed' },
        { text: 'Lock for the read, and again for the write', variant: 'lock-twice' },
      ],
      because: 'What must not come apart is the read and the write: each of them was never the problem.',
    },
  },
  {
    title: 'The fix: one lock from read to write',
    text: 'A mutex lets only one thread at a time past this line. bob waits here until alice has written, so he reads 110 and writes 130.',
    variant: 'landed',
    schedule: 'a3b2c',
    goal: 'alice holds the lock; bob waits for it',
    claims: [{ thread: 'bob', state: 'blocked', line: 'alone(door)' }],
    lines: ['std::mutex door;', 'alone(door)', 'int seen = balance;', 'balance = seen + amount;'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'Adding is a read followed by a write, and another thread can get in between.',
  evidence: [],
  variants: variantsOf(summary, {
    before: {
      sentence: 'Each thread reads the balance, then writes it back with its deposit added.',
      source: before,
      story,
    },
    'atomic-steps': {
      sentence: 'The balance is atomic, so each read and each write is safe on its own.',
      source: atomicSteps,
    },
    'lock-twice': { sentence: 'The lock is taken for the read, and again for the write.', source: lockTwice },
    landed: {
      sentence: 'The lock is held from the read to the write.',
      source: landed,
      cost: 'The second thread has to wait.',
    },
    'atomic-add': {
      sentence: 'The balance is atomic, and the addition is a single atomic operation.',
      source: atomicAdd,
      cost: 'It works for a single number; two numbers that must agree need a lock.',
    },
  }),
};
