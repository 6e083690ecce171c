import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'two-atomics',
  bug: 'Lesson 9',
  title: 'Two atomics are not one',
  sentence:
    'Both balances are atomic. An auditor who adds them up during a transfer still gets a wrong total.',
  symptom: 'assertion-failure',
  parts: 4,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'other-order',
      title: 'Add first',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'lock-to-move',
      title: 'Lock to move',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'read-twice',
      title: 'Count twice',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Lock both',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'one-number',
      title: 'One number',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
