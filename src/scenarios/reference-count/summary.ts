import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'reference-count',
  bug: 'Orders 5',
  title: 'The last reference',
  sentence:
    'Two owners share a block. Whoever drops the last reference deletes it, and may do so while the other one is still writing.',
  symptom: 'data-race',
  memory: 'rc11',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Relaxed',
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
      slug: 'fence-only',
      title: 'Fence before delete',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'two-steps',
      title: 'Load, then store',
      expected: { verdict: 'memory-leak' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Release, acquire fence',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'acq-rel',
      title: 'acq_rel',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'load-again',
      title: 'Load again',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'seq-cst',
      title: 'seq_cst',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
