import { type Bug, variantsOf } from '../scenario.ts';
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
import { summary } from './summary.ts';
import tryElseQueue from './try-else-queue.cpp?raw';

export const scenario: Bug = {
  ...summary,
  variants: variantsOf(summary, {
    none: {
      sentence:
        'delVBucket deletes the KVStore at once, even while it is being read: this is what the change was to prevent.',
      source: none,
      story: noneStory,
    },
    'flag-check': {
      sentence: 'delVBucket sets a flag before it deletes, and scan tests the flag before it reads.',
      source: flagCheck,
      story: flagCheckStory,
    },
    'shared-mutex': {
      sentence:
        'A scan holds its vbucket’s read-write lock from beginning to end, and the deletion waits for it.',
      source: sharedMutex,
      cost: 'The deletion waits for the longest scan, and a scan must not move to another thread, because only the thread that locked a shared_mutex may unlock it.',
      story: sharedMutexStory,
    },
    'handle-and-spin': {
      sentence: 'A scan holds a counted handle, and delVBucket spins until nobody else holds one (2019).',
      source: handleAndSpin,
      cost: 'The deleting thread spins until the last scan has ended, and meanwhile holds the lock that every new user of the vbucket needs.',
    },
    'nested-acquire': {
      sentence:
        'As landed, but initScanContext takes a second handle while it holds the first, as in December 2019.',
      source: nestedAcquire,
      story: nestedAcquireStory,
    },
    'try-else-queue': {
      sentence:
        'delVBucket checks once; if the vbucket is in use, the flusher tries again later (MB-37292, 2020).',
      source: tryElseQueue,
      cost: 'As long as some scan is always open, the KVStore is never deleted, and until then new scans still find it unless something else hides it.',
      story: tryElseQueueStory,
    },
    'logical-delete': {
      sentence:
        'The vbucket is hidden at once, and its old revision is freed when nobody holds a handle any more (September 2019).',
      source: logicalDelete,
      cost: 'Handles are counted per vbucket, not per revision, so users of a new revision and the deletion of the old one wait for each other.',
      story: logicalDeleteStory,
    },
    'engine-owned': {
      sentence:
        'There are no handles: each iterator of the engine is an owner, and the last owner frees the KVStore (2020).',
      source: engineOwned,
      cost: 'Memory and disk space stay in use until the slowest reader is done, and the engine’s own delete must not wait for it (MB-44010).',
      story: engineOwnedStory,
    },
  }),
  wrong: 'Each call was safe on its own, but nothing protected the scan between one call and the next.',
  facts: {
    changeId: 'I5c5a18773388929908518e5f1342bff4e75af715',
    commit: '3be85798b',
    author: 'Scott Lashley',
    date: '2019-07-05',
    notes: [
      'The variant "Before" never existed: in the code before this change delVBucket only logged "not implemented yet" (3be85798b^). It shows what deleting would have done without protection.',
      'The Change-Id is that of the review of June 2019, which is not in the public history. It was reworked, and the commit is the form that landed three weeks later.',
      'RocksDB had the same fix in 2017 (MB-26849): take the pointer out of its place, then spin until nobody else has a copy. Couchstore needs no such fix: it unlinks a file with a revision in its name, and a reader that has the file open can go on reading.',
      'A backfill is the reader at risk because between its calls it keeps a scan context but does not own the vbucket. A background fetch holds the vbucket itself, so the vbucket cannot be deleted under it.',
      'The Couchbase team’s test runs deletions alongside other operations and relies on ThreadSanitizer and on luck: four threads, 25 deletions, and a check that nothing crashes or hangs.',
      'In September 2019 SoftDeleteKVStore and revisions were added (f123169cc), in January 2020 the queue (MB-37292, e9ff8afd1). In March 2020 handles and waiting were removed (2e523a443): the storage engine was to do "the heavy lifting, similar to couchstore". That the Couchbase team counted handles at all, where a lock held for the whole scan would do, we take to be because a scan goes on in other threads; no source says so. Each variant shows one idea, so logical-delete has no queue and try-else-queue has no revisions.',
      'That new scans still find a KVStore whose deletion waits in the queue is a cost of the model: in kv_engine SoftDelete had let them answer NotExists since September 2019. It moves the shared pointer to a list of pending deletions, says f123169cc. What led to the queue was two scans, with a deletion between the end of the first and the end of the second.',
      'In 2021 the wait had come back inside magma: its own delete hung while a scan was open, until it was made not to block (MB-44010).',
      'Magma is closed source. Here it is one lock, a map and an iterator, so that each call is safe alone; nothing is known of its real internals beyond what commit messages say.',
      'From 2019-12-05 (25db373b5) initScanContext took a handle and called getVBucketState, which took another; so did rollback and prepareToDelete. The spinning went a month later, on 2020-01-07. That this ever hung is not recorded. The variant "As landed" leaves out the second handle; the variant "A second handle" has it.',
      'kv_engine sleeps for 100 microseconds where the model yields, and tests unique(), a relaxed load that orders nothing by itself; C++20 has only use_count(). In the model the lock of magma orders the last read before the deletion. How long the deletion waits is a cost here and not a failure: nothing asserts it.',
      'In kv_engine the handle also holds vbstateMutex, the lock of the cached state. The model leaves out the states, the writes of the flusher, and the threads between the calls of a scan: one thread makes all calls.',
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
        'backfill is between two of its calls into magma, and deletion enters delVBucket. Nothing in the wrapper stops it.',
    },
    {
      quote:
        'We need to protect the magma wrapper calls from having the kvstore ripped out while they are active.',
      source: 'Scott Lashley, description of the change',
      date: '2019-06-15',
      variant: 'none',
      schedule: 'a3b7c3b',
      shows:
        'scan, a call of the wrapper, was active all along: it created the iterator, and now it reads from the KVStore that deletion has freed.',
    },
    {
      quote: 'This is different than couchstore which relies on file reversion.',
      source: 'Scott Lashley, description of the change',
      date: '2019-06-15',
      variant: 'logical-delete',
      schedule: 'a2b8a3c3b5a3',
      shows:
        'Three months later magma got what couchstore does with file revisions: revision 2 exists before revision 1 is freed, and the deletion knows which one it is for.',
    },
    {
      quote: 'ThreadSanitizer issue: data race (…/libtsan.so.0+0x6a7b4) in operator delete(void*)',
      source: 'ThreadSanitizer build of patch set 9',
      date: '2019-06-15',
      variant: 'none',
      schedule: 'a3b7c3b',
      shows:
        'The test that failed ran on RocksDB, most likely with the new threads that read and scan during a deletion; the test that landed leaves RocksDB out. What such a race leads to stands here: deletion has freed what backfill reads.',
    },
    {
      quote: 'error: "MagmaKVStoreConfig" was not declared in this scope',
      source: 'Build Bot, performance build of patch set 9',
      date: '2019-06-15',
      variant: 'handle-and-spin',
      schedule: 'a3b15ac6a',
      shows:
        'Red for another reason: builds without magma did not compile the new test. Here the fix has run to its end.',
    },
  ],
  native,
};
