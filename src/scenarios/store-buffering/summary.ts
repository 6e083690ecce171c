import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'store-buffering',
  bug: 'Orders 2',
  title: 'Store buffering',
  sentence:
    'Each of two threads says that it wants to enter, and looks whether the other one does. Both see nothing, and both enter.',
  symptom: 'data-race',
  memory: 'rc11',
  parts: 5,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Release, acquire',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'relaxed',
      title: 'Relaxed',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'exchange',
      title: 'Exchange',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'seq-cst-stores',
      title: 'seq_cst stores',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'acq-rel-fences',
      title: 'acq_rel fences',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'one-fence',
      title: 'One fence',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'seq_cst',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'fences',
      title: 'seq_cst fences',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
