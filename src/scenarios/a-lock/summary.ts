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
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'own-lock',
      title: 'Another lock',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'local-lock',
      title: 'A local lock',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'The same lock',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'atomic',
      title: 'Atomic',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
