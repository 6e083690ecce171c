import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'lost-wakeup',
  bug: 'Lesson 5',
  title: 'Lost wakeup',
  sentence: 'A thread waits to be told of something that was told before it began to wait.',
  symptom: 'lost-wakeup',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'The guest waits for the bell, whatever has happened.',
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'notify-all',
      title: 'Notify all',
      sentence: 'The cook wakes everybody who waits.',
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'notify-locked',
      title: 'Notify under the lock',
      sentence: 'The cook rings while he holds the lock.',
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'look-outside',
      title: 'Look first',
      sentence: 'The guest looks whether the meal is ready, but without the lock.',
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Wait for the meal',
      sentence: 'The guest waits as long as the meal is not ready, and looks under the lock.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
