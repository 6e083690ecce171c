import type { Beat } from '../../scenario.ts';

/** One preemption: bucket_del pauses between the check and the use of the pointer. */
export const story: readonly Beat[] = [
  {
    title: 'Ask before you use it',
    text: 'bucket_del deletes the data and worker serves a client that has gone, so both close the same producer. Here backfillMgr is an ordinary shared_ptr, without atomic and without a lock around closeAllStreams. Whoever reports bytes asks first whether there is still a manager.',
    variant: 'null-check',
    schedule: 'a3',
    goal: 'main has started bucket_del and worker and waits to join bucket_del; neither of them has locked connsLock',
    claims: [
      { thread: 'main', state: 'waiting', line: 'bucket_del.join();' },
      { thread: 'bucket_del', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
  },
  {
    title: 'About to ask',
    text: 'bucket_del has taken the stream of vbucket 0 out of its container and has locked that stream. Its next step reads backfillMgr to see whether the manager is there. streamMutex belongs to this one stream: it guards nothing that the two threads share.',
    variant: 'null-check',
    schedule: 'a3b6',
    goal: 'bucket_del holds streamMutex of the stream of vbucket 0 and has not checked backfillMgr; worker has not run',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'if (backfillMgr)' },
      { thread: 'worker', state: 'ready' },
    ],
  },
  {
    title: 'The answer is yes',
    text: 'There is a manager, so bucket_del may use it. But the check and the use are two reads of the same pointer, and nothing keeps other threads out between them.',
    variant: 'null-check',
    schedule: 'a3b7',
    goal: 'bucket_del has read backfillMgr in the check and found it not null; it has not read it again to use it; worker has not run',
    claims: [{ thread: 'bucket_del', state: 'ready', line: 'backfillMgr->bytesSent(bytes);' }],
    question: {
      text: 'Which thread must run now to make the answer wrong?',
      answer: 'worker',
      hint: 'One line resets backfillMgr. See who can get there while bucket_del stands still.',
    },
  },
  {
    title: 'worker closes what it finds',
    text: 'worker finds container 0 empty and closes the stream of vbucket 1. All containers are empty now, so it is about to reset the pointer. bucket_del still stands between its two reads.',
    variant: 'null-check',
    schedule: 'a3b7c16',
    goal: 'worker has set the stream of vbucket 1 dead and is about to reset backfillMgr; bucket_del has not moved',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'backfillMgr->bytesSent(bytes);' },
      { thread: 'worker', state: 'ready', line: 'backfillMgr.reset();' },
    ],
  },
  {
    title: 'A data race',
    text: 'worker writes null to a pointer that bucket_del has read, and no lock and no atomic puts the two in order. For C++ that is a data race: the program has no meaning from here on, whatever it seems to do. The check cannot help, because it is one of the two accesses that race.',
    variant: 'null-check',
    schedule: 'a3b7c19',
    goal: 'worker has written null to backfillMgr, which races with the check of bucket_del',
    claims: [{ thread: 'worker', state: 'ready', finding: 'data-race' }],
  },
  {
    title: 'Checked, and gone all the same',
    text: 'worker has destroyed the manager and finished. bucket_del takes its next step, the use it had asked for: the pointer is null now, and the process crashes one line behind the check. In other orders it gets hold of the manager just before worker destroys it, and uses memory that has been freed.',
    variant: 'null-check',
    schedule: 'a3b7c25b',
    goal: 'worker has finished; bucket_del has read null from backfillMgr behind its check and crashed on it',
    claims: [
      { thread: 'worker', state: 'finished', finding: 'data-race' },
      {
        thread: 'bucket_del',
        state: 'crashed',
        line: 'backfillMgr->bytesSent(bytes);',
        finding: 'null-dereference',
      },
    ],
  },
  {
    title: 'Keep the closers apart',
    text: 'Here the fix holds closeAllStreamsLock around the whole of closeAllStreams. worker cannot reset the pointer before bucket_del has closed its streams, so bucket_del need not ask. A check is worth something while a lock keeps its answer true.',
    variant: 'landed',
    schedule: 'a3b6c3',
    goal: 'bucket_del holds closeAllStreamsLock and is about to set the stream of vbucket 0 dead; worker is blocked on closeAllStreamsLock',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'lh(streamMutex)' },
      { thread: 'worker', state: 'blocked', line: 'closing(closeAllStreamsLock)' },
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
