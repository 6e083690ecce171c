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
      sentence: 'vb_mutex is held for the whole compaction, so flusher waits until the copy is done.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'no-catch-up',
      title: 'No catch-up',
      sentence:
        'vb_mutex is free during the copy, and nobody checks afterwards whether flusher has written: the first draft.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'unlocked-switch',
      title: 'Unlocked switch',
      sentence: 'compactor copies until it finds nothing new, and switches without taking the writers’ lock.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'one-locked-catch-up',
      title: 'One locked catch-up',
      sentence: 'After the copy compactor takes vb_mutex, copies everything it has missed, and switches.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'bounded-rounds',
      role: 'landed',
      title: 'As landed',
      sentence:
        'What was missed is copied in rounds without the lock, then, after a limited number of rounds, in a last one with the lock; then comes the switch.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'rollback-no-abort',
      title: 'Rollback, unseen',
      sentence: 'A rollback undoes the newest changes during the copy, and compactor catches up as usual.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'rollback-abort',
      title: 'Rollback aborts',
      sentence: 'The rollback sets a flag, and compactor gives up if it finds the flag set.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'delete-and-recreate',
      title: 'Deleted during the copy',
      sentence:
        'During the copy the vbucket is deleted and recreated, and its new file gets the name that compactor is going to use (MB-43121).',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'unlocked-error-return',
      title: 'An error, unlocked',
      sentence: 'The copy fails, and compactDB returns without the lock that its caller believes it holds.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'double-lock',
      title: 'Locked twice',
      sentence:
        'flusher locks vb_mutex in two functions, one of which calls the other: our guess at why the builds of the draft hung.',
      expected: { verdict: 'mutex-misuse' },
    },
    {
      slug: 'pitr-squashed',
      title: 'Headers squashed',
      sentence:
        'Clients may go back in time, but the catch-up copies everything that was missed in one commit.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'pitr-kept',
      title: 'Headers kept',
      sentence:
        'The catch-up makes one commit for each ten seconds, with the timestamp of the header that it copies.',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies BugSummary;
