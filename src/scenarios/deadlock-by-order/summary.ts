import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'deadlock-by-order',
  bug: 'Lesson 4',
  title: 'Deadlock by order',
  sentence:
    'Two threads take the same two locks in opposite orders. Each may end up with one of them, waiting for ever for the other.',
  symptom: 'deadlock',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'third-lock',
      title: 'A third lock',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'short-locks',
      title: 'Unlock early',
      expected: { verdict: 'assertion-failure', also: ['data-race'] },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'One order',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'both-at-once',
      title: 'Both at once',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
