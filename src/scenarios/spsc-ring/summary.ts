import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'spsc-ring',
  bug: 'Orders 6',
  title: 'A ring of two slots',
  sentence:
    'One thread puts numbers into a ring, another takes them out, without a lock. Two indices say which slot is whose.',
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
      slug: 'tail-only',
      title: 'Only the tail',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'head-only',
      title: 'Only the head',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'stores-only',
      title: 'Only the stores',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'early-tail',
      title: 'Tail too early',
      expected: { verdict: 'data-race' },
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
  ],
} as const satisfies Summary;
