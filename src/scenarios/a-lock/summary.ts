import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'a-lock',
  bug: 'Lesson 3',
  title: 'A lock',
  sentence:
    'One thread locks before it writes, the other one only reads and does not lock. That is as if nobody did.',
  symptom: 'data-race',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'guest locks to write, guard reads without a lock.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'own-lock',
      title: 'Another lock',
      sentence: 'guard takes a lock too, but another one.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'local-lock',
      title: 'A lock of one’s own',
      sentence: 'guard makes a lock inside its function.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'The same lock',
      sentence: 'Both take the same lock.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'atomic',
      title: 'Atomic',
      sentence: 'The number is atomic, and guard reads it in one step.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
