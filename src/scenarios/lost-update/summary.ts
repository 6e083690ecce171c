import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'lost-update',
  bug: 'Lesson 1',
  title: 'Lost update',
  sentence: 'Two threads add to the same number, and one of the two additions is lost.',
  symptom: 'assertion-failure',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'Each thread reads the balance, then writes it back with its deposit added.',
      expected: { verdict: 'assertion-failure', also: ['data-race'] },
    },
    {
      slug: 'atomic-steps',
      title: 'Atomic',
      sentence: 'The balance is atomic, so each read and each write is safe on its own.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'lock-twice',
      title: 'Lock twice',
      sentence: 'The lock is taken for the read, and again for the write.',
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
      sentence: 'The balance is atomic, and the addition is a single atomic operation.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
