import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'publication',
  bug: 'Lesson 10',
  title: 'Publication',
  sentence: 'A letter is written, then a flag is set. A thread that sees the flag need not see the letter.',
  symptom: 'data-race',
  parts: 4,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'volatile',
      title: 'volatile',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'lock-to-write',
      title: 'Lock to write',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'flag-first',
      title: 'Atomic, but early',
      expected: { verdict: 'assertion-failure', also: ['data-race'] },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Atomic flag',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'lock-both',
      title: 'Lock both',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
