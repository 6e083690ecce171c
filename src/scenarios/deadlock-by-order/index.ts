import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import before from './before.cpp?raw';
import bothAtOnce from './both-at-once.cpp?raw';
import landed from './landed.cpp?raw';
import shortLocks from './short-locks.cpp?raw';
import { summary } from './summary.ts';
import thirdLock from './third-lock.cpp?raw';

const story: readonly Beat[] = [
  {
    title: 'Two transfers',
    text: 'rent moves money from the savings to the current account, wages the other way. Each needs both accounts for itself.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started rent and wages; neither holds a lock',
    claims: [
      { thread: 'rent', state: 'ready' },
      { thread: 'wages', state: 'ready' },
    ],
    lines: ['giving(from.door)', 'taking(to.door)'],
  },
  {
    title: 'rent holds one of two',
    text: 'rent has locked the savings and needs the current account next. It is free, still.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'rent holds savings.door and locks current.door next; wages has not begun',
    claims: [
      { thread: 'rent', state: 'ready', line: 'taking(to.door)' },
      { thread: 'wages', state: 'ready' },
    ],
    lines: ['giving(from.door)'],
    question: {
      text: 'Which thread must run now, so that neither can go on?',
      answer: 'wages',
      hint: 'wages begins with the account that rent needs.',
    },
  },
  {
    title: 'Each waits for the other',
    text: 'wages has locked the current account and wants the savings, which rent holds. rent wants the current account, which wages holds. Nobody will ever let go.',
    variant: 'before',
    schedule: 'a3b2c2',
    goal: 'each of rent and wages holds one lock and waits for the other',
    claims: [
      { thread: 'rent', state: 'blocked', line: 'taking(to.door)', finding: 'deadlock' },
      { thread: 'wages', state: 'blocked', line: 'taking(to.door)' },
    ],
    lines: ['giving(from.door)'],
  },
  {
    title: 'The fix: one order for all',
    text: 'Both lock the savings first. wages waits before it has anything that rent could need, so rent goes on and lets go.',
    variant: 'landed',
    schedule: 'a3b2c',
    goal: 'rent holds savings.door; wages waits for it and holds nothing',
    claims: [{ thread: 'wages', state: 'blocked', line: 'first(savings.door)' }],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'Each held one lock and waited for the other one’s, because they began at different ends.',
  evidence: [],
  variants: variantsOf(summary, {
    before: { source: before, story },
    'third-lock': { source: thirdLock },
    'short-locks': { source: shortLocks },
    landed: { source: landed, cost: 'Everybody who locks both must know the order.' },
    'both-at-once': { source: bothAtOnce, cost: 'All locks must be known at one place.' },
  }),
};
