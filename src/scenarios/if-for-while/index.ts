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
    text: 'anna has looked, has found no meal, and waits for the bell. Waiting lets go of the lock. main is the cook, and ben has not come yet.',
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
    text: 'There is one meal, and the bell has rung. anna is awake, but she needs the lock before she can go on from wait.',
    variant: 'before',
    schedule: 'a3b3a3',
    goal: 'main has made one meal, has notified and unlocked; anna has not locked again; ben has not begun',
    claims: [
      { thread: 'anna', state: 'ready', line: 'bell.wait(lock);' },
      { thread: 'ben', state: 'ready' },
    ],
    lines: ['bell.notify_all();'],
    question: {
      text: 'Which thread must run now, so that anna finds no meal?',
      answer: 'ben',
      hint: 'The meal belongs to whoever has the lock first.',
    },
  },
  {
    title: 'ben was quicker',
    text: 'ben did not wait at all: he came, found a meal and ate it. Nobody tells anna.',
    variant: 'before',
    schedule: 'a3b3a3c3',
    goal: 'ben has eaten and finished; anna wakes up next',
    claims: [
      { thread: 'anna', state: 'ready', line: 'bell.wait(lock);' },
      { thread: 'ben', state: 'finished' },
    ],
    lines: ['meals--;'],
  },
  {
    title: 'Nothing on the table',
    text: 'anna has the lock again and goes on behind her if, as though nothing had happened since. There is no meal.',
    variant: 'before',
    schedule: 'a3b3a3c3b',
    goal: 'anna has found that there is no meal',
    claims: [{ thread: 'anna', state: 'crashed', line: 'assert(meals > 0);', finding: 'assertion-failure' }],
    lines: ['if (meals == 0)'],
  },
  {
    title: 'The fix: look again',
    text: 'With while, anna looks again before she eats, and waits for the next meal. A real condition variable may even wake somebody for no reason at all; while is right then too.',
    variant: 'landed',
    schedule: 'a3b3a3c3b2',
    goal: 'ben has eaten; anna has looked again and waits',
    claims: [{ thread: 'anna', state: 'waiting', line: 'bell.wait(lock);' }],
    lines: ['while (meals == 0)'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'Being woken says that something may have changed, and not that it is so still.',
  evidence: [],
  variants: variantsOf(summary, {
    before: { source: before, story },
    'notify-one': { source: notifyOne },
    'notify-outside': { source: notifyOutside },
    landed: { source: landed },
    predicate: { source: predicate },
  }),
};
