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
      sentence: 'The flag is atomic, and is stored and loaded relaxed.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'release-only',
      title: 'Only release',
      sentence: 'The store is release, and the load stays relaxed.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'acquire-only',
      title: 'Only acquire',
      sentence: 'The load is acquire, and the store stays relaxed.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'atomic-message',
      title: 'Atomic message',
      sentence: 'The message is atomic too, and everything stays relaxed.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'late-fence',
      title: 'Fence too late',
      sentence: 'There are fences, but that of sender stands behind the store of the flag.',
      expected: { verdict: 'data-race' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'Release, acquire',
      sentence: 'The flag is stored release and loaded acquire.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'fences',
      title: 'Fences',
      sentence:
        'The flag is relaxed, with a release fence before the store and an acquire fence behind the load.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'seq-cst',
      title: 'seq_cst',
      sentence: 'The flag is sequentially consistent, as it is where no order is named.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies Summary;
