import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'lost-update',
  bug: 'Lesson 1',
  title: 'Lost update',
  sentence: 'Two threads add to the same number, and one of the two additions is lost.',
  symptom: 'assertion-failure',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      expected: { verdict: 'assertion-failure', also: ['data-race'] },
    },
    {
      slug: 'atomic-steps',
      title: 'Atomic',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'lock-twice',
      title: 'Lock twice',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'One lock',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'atomic-add',
      title: 'One step',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
