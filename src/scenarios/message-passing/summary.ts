import type { Summary } from '../scenario.ts';

export const summary = {
  id: 'message-passing',
  bug: 'Orders 1',
  title: 'Message passing',
  sentence:
    'A message is written, then an atomic flag is set. Whether the flag publishes it depends on its memory order.',
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
      slug: 'atomic-message',
      title: 'Atomic message',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'late-fence',
      title: 'Fence too late',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Release, acquire',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'fences',
      title: 'Fences',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'seq-cst',
      title: 'seq_cst',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
