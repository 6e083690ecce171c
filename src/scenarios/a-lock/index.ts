import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import atomic from './atomic.cpp?raw';
import before from './before.cpp?raw';
import landed from './landed.cpp?raw';
import localLock from './local-lock.cpp?raw';
import ownLock from './own-lock.cpp?raw';
import { summary } from './summary.ts';

const story: readonly Beat[] = [
  {
    title: 'A guest and a guard',
    text: 'guest comes in and counts himself. guard checks how many people are inside.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started guest and guard; neither has taken a step',
    claims: [
      { thread: 'guest', state: 'ready' },
      { thread: 'guard', state: 'ready' },
    ],
    lines: ['inside++;', 'seen = inside;'],
  },
  {
    title: 'The door is locked',
    text: 'guest holds the lock and is about to write. guard takes no lock at all.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'guest holds door and writes next; guard has not begun',
    claims: [
      { thread: 'guest', state: 'ready', line: 'inside++;' },
      { thread: 'guard', state: 'ready' },
    ],
    lines: ['seen = inside;'],
    question: {
      text: 'Which thread must run now to get in although guest holds the lock?',
      answer: 'guard',
      hint: 'Which of the two functions takes the lock?',
    },
  },
  {
    title: 'In through the wall',
    text: 'guard has read the number while guest holds the lock. Nothing stopped it.',
    variant: 'before',
    schedule: 'a3b2c2',
    goal: 'guard has read inside; guest still holds door',
    claims: [
      { thread: 'guest', state: 'ready', line: 'inside++;' },
      { thread: 'guard', state: 'finished' },
    ],
    lines: ['seen = inside;'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because: 'guard never takes the lock, so nothing orders its read before or after the write.',
    },
  },
  {
    title: 'A data race',
    text: 'guest writes what guard has read, and nothing orders the two accesses. In C++ that is undefined behaviour: the program may do anything.',
    variant: 'before',
    schedule: 'a3b2c2b',
    goal: 'guest has written inside without any order to the read of guard',
    claims: [{ thread: 'guest', finding: 'data-race' }],
    lines: ['inside++;', 'seen = inside;'],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'guard takes the lock of guest', variant: 'landed' },
        { text: 'guard takes a lock of its own', variant: 'own-lock' },
        { text: 'guard makes a lock in its function', variant: 'local-lock' },
      ],
      because: 'Locks keep two threads apart only if both take the same one.',
    },
  },
  {
    title: 'The fix: both take the same lock',
    text: 'guard now asks for the lock that guest holds, and waits. A lock protects data only if everyone who touches the data takes that same lock.',
    variant: 'landed',
    schedule: 'a3b2c',
    goal: 'guest holds door; guard waits for it',
    claims: [{ thread: 'guard', state: 'blocked' }],
    lines: [
      'std::lock_guard<std::mutex> lock(door);\n  inside++;',
      'std::lock_guard<std::mutex> lock(door);\n  seen = inside;',
    ],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'A lock keeps out only the threads that take it.',
  evidence: [],
  variants: variantsOf(summary, {
    before: {
      sentence: 'guest locks before it writes; guard reads without the lock.',
      source: before,
      story,
    },
    'own-lock': { sentence: 'guard takes a lock too, but a different one.', source: ownLock },
    'local-lock': { sentence: 'guard locks a mutex that is local to its function.', source: localLock },
    landed: { sentence: 'Both take the same lock.', source: landed, cost: 'Readers have to wait as well.' },
    atomic: {
      sentence: 'The number is atomic, so guard can read it without the lock.',
      source: atomic,
      cost: 'It works for a single number on its own.',
    },
  }),
};
