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
      expected: { verdict: 'use-after-free', also: ['double-free'] },
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'As landed',
      expected: { verdict: 'clean' },
    },
    {
      slug: 'executor-only',
      title: 'Report only',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'executor-only-same-cookie',
      title: 'Report only, again',
      expected: { verdict: 'use-after-free', also: ['double-free'] },
    },
    {
      slug: 'cleanup-only',
      title: 'Cleanup only',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'cleanup-after-notify',
      title: 'Late cleanup',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'cleanup-after-notify-same-cookie',
      title: 'Late cleanup, again',
      expected: { verdict: 'double-free' },
    },
    {
      slug: 'weak-cookie',
      title: 'weak_ptr',
      expected: { verdict: 'assertion-failure' },
    },
    {
      slug: 'by-value',
      title: 'A copy each',
      expected: { verdict: 'clean' },
    },
  ],
} as const satisfies BugSummary;
