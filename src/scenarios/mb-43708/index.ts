import { type Bug, variantsOf } from '../scenario.ts';
import before from './before.cpp?raw';
import byValue from './by-value.cpp?raw';
import cleanupAfterNotify from './cleanup-after-notify.cpp?raw';
import cleanupAfterNotifySameCookie from './cleanup-after-notify-same-cookie.cpp?raw';
import cleanupOnly from './cleanup-only.cpp?raw';
import executorOnly from './executor-only.cpp?raw';
import executorOnlySameCookie from './executor-only-same-cookie.cpp?raw';
import landed from './landed.cpp?raw';
import native from './native.json';
import { story as beforeStory } from './stories/before.ts';
import { story as byValueStory } from './stories/by-value.ts';
import { story as cleanupAfterNotifyStory } from './stories/cleanup-after-notify.ts';
import { story as cleanupAfterNotifySameCookieStory } from './stories/cleanup-after-notify-same-cookie.ts';
import { story as cleanupOnlyStory } from './stories/cleanup-only.ts';
import { story as executorOnlyStory } from './stories/executor-only.ts';
import { story as executorOnlySameCookieStory } from './stories/executor-only-same-cookie.ts';
import { story as weakCookieStory } from './stories/weak-cookie.ts';
import { summary } from './summary.ts';
import weakCookie from './weak-cookie.cpp?raw';

export const scenario: Bug = {
  ...summary,
  variants: variantsOf(summary, {
    before: {
      sentence: 'The second call ignores the report and trusts a pointer that it finds in the cookie.',
      source: before,
      story: beforeStory,
    },
    landed: {
      sentence:
        'A task that fails cleans up before it reports, and the second call reads the report before anything else.',
      source: landed,
      cost: 'Who owns the manifest is still an agreement between two places in the code, which nothing checks.',
    },
    'executor-only': {
      sentence: 'The second call reads the report, but a task that fails does not clean up.',
      source: executorOnly,
      story: executorOnlyStory,
    },
    'executor-only-same-cookie': {
      sentence: 'The same half of the fix, and the client that was told of the failure tries again.',
      source: executorOnlySameCookie,
      story: executorOnlySameCookieStory,
    },
    'cleanup-only': {
      sentence: 'A task that fails cleans up, but the second call does not read the report.',
      source: cleanupOnly,
      story: cleanupOnlyStory,
    },
    'cleanup-after-notify': {
      sentence: 'Both halves of the fix, but a task that fails reports first and cleans up afterwards.',
      source: cleanupAfterNotify,
      story: cleanupAfterNotifyStory,
    },
    'cleanup-after-notify-same-cookie': {
      sentence: 'Report first, clean up afterwards, and in between the same client tries again.',
      source: cleanupAfterNotifySameCookie,
      story: cleanupAfterNotifySameCookieStory,
    },
    'weak-cookie': {
      sentence: 'The fix as it landed, with a shared_ptr in the task and a weak_ptr in the cookie.',
      source: weakCookie,
      story: weakCookieStory,
    },
    'by-value': {
      sentence:
        'The fix as it landed, but the task and the cookie each have their own copy of the manifest (MB-54032, 2023).',
      source: byValue,
      cost: 'There are two copies of every manifest.',
      story: byValueStory,
    },
  }),
  wrong: 'A pointer that was left behind was taken as proof that the write had succeeded.',
  facts: {
    changeId: 'I775a3662e2902d67a4195efc3a6d0043b3ed044d',
    commit: '1f248e412',
    author: 'Jim Walker',
    date: '2021-01-22',
    notes: [
      'The bug came with 5e5d224f0 (MB-39292), written in July and landed in October 2020, when manifests began to be written by a task. It takes a write that fails; then no order of the threads is safe.',
      'One test already made the write fail, but it looked only at the status that was reported and never called the command again. The new test takes the directory away, expects the command to fail, puts the directory back and expects the same command to succeed.',
      'In 2019 a durable write (SyncWrite) that was aborted with its outcome unknown had left a pointer in the cookie in the same way, so the next store returned success at once (MB-34367).',
      'In 2022 reading and clearing the pointer in the cookie became one call with a type (MB-49071). In 2023 the task and the cookie each got a copy; that change says that shared_ptr and weak_ptr had been tried and had failed (MB-54032).',
      'In 2025 the manifest on disk and the asynchronous step were removed (MB-66730). In 2026 the step came back, with a general class that carries the status from call to call (MB-70328).',
      'A client that disconnects while its command is parked probably leaves updateInProgress set even after the fix. That is our reading of the code; the model does not show it.',
      'The model keeps the names of the classes, methods and threads, the plain pointer in the cookie, the restart of the command from the top, and the destruction of the task in a step of its own. It leaves out the vbuckets, the parsing, the lock of the current manifest and the threads of the pool through which a finished task goes.',
      'In kv_engine updateInProgress and its lock are one object (folly::Synchronized), the pointer in the cookie has no type (void*), and each worker has reports of its own (pending_io). Here main plays the worker of the second client when the first one has ended, so one queue is enough.',
      'The two variants in which the same client tries again are ours too: what half a fix leads to depends on whose command comes next.',
      'Patch set 7 of the review went in as a cherry-pick, 1f248e412, on the same day.',
      'The assert that a command is parked only once is ours. In kv_engine the command would be called again and again.',
    ],
  },
  evidence: [
    {
      quote:
        '… failure of the background task meant the task resumed the ep-engine function which leads to access of deleted data.',
      source: 'Jim Walker, commit message',
      date: '2021-01-22',
      variant: 'before',
      schedule: 'a3c8b9c4',
      shows:
        'worker is in the second call to update and reads the manifest that auxio has destroyed with the failed task.',
    },
    {
      quote:
        "… a failed setCollections didn't clean-up some of the manager state, so subsequent setCollections calls would return ebusy (as if the previous call was still in-progress).",
      source: 'Jim Walker, commit message',
      date: '2021-01-22',
      variant: 'executor-only',
      schedule: 'a3c8b8c2a2',
      shows:
        'The first command has been answered, and updateInProgress still names it: main, the second client, is about to get too_busy.',
    },
    {
      quote: 'CMake error: tlm/cmake/Modules/FindCouchbaseErlang.cmake:68 (MESSAGE)',
      source: 'Build Bot, performance build after the merge',
      date: '2021-01-22',
      variant: 'landed',
      schedule: 'a3c8b10c2a8b5a7b2a',
      shows:
        'Red for another reason: CMake could not find Erlang on the build machine, and another build of the same commit was green. Here the fix has run to its end.',
    },
  ],
  native,
};
