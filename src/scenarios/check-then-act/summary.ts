import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'check-then-act',
  bug: 'Lesson 2',
  title: 'Check, then act',
  sentence:
    'A thread asks whether there is a seat, and takes it. Between the question and the act the answer grows old.',
  symptom: 'assertion-failure',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'Each operation is atomic; the question and the act are two.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'ask-twice',
      title: 'Ask twice',
      sentence: 'The question is asked twice, to be sure.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'lock-to-take',
      title: 'Lock to take',
      sentence: 'The seat is taken under a lock; the question comes before it.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Lock both',
      sentence: 'One lock is held for the question and for the act.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'exchange',
      title: 'Take if still so',
      sentence: 'compare_exchange takes the seat only if the number is still the one that was read.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
