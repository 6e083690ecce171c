import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'check-then-act',
  bug: 'Lesson 2',
  title: 'Check, then act',
  sentence:
    'A thread checks that there is a seat, then takes it. Between the check and the act, the answer goes stale.',
  symptom: 'assertion-failure',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'Each operation is atomic, but the check and the act are two operations.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'ask-twice',
      title: 'Check twice',
      sentence: 'The number of seats is checked twice, to be sure.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'lock-to-take',
      title: 'Lock to take',
      sentence: 'The seat is taken under a lock, but the check comes before it.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Lock both',
      sentence: 'One lock is held for both the check and the act.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'exchange',
      title: 'Take if unchanged',
      sentence: 'compare_exchange takes the seat only if the number has not changed since it was read.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
