import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'weak-pointer',
  bug: 'Lesson 8',
  title: 'Ask and own in one step',
  sentence:
    'A cleaner knows a room by a weak_ptr, which keeps nothing alive. He asks whether it is there; before he goes in, it is gone.',
  symptom: 'null-dereference',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'The cleaner asks with expired(), and calls lock() afterwards.',
      expected: { verdict: 'null-dereference' },
    },
    {
      slug: 'use-count',
      title: 'Count the owners',
      sentence: 'The cleaner asks how many own the room.',
      expected: { verdict: 'null-dereference' },
    },
    {
      slug: 'get',
      title: 'Keep the pointer',
      sentence: 'lock() is asked first; what is kept of it is a raw pointer.',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Keep what lock() gives',
      sentence: 'The cleaner keeps the shared_ptr that lock() gives, and asks that one.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'owner',
      title: 'Own it from the start',
      sentence: 'The cleaner has a shared_ptr to begin with.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
