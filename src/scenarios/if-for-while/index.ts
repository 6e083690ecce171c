import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import before from './before.cpp?raw';
import landed from './landed.cpp?raw';
import notifyOne from './notify-one.cpp?raw';
import notifyOutside from './notify-outside.cpp?raw';
import predicate from './predicate.cpp?raw';
import { summary } from './summary.ts';

const story: readonly Beat[] = [
  {
    title: 'No meal yet',
    text: 'anna has found no meal and waits for the bell, which releases the lock. main is the cook, and ben has not arrived yet.',
    variant: 'before',
    schedule: 'a3b3',
    goal: 'anna waits for bell; main cooks next; ben has not begun',
    claims: [
      { thread: 'anna', state: 'waiting', line: 'bell.wait(lock);' },
      { thread: 'ben', state: 'ready' },
    ],
    lines: ['if (meals == 0)'],
  },
  {
    title: 'The bell rings',
    text: 'There is one meal, and the bell has rung. anna is awake, but wait() needs the lock again before it can return.',
    variant: 'before',
    schedule: 'a3b3a3',
    goal: 'main has made one meal, has notified and unlocked; anna has not locked again; ben has not begun',
    claims: [
      { thread: 'anna', state: 'ready', line: 'bell.wait(lock);' },
      { thread: 'ben', state: 'ready' },
    ],
    lines: ['bell.notify_all();'],
    question: {
      text: 'Which thread must run now so that anna finds no meal?',
      answer: 'ben',
      hint: 'The meal goes to whoever gets the lock first.',
    },
  },
  {
    title: 'ben was faster',
    text: 'ben did not have to wait at all: he found a meal and ate it. Nobody tells anna.',
    variant: 'before',
    schedule: 'a3b3a3c3',
    goal: 'ben has eaten and finished; anna wakes up next',
    claims: [
      { thread: 'anna', state: 'ready', line: 'bell.wait(lock);' },
      { thread: 'ben', state: 'finished' },
    ],
    lines: ['meals--;'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because: 'main still has a second meal to make: if that comes first, anna never notices.',
    },
  },
  {
    title: 'Nothing on the table',
    text: 'anna has the lock again and continues after her if, as though nothing had changed. There is no meal.',
    variant: 'before',
    schedule: 'a3b3a3c3b',
    goal: 'anna has found that there is no meal',
    claims: [{ thread: 'anna', state: 'crashed', line: 'assert(meals > 0);', finding: 'assertion-failure' }],
    lines: ['if (meals == 0)'],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Wake only one guest', variant: 'notify-one' },
        { text: 'Look again whenever one is woken', variant: 'landed' },
        { text: 'Ring after the lock is released', variant: 'notify-outside' },
      ],
      because: 'However he is woken, somebody else may be at the table before him.',
    },
  },
  {
    title: 'The fix: check again',
    text: 'With while, anna checks again before she eats, and waits for the next meal. A real condition variable may even wake a thread for no reason at all; while handles that too.',
    variant: 'landed',
    schedule: 'a3b3a3c3b2',
    goal: 'ben has eaten; anna has looked again and waits',
    claims: [{ thread: 'anna', state: 'waiting', line: 'bell.wait(lock);' }],
    lines: ['while (meals == 0)'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'Being woken means that something may have changed, not that the condition holds.',
  evidence: [],
  variants: variantsOf(summary, {
    before: { sentence: 'The guest checks once, waits once, and eats.', source: before, story },
    'notify-one': { sentence: 'The cook wakes one guest for each meal.', source: notifyOne },
    'notify-outside': {
      sentence:
        'The cook rings after releasing the lock, so that the thread that wakes up can go on at once.',
      source: notifyOutside,
    },
    landed: { sentence: 'The guest checks again each time he is woken.', source: landed },
    predicate: { sentence: 'The same loop, provided by the library.', source: predicate },
  }),
};
