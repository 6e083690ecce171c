import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'if-for-while',
  bug: 'Lesson 6',
  title: 'If instead of while',
  sentence:
    'A guest is woken because there is a meal. By the time he has the lock again, somebody else has eaten it.',
  symptom: 'assertion-failure',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'The guest checks once, waits once, and eats.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'notify-one',
      title: 'Wake one guest',
      sentence: 'The cook wakes one guest for each meal.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'notify-outside',
      title: 'Notify outside the lock',
      sentence:
        'The cook rings after releasing the lock, so that the thread that wakes up can go on at once.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'While',
      sentence: 'The guest checks again each time he is woken.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'predicate',
      title: 'Wait with a predicate',
      sentence: 'The same loop, provided by the library.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
