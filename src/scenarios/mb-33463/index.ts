import type { Scenario } from '../scenario.ts';
import engineOwned from './engine-owned.cpp?raw';
import flagCheck from './flag-check.cpp?raw';
import handleAndSpin from './handle-and-spin.cpp?raw';
import logicalDelete from './logical-delete.cpp?raw';
import native from './native.json';
import nestedAcquire from './nested-acquire.cpp?raw';
import none from './none.cpp?raw';
import sharedMutex from './shared-mutex.cpp?raw';
import { story as engineOwnedStory } from './stories/engine-owned.ts';
import { story as flagCheckStory } from './stories/flag-check.ts';
import { story as logicalDeleteStory } from './stories/logical-delete.ts';
import { story as nestedAcquireStory } from './stories/nested-acquire.ts';
import { story as noneStory } from './stories/none.ts';
import { story as sharedMutexStory } from './stories/shared-mutex.ts';
import { story as tryElseQueueStory } from './stories/try-else-queue.ts';
import tryElseQueue from './try-else-queue.cpp?raw';

export const mb33463: Scenario = {
  id: 'mb-33463',
  bug: 'MB-33463',
  title: 'Deleted while it is read',
  sentence:
    'A backfill reads a vbucket from disk while the vbucket is deleted. Each call into the storage engine is safe alone, and still the reader is left with the address of something that is gone.',
  symptom: 'use-after-free',
  variants: [
    {
      slug: 'none',
      role: 'before',
      title: 'Before',
      file: 'none.cpp',
      source: none,
      sentence: 'delVBucket deletes the KVStore at once, whoever reads it.',
      expected: { verdict: 'use-after-free' },
      story: noneStory,
    },
    {
      slug: 'flag-check',
      title: 'A flag',
      file: 'flag-check.cpp',
      source: flagCheck,
      sentence: 'delVBucket sets a flag before it deletes, and scan tests the flag before it reads.',
      expected: { verdict: 'use-after-free' },
      story: flagCheckStory,
    },
    {
      slug: 'shared-mutex',
      title: 'Lock for the whole scan',
      file: 'shared-mutex.cpp',
      source: sharedMutex,
      sentence:
        'A scan holds a read-write lock of its vbucket from beginning to end: the deletion waits for it.',
      expected: { verdict: 'clean' },
      cost: 'The deletion waits for the longest scan, and no scan may go on in another thread, because only the thread that locked may unlock.',
      story: sharedMutexStory,
    },
    {
      slug: 'handle-and-spin',
      role: 'landed',
      title: 'As landed',
      file: 'handle-and-spin.cpp',
      source: handleAndSpin,
      sentence: 'A scan holds a counted handle, and delVBucket spins until nobody else has one (2019).',
      expected: { verdict: 'clean' },
      cost: 'The deleting thread spins until the last scan has ended, and holds the lock that each new user of the vbucket needs.',
    },
    {
      slug: 'nested-acquire',
      title: 'A second handle',
      file: 'nested-acquire.cpp',
      source: nestedAcquire,
      sentence:
        'As landed, but initScanContext takes a second handle while it has one, as in the code of autumn 2019.',
      expected: { verdict: 'deadlock' },
      story: nestedAcquireStory,
    },
    {
      slug: 'try-else-queue',
      title: 'Try, else queue',
      file: 'try-else-queue.cpp',
      source: tryElseQueue,
      sentence:
        'delVBucket looks once; if the vbucket is in use, the flusher tries again later (MB-37292, 2020).',
      expected: { verdict: 'clean' },
      cost: 'As long as there is always a scan open, the KVStore is never deleted, and until it is deleted new scans still find it.',
      story: tryElseQueueStory,
    },
    {
      slug: 'logical-delete',
      title: 'Hide, then free',
      file: 'logical-delete.cpp',
      source: logicalDelete,
      sentence:
        'The vbucket is hidden at once, and its old revision is freed when nobody has a handle (September 2019).',
      expected: { verdict: 'clean' },
      cost: 'Handles are counted by vbucket and not by revision, so users of a new revision and the deletion of the old one wait for each other.',
      story: logicalDeleteStory,
    },
    {
      slug: 'engine-owned',
      title: 'The engine owns it',
      file: 'engine-owned.cpp',
      source: engineOwned,
      sentence:
        'The handles are gone: each iterator of the engine is an owner, and the last owner frees the KVStore (2020).',
      expected: { verdict: 'clean' },
      cost: 'Memory and disk stay in use until the slowest reader has ended, and the delete of the engine must not wait for it (MB-44010).',
      story: engineOwnedStory,
    },
  ],
  facts: {
    changeId: 'I5c5a18773388929908518e5f1342bff4e75af715',
    commit: '3be85798b',
    author: 'Scott Lashley',
    date: '2019-07-05',
    notes: [
      'The Change-Id is that of the review of June 2019, which is not in the public history. It was reworked, and the commit is the form that landed three weeks later.',
      'RocksDB had the same fix in 2017 (MB-26849): take the pointer out of its place, then spin until nobody else has a copy. Couchstore needs none: it unlinks a file with a revision in its name, and who has the file open reads on.',
      'A backfill is the reader at risk because it keeps a scan context between its calls and no owner of the vbucket. A fetch in the background holds the vbucket itself, so that the vbucket cannot be deleted under it.',
      'The upstream test of deletions beside other operations is for ThreadSanitizer and for luck: four threads, 25 deletions, and the check that nothing crashes or hangs.',
      'In September 2019 SoftDeleteKVStore and revisions were added (f123169cc), in January 2020 the queue (MB-37292, e9ff8afd1). In March 2020 handles and waiting were removed (2e523a443): the storage engine was to do "the heavy lifting, similar to couchstore". The variants show one idea each, so logical-delete has no queue and the queue no revision.',
      'In 2021 the wait had come back inside magma: its own delete hung while a scan was open, until it was made not to block (MB-44010).',
      'Magma is closed source. Here it is one lock, a map and an iterator, so that each call is safe alone; what its inside really looks like is not known.',
      'By autumn 2019 initScanContext took a handle and called getVBucketState, which took another; so did rollback and prepareToDelete. That this ever hung is not recorded. The variant as landed leaves the second handle out, the variant nested-acquire has it.',
      'Upstream sleeps for 100 microseconds where the model yields, and tests unique(), a relaxed load that orders nothing by itself; C++20 has only use_count(). In the model the lock of magma orders the last read before the deletion.',
      'Upstream the handle also holds vbstateMutex, the lock of the cached state. The model leaves out the states, the writes of the flusher, and the threads between the calls of a scan: one thread makes all calls.',
    ],
  },
  evidence: [
    {
      quote: 'A delVbucket can happen at any point from a thread other than the bg_flusher thread.',
      source: 'Scott Lashley, description of the change',
      date: '2019-06-15',
      variant: 'none',
      schedule: 'a3b7c',
      shows:
        'backfill is between two of its calls into magma, and deletion begins delVBucket. Nothing in the wrapper stands in its way.',
    },
    {
      quote:
        'We need to protect the magma wrapper calls from having the kvstore ripped out while they are active.',
      source: 'Scott Lashley, description of the change',
      date: '2019-06-15',
      variant: 'none',
      schedule: 'a3b7c3b',
      shows:
        'scan, a call of the wrapper, was active all the time: it made the iterator, and now it reads from the KVStore that deletion has freed.',
    },
    {
      quote: 'This is different than couchstore which relies on file reversion.',
      source: 'Scott Lashley, description of the change',
      date: '2019-06-15',
      variant: 'logical-delete',
      schedule: 'a2b8a3c3b5a3',
      shows:
        'What couchstore does with file revisions, magma got three months later: revision 2 is there before revision 1 is freed, and the deletion knows which one it is for.',
    },
  ],
  native,
};
