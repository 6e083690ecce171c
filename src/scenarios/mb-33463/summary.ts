import type { BugSummary } from '../scenario.ts';

export const summary = {
  id: 'mb-33463',
  bug: 'MB-33463',
  title: 'Deleted while being read',
  sentence:
    'A backfill reads a vbucket from disk while the vbucket is deleted. Each call into the storage engine is safe on its own, yet the reader is left with the address of something that is gone.',
  symptom: 'use-after-free',
  figures: { executions: 5, failing: 2, preemptions: 1, tsan: 0, runs: 200 },
  variants: [
    {
      slug: 'none',
      role: 'before',
      title: 'Before',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'flag-check',
      title: 'A flag',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'shared-mutex',
      title: 'Lock for the whole scan',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'handle-and-spin',
      role: 'landed',
      title: 'As landed',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'nested-acquire',
      title: 'A second handle',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'try-else-queue',
      title: 'Try, else queue',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'logical-delete',
      title: 'Hide, then free',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'engine-owned',
      title: 'The engine owns it',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies BugSummary;
