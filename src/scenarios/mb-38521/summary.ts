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
      sentence: 'Both threads may be inside closeAllStreams of the same producer at the same time.',
      expected: { verdict: 'null-dereference' },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'As landed',
      sentence: 'closeAllStreamsLock is held for the whole of closeAllStreams: the second closer waits.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'null-check',
      title: 'Null check',
      sentence: 'The pointer is a plain shared_ptr, and it is checked before it is used.',
      expected: {
        verdict: 'use-after-free',
        also: ['null-dereference', 'assertion-failure', 'mutex-misuse', 'data-race'],
      },
    },
    {
      slug: 'copy-and-check',
      title: 'Copy and check',
      sentence: 'Bytes are reported through a copy of the pointer, if that is not null.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'closed-flag',
      title: 'Closed flag',
      sentence: 'An atomic flag lets the first closer in and turns every other one away.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'under-connslock',
      title: 'Under connsLock',
      sentence: 'Both callers lock connsLock anyway; here they hold it until everything is closed.',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'late-stream',
      title: 'A late stream',
      sentence: 'The landed fix, and a client that asks for one more stream before it disconnects.',
      expected: { verdict: 'null-dereference' },
    },
    {
      slug: 'synchronized-flag',
      title: 'A flag with a lock',
      sentence:
        'To keep late streams out, closing sets a flag under a lock that a stream request holds until its stream has been added.',
      expected: { verdict: 'deadlock' },
    },
    {
      slug: 'stats-reader',
      title: 'Statistics',
      sentence:
        'The landed fix, and a thread that closes nothing: it checks for the manager, and then uses it.',
      expected: { verdict: 'null-dereference' },
    },
  ],
} as const satisfies BugSummary;
