import type { Beat } from '../../scenario.ts';

/** Safe; to be seen is that the deletion ends before the KVStore is deleted. */
export const story: readonly Beat[] = [
  {
    title: 'A scan is under way',
    text: 'backfill holds a handle and has sent document 1. There is a third thread now: the flusher writes changes to disk, and then does the work that others have deferred.',
    variant: 'try-else-queue',
    schedule: 'a4b10',
    lines: ['std::queue<Vbid> pendingVbucketDeletions;', '.use_count() == 1'],
    goal: 'backfill holds a handle and has read document 1; deletion and flusher have not run',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'ready' },
      { thread: 'flusher', state: 'ready' },
    ],
  },
  {
    title: 'In use: not now',
    text: 'deletion checks the number of handles once. A handle is out, so it puts the vbucket into a queue and is done. It has not waited, and its thread is free for other work.',
    variant: 'try-else-queue',
    schedule: 'a4b10c6',
    goal: 'deletion has seen a handle in use, pushed vbucket 0 to pendingVbucketDeletions and finished',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'finished' },
    ],
    lines: ['.use_count() == 1', 'pendingVbucketDeletions.push(vbid);'],
  },
  {
    title: 'The flusher tries, and puts it back',
    text: 'flusher takes the queue and tries each deletion again. The scan is still open, so the vbucket goes back into the queue. This can happen any number of times: if a new scan always starts before the last one has ended, the count never drops to 1.',
    variant: 'try-else-queue',
    schedule: 'a4b10c6d8',
    goal: 'flusher has taken vbucket 0 from the queue, seen the handle in use, pushed it back and finished',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'flusher', state: 'finished' },
    ],
    lines: [
      'void pendingTasks() {',
      'vbucketsToDelete.swap(pendingVbucketDeletions);',
      'delVBucket(vbucketsToDelete.front());',
      '.use_count() == 1',
      'pendingVbucketDeletions.push(vbid);',
    ],
  },
  {
    title: 'The scan ends, nothing happens',
    text: 'backfill has sent everything and released its handle. The KVStore of the deleted vbucket is still there, and in this model new scans can still find it, until the flusher next has something to write.',
    variant: 'try-else-queue',
    schedule: 'a4b10c6d8b5',
    goal: 'backfill has finished; vbucket 0 is in pendingVbucketDeletions and its KVStore in kvstores',
    claims: [{ thread: 'backfill', state: 'finished' }],
    lines: ['delete ctx;', 'auto found = kvstores.find(vbid);', 'void pendingTasks() {'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'Deleted at last',
    text: 'The next run of the flusher, played by main, finds no handle in use and frees the KVStore. No thread ever waits for a scan, whatever the order.',
    variant: 'try-else-queue',
    schedule: 'a4b10c6d8b5a',
    goal: 'main has run pendingTasks, which freed the KVStore, and has checked that the queue is empty',
    claims: [{ thread: 'main', state: 'finished' }],
    lines: [
      '.use_count() == 1',
      'magma.DeleteKVStore(vbid);',
      'delVBucket(vbucketsToDelete.front());',
      'kvstore.pendingTasks();  // the next run',
    ],
  },
];
