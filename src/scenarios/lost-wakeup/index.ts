import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import before from './before.cpp?raw';
import landed from './landed.cpp?raw';
import lookOutside from './look-outside.cpp?raw';
import notifyAll from './notify-all.cpp?raw';
import notifyLocked from './notify-locked.cpp?raw';
import { summary } from './summary.ts';

const story: readonly Beat[] = [
  {
    title: 'A bell in the kitchen',
    text: 'cooking makes a meal and rings the bell. waiting waits for the bell to ring.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started cooking and waiting; neither has taken a step',
    claims: [
      { thread: 'cooking', state: 'ready' },
      { thread: 'waiting', state: 'ready' },
    ],
    lines: ['bell.notify_one();', 'bell.wait(lock);'],
  },
  {
    title: 'The meal is ready',
    text: 'cooking has set ready and will ring next. waiting has not started to wait.',
    variant: 'before',
    schedule: 'a3b3',
    goal: 'cooking has unlocked kitchen and notifies next; waiting has not begun',
    claims: [
      { thread: 'cooking', state: 'ready', line: 'bell.notify_one();' },
      { thread: 'waiting', state: 'ready' },
    ],
    lines: ['ready = true;'],
    question: {
      text: 'Which thread must run now so that nobody hears the bell?',
      answer: 'cooking',
      hint: 'Only a thread that is already waiting hears the bell.',
    },
  },
  {
    title: 'Nobody was listening',
    text: 'The bell has rung, and nobody was waiting. A condition variable does not keep a notification.',
    variant: 'before',
    schedule: 'a3b4',
    goal: 'cooking has notified and finished; waiting has not begun',
    claims: [
      { thread: 'cooking', state: 'finished' },
      { thread: 'waiting', state: 'ready' },
    ],
    lines: ['bell.notify_one();', 'bell.wait(lock);'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because: 'No thread is left that could ring again.',
    },
  },
  {
    title: 'Waiting for ever',
    text: 'waiting starts to wait for a bell that has already rung. The meal is ready, and nobody will ever say so again.',
    variant: 'before',
    schedule: 'a3b4ac3',
    goal: 'waiting waits for bell; nobody is left to notify it',
    claims: [{ thread: 'waiting', state: 'waiting', finding: 'lost-wakeup' }],
    lines: ['bell.wait(lock);'],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Notify all who wait', variant: 'notify-all' },
        { text: 'Notify under the lock', variant: 'notify-locked' },
        { text: 'Look first, without the lock', variant: 'look-outside' },
        { text: 'Wait until the meal is there, and look under the lock', variant: 'landed' },
      ],
      because:
        'The look and the beginning of the wait have to be one step; a wait with a predicate under the lock makes them one.',
    },
  },
  {
    title: 'The fix: wait for the meal, not for the bell',
    text: 'waiting checks whether the meal is ready, and it is, so there is no need to wait. The bell only says when to check again.',
    variant: 'landed',
    schedule: 'a3b4ac2',
    goal: 'cooking has finished; waiting has found ready set and goes home',
    claims: [{ thread: 'waiting' }],
    lines: ['while (!ready)'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'A notification is not stored, so a thread has to wait for a state and not for the notification.',
  evidence: [],
  variants: variantsOf(summary, {
    before: {
      sentence: 'The guest waits for the bell without checking anything first.',
      source: before,
      story,
    },
    'notify-all': { sentence: 'The cook wakes every thread that is waiting.', source: notifyAll },
    'notify-locked': { sentence: 'The cook rings while holding the lock.', source: notifyLocked },
    'look-outside': {
      sentence: 'The guest checks whether the meal is ready, but without the lock.',
      source: lookOutside,
    },
    landed: {
      sentence: 'The guest waits until the meal is ready, and checks that under the lock.',
      source: landed,
    },
  }),
};
