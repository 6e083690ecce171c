import type { Beat } from '../../scenario.ts';

/** One preemption: bucket_del pauses between the check and the use of the pointer. */
export const story: readonly Beat[] = [
  {
    title: 'Check before you use it',
    text: 'bucket_del deletes the bucket and worker serves a client that has disconnected, so both close the same producer. Here backfillMgr is an ordinary shared_ptr: it is not atomic, and no lock is held around closeAllStreams. Code that reports bytes first checks whether there is still a manager.',
    variant: 'null-check',
    schedule: 'a3',
    goal: 'main has started bucket_del and worker and waits to join bucket_del; neither of them has locked connsLock',
    claims: [
      { thread: 'main', state: 'waiting', line: 'bucket_del.join();' },
      { thread: 'bucket_del', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'std::shared_ptr<BackfillManager> backfillMgr;',
      'void closeAllStreams() {',
      'backfillMgr.reset();',
      'if (backfillMgr)',
    ],
  },
  {
    title: 'About to check',
    text: 'bucket_del has taken the stream of vbucket 0 out of its container and has locked that stream. Its next step reads backfillMgr to see whether the manager is there. streamMutex belongs to this one stream: it guards nothing that the two threads share.',
    variant: 'null-check',
    schedule: 'a3b6',
    goal: 'bucket_del holds streamMutex of the stream of vbucket 0 and has not checked backfillMgr; worker has not run',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'if (backfillMgr)' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: ['handle.unlock();', 'stream->setDead();', 'lh(streamMutex)'],
  },
  {
    title: 'There is a manager',
    text: 'The pointer was not null, so bucket_del goes on to use it. But the check and the use are two reads of the same pointer, and nothing keeps other threads out between them.',
    variant: 'null-check',
    schedule: 'a3b7',
    goal: 'bucket_del has read backfillMgr in the check and found it not null; it has not read it again to use it; worker has not run',
    claims: [{ thread: 'bucket_del', state: 'ready', line: 'backfillMgr->bytesSent(bytes);' }],
    lines: ['if (backfillMgr)'],
    question: {
      text: 'Which thread must run now to invalidate the check?',
      answer: 'worker',
      hint: 'One line resets backfillMgr. Which thread can get there while bucket_del is paused?',
    },
  },
  {
    title: 'worker closes what it finds',
    text: 'worker finds container 0 empty and closes the stream of vbucket 1. All containers are empty now, so it is about to reset the pointer. bucket_del is still between its two reads.',
    variant: 'null-check',
    schedule: 'a3b7c16',
    goal: 'worker has set the stream of vbucket 1 dead and is about to reset backfillMgr; bucket_del has not moved',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'backfillMgr->bytesSent(bytes);' },
      { thread: 'worker', state: 'ready', line: 'backfillMgr.reset();' },
    ],
    lines: ['container.streams.clear();', 'if (backfillMgr)'],
  },
  {
    title: 'A data race',
    text: 'worker writes null to a pointer that bucket_del has read, and neither a lock nor an atomic orders the two. In C++ that is a data race: the behaviour is undefined from here on, whatever the program seems to do. The check cannot help, because it is one of the two accesses that race.',
    variant: 'null-check',
    schedule: 'a3b7c19',
    goal: 'worker has written null to backfillMgr, which races with the check of bucket_del',
    claims: [{ thread: 'worker', state: 'ready', finding: 'data-race' }],
    lines: ['backfillMgr.reset();', 'if (backfillMgr)'],
  },
  {
    title: 'Checked, and gone anyway',
    text: 'worker has destroyed the manager and finished. bucket_del takes its next step, the use that it checked for: the pointer is null now, and the process crashes one line after the check. In other orders it gets hold of the manager just before worker destroys it, and uses freed memory.',
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
    lines: ['backfillMgr.reset();', 'if (backfillMgr)'],
  },
  {
    title: 'Keep the closers apart',
    text: 'Here the fix holds closeAllStreamsLock around the whole of closeAllStreams. worker cannot reset the pointer before bucket_del has closed its streams, so bucket_del does not even need the check. A check is worth something only while a lock keeps its answer true.',
    variant: 'landed',
    schedule: 'a3b6c3',
    goal: 'bucket_del holds closeAllStreamsLock and is about to set the stream of vbucket 0 dead; worker is blocked on closeAllStreamsLock',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'lh(streamMutex)' },
      { thread: 'worker', state: 'blocked', line: 'closing(closeAllStreamsLock)' },
    ],
    lines: ['std::mutex closeAllStreamsLock;', 'void closeAllStreams() {', 'closing(closeAllStreamsLock)'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
