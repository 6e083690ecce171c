import type { Beat } from '../../scenario.ts';

/** Safe; to be seen is that finding and freeing end at different times. */
export const story: readonly Beat[] = [
  {
    title: 'An iterator on revision 1',
    text: 'Each KVStore has a revision now. backfill holds a handle and an iterator on revision 1 of vbucket 0. main plays the front-end worker that is told to delete the vbucket.',
    variant: 'logical-delete',
    schedule: 'a2b8',
    goal: 'backfill holds a handle and has made its first iterator; main is about to call SoftDeleteKVStore',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'main', state: 'ready' },
    ],
    lines: [
      'using KVStoreRevision = int;',
      'std::map<Vbid, KVStoreRevision> current;',
      'std::map<KVStoreRevision, std::unique_ptr<KVStore>> kvstores;',
      'auto rev = kvstore.prepareToDelete(0);',
    ],
  },
  {
    title: 'No longer found, still there',
    text: 'SoftDeleteKVStore removes the vbucket from `current`, so no call finds it from here on. Its KVStore is not freed, as backfill has an iterator on it. Then main starts the deletion and tells it the revision.',
    variant: 'logical-delete',
    schedule: 'a2b8a3',
    goal: 'main has removed vbucket 0 from current, started deletion with revision 1 and waits to join backfill',
    claims: [
      { thread: 'main', state: 'waiting', line: 'backfill.join();' },
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
    ],
    lines: [
      'KVStoreRevision SoftDeleteKVStore(Vbid vbid) {',
      'current.erase(vbid);',
      'std::thread deletion(',
    ],
  },
  {
    title: 'Freeing still needs the handles',
    text: 'deletion is to free revision 1, and waits until nobody holds a handle, as before. The wait is shorter now, because no new scan can start on this revision.',
    variant: 'logical-delete',
    schedule: 'a2b8a3c3',
    goal: 'deletion holds the lock of the handles, has seen a count of 2 and yields',
    claims: [{ thread: 'deletion', state: 'ready', line: 'std::this_thread::yield();' }],
    lines: ['.use_count() != 1', 'magma.DeleteKVStore(rev);'],
  },
  {
    title: 'The scan is told',
    text: 'The open iterator has read document 1 without harm. The next call to scan asks for an iterator, does not find the vbucket and fails: the client is told, and the handle is released.',
    variant: 'logical-delete',
    schedule: 'a2b8a3c3b5',
    goal: 'backfill has read document 1, got no second iterator, destroyed its scan context and finished',
    claims: [
      { thread: 'backfill', state: 'finished' },
      { thread: 'main', state: 'ready', line: 'backfill.join();' },
    ],
    lines: ['auto found = current.find(vbid);', 'return scan_failed;', 'delete ctx;'],
  },
  {
    title: 'The vbucket comes back first',
    text: 'The vbucket moves back to this server: main creates revision 2 while revision 1 is still waiting to be freed. Without revisions, the late deletion would now hit the new KVStore.',
    variant: 'logical-delete',
    schedule: 'a2b8a3c3b5a3',
    goal: 'main has created revision 2 of vbucket 0 and waits to join deletion, which has not freed revision 1',
    claims: [
      { thread: 'main', state: 'waiting', line: 'deletion.join();' },
      { thread: 'deletion', state: 'ready', line: 'std::this_thread::yield();' },
    ],
    lines: ['kvstore.magma.CreateKVStore(0, rev + 1);', 'current[vbid] = rev;'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'Only the old one is freed',
    text: 'deletion frees revision 1, and revision 2 stays. One flaw remains: handles are counted per vbucket, not per revision, so a reader of the new KVStore would delay this deletion, and new readers would have to wait as long as the deletion waits.',
    variant: 'logical-delete',
    schedule: 'a2b8a3c3b5a3c5a',
    goal: 'deletion has freed revision 1 and finished; main has checked that revision 2 is found',
    claims: [
      { thread: 'deletion', state: 'finished' },
      { thread: 'main', state: 'finished' },
    ],
    lines: ['kvstores.erase(rev);', '.use_count() != 1', 'magma.DeleteKVStore(rev);'],
  },
];
