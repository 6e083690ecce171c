import type { Beat } from '../../scenario.ts';

/** One preemption is enough: backfill pauses between reading the flag and reading the KVStore. */
export const story: readonly Beat[] = [
  {
    title: 'A flag for the readers',
    text: 'deletion now sets a flag, dropped, before it deletes the KVStore of vbucket 0. backfill reads the flag before it reads the KVStore, and gives up if it is set. The flag is atomic, so there is no data race.',
    variant: 'flag-check',
    schedule: 'a3',
    lines: ['std::atomic<bool> dropped[1]'],
    goal: 'main has started backfill and deletion and waits to join backfill; neither of them has taken a step',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'ready' },
    ],
  },
  {
    title: 'An iterator, then the question',
    text: 'backfill has made an iterator, which keeps the address of the KVStore. Its next step reads the flag.',
    variant: 'flag-check',
    schedule: 'a3b3',
    goal: 'backfill has made its iterator and unlocked the lock of magma; it has not read dropped; deletion has not run',
    claims: [{ thread: 'backfill', state: 'ready', line: 'if (dropped[ctx->vbid])' }],
  },
  {
    title: 'Not dropped: was, or is?',
    text: 'The flag was false, so the KVStore was there when backfill asked. The code goes on as if it were sure that it still is. Nothing between the question and the use keeps it so.',
    variant: 'flag-check',
    schedule: 'a3b4',
    goal: 'backfill has read false from dropped and is about to lock the lock of magma in GetRecord; deletion has not run',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'ready' },
    ],
    question: {
      text: 'Which thread must run now, and how far, so that the answer of the flag is out of date?',
      answer: 'deletion',
      hint: 'backfill does not ask again before it reads. Let the flag change, and then the KVStore.',
    },
  },
  {
    title: 'The flag is set, too late',
    text: 'deletion sets dropped. Whoever asks from here on gives up. backfill has asked already.',
    variant: 'flag-check',
    schedule: 'a3b4c2',
    goal: 'deletion has set dropped and is about to lock the lock of magma in DeleteKVStore; backfill has not moved',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'ready' },
    ],
  },
  {
    title: 'The KVStore is freed',
    text: 'deletion deletes the KVStore under the lock of magma and is done. It could not know that a reader had passed the flag: a flag tells others something and hears nothing from them.',
    variant: 'flag-check',
    schedule: 'a3b4c4',
    goal: 'deletion has freed the KVStore and finished; backfill has not moved',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'finished' },
    ],
  },
  {
    title: 'The same use after free',
    text: 'backfill reads through the old address, as it did without the flag. One more test nearer to the use makes the gap smaller and leaves it open: test and use are two steps, and deletion fits between any two steps.',
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
  },
  {
    title: 'What helps: deletion has to wait',
    text: 'The deleter must learn that a reader is there. With a lock that the scan holds from beginning to end, deletion waits at the place where it was free to go on before. That is safe; its own variant shows what it costs.',
    variant: 'shared-mutex',
    schedule: 'a3b4c',
    goal: 'backfill holds the lock of vbucket 0 shared and has made its iterator; deletion is blocked on that lock',
    claims: [
      { thread: 'backfill', state: 'ready', line: 'lh(magmaLock)' },
      { thread: 'deletion', state: 'blocked', line: 'alone(kvLocks[vbid])' },
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
