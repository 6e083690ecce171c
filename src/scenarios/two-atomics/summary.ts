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
      sentence: 'Two atomic numbers are changed one after the other.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'other-order',
      title: 'Add first',
      sentence: 'The coins are added before they are taken away.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'lock-to-move',
      title: 'Lock to move',
      sentence: 'The bank takes a lock to move coins; the auditor does not take it.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'read-twice',
      title: 'Count twice',
      sentence: 'The auditor counts until it gets the same total twice.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Lock both',
      sentence: 'One lock is held both to move coins and to count them.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'one-number',
      title: 'One number',
      sentence: 'One atomic number is kept, and the other is derived from it.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
