import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'deadlock-by-order',
  bug: 'Lesson 4',
  title: 'Deadlock by order',
  sentence:
    'Two threads take the same two locks in opposite orders. Each may end up with one of them, waiting for ever for the other.',
  symptom: 'deadlock',
  parts: 4,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'Each transfer locks the account it takes from, then the one it pays into.',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'third-lock',
      title: 'A third lock',
      sentence: 'A third lock is taken between the two.',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'short-locks',
      title: 'Unlock early',
      sentence: 'The first lock is released before the second is taken.',
      expected: { verdict: 'assertion-failure', also: ['data-race'] },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'One order',
      sentence: 'Both transfers lock savings first.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'both-at-once',
      title: 'Both at once',
      sentence: 'scoped_lock takes both locks and never waits for one while it holds the other.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
