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
      sentence: 'The lock is held to look up the room, but not to use it.',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'lock-again',
      title: 'Lock again',
      sentence: 'The guest locks a second time to use the room.',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'pointer',
      title: 'Check the pointer',
      sentence: 'The guest keeps a pointer and checks it for null before using it.',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Hold the lock',
      sentence: 'The lock is held until the guest has finished with the room.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'shared',
      title: 'Own it too',
      sentence: 'The guest gets a shared_ptr: the room lives as long as anybody owns it.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
