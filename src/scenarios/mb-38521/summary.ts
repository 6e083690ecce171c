import type { BugSummary } from '../scenario.ts';

export const summary = {
  id: 'mb-38521',
  bug: 'MB-38521',
  title: 'Two closers, one pointer',
  sentence:
    'A bucket is deleted while its client disconnects. Two threads close the same streams, and one destroys the manager that the other still needs.',
  symptom: 'null-dereference',
  figures: { executions: 45, failing: 21, preemptions: 1, tsan: 0, runs: 200 },
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      expected: { verdict: 'null-dereference' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'As landed',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'null-check',
      title: 'Null check',
      expected: {
        verdict: 'use-after-free',
        also: ['null-dereference', 'assertion-failure', 'mutex-misuse', 'data-race'],
      },
    },
    {
      slug: 'copy-and-check',
      title: 'Copy and check',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'closed-flag',
      title: 'Closed flag',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'under-connslock',
      title: 'Under connsLock',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'late-stream',
      title: 'A late stream',
      expected: { verdict: 'null-dereference' },
    },
    {
      slug: 'synchronized-flag',
      title: 'A flag with a lock',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'stats-reader',
      title: 'Statistics',
      expected: { verdict: 'null-dereference' },
    },
  ],
} as const satisfies BugSummary;
