import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'double-checked',
  bug: 'Orders 4',
  title: 'Double-checked locking',
  sentence:
    'The first thread that needs an object makes it under a lock. The others find it without one, and may find it half made.',
  symptom: 'data-race',
  memory: 'rc11',
  parts: 4,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Relaxed',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'plain',
      title: 'Plain pointer',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'release-only',
      title: 'Only release',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'acquire-only',
      title: 'Only acquire',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'no-second-check',
      title: 'No second check',
      expected: { verdict: 'memory-leak' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Release, acquire',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'seq-cst',
      title: 'seq_cst',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'static-local',
      title: 'Local static',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'always-lock',
      title: 'Always lock',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
