import type { Beat } from '../../scenario.ts';

/** One preemption is enough: backfill pauses between reading the flag and reading the KVStore. */
export const story: readonly Beat[] = [
  {
    title: 'A flag for the readers',
    text: 'deletion now sets a flag, dropped, before it deletes the KVStore of vbucket 0. backfill reads the flag before it reads the KVStore, and gives up if it is set. The flag is atomic, so there is no data race.',
    variant: 'flag-check',
    schedule: 'a3',
    goal: 'main has started backfill and deletion and waits to join backfill; neither of them has taken a step',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: ['dropped[1] = {false};', 'if (dropped[ctx->vbid])', 'dropped[vbid] = true;'],
  },
  {
    title: 'First an iterator, then the check',
    text: 'backfill has created an iterator, which keeps the address of the KVStore. Its next step reads the flag.',
    variant: 'flag-check',
    schedule: 'a3b3',
    goal: 'backfill has made its iterator and unlocked the lock of magma; it has not read dropped; deletion has not run',
    claims: [{ thread: 'backfill', state: 'ready', line: 'if (dropped[ctx->vbid])' }],
    lines: ['auto itr = magma.NewSeqIterator(ctx->vbid);'],
  },
  {
    title: 'Not dropped yet',
    text: 'The flag was false, so the KVStore existed when backfill checked. The code goes on as if it still did. Nothing keeps it alive between the check and the use.',
    variant: 'flag-check',
    schedule: 'a3b4',
    goal: 'backfill has read false from dropped and is about to lock the lock of magma in GetRecord; deletion has not run',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: ['if (dropped[ctx->vbid])', 'sent += itr->GetRecord'],
    question: {
      text: 'Which thread must run now for the flag that backfill read to be out of date?',
      answer: 'deletion',
      hint: 'backfill does not check again before it reads. Let the flag change first, and then the KVStore.',
    },
  },
  {
    title: 'The flag is set, too late',
    text: 'deletion sets dropped. Any reader that checks from here on gives up. backfill has already checked.',
    variant: 'flag-check',
    schedule: 'a3b4c2',
    goal: 'deletion has set dropped and is about to lock the lock of magma in DeleteKVStore; backfill has not moved',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: ['if (dropped[ctx->vbid])', 'dropped[vbid] = true;'],
  },
  {
    title: 'The KVStore is freed',
    text: 'deletion deletes the KVStore under the lock of magma and is done. It could not know that a reader had already passed the flag: a flag tells others something, but learns nothing about them.',
    variant: 'flag-check',
    schedule: 'a3b4c4',
    goal: 'deletion has freed the KVStore and finished; backfill has not moved',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'finished' },
    ],
    lines: ['if (dropped[ctx->vbid])', 'kvstores.erase(vbid);', 'dropped[vbid] = true;'],
  },
  {
    title: 'The same use after free',
    text: 'backfill reads through the old address, as it did without the flag. Another check closer to the use makes the window smaller but does not close it: check and use are two steps, and deletion fits between any two steps.',
    variant: 'flag-check',
    schedule: 'a3b4c4b',
    goal: 'backfill has locked the lock of magma and read from the KVStore that deletion has freed',
    claims: [
      {
        thread: 'backfill',
        state: 'crashed',
        line: 'return kvstore->documents[seqno - 1];',
        finding: 'use-after-free',
      },
    ],
    lines: ['if (dropped[ctx->vbid])', 'kvstores.erase(vbid);'],
  },
  {
    title: 'What helps: make the deletion wait',
    text: 'The deleter must learn that a reader is there. With a lock that the scan holds from beginning to end, deletion waits where it was free to go on before. That is safe; the variant "Lock for the whole scan" shows what it costs.',
    variant: 'shared-mutex',
    schedule: 'a3b4c',
    goal: 'backfill holds the lock of vbucket 0 shared and has made its iterator; deletion is blocked on that lock',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'blocked', line: 'alone(kvLocks[vbid])' },
    ],
    lines: [
      'std::shared_mutex kvLocks[1];',
      'inUse(kvLocks[vbid]);',
      'std::move(inUse)',
      'delete ctx;',
      'alone(kvLocks[vbid])',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
