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
      sentence: 'A plain bool says that the letter is ready.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'volatile',
      title: 'volatile',
      sentence: 'The flag is volatile.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'lock-to-write',
      title: 'Lock to write',
      sentence: 'Letter and flag are written under a lock, but the flag is read without it.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'flag-first',
      title: 'Atomic, but early',
      sentence: 'The flag is atomic, but it is set before the letter is written.',
      expected: { verdict: 'assertion-failure', also: ['data-race'] },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Atomic flag',
      sentence: 'The flag is atomic, and is set after the letter has been written.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'lock-both',
      title: 'Lock both',
      sentence: 'Letter and flag are written and read under one lock.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
