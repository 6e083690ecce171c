import type { Beat } from '../../scenario.ts';

/** One preemption: worker pauses between the check of the flag and the insertion of the stream. */
export const story: readonly Beat[] = [
  {
    title: 'One more stream, please',
    text: 'This is the code with the fix, plus something that happens in practice: the client asks for a stream of vbucket 1 before it disconnects. worker serves that client, so the request and the disconnect are handled one after the other by the same thread. bucket_del is about to close everything.',
    variant: 'late-stream',
    schedule: 'a3',
    goal: 'main has started bucket_del and worker and waits to join bucket_del; neither of them has begun',
    claims: [
      { thread: 'main', state: 'waiting', line: 'bucket_del.join();' },
      { thread: 'bucket_del', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'closing(closeAllStreamsLock);',
      'void streamRequest(int vbucket) {',
      'connHandler.streamRequest(1);',
      'connMap.disconnect(7);',
    ],
  },
  {
    title: 'May a stream be added?',
    text: 'A flag is meant to keep late streams out: disconnect is set before the streams are closed, and streamRequest refuses when it is set. worker has read false and will add the stream. It holds no lock that would keep the answer true.',
    variant: 'late-stream',
    schedule: 'a3c2',
    goal: 'worker has read false from disconnect and has not locked the container of vbucket 1; bucket_del has not run',
    claims: [
      { thread: 'worker', state: 'ready', line: 'std::lock_guard<std::shared_mutex> handle(' },
      { thread: 'bucket_del', state: 'ready' },
    ],
    lines: ['void streamRequest(int vbucket) {', 'if (disconnect)', 'entry.second->disconnect = true;'],
    question: {
      text: 'Which thread must run now for this stream to come too late?',
      answer: 'bucket_del',
      hint: 'A stream that is in its container before the containers are emptied is closed with the rest.',
    },
  },
  {
    title: 'Now the flag is set',
    text: 'bucket_del sets the flag and takes closeAllStreamsLock. From here on every request is refused, except the one that has already checked.',
    variant: 'late-stream',
    schedule: 'a3c2b5',
    goal: 'bucket_del has set disconnect and holds closeAllStreamsLock; it has not locked a container; worker has not moved',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'std::unique_lock<std::shared_mutex> handle(' },
      { thread: 'worker', state: 'ready', line: 'std::lock_guard<std::shared_mutex> handle(' },
    ],
    lines: ['closing(closeAllStreamsLock);', 'if (disconnect)', 'entry.second->disconnect = true;'],
  },
  {
    title: 'Closed, as it should be',
    text: 'bucket_del has killed the stream of vbucket 0, found container 1 empty, stored nullptr in backfillMgr and finished. Nobody else was closing, and up to here every step was correct.',
    variant: 'late-stream',
    schedule: 'a3c2b16',
    goal: 'bucket_del has closed the stream of vbucket 0, stored nullptr in backfillMgr and finished; worker has not moved',
    claims: [
      { thread: 'bucket_del', state: 'finished' },
      { thread: 'worker', state: 'ready', line: 'std::lock_guard<std::shared_mutex> handle(' },
    ],
    lines: ['backfillMgr.store(nullptr);', 'if (disconnect)'],
  },
  {
    title: 'A stream without a manager',
    text: 'worker goes by its old answer and puts the new stream into container 1. The producer has been closed, and it has a live stream and no manager.',
    variant: 'late-stream',
    schedule: 'a3c2b16c2',
    goal: 'worker has put the new stream into the container of vbucket 1; it has not locked connsLock in disconnect',
    claims: [{ thread: 'worker', state: 'ready' }],
    lines: [
      'if (disconnect)',
      'container.streams.push_back(std::make_shared<ActiveStream>(weak_from_this()));',
    ],
  },
  {
    title: 'worker closes what it has added',
    text: 'The client is gone, so worker closes the producer as well. closeAllStreamsLock is free, so nothing stops it. It has taken the late stream out of container 1 and is about to kill it.',
    variant: 'late-stream',
    schedule: 'a3c2b16c10',
    goal: 'worker is in closeAllStreams, has taken the late stream out of its container and is about to lock its streamMutex',
    claims: [{ thread: 'worker', state: 'ready', line: 'lh(streamMutex)' }],
    lines: ['closing(closeAllStreamsLock);', 'stream->setDead();', 'producer->closeAllStreams();'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'The same crash, with the fix',
    text: 'setDead reports the bytes of the stream, backfillMgr.load() returns nullptr, and the process crashes. The lock keeps closers apart, but this stream was added by a request, which does not take it. The Couchbase team hit this in 2021 (MB-45255) and added a null check: where there is no manager, nothing is reported.',
    variant: 'late-stream',
    schedule: 'a3c2b16c12',
    goal: 'worker has locked streamMutex of the late stream, loaded nullptr from backfillMgr and crashed on it',
    claims: [
      {
        thread: 'worker',
        state: 'crashed',
        line: 'backfillMgr.load()->bytesSent(bytes);',
        finding: 'null-dereference',
      },
    ],
    lines: [
      'stream->setDead();',
      'container.streams.push_back(std::make_shared<ActiveStream>(weak_from_this()));',
    ],
  },
];
