import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'kept-reference',
  bug: 'Lesson 7',
  title: 'A reference keeps nothing alive',
  sentence:
    'A guest finds his room under the lock, lets go of the lock, and goes in. Meanwhile the room is pulled down.',
  symptom: 'use-after-free',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'The lock is held to find the room, and not to use it.',
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
      title: 'Ask the pointer',
      sentence: 'The guest keeps a pointer and asks first whether it is null.',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Hold the lock',
      sentence: 'The lock is held until the room is used no more.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'shared',
      title: 'Own it too',
      sentence: 'The guest takes a share of the room, which lives as long as somebody owns it.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
