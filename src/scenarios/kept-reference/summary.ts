import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'kept-reference',
  bug: 'Lesson 7',
  title: 'A reference keeps nothing alive',
  sentence:
    'A guest looks up his room under a lock, unlocks, and goes in. In between, the room is destroyed.',
  symptom: 'use-after-free',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'lock-again',
      title: 'Lock again',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'pointer',
      title: 'Check the pointer',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Hold the lock',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'shared',
      title: 'Own it too',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
