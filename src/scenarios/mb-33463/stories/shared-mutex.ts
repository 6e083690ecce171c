import type { Beat } from '../../scenario.ts';

/** Safe; to be seen is how long the deletion waits. */
export const story: readonly Beat[] = [
  {
    title: 'One lock for the whole scan',
    text: 'Each vbucket has a read-write lock. A scan holds it shared from initScanContext to destroyScanContext. delVBucket needs it exclusively.',
    variant: 'shared-mutex',
    schedule: 'a3b2',
    goal: 'backfill holds the lock of vbucket 0 shared; it has not called scan; deletion has not run',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: [
      'std::shared_mutex kvLocks[1];',
      'initScanContext(Vbid vbid) {',
      'inUse(kvLocks[vbid]);',
      'void destroyScanContext(',
      'delete ctx;',
      'alone(kvLocks[vbid])',
    ],
  },
  {
    title: 'Locked between two calls',
    text: 'Document 1 is sent, and backfill has to wait until the client has room for more. The shared lock is kept in the scan context and stays locked all that time.',
    variant: 'shared-mutex',
    schedule: 'a3b6',
    goal: 'backfill has sent document 1 and holds the lock of vbucket 0 shared; deletion has not run',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: ['std::shared_lock<std::shared_mutex> inUse;', 'std::move(inUse)', '? scan_success : scan_again;'],
  },
  {
    title: 'The deletion waits for the client',
    text: 'deletion is blocked, and the pool has one thread less. For how long depends on the slowest client, not on the deleter. Whoever asked for the deletion gets no answer until then.',
    variant: 'shared-mutex',
    schedule: 'a3b6c',
    goal: 'deletion is blocked on the lock of vbucket 0; backfill has not moved',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'blocked', line: 'alone(kvLocks[vbid])' },
    ],
    lines: ['alone(kvLocks[vbid])'],
  },
  {
    title: 'The scan ends and unlocks',
    text: 'backfill has sent document 2 and unlocked in destroyScanContext. In the real server this may be a different thread from the one that locked, and a shared_mutex must be unlocked by the thread that locked it. That is probably why the Couchbase team counts handles instead.',
    variant: 'shared-mutex',
    schedule: 'a3b6cb5',
    goal: 'backfill has unlocked the lock of vbucket 0 and finished; deletion can go on',
    claims: [
      { thread: 'backfill', state: 'finished' },
      { thread: 'deletion', state: 'ready', line: 'alone(kvLocks[vbid])' },
    ],
    lines: ['inUse(kvLocks[vbid]);', 'void destroyScanContext(', 'delete ctx;', 'alone(kvLocks[vbid])'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'Now it is deleted',
    text: 'deletion holds the lock exclusively and frees the KVStore; nobody can be reading it. It is safe in every order of the threads.',
    variant: 'shared-mutex',
    schedule: 'a3b6cb5c4a',
    goal: 'deletion has freed the KVStore and finished; main has joined both and checked that all documents were sent',
    claims: [
      { thread: 'backfill', state: 'finished' },
      { thread: 'deletion', state: 'finished' },
    ],
    lines: ['kvstores.erase(vbid);', 'alone(kvLocks[vbid])', 'magma.DeleteKVStore(vbid);'],
  },
];
