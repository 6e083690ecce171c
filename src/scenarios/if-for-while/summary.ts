import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'if-for-while',
  bug: 'Lesson 6',
  title: 'If instead of while',
  sentence:
    'A guest is woken because there is a meal. By the time he has the lock again, somebody else has eaten it.',
  symptom: 'assertion-failure',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'notify-one',
      title: 'Wake one guest',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'notify-outside',
      title: 'Notify outside the lock',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'While',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'predicate',
      title: 'Wait with a predicate',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
