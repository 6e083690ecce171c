import type { Beat } from '../../scenario.ts';

/** One preemption is enough: backfill pauses between its first handle and its second. */
export const story: readonly Beat[] = [
  {
    title: 'One handle, and one more',
    text: 'Handles are counted as in the fix that landed. One thing is different: getVBucketState is careful and takes a handle of its own while it reads. initScanContext has one already when it calls it.',
    variant: 'nested-acquire',
    schedule: 'a3',
    goal: 'main has started backfill and deletion and waits to join backfill; neither of them has taken a step',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'ready' },
    ],
  },
  {
    title: 'The first handle',
    text: 'initScanContext has taken a handle and unlocked. The count is 2: the wrapper has the first handle, backfill the copy. Next getVBucketState takes the same lock again, for the second copy.',
    variant: 'nested-acquire',
    schedule: 'a3b4',
    goal: 'backfill holds one handle and is about to lock the lock of the handles in getMagmaKVHandle, called by getVBucketState; deletion has not run',
    claims: [
      {
        thread: 'backfill',
        state: 'ready',
        line: 'std::lock_guard<std::mutex> lock(magmaKVHandles[vbid].second);',
      },
      { thread: 'deletion', state: 'ready' },
    ],
    question: {
      text: 'Which thread must run now, and how far, so that no thread gets anywhere any more?',
      answer: 'deletion',
      hint: 'backfill needs the lock of the handles once more. Who else takes it, and when does that one let go?',
    },
  },
  {
    title: 'deletion shuts the door',
    text: 'deletion takes the lock of the handles, so that the number of handles cannot grow while it waits. backfill, which wants its second handle, stands before that lock.',
    variant: 'nested-acquire',
    schedule: 'a3b4c2',
    goal: 'deletion holds the lock of the handles and is about to read the count; backfill is blocked on that lock',
    claims: [
      { thread: 'backfill', state: 'blocked' },
      { thread: 'deletion', state: 'ready', line: 'while (magmaKVHandles[vbid].first.use_count() != 1)' },
    ],
  },
  {
    title: 'It waits, and keeps the lock',
    text: 'The count is 2, so deletion waits for backfill to give its handle back. It keeps the lock meanwhile: that is the wrong assumption, that nobody who has a handle needs this lock to finish.',
    variant: 'nested-acquire',
    schedule: 'a3b4c3',
    goal: 'deletion holds the lock of the handles, has read a count of 2 and yields; backfill is blocked on that lock',
    claims: [
      { thread: 'backfill', state: 'blocked' },
      { thread: 'deletion', state: 'ready', line: 'std::this_thread::yield();' },
    ],
  },
  {
    title: 'Round and round',
    text: 'deletion has looked again and everything is as it was before. It keeps the lock until the handle is given back, and backfill gives the handle back only after it has had the lock: a deadlock. It does not look like one, because deletion never sleeps: it looks busy, and costs a processor.',
    variant: 'nested-acquire',
    schedule: 'a3b4c4',
    goal: 'deletion is back at the loop condition with the lock of the handles held; backfill is blocked on that lock; the state is one that was there before',
    claims: [
      { thread: 'backfill', state: 'blocked' },
      { thread: 'deletion', state: 'ready', finding: 'deadlock' },
    ],
  },
  {
    title: 'What helps: do not wait there',
    text: 'One month after the second handle came, deletion stopped waiting (MB-37292). Here it has found the same count, has put the vbucket into a queue for later and is letting the lock go. A second handle would cost backfill a short wait and no more.',
    variant: 'try-else-queue',
    schedule: 'a4b4c5',
    goal: 'backfill holds a handle; deletion has read a count of more than 1, pushed vbucket 0 to pendingVbucketDeletions and unlocked pendingLock',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'ready' },
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
