import type { Beat } from '../../scenario.ts';

/** One preemption: auxio pauses when it has become an owner of the manager and has not yet taken up the backfill. */
export const story: readonly Beat[] = [
  {
    title: 'Catching up from disk',
    text: 'A producer is the server side of one client connection. What the client has missed is read from disk by a backfill, and the producer has a BackfillManager that keeps its backfills. The manager has a task, and a thread of the executor pool, auxio, runs that task.',
    variant: 'before',
    schedule: 'a',
    goal: 'main has built the producer, has scheduled one backfill and is about to start auxio',
    claims: [{ thread: 'main', state: 'ready', line: 'std::thread auxio(' }],
  },
  {
    title: 'The client goes away',
    text: 'auxio is about to run the task. At the same time the client disconnects, and worker closes the connection: it sets the stream dead and lets go of the stream and of the manager. A backfill that is taken up after that is run for nobody.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started auxio and worker and waits to join auxio; neither of them has run',
    claims: [
      { thread: 'main', state: 'waiting', line: 'auxio.join();' },
      { thread: 'auxio', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
  },
  {
    title: 'A weak pointer',
    text: 'The task holds the manager by a weak_ptr, which does not keep it alive. Its next step asks for the manager. If the manager were gone by now, the answer would be null and the task would end.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'auxio has found that the task is not dead and is about to lock weakManager; worker has not run',
    claims: [{ thread: 'auxio', state: 'ready', line: 'auto manager = weakManager.lock();' }],
  },
  {
    title: 'One more owner',
    text: 'The manager is there, and auxio is now one of its owners: nobody can destroy it before auxio is done. From the manager the task concludes that there is a client. That is true now, and nothing keeps it true.',
    variant: 'before',
    schedule: 'a3b3',
    goal: 'auxio has become an owner of the manager and is about to lock it; worker has not run',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'ready' },
    ],
    question: {
      text: 'Which thread must run now, and how far, for auxio to run the backfill for nobody?',
      answer: 'worker',
      hint: 'The connection has to be closed before auxio takes the backfill out of the list.',
    },
  },
  {
    title: 'Closed, and yet the manager lives',
    text: 'worker has set the stream dead, has let go of stream and manager and is done: the connection is closed. Without auxio this would have destroyed the manager and cancelled its task. But auxio is an owner, so the manager stays as it was, with its backfill.',
    variant: 'before',
    schedule: 'a3b3c10',
    goal: 'worker has closed all streams and finished; auxio is the only owner of the manager and has not moved',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'finished' },
    ],
  },
  {
    title: 'A run for nobody',
    text: 'auxio takes the backfill out of the list, unlocks the manager and begins to run the backfill. Nothing on this way says that the connection is closed. runsAfterClose, which is there for this check only, is 1.',
    variant: 'before',
    schedule: 'a3b3c10b3',
    goal: 'auxio has taken the backfill, has counted it in runsAfterClose, has unlocked the manager and is about to look for the stream',
    claims: [{ thread: 'auxio', state: 'ready', line: 'auto stream = streamPtr.lock();' }],
    predict: {
      kind: 'sight',
      text: 'What will the backfill find when it asks for its stream?',
      thread: 'auxio',
      options: [
        { text: 'a stream that is alive', sees: 'becomes an owner of ActiveStream' },
        { text: 'no stream', sees: 'it is gone' },
        { text: 'memory that was freed', sees: 'use after free' },
      ],
      because:
        'The stream is asked for by a weak pointer, so the answer is safe; the run was for nothing all the same.',
    },
  },
  {
    title: 'Only the stream tells',
    text: 'The backfill asks for its stream before it opens the disk, and the stream is gone. So it returns at once. The disk was not touched, but it took a run to find out.',
    variant: 'before',
    schedule: 'a3b3c10b4',
    goal: 'auxio has found no stream and is about to lock the manager again',
    claims: [{ thread: 'auxio', state: 'ready', line: 'lh.lock();' }],
  },
  {
    title: 'One run wasted',
    text: 'Nothing has crashed and nothing is lost, but the assertion fails: one run too many for a connection that closes at this moment. That is all there was to mend, and in 2022 the task was to ask for the producer itself, in patch set 8 of this change. Its variant tells what came of that.',
    variant: 'before',
    schedule: 'a3b3c10b25a',
    goal: 'auxio and worker have finished; main has joined both and has failed the assertion on runsAfterClose',
    claims: [
      {
        thread: 'main',
        state: 'crashed',
        line: 'assert(runsAfterClose == 0);',
        finding: 'assertion-failure',
      },
    ],
    predict: {
      kind: 'line',
      text: 'Which of these lines made the failure certain?',
      options: [
        'auto manager = weakManager.lock();',
        'backfillMgr.store(nullptr);',
        'connectionClosed = true;',
      ],
      because: 'Before that line auxio could still take up the backfill while the connection was open.',
    },
  },
  {
    title: 'Would asking for the producer do?',
    text: 'The task could ask for the connection itself: a weak pointer to the producer, and the manager by a reference. Here the producer is alive, and auxio uses its manager.',
    variant: 'patch-set-8',
    schedule: 'a3b4',
    goal: 'auxio has a reference to the manager, owns nothing of it and is about to lock it; worker has not run',
    claims: [{ thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' }],
    lines: ['return *backfillMgr.load();'],
    aside: true,
    predict: {
      kind: 'fate',
      text: 'Would it do? How can it end from here?',
      because: 'Who owns the producer does not own its manager, and the manager may end first.',
    },
  },
  {
    title: 'What landed, years later',
    text: 'Here the manager is a part of the producer, and the task asks for the producer. Closing does not destroy the manager any more: shutdown sets a flag and empties the list, all under the lock of the manager. worker is done with it, and auxio stands where it stood before.',
    variant: 'closed-flag',
    schedule: 'a3b2c14',
    goal: 'worker has shut down the manager and finished; auxio has found the task not dead and is about to lock the manager',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'finished' },
    ],
  },
  {
    title: 'Nothing to take up',
    text: 'auxio locks the manager and finds the list empty, so the task ends without a run. The lock decides: a backfill is taken before shutdown or not at all. One that was taken before is still run, and that is what this form does not promise.',
    variant: 'closed-flag',
    schedule: 'a3b2c14b2a',
    goal: 'auxio has found no backfill and finished; main has joined both and returned',
    claims: [
      { thread: 'auxio', state: 'finished' },
      { thread: 'main', state: 'finished' },
    ],
  },
];
