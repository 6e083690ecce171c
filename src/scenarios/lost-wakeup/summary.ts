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
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'notify-all',
      title: 'Notify all',
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'notify-locked',
      title: 'Notify under the lock',
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'look-outside',
      title: 'Check first',
      expected: { verdict: 'lost-wakeup' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Wait for the meal',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
