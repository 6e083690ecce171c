import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'lost-wakeup',
  bug: 'Lesson 5',
  title: 'Lost wakeup',
  sentence: 'A thread waits for a notification that was sent before it began to wait.',
  symptom: 'lost-wakeup',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'The guest waits for the bell without checking anything first.',
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'notify-all',
      title: 'Notify all',
      sentence: 'The cook wakes every thread that is waiting.',
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'notify-locked',
      title: 'Notify under the lock',
      sentence: 'The cook rings while holding the lock.',
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'look-outside',
      title: 'Check first',
      sentence: 'The guest checks whether the meal is ready, but without the lock.',
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Wait for the meal',
      sentence: 'The guest waits until the meal is ready, and checks that under the lock.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
