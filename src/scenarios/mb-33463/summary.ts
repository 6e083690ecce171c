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
      sentence:
        'delVBucket deletes the KVStore at once, even while it is being read: this is what the change was to prevent.',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'flag-check',
      title: 'A flag',
      sentence: 'delVBucket sets a flag before it deletes, and scan tests the flag before it reads.',
      expected: { verdict: 'use-after-free' },
    },
    {
      slug: 'shared-mutex',
      title: 'Lock for the whole scan',
      sentence:
        'A scan holds its vbucket’s read-write lock from beginning to end, and the deletion waits for it.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'handle-and-spin',
      role: 'landed',
      title: 'As landed',
      sentence: 'A scan holds a counted handle, and delVBucket spins until nobody else holds one (2019).',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'nested-acquire',
      title: 'A second handle',
      sentence:
        'As landed, but initScanContext takes a second handle while it holds the first, as in December 2019.',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'try-else-queue',
      title: 'Try, else queue',
      sentence:
        'delVBucket checks once; if the vbucket is in use, the flusher tries again later (MB-37292, 2020).',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'logical-delete',
      title: 'Hide, then free',
      sentence:
        'The vbucket is hidden at once, and its old revision is freed when nobody holds a handle any more (September 2019).',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'engine-owned',
      title: 'The engine owns it',
      sentence:
        'There are no handles: each iterator of the engine is an owner, and the last owner frees the KVStore (2020).',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies BugSummary;
