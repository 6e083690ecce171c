import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'a-lock',
  bug: 'Lesson 3',
  title: 'A lock',
  sentence:
    'One thread locks before it writes. The other only reads, and does not bother to lock. That is as good as no lock at all.',
  symptom: 'data-race',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'guest locks before it writes; guard reads without the lock.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'own-lock',
      title: 'Another lock',
      sentence: 'guard takes a lock too, but a different one.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'local-lock',
      title: 'A local lock',
      sentence: 'guard locks a mutex that is local to its function.',
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
      sentence: 'The number is atomic, so guard can read it without the lock.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
