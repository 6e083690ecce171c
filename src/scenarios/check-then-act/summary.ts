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
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'ask-twice',
      title: 'Check twice',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'lock-to-take',
      title: 'Lock to take',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Lock both',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'exchange',
      title: 'Take if unchanged',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
