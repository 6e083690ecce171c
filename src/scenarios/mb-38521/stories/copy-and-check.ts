import type { Beat } from '../../scenario.ts';

/** One preemption, where the bug has it too: bucket_del pauses between emptying a container and killing what was in it. */
export const story: readonly Beat[] = [
  {
    title: 'A copy cannot vanish',
    text: 'bucket_del and worker are about to close the same producer. Here each thread that reports bytes loads its own copy of backfillMgr and checks it. The copy keeps the manager alive for as long as it is needed, so nobody can crash on the pointer any more.',
    variant: 'copy-and-check',
    schedule: 'a3',
    goal: 'main has started bucket_del and worker and waits to join bucket_del; neither of them has locked connsLock',
    claims: [
      { thread: 'main', state: 'waiting', line: 'bucket_del.join();' },
      { thread: 'bucket_del', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'std::atomic<std::shared_ptr<BackfillManager>> backfillMgr;',
      'if (auto manager = backfillMgr.load())',
      'manager->bytesSent(bytes);',
    ],
  },
  {
    title: 'What a caller may rely on',
    text: 'It is not enough not to crash. When closeAllStreams returns, no stream of that producer may be alive, because its callers go on to destroy the producer. liveStreams counts the streams that are not dead, so that both callers can assert this.',
    variant: 'copy-and-check',
    schedule: 'a3b3',
    goal: 'bucket_del has unlocked connsLock after copying map_; it has not locked the container of vbucket 0; worker has not run',
    claims: [{ thread: 'bucket_del', state: 'ready', line: 'handle(container.rwlock)' }],
    lines: [
      'std::atomic<int> liveStreams{2};',
      'void closeAllStreams() {',
      'producer->liveStreams--;',
      'assert(entry.second->liveStreams == 0);',
    ],
  },
  {
    title: 'Out of the container, but alive',
    text: 'bucket_del has taken the stream of vbucket 0 out of its container and pauses before killing it. The stream is alive, and only bucket_del knows about it.',
    variant: 'copy-and-check',
    schedule: 'a3b5',
    goal: 'bucket_del has unlocked container vb 0 after clearing it; it has not locked streamMutex in setDead; worker has not run',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'lh(streamMutex)' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: ['container.streams.clear();', 'stream->setDead();'],
    question: {
      text: 'Which thread must run now for closeAllStreams to return while a stream is alive?',
      answer: 'worker',
      hint: 'closeAllStreams returns when it finds nothing more to close. Which thread would find nothing in container 0?',
    },
  },
  {
    title: 'Nothing to close in container 0',
    text: 'worker finds container 0 empty and goes on to vbucket 1. It kills the stream there, which reports its bytes through a copy of backfillMgr, as intended. liveStreams is 1.',
    variant: 'copy-and-check',
    schedule: 'a3b5c14',
    goal: 'worker has set the stream of vbucket 1 dead and is about to store nullptr in backfillMgr; bucket_del has not moved',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'lh(streamMutex)' },
      { thread: 'worker', state: 'ready', line: 'backfillMgr.store(nullptr);' },
    ],
    lines: ['stream->setDead();', 'if (auto manager = backfillMgr.load())', 'producer->liveStreams--;'],
  },
  {
    title: 'The manager is destroyed too early, silently',
    text: 'worker stores nullptr, the manager is destroyed, and closeAllStreams returns. When bucket_del continues, it will find no manager and report nothing: no crash, but 10 bytes are never counted.',
    variant: 'copy-and-check',
    schedule: 'a3b5c16',
    goal: 'worker has dropped the last owner of the manager and has returned from closeAllStreams; bucket_del has not moved',
    claims: [{ thread: 'worker', state: 'ready', line: 'assert(producer->liveStreams == 0);' }],
    lines: [
      'backfillMgr.store(nullptr);',
      'if (auto manager = backfillMgr.load())',
      'producer->closeAllStreams();',
    ],
  },
  {
    title: 'Closed, with a live stream',
    text: 'closeAllStreams has returned in worker, and the stream that bucket_del holds is still alive: the assertion fails. The null check removed the crash but not its cause, two threads closing one producer.',
    variant: 'copy-and-check',
    schedule: 'a3b5c17',
    goal: 'worker has loaded liveStreams, found 1 and failed the assertion in disconnect',
    claims: [
      {
        thread: 'worker',
        state: 'crashed',
        line: 'assert(producer->liveStreams == 0);',
        finding: 'assertion-failure',
      },
    ],
    lines: ['if (auto manager = backfillMgr.load())', 'producer->closeAllStreams();'],
  },
  {
    title: 'What has to stay together',
    text: 'Emptying the containers, killing the streams and dropping the manager belong together, and a safer pointer does not keep them together. The fix holds closeAllStreamsLock around all three: worker gets to the same point and waits.',
    variant: 'landed',
    schedule: 'a3b6c3',
    goal: 'bucket_del holds closeAllStreamsLock and is about to set the stream of vbucket 0 dead; worker is blocked on closeAllStreamsLock',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'lh(streamMutex)' },
      { thread: 'worker', state: 'blocked', line: 'closing(closeAllStreamsLock)' },
    ],
    lines: [
      'std::mutex closeAllStreamsLock;',
      'closing(closeAllStreamsLock)',
      'container.streams.clear();',
      'stream->setDead();',
      'backfillMgr.store(nullptr);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
