import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'lost-update',
  bug: 'Lesson 1',
  title: 'Lost update',
  sentence: 'Two threads add to one number, and one of the two additions disappears.',
  symptom: 'assertion-failure',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'Each thread reads the balance, and writes it back with its money added.',
      expected: { verdict: 'assertion-failure', also: ['data-race'] },
    },
    {
      slug: 'atomic-steps',
      title: 'Atomic',
      sentence: 'The balance is atomic, so that each read and each write is safe by itself.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'lock-twice',
      title: 'Lock twice',
      sentence: 'The lock is taken to read, and once more to write.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'One lock',
      sentence: 'The lock is held from the read to the write.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'atomic-add',
      title: 'One step',
      sentence: 'The balance is atomic, and the addition is one operation of it.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
