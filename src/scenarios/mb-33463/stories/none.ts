import type { Beat } from '../../scenario.ts';

/** One preemption is enough: backfill pauses between looking the KVStore up and reading from it. */
export const story: readonly Beat[] = [
  {
    title: 'One KVStore for each vbucket',
    text: 'A vbucket is a shard of the data. Magma, the storage engine, keeps the documents of each vbucket in its own KVStore. The server calls magma through a wrapper, MagmaKVStore.',
    variant: 'none',
    schedule: 'a',
    goal: 'main has built the wrapper with the KVStore of vbucket 0; its next operation starts backfill',
    claims: [{ thread: 'main', state: 'ready', line: 'std::thread backfill(' }],
    lines: ['struct KVStore {', 'int documents[2]', 'struct MagmaKVStore {'],
  },
  {
    title: 'A reader and a deleter',
    text: 'backfill reads all documents of vbucket 0 for a client that wants a copy. Meanwhile the vbucket has moved to another server, so deletion deletes it here. Both are tasks of one thread pool, and nothing makes either wait for the other.',
    variant: 'none',
    schedule: 'a3',
    goal: 'main has started backfill and deletion and waits to join backfill; neither of them has taken a step',
    claims: [
      { thread: 'main', state: 'waiting', line: 'backfill.join();' },
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: ['scan_error_t run(Vbid vbid) {', 'void delVBucket(Vbid vbid) {', 'std::thread deletion('],
  },
  {
    title: 'A scan is many calls',
    text: 'A scan is too long for a single call. The first call has sent document 1 and returned scan_again, because the client’s buffer is full. Between two calls backfill keeps only its scan context, which records how far it has got.',
    variant: 'none',
    schedule: 'a3b5',
    goal: 'backfill has read document 1 and unlocked the lock of magma; it is about to lock it for its second iterator; deletion has not run',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: [
      'struct MagmaScanContext {',
      'int lastReadSeqno = 0;',
      'sent += itr->GetRecord',
      '? scan_success : scan_again;',
      'status = kvstore.scan(ctx, sent);',
    ],
  },
  {
    title: 'A pointer, and no promise',
    text: "backfill has called scan again and has a new iterator. NewSeqIterator found the KVStore under magma's lock, kept its address and unlocked. Here is the wrong assumption: the address is valid only until somebody deletes the KVStore, and nobody can tell that it is in use.",
    variant: 'none',
    schedule: 'a3b7',
    goal: 'backfill has made its second iterator and unlocked the lock of magma; it has not locked it again in GetRecord; deletion has not run',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: [
      'KVStore* kvstore;',
      'NewSeqIterator(Vbid vbid) {',
      'return std::make_unique<SeqIterator>(lock, found->second.get());',
      'auto itr = magma.NewSeqIterator(ctx->vbid);',
    ],
    question: {
      text: 'Which thread must run now for the next read by backfill to go wrong?',
      answer: 'deletion',
      hint: 'The next read needs the KVStore. Look for the line that frees it.',
    },
  },
  {
    title: 'The deletion is correct',
    text: "deletion takes magma's lock, removes the KVStore from the map and unlocks. There is nothing wrong with that call in isolation: the vbucket is to be deleted, and backfill was not inside magma at that moment.",
    variant: 'none',
    schedule: 'a3b7c3',
    goal: 'deletion has freed the KVStore, unlocked the lock of magma and finished; backfill has not moved since the last beat',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'finished' },
    ],
    lines: [
      'KVStore* kvstore;',
      'return kvstore->documents[seqno - 1];',
      'void DeleteKVStore(Vbid vbid) {',
      'kvstores.erase(vbid);',
    ],
    predict: {
      kind: 'sight',
      text: 'What will backfill find at the address it has kept?',
      thread: 'backfill',
      options: [
        { text: 'document 2', sees: 'reads' },
        { text: 'null', sees: 'null dereference' },
        { text: 'freed memory', sees: 'use after free' },
      ],
      because: 'A pointer does not change when the object it points to is destroyed.',
    },
  },
  {
    title: 'backfill reads freed memory',
    text: "backfill takes magma's lock and reads through the old address: a use after free. On a real server this is a crash, or garbage sent to a client. Each call was safe on its own; finding the KVStore and using it had to be one.",
    variant: 'none',
    schedule: 'a3b7c3b',
    goal: 'backfill has locked the lock of magma and read from the KVStore that deletion has freed',
    claims: [
      {
        thread: 'backfill',
        state: 'crashed',
        line: 'return kvstore->documents[seqno - 1];',
        finding: 'use-after-free',
      },
    ],
    lines: ['KVStore* kvstore;', 'found->second.get()', 'kvstores.erase(vbid);'],
  },
  {
    title: 'Would a flag do?',
    text: 'A flag is cheap: deletion sets it before it deletes, and backfill checks it before it reads. Here backfill has checked, and the vbucket was still there.',
    variant: 'flag-check',
    schedule: 'a3b4',
    goal: 'backfill has read false from dropped and is about to lock the lock of magma in GetRecord; deletion has not run',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: ['dropped[1] = {false};', 'if (dropped[ctx->vbid])', 'dropped[vbid] = true;'],
    aside: true,
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because:
        'The flag tells what was true when it was read, and deletion fits between the check and the use.',
    },
  },
  {
    title: 'The fix: count the users',
    text: 'A scan now takes a handle in initScanContext and releases it in destroyScanContext. All handles are copies of one shared_ptr, so they can be counted. backfill is at the same point as before, but deletion sees that a handle is out and keeps checking until it is back.',
    variant: 'handle-and-spin',
    schedule: 'a3b12c3',
    goal: 'backfill holds a handle in its scan context and has made its second iterator; deletion holds the lock of the handles, has seen a count of 2 and yields',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'ready', line: 'std::this_thread::yield();' },
    ],
    lines: [
      'using MagmaKVHandle = std::shared_ptr<MagmaKVHandleStruct>;',
      'return magmaKVHandles[vbid].first;',
      '.use_count() != 1',
      'initScanContext(Vbid vbid) {\n    auto kvHandle = getMagmaKVHandle(vbid);',
      'void destroyScanContext(MagmaScanContext* ctx) {\n    delete ctx;',
      'auto lock = getExclusiveKVHandle(vbid);',
    ],
  },
  {
    title: 'What the fix costs',
    text: 'backfill has sent everything and released its handle; only then did deletion free the KVStore. Until then a thread of the pool did nothing but check, and it held the lock under which handles are copied, so every new user of the vbucket had to wait too. A thread that holds one handle and asks for another waits for ever: see the variant "A second handle".',
    variant: 'handle-and-spin',
    schedule: 'a3b12c3b3c5a',
    goal: 'backfill has finished, then deletion has seen a count of 1, freed the KVStore and finished; main has checked that all was sent',
    claims: [
      { thread: 'backfill', state: 'finished' },
      { thread: 'deletion', state: 'finished' },
    ],
    lines: [
      'std::unique_lock<std::mutex> lock(magmaKVHandles[vbid].second);',
      '.use_count() != 1',
      'std::this_thread::yield();',
      'delete ctx;',
      'magma.DeleteKVStore(vbid);',
    ],
  },
];
