import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'two-atomics',
  bug: 'Lesson 9',
  title: 'Two atomics are not one',
  sentence: 'Both accounts are atomic. Who counts while money is on its way finds too little.',
  symptom: 'assertion-failure',
  parts: 4,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'Two atomic numbers, changed one after the other.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'other-order',
      title: 'Add first',
      sentence: 'The coins arrive before they leave.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'lock-to-move',
      title: 'Lock to move',
      sentence: 'Who moves coins holds a lock; who counts does not.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'read-twice',
      title: 'Count twice',
      sentence: 'The auditor counts until he gets the same twice.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Lock both',
      sentence: 'One lock is held to move, and to count.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'one-number',
      title: 'One number',
      sentence: 'There is one atomic number, from which both follow.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
