import type { Beat } from '../../scenario.ts';

/** One preemption: auxio pauses when it has become an owner of the manager and has not yet taken up the backfill. */
export const story: readonly Beat[] = [
  {
    title: 'Catching up from disk',
    text: 'A producer is the server side of one client connection. A backfill reads from disk what the client has missed, and the producer has a BackfillManager that keeps its backfills. The manager has a task, which auxio, a thread of the executor pool, runs.',
    variant: 'before',
    schedule: 'a',
    goal: 'main has built the producer, has scheduled one backfill and is about to start auxio',
    claims: [{ thread: 'main', state: 'ready', line: 'std::thread auxio(' }],
  },
  {
    title: 'The client disconnects',
    text: 'auxio is about to run the task. At the same time the client disconnects, and worker closes the connection: it sets the stream dead and releases the stream and the manager. A backfill that is started after that is run for nobody.',
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
    text: 'The task refers to the manager through a weak_ptr, which does not keep it alive. Its next step locks the weak_ptr. If the manager were gone by now, the result would be null and the task would end.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'auxio has found that the task is not dead and is about to lock weakManager; worker has not run',
    claims: [{ thread: 'auxio', state: 'ready', line: 'auto manager = weakManager.lock();' }],
  },
  {
    title: 'One more owner',
    text: 'The manager is there, and auxio is now one of its owners, so it cannot be destroyed before auxio is done. The task concludes that there is still a client. That is true now, but nothing keeps it true.',
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
    title: 'Closed, but the manager lives on',
    text: 'worker has set the stream dead, has released the stream and the manager, and is done: the connection is closed. Without auxio this would have destroyed the manager and cancelled its task. But auxio is an owner, so the manager stays as it was, with its backfill.',
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
    text: 'auxio takes the backfill off the list, unlocks the manager and starts to run the backfill. Nothing along the way says that the connection is closed. runsAfterClose, which exists only for the assertion, is 1.',
    variant: 'before',
    schedule: 'a3b3c10b3',
    goal: 'auxio has taken the backfill, has counted it in runsAfterClose, has unlocked the manager and is about to look for the stream',
    claims: [{ thread: 'auxio', state: 'ready', line: 'auto stream = streamPtr.lock();' }],
    predict: {
      kind: 'sight',
      text: 'What will the backfill find when it looks for its stream?',
      thread: 'auxio',
      options: [
        { text: 'a stream that is alive', sees: 'becomes an owner of ActiveStream' },
        { text: 'no stream', sees: 'it is gone' },
        { text: 'freed memory', sees: 'use after free' },
      ],
      because:
        'The stream is looked up through a weak pointer, so this is safe; the run was wasted all the same.',
    },
  },
  {
    title: 'Only the missing stream tells',
    text: 'The backfill looks for its stream before it opens the file, and the stream is gone. So it returns at once. The disk was not touched, but it took a run to find out.',
    variant: 'before',
    schedule: 'a3b3c10b4',
    goal: 'auxio has found no stream and is about to lock the manager again',
    claims: [{ thread: 'auxio', state: 'ready', line: 'lh.lock();' }],
  },
  {
    title: 'One run wasted',
    text: 'Nothing has crashed and nothing is lost, but the assertion fails: one run too many for a connection that closes at this moment. That was all there was to fix, and in 2022 patch set 8 of this change made the task ask for the producer itself. The variant "Patch set 8" shows what came of that.',
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
      because: 'Before that line auxio could still start the backfill while the connection was open.',
    },
  },
  {
    title: 'Would a weak pointer to the producer do?',
    text: 'The task could look for the connection itself: a weak pointer to the producer, and the manager by reference. Here the producer is alive, and auxio uses its manager.',
    variant: 'patch-set-8',
    schedule: 'a3b4',
    goal: 'auxio has a reference to the manager, owns nothing of it and is about to lock it; worker has not run',
    claims: [{ thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' }],
    lines: ['return *backfillMgr.load();'],
    aside: true,
    predict: {
      kind: 'fate',
      text: 'Would it do? How can it end from here?',
      because: 'Owning the producer does not mean owning its manager, which may be destroyed first.',
    },
  },
  {
    title: 'What landed, years later',
    text: 'Here the manager is a member of the producer, and the task locks a weak pointer to the producer. Closing no longer destroys the manager: shutdown sets a flag and empties the list, all under the manager’s lock. worker is done with that, and auxio is where it was before.',
    variant: 'closed-flag',
    schedule: 'a3b2c14',
    goal: 'worker has shut down the manager and finished; auxio has found the task not dead and is about to lock the manager',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'finished' },
    ],
  },
  {
    title: 'Nothing left to run',
    text: 'auxio locks the manager and finds the list empty, so the task ends without a run. The lock decides: a backfill is taken off the list before shutdown or not at all. One that was taken before is still run; this form does not prevent that.',
    variant: 'closed-flag',
    schedule: 'a3b2c14b2a',
    goal: 'auxio has found no backfill and finished; main has joined both and returned',
    claims: [
      { thread: 'auxio', state: 'finished' },
      { thread: 'main', state: 'finished' },
    ],
  },
];
