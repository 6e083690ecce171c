import type { Beat } from '../../scenario.ts';

/** One preemption: worker takes up the client's event while bucket_del is about to notify that client's thread. */
export const story: readonly Beat[] = [
  {
    title: 'A lock that already exists',
    text: 'bucket_del and worker are about to close the same producer, and both lock connsLock on the way. Here they keep it until everything is closed, so only one of them closes at a time. worker serves its clients as a FrontEndThread does: it holds threadLock while it handles an event.',
    variant: 'under-connslock',
    schedule: 'a3',
    goal: 'main has started bucket_del and worker and waits to join bucket_del; no lock is held',
    claims: [
      { thread: 'main', state: 'waiting', line: 'bucket_del.join();' },
      { thread: 'bucket_del', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'struct FrontEndThread {',
      'std::mutex threadLock;',
      'Held to the end',
      'std::lock_guard<std::mutex> lh(connsLock);  // to the end here, too',
      'handling(frontEnd.threadLock);',
    ],
  },
  {
    title: 'Nobody else can close now',
    text: 'bucket_del has locked connsLock and starts to close. If worker came now, it would wait in disconnect, so the original bug cannot happen here.',
    variant: 'under-connslock',
    schedule: 'a3b2',
    goal: 'bucket_del holds connsLock and has not locked a container; worker has not run',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'handle(container.rwlock)' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'Held to the end',
      'entry.second->closeAllStreams();',
      'void disconnect(int cookie) {',
      'std::lock_guard<std::mutex> lh(connsLock);  // to the end here, too',
    ],
  },
  {
    title: 'One stream is dead',
    text: 'The stream of vbucket 0 is dead and the manager has counted its bytes. bucket_del moves on to vbucket 1, and connsLock stays locked all the time.',
    variant: 'under-connslock',
    schedule: 'a3b9',
    goal: 'bucket_del holds connsLock and has set the stream of vbucket 0 dead; worker has not run',
    claims: [{ thread: 'bucket_del', state: 'ready', line: 'handle(container.rwlock)' }],
    lines: ['std::mutex connsLock;', 'Held to the end', 'entry.second->closeAllStreams();'],
  },
  {
    title: 'All closed, one call to go',
    text: 'Both streams are dead and closeAllStreams has returned. The client may be idle and has to be told, so bucket_del notifies the thread that serves it. For that it needs threadLock, and it still holds connsLock.',
    variant: 'under-connslock',
    schedule: 'a3b17',
    goal: 'bucket_del holds connsLock, has closed both streams and is about to lock threadLock in notifyIOComplete; worker has not run',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'lh(frontEnd.threadLock)' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'std::mutex threadLock;',
      'std::mutex connsLock;',
      'entry.second->closeAllStreams();',
      'notifyIOComplete(entry.first);',
    ],
    question: {
      text: 'Which thread must run now so that neither of the two can ever go on?',
      answer: 'worker',
      hint: 'bucket_del needs a lock that nobody holds yet.',
    },
  },
  {
    title: 'Each waits for the other',
    text: 'worker has started to handle the event that its client has disconnected, and holds threadLock. It needs connsLock next, which bucket_del holds; bucket_del needs threadLock. Neither can go on, main waits for both, and the server hangs.',
    variant: 'under-connslock',
    schedule: 'a3b17c2',
    goal: 'worker holds threadLock and is blocked on connsLock; bucket_del holds connsLock and is blocked on threadLock',
    claims: [
      { thread: 'main', state: 'waiting', line: 'bucket_del.join();' },
      { thread: 'bucket_del', state: 'blocked', line: 'lh(frontEnd.threadLock)', finding: 'deadlock' },
      { thread: 'worker', state: 'blocked', line: 'to the end here, too' },
    ],
    lines: ['notifyIOComplete(entry.first);', 'handling(frontEnd.threadLock);'],
  },
  {
    title: 'Why the list is copied',
    text: 'The Couchbase team hit this deadlock in 2016 (MB-20751), and since then the list has been copied under connsLock and the connections closed outside it. The fix of 2020 keeps that: bucket_del holds only the new lock, and connsLock is free for everybody else. Each lock is held only for what it guards.',
    variant: 'landed',
    schedule: 'a3b4',
    goal: 'bucket_del holds closeAllStreamsLock only and has not locked a container; worker has not run',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'handle(container.rwlock)' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'std::mutex closeAllStreamsLock;',
      'closing(closeAllStreamsLock)',
      'auto mapCopy = map_;',
      'lh.unlock();  // closing takes',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
