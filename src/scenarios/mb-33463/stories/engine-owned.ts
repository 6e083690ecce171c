import type { Beat } from '../../scenario.ts';

/** Safe; to be seen is who frees the KVStore: the last one who uses it. */
export const story: readonly Beat[] = [
  {
    title: 'The iterator is an owner',
    text: 'The wrapper no longer has handles. Inside magma the iterator holds a shared_ptr, so the KVStore has two owners: the map and the iterator of backfill.',
    variant: 'engine-owned',
    schedule: 'a3b3',
    goal: 'backfill has made its iterator, which owns the KVStore, and unlocked the lock of magma; deletion has not run',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: [
      'std::shared_ptr<KVStore> kvstore;',
      'std::map<Vbid, std::shared_ptr<KVStore>> kvstores;',
      'return std::make_unique<SeqIterator>(lock, found->second);',
    ],
  },
  {
    title: 'Deleted, but not freed',
    text: 'deletion takes the KVStore out of the map and is done. That drops one of two owners, so nothing is freed. It did not have to wait for the scan at all.',
    variant: 'engine-owned',
    schedule: 'a3b3c4',
    goal: 'deletion has erased the KVStore from the map and finished; the iterator of backfill is its only owner',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'finished' },
    ],
    lines: ['kvstores.erase(vbid);', 'magma.DeleteKVStore(vbid);'],
  },
  {
    title: 'The reader reads on',
    text: 'backfill reads document 1 at the point where it crashed before. A file works the same way: deleting it removes its name, and a reader that has it open can read to the end.',
    variant: 'engine-owned',
    schedule: 'a3b3c4b2',
    goal: 'backfill has read document 1 from the KVStore that is no longer in the map',
    claims: [{ thread: 'backfill', state: 'ready', line: 'return ctx->lastReadSeqno == ctx->maxSeqno' }],
    lines: ['return kvstore->documents[seqno - 1];', 'sent += itr->GetRecord'],
  },
  {
    title: 'The last one frees it',
    text: 'The iterator is destroyed when scan returns, and backfill, not deletion, frees the KVStore. This is the cost: memory and disk space stay in use until the slowest reader lets go, and the reader does the work of freeing them.',
    variant: 'engine-owned',
    schedule: 'a3b3c4b4',
    goal: 'backfill has destroyed its iterator and with it the KVStore; it is about to ask for a second iterator',
    claims: [{ thread: 'backfill', state: 'ready' }],
    lines: [
      'auto itr = magma.NewSeqIterator(ctx->vbid);',
      'std::shared_ptr<KVStore> kvstore;',
      '? scan_success : scan_again;',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'The next call is told',
    text: 'The second call of scan finds no KVStore and fails, and the client is told. All this works only if the engine’s own delete does not wait for readers: in 2021 it did, and hung while a scan was open (MB-44010).',
    variant: 'engine-owned',
    schedule: 'a3b3c4b6a',
    goal: 'backfill has got no second iterator and finished; main has joined both',
    claims: [
      { thread: 'backfill', state: 'finished' },
      { thread: 'main', state: 'finished' },
    ],
    lines: ['if (found == kvstores.end())', 'return scan_failed;'],
  },
];
