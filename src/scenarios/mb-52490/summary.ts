import type { BugSummary } from '../scenario.ts';

export const summary = {
  id: 'mb-52490',
  bug: 'MB-52490',
  title: 'The wrong thing kept alive',
  sentence:
    'A client disconnects just before a task starts its backfill: one wasted run, and no harm done. A patch against that kept the producer alive and used its manager, which could be freed in the meantime.',
  symptom: 'assertion-failure',
  figures: { executions: 95, failing: 1, preemptions: 1, tsan: 0, runs: 200 },
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'patch-set-8',
      title: 'Patch set 8',
      expected: { verdict: 'use-after-free', also: ['null-dereference', 'mutex-misuse'] },
    },
    {
      slug: 'copy-and-check',
      title: 'Copy and check',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'closed-flag',
      role: 'landed',
      title: 'Landed later',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'strong-task',
      title: 'The task owns it',
      expected: { verdict: 'memory-leak' },
    },
    {
      slug: 'raw-pointer',
      title: 'A plain pointer',
      expected: { verdict: 'use-after-free', also: ['mutex-misuse'] },
    },
  ],
} as const satisfies BugSummary;
