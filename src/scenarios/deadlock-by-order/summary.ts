import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'deadlock-by-order',
  bug: 'Lesson 4',
  title: 'Deadlock by order',
  sentence:
    'Two threads need the same two locks and take them in opposite orders. Each may end up with one, for ever.',
  symptom: 'deadlock',
  parts: 4,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'Each transfer locks the account it takes from, then the other one.',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'third-lock',
      title: 'A third lock',
      sentence: 'Between the two, a third lock is taken.',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'short-locks',
      title: 'Let go early',
      sentence: 'The first lock is given back before the second is taken.',
      expected: { verdict: 'assertion-failure', also: ['data-race'] },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'One order',
      sentence: 'Both transfers lock the savings first.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'both-at-once',
      title: 'Both at once',
      sentence: 'scoped_lock takes both locks, or waits without either.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
