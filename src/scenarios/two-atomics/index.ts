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
    text: 'bank moves ten coins from the savings to the current account, and auditor counts both. Each account is atomic: there is no data race.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started bank and auditor; neither has taken a step',
    claims: [
      { thread: 'bank', state: 'ready' },
      { thread: 'auditor', state: 'ready' },
    ],
    lines: ['savings -= 10;', 'current += 10;'],
  },
  {
    title: 'On their way',
    text: 'bank has taken ten coins out of the savings. For this one moment they are nowhere.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'bank has subtracted and adds next; auditor has not begun',
    claims: [
      { thread: 'bank', state: 'ready', line: 'current += 10;' },
      { thread: 'auditor', state: 'ready' },
    ],
    lines: ['savings -= 10;'],
    question: {
      text: 'Which thread must run now, so that coins are missing?',
      answer: 'auditor',
      hint: 'Who looks now sees them in neither account.',
    },
  },
  {
    title: 'No coins at all',
    text: 'auditor has read 0 in the savings and 0 in the current account. Both were right when he read them.',
    variant: 'before',
    schedule: 'a3b2c3',
    goal: 'auditor has counted 0',
    claims: [
      { thread: 'bank', state: 'ready', line: 'current += 10;' },
      { thread: 'auditor', state: 'crashed', line: 'assert(all == 10);', finding: 'assertion-failure' },
    ],
    lines: ['int all = savings;', 'all += current;'],
  },
  {
    title: 'The fix: what belongs together is locked together',
    text: 'While bank moves the coins, auditor waits. He can see what was before or what is after, and nothing between.',
    variant: 'landed',
    schedule: 'a3b2c',
    goal: 'bank holds vault; auditor waits for it',
    claims: [{ thread: 'auditor', state: 'blocked' }],
    lines: ['std::mutex vault;', 'savings -= 10;'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'Each number was safe by itself; what had to stay true was said of both.',
  evidence: [],
  variants: variantsOf(summary, {
    before: { source: before, story },
    'other-order': { source: otherOrder },
    'lock-to-move': { source: lockToMove },
    'read-twice': { source: readTwice },
    landed: { source: landed, cost: 'Who counts waits for who moves.' },
    'one-number': { source: oneNumber, cost: 'It does where one number says it all.' },
  }),
};
