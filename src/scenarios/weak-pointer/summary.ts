import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'weak-pointer',
  bug: 'Lesson 8',
  title: 'Check and own in one step',
  sentence:
    'A cleaner has a weak_ptr to a room, which does not keep it alive. He checks that the room is there, and before he goes in it is gone.',
  symptom: 'null-dereference',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      expected: { verdict: 'null-dereference' },
    },
    {
      slug: 'use-count',
      title: 'Count the owners',
      expected: { verdict: 'null-dereference' },
    },
    {
      slug: 'get',
      title: 'Keep the pointer',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Keep what lock() returns',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'owner',
      title: 'Own it from the start',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
