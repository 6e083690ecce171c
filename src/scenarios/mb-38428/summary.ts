import type { BugSummary } from '../scenario.ts';

export const summary = {
  id: 'mb-38428',
  bug: 'MB-38428',
  title: 'Saved, then deleted',
  sentence:
    'Compaction copies a data file and deletes the old one, while writers wait. Once they may write during the copy, changes that clients were told are safe can be deleted along with the old file.',
  symptom: 'assertion-failure',
  figures: { executions: 6, failing: 3, preemptions: 1, tsan: 0, runs: 200 },
  variants: [
    {
      slug: 'blocked',
      role: 'before',
      title: 'Before',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'no-catch-up',
      title: 'No catch-up',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'unlocked-switch',
      title: 'Unlocked switch',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'one-locked-catch-up',
      title: 'One locked catch-up',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'bounded-rounds',
      role: 'landed',
      title: 'As landed',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'rollback-no-abort',
      title: 'Rollback, unseen',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'rollback-abort',
      title: 'Rollback aborts',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'delete-and-recreate',
      title: 'Deleted during the copy',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'unlocked-error-return',
      title: 'An error, unlocked',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'double-lock',
      title: 'Locked twice',
      expected: { verdict: 'mutex-misuse' },
    },
    {
      slug: 'pitr-squashed',
      title: 'Headers squashed',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'pitr-kept',
      title: 'Headers kept',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies BugSummary;
