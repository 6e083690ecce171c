import type { Beat } from '../../scenario.ts';

/** One preemption is enough: backfill pauses between its first handle and its second. */
export const story: readonly Beat[] = [
  {
    title: 'One handle, and one more',
    text: 'Handles are counted as in the fix that landed. One thing is different: getVBucketState is careful and takes a handle of its own while it reads. initScanContext already holds one when it makes that call.',
    variant: 'nested-acquire',
    schedule: 'a3',
    goal: 'main has started backfill and deletion and waits to join backfill; neither of them has taken a step',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: [
      'getVBucketState(Vbid vbid) {',
      'auto kvHandle = getMagmaKVHandle(vbid);  // assumes',
      'initScanContext(Vbid vbid) {',
      'getVBucketState(vbid)->highSeqno',
    ],
  },
  {
    title: 'The first handle',
    text: 'initScanContext has taken a handle and unlocked. The count is 2: the wrapper holds the original, backfill the copy. Next getVBucketState takes the same lock again, to make a second copy.',
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
    lines: [
      'return magmaKVHandles[vbid].first;',
      'getVBucketState(Vbid vbid) {',
      'auto kvHandle = getMagmaKVHandle(vbid);  // assumes',
      'initScanContext(Vbid vbid) {',
    ],
    question: {
      text: 'Which thread must run now so that no thread can make progress?',
      answer: 'deletion',
      hint: 'backfill needs the lock of the handles once more. Which other thread takes it, and when does it unlock?',
    },
  },
  {
    title: 'deletion locks everyone out',
    text: 'deletion takes the lock of the handles, so that the number of handles cannot grow while it waits. backfill, which wants its second handle, needs that same lock next.',
    variant: 'nested-acquire',
    schedule: 'a3b4c2',
    goal: 'deletion holds the lock of the handles and is about to read the count; backfill is blocked on that lock',
    claims: [
      { thread: 'backfill', state: 'blocked' },
      { thread: 'deletion', state: 'ready', line: 'while (magmaKVHandles[vbid].first.use_count() != 1)' },
    ],
    lines: [
      'std::lock_guard<std::mutex> lock(magmaKVHandles[vbid].second);',
      'std::unique_lock<std::mutex> lock(magmaKVHandles[vbid].second);',
    ],
  },
  {
    title: 'It waits, and keeps the lock',
    text: 'The count is 2, so deletion waits for backfill to release its handle. It keeps the lock while it waits, and here is the wrong assumption: that no thread with a handle needs this lock to finish.',
    variant: 'nested-acquire',
    schedule: 'a3b4c3',
    goal: 'deletion holds the lock of the handles, has read a count of 2 and yields; backfill is blocked on that lock',
    claims: [
      { thread: 'backfill', state: 'blocked' },
      { thread: 'deletion', state: 'ready', line: 'std::this_thread::yield();' },
    ],
    lines: ['std::unique_lock<std::mutex> lock(magmaKVHandles[vbid].second);', '.use_count() != 1'],
  },
  {
    title: 'Round and round',
    text: 'deletion has checked again, and nothing has changed. It keeps the lock until the handle is released, and backfill cannot release the handle without first getting the lock: a deadlock. It does not look like one, because deletion never sleeps: it looks busy and burns a CPU.',
    variant: 'nested-acquire',
    schedule: 'a3b4c4',
    goal: 'deletion is back at the loop condition with the lock of the handles held; backfill is blocked on that lock; the state is one that was there before',
    claims: [
      { thread: 'backfill', state: 'blocked' },
      { thread: 'deletion', state: 'ready', finding: 'deadlock' },
    ],
    lines: [
      'std::lock_guard<std::mutex> lock(magmaKVHandles[vbid].second);',
      'std::unique_lock<std::mutex> lock(magmaKVHandles[vbid].second);',
      '.use_count() != 1',
      'auto kvHandle = getMagmaKVHandle(vbid);  // assumes',
    ],
  },
  {
    title: 'What helps: do not wait there',
    text: 'One month after the second handle was added, deletion stopped waiting (MB-37292). Here it has found the same count, has queued the vbucket for later and is about to unlock. A second handle would cost backfill a short wait and no more.',
    variant: 'try-else-queue',
    schedule: 'a4b4c5',
    goal: 'backfill holds a handle; deletion has read a count of more than 1, pushed vbucket 0 to pendingVbucketDeletions and unlocked pendingLock',
    claims: [
      { thread: 'backfill', state: 'ready' },
      { thread: 'deletion', state: 'ready' },
    ],
    lines: [
      'std::queue<Vbid> pendingVbucketDeletions;',
      '.use_count() == 1',
      'pendingVbucketDeletions.push(vbid);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
