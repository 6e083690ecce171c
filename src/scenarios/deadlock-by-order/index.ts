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
    text: 'rent moves money from savings to the current account, wages the other way. Each locks both accounts for its transfer.',
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
    title: 'rent holds one lock of two',
    text: 'rent has locked savings and needs the current account next. That lock is still free.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'rent holds savings.door and locks current.door next; wages has not begun',
    claims: [
      { thread: 'rent', state: 'ready', line: 'taking(to.door)' },
      { thread: 'wages', state: 'ready' },
    ],
    lines: ['giving(from.door)'],
    question: {
      text: 'Which thread must run now so that neither can go on?',
      answer: 'wages',
      hint: 'wages starts with the account that rent needs next.',
    },
  },
  {
    title: 'Each waits for the other',
    text: 'wages has locked the current account and wants savings, which rent holds. rent wants the current account, which wages holds. Neither will ever let go.',
    variant: 'before',
    schedule: 'a3b2c2',
    goal: 'each of rent and wages holds one lock and waits for the other',
    claims: [
      { thread: 'rent', state: 'blocked', line: 'taking(to.door)', finding: 'deadlock' },
      { thread: 'wages', state: 'blocked', line: 'taking(to.door)' },
    ],
    lines: ['giving(from.door)'],
    predict: {
      kind: 'line',
      text: 'Which of these lines made the deadlock certain?',
      options: ['giving(from.door)', 'taking(to.door)', 'from.balance -= amount;'],
      because: 'Once each holds its first lock, it no longer matters who asks next.',
    },
  },
  {
    title: 'What would be enough?',
    text: 'Here a third lock is taken between the two. It is one of three changes that come to mind.',
    variant: 'third-lock',
    schedule: 'a3',
    goal: 'main has started rent and wages; neither holds a lock',
    claims: [
      { thread: 'rent', state: 'ready' },
      { thread: 'wages', state: 'ready' },
    ],
    lines: ['giving(from.door)', 'alone(bank)', 'taking(to.door)'],
    aside: true,
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'A third lock, taken between the two', variant: 'third-lock' },
        { text: 'Release the first lock before the second is taken', variant: 'short-locks' },
        { text: 'Take the two always in the same order', variant: 'landed' },
      ],
      because: 'Who waits must hold nothing that somebody before him needs.',
    },
  },
  {
    title: 'The fix: one order for all',
    text: 'Both lock savings first. wages waits while it holds nothing that rent could need, so rent can finish and unlock.',
    variant: 'landed',
    schedule: 'a3b2c',
    goal: 'rent holds savings.door; wages waits for it and holds nothing',
    claims: [{ thread: 'wages', state: 'blocked', line: 'first(savings.door)' }],
    lines: ['Always the savings first', 'first(savings.door)', 'second(current.door)'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong:
    'Each thread held one lock and waited for the other, because they took the locks in opposite orders.',
  evidence: [],
  variants: variantsOf(summary, {
    before: {
      sentence: 'Each transfer locks the account it takes from, then the one it pays into.',
      source: before,
      story,
    },
    'third-lock': { sentence: 'A third lock is taken between the two.', source: thirdLock },
    'short-locks': { sentence: 'The first lock is released before the second is taken.', source: shortLocks },
    landed: {
      sentence: 'Both transfers lock savings first.',
      source: landed,
      cost: 'Everyone who takes both locks has to know the order.',
    },
    'both-at-once': {
      sentence: 'scoped_lock takes both locks and never waits for one while it holds the other.',
      source: bothAtOnce,
      cost: 'Both locks have to be taken in one place.',
    },
  }),
};
