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
      sentence: 'The task locks a weak pointer to the manager and owns the manager while it runs.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'patch-set-8',
      title: 'Patch set 8',
      sentence: 'The task locks a weak pointer to the producer and uses the manager through a reference.',
      expected: { verdict: 'use-after-free', also: ['null-dereference', 'mutex-misuse'] },
    },
    {
      slug: 'copy-and-check',
      title: 'Copy and check',
      sentence:
        'The task also owns the manager while it runs, and checks whether the client has disconnected.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'closed-flag',
      role: 'landed',
      title: 'Landed later',
      sentence:
        'In another form: the manager is a member of the producer, and closing shuts it down under its own lock.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'strong-task',
      title: 'The task owns it',
      sentence:
        'The task owns the manager all the time, as in 2016, but without the line that broke the cycle then.',
      expected: { verdict: 'memory-leak' },
    },
    {
      slug: 'raw-pointer',
      title: 'A plain pointer',
      sentence:
        'The task has a plain pointer to the manager, and its last backfill is the last owner of everything.',
      expected: { verdict: 'use-after-free', also: ['mutex-misuse'] },
    },
  ],
} as const satisfies BugSummary;
