import type { Beat } from '../../scenario.ts';

/** One preemption: bucket_del pauses as soon as it has set the flag. */
export const story: readonly Beat[] = [
  {
    title: 'Only the first one closes',
    text: 'bucket_del and worker are about to close the same producer. closed.exchange(true) sets the flag and returns its old value in one step, so exactly one thread gets false. That thread closes the streams, the other returns at once, and two closers can never meet.',
    variant: 'closed-flag',
    schedule: 'a3',
    goal: 'main has started bucket_del and worker and waits to join bucket_del; neither of them has locked connsLock',
    claims: [
      { thread: 'main', state: 'waiting', line: 'bucket_del.join();' },
      { thread: 'bucket_del', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'std::atomic<bool> closed{false};',
      'if (closed.exchange(true))',
      'return;  // the streams are closed',
    ],
  },
  {
    title: 'The flag is set first',
    text: 'bucket_del was first: the flag is set now, and all the work is still to be done. Both callers rely on the same thing, and assert it: when closeAllStreams returns, no stream of the producer is alive.',
    variant: 'closed-flag',
    schedule: 'a3b4',
    goal: 'bucket_del has set closed and has not locked a container; both streams are alive; worker has not run',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'handle(container.rwlock)' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'if (closed.exchange(true))',
      'entry.second->closeAllStreams();',
      'assert(entry.second->liveStreams == 0);',
    ],
    question: {
      text: 'Which thread must run now for closeAllStreams to return too early?',
      answer: 'worker',
      hint: 'For one of the two, closeAllStreams is now a single line long.',
    },
  },
  {
    title: 'worker wants to close too',
    text: 'worker has taken the producer out of the map and unlocked connsLock. Its next step reads the flag. The flag says closed, but all it means is that somebody has started to close.',
    variant: 'closed-flag',
    schedule: 'a3b4c3',
    goal: 'worker has erased the producer from map_ and unlocked connsLock; it has not asked the flag; bucket_del has not moved',
    claims: [{ thread: 'worker', state: 'ready', line: 'if (closed.exchange(true))' }],
    lines: ['map_.erase(cookie);', 'producer->closeAllStreams();', 'lh.unlock();  // closing takes'],
  },
  {
    title: 'Nothing left to do?',
    text: 'The flag was true, so worker returns from closeAllStreams. Nothing has been closed: both containers are full, and bucket_del has not moved.',
    variant: 'closed-flag',
    schedule: 'a3b4c4',
    goal: 'worker has got true from the flag and has returned from closeAllStreams; bucket_del has not moved',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'handle(container.rwlock)' },
      { thread: 'worker', state: 'ready', line: 'assert(producer->liveStreams == 0);' },
    ],
    lines: ['return;  // the streams are closed', 'producer->closeAllStreams();'],
  },
  {
    title: 'Closed, with two live streams',
    text: 'Both streams are alive, and the assertion fails. Without it, worker would move the producer to the dead connections and carry on as if everything were closed.',
    variant: 'closed-flag',
    schedule: 'a3b4c5',
    goal: 'worker has loaded liveStreams, found 2 and failed the assertion in disconnect',
    claims: [
      {
        thread: 'worker',
        state: 'crashed',
        line: 'assert(producer->liveStreams == 0);',
        finding: 'assertion-failure',
      },
    ],
    lines: [
      'return;  // the streams are closed',
      'producer->closeAllStreams();',
      'deadConnections.push_back(producer);',
    ],
  },
  {
    title: 'The second one has to wait',
    text: 'A flag can say that somebody has started, but it cannot make anybody wait for the end. With closeAllStreamsLock, worker waits here until bucket_del is done. Then it looks into the containers itself, finds them empty, and this time every stream is dead.',
    variant: 'landed',
    schedule: 'a3b4c3',
    goal: 'bucket_del holds closeAllStreamsLock and has not locked a container; worker is blocked on closeAllStreamsLock',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'handle(container.rwlock)' },
      { thread: 'worker', state: 'blocked', line: 'closing(closeAllStreamsLock)' },
    ],
    lines: ['std::mutex closeAllStreamsLock;', 'closing(closeAllStreamsLock)'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
