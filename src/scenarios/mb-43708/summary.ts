import type { BugSummary } from '../scenario.ts';

export const summary = {
  id: 'mb-43708',
  bug: 'MB-43708',
  title: 'Called again, and nobody asks why',
  sentence:
    'A command waits for a disk write and is then called a second time. The write has failed, but the second call uses what only a successful write would have left behind.',
  symptom: 'use-after-free',
  figures: { executions: 64, failing: 64, preemptions: 0, tsan: 200, runs: 200 },
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      sentence: 'The second call ignores the report and trusts a pointer that it finds in the cookie.',
      expected: { verdict: 'use-after-free', also: ['double-free'] },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'As landed',
      sentence:
        'A task that fails cleans up before it reports, and the second call reads the report before anything else.',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'executor-only',
      title: 'Report only',
      sentence: 'The second call reads the report, but a task that fails does not clean up.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'executor-only-same-cookie',
      title: 'Report only, again',
      sentence: 'The same half of the fix, and the client that was told of the failure tries again.',
      expected: { verdict: 'use-after-free', also: ['double-free'] },
    },
    {
      slug: 'cleanup-only',
      title: 'Cleanup only',
      sentence: 'A task that fails cleans up, but the second call does not read the report.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'cleanup-after-notify',
      title: 'Late cleanup',
      sentence: 'Both halves of the fix, but a task that fails reports first and cleans up afterwards.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'cleanup-after-notify-same-cookie',
      title: 'Late cleanup, again',
      sentence: 'Report first, clean up afterwards, and in between the same client tries again.',
      expected: { verdict: 'double-free' },
    },
    {
      slug: 'weak-cookie',
      title: 'weak_ptr',
      sentence: 'The fix as it landed, with a shared_ptr in the task and a weak_ptr in the cookie.',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'by-value',
      title: 'A copy each',
      sentence:
        'The fix as it landed, but the task and the cookie each have their own copy of the manifest (MB-54032, 2023).',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies BugSummary;
