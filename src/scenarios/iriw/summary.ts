import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'iriw',
  bug: 'Orders 3',
  title: 'Two writers, two readers',
  sentence: 'Two threads write, and two others read both. Each sees a different write first.',
  symptom: 'assertion-failure',
  memory: 'rc11',
  parts: 4,
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Release, acquire',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'relaxed',
      title: 'Relaxed',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'acquire-fences',
      title: 'Acquire fences',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'seq-cst-stores',
      title: 'seq_cst stores',
      expected: { verdict: 'assertion-failure' },
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
