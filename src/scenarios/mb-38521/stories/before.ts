import type { Beat } from '../../scenario.ts';

/** One preemption is enough: bucket_del pauses between emptying a container and killing what was in it. */
export const story: readonly Beat[] = [
  {
    title: 'One client, two streams',
    text: 'A producer is the server side of one client connection. It sends data to the client through two streams, one for each shard of the data (a vbucket). Both streams report to one BackfillManager, which counts the bytes that have been read from disk but not yet sent.',
    variant: 'before',
    schedule: 'a',
    goal: 'main has built the producer with its two streams and put it into connMap; its next operation starts bucket_del',
    claims: [{ thread: 'main', state: 'ready', line: 'std::thread bucket_del(' }],
    lines: [
      'struct BackfillManager {',
      'long bytesRead = 20;',
      'struct DcpProducer {',
      'StreamContainer containers[2];',
      'std::atomic<std::shared_ptr<BackfillManager>> backfillMgr;',
    ],
  },
  {
    title: 'Two reasons to close',
    text: 'bucket_del deletes the bucket, so it has to close every connection. At the same time the client disconnects, so worker has to close this one. Both will call closeAllStreams on the same producer, and there is nothing wrong with that yet.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started bucket_del and worker and waits to join bucket_del; neither of them has locked connsLock',
    claims: [
      { thread: 'main', state: 'waiting', line: 'bucket_del.join();' },
      { thread: 'bucket_del', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'void closeAllStreams() {',
      'entry.second->closeAllStreams();',
      'producer->closeAllStreams();',
      'std::thread bucket_del(',
      'std::thread worker(',
    ],
  },
  {
    title: 'Copy the list, then unlock',
    text: 'bucket_del locks connsLock, copies the list of connections and unlocks it, all before it closes anything. That is on purpose: closing takes other locks, and doing that under connsLock once caused a deadlock. The price is that worker may now close the same producer at the same time.',
    variant: 'before',
    schedule: 'a3b3',
    goal: 'bucket_del has unlocked connsLock after copying map_; it has not locked the container of vbucket 0; worker has not run',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'handle(container.rwlock)' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: ['auto mapCopy = map_;', 'lh.unlock();  // closing takes', 'entry.second->closeAllStreams();'],
  },
  {
    title: 'Out of the container, but alive',
    text: 'bucket_del has taken the stream of vbucket 0 out of its container and unlocked the container. It has not called setDead yet, so the stream is alive and still needs the manager. To any other thread the container now looks empty.',
    variant: 'before',
    schedule: 'a3b5',
    goal: 'bucket_del has unlocked container vb 0 after clearing it; it has not locked streamMutex in setDead; worker has not run',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'lh(streamMutex)' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: ['container.streams.clear();', 'handle.unlock();', 'stream->setDead();'],
    question: {
      text: 'Which thread must run now to make bucket_del crash?',
      answer: 'worker',
      hint: 'bucket_del will soon read backfillMgr. Which line sets it to null?',
    },
  },
  {
    title: 'An empty container is not a dead stream',
    text: 'worker finds container 0 empty, has nothing to close there, and closes the stream of vbucket 1. Then the code jumps to a conclusion: all containers are empty, so all streams must be dead, so nobody needs the manager. worker acts on that conclusion, and is done.',
    variant: 'before',
    schedule: 'a3b5c17',
    goal: 'worker has stored nullptr in backfillMgr and has finished; bucket_del has not moved since the last beat',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'lh(streamMutex)' },
      { thread: 'worker', state: 'finished' },
    ],
    lines: [
      'container.streams.clear();',
      'All containers are empty',
      'backfillMgr.store(nullptr);',
      'backfillMgr.load()->bytesSent(bytes);',
    ],
    predict: {
      kind: 'sight',
      text: 'What will backfillMgr.load() give bucket_del?',
      thread: 'bucket_del',
      options: [
        { text: 'the manager', sees: 'backfillMgr: BackfillManager' },
        { text: 'null', sees: 'backfillMgr: null' },
        { text: 'a freed manager', sees: 'use after free' },
      ],
      because:
        'The pointer is atomic, so it is never half written: the load gives a valid value, and that value is null.',
    },
  },
  {
    title: 'bucket_del uses a manager that is gone',
    text: 'bucket_del continues where it paused: setDead reports 10 bytes to the manager. backfillMgr.load() returns nullptr, and the process crashes. Each access to the atomic pointer was safe; what had to stay together was emptying the containers, killing the streams and then dropping the manager.',
    variant: 'before',
    schedule: 'a3b5c17b2',
    goal: 'bucket_del has locked streamMutex of the stream of vbucket 0, loaded nullptr from backfillMgr and crashed on it',
    claims: [
      {
        thread: 'bucket_del',
        state: 'crashed',
        line: 'backfillMgr.load()->bytesSent(bytes);',
        finding: 'null-dereference',
      },
    ],
    lines: ['container.streams.clear();', 'stream->setDead();', 'backfillMgr.store(nullptr);'],
    predict: {
      kind: 'line',
      text: 'Which of these lines made the failure certain?',
      options: [
        'container.streams.clear();',
        'backfillMgr.store(nullptr);',
        'backfillMgr.load()->bytesSent(bytes);',
      ],
      because: 'The line that crashes comes five steps later, in the other thread.',
    },
  },
  {
    title: 'Would a null check do?',
    text: 'The pointer was null, so why not check it first? Here bucket_del has checked: there is a manager, and the next line uses it.',
    variant: 'null-check',
    schedule: 'a3b7',
    goal: 'bucket_del has read backfillMgr in the check and found it not null; it has not read it again to use it; worker has not run',
    claims: [{ thread: 'bucket_del', state: 'ready', line: 'backfillMgr->bytesSent(bytes);' }],
    lines: ['if (backfillMgr)'],
    aside: true,
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because: 'The check and the use are two reads, and nothing keeps worker out between them.',
    },
  },
  {
    title: 'The fix: one closer at a time',
    text: 'The fix is one lock, closeAllStreamsLock, held from the first line of closeAllStreams to the last. bucket_del paused at the same place as before, but now worker cannot get in: it waits. When its turn comes the streams really are dead, so it finds nothing to do and stores nullptr once more, which does no harm.',
    variant: 'landed',
    schedule: 'a3b6c3',
    goal: 'bucket_del holds closeAllStreamsLock and has unlocked container vb 0 after clearing it; worker has unlocked connsLock and is blocked on closeAllStreamsLock',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'lh(streamMutex)' },
      { thread: 'worker', state: 'blocked', line: 'closing(closeAllStreamsLock)' },
    ],
    lines: [
      'std::mutex closeAllStreamsLock;',
      'void closeAllStreams() {',
      'closing(closeAllStreamsLock)',
      'backfillMgr.store(nullptr);',
    ],
  },
  {
    title: 'What the lock does not do',
    text: 'It keeps closers apart, not readers: code that only uses backfillMgr takes no lock and may still find nullptr. A stream added after the containers were emptied is missed (MB-45255, a year later). And it is held while the streams and the manager are destroyed, so nothing that runs there may ever take it again.',
    variant: 'landed',
    schedule: 'a3b6c3b14ac9a',
    goal: 'bucket_del and worker have finished, main has joined both, called manageConnections and returned',
    claims: [
      { thread: 'bucket_del', state: 'finished' },
      { thread: 'worker', state: 'finished' },
      { thread: 'main', state: 'finished' },
    ],
    lines: [
      'closing(closeAllStreamsLock)',
      'backfillMgr.store(nullptr);',
      'backfillMgr.load()->bytesSent(bytes);',
    ],
  },
];
