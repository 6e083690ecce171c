import type { Beat } from '../../scenario.ts';

/** One preemption: auxio pauses between the checks and the use of the manager. */
export const story: readonly Beat[] = [
  {
    title: 'A copy and two checks',
    text: 'Here too the task asks for the producer first, as in patch set 8. But then it loads a copy of backfillMgr, which keeps the manager alive, and checks that it is not null. And it asks the producer whether the client has gone: disconnect is set before anything is closed.',
    variant: 'copy-and-check',
    schedule: 'a3',
    goal: 'main has started auxio and worker and waits to join auxio; neither of them has run',
    claims: [
      { thread: 'main', state: 'waiting', line: 'auxio.join();' },
      { thread: 'auxio', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
  },
  {
    title: 'No crash any more',
    text: 'auxio has its copy and is an owner of the manager. Whatever worker does now, the mutex will be there when auxio comes to lock it. Next it asks for disconnect.',
    variant: 'copy-and-check',
    schedule: 'a3b3',
    goal: 'auxio has loaded a copy of backfillMgr and is about to load disconnect; worker has not run',
    claims: [{ thread: 'auxio', state: 'ready', line: 'if (!manager || producer->disconnect)' }],
  },
  {
    title: 'The client is there',
    text: 'disconnect is false, so auxio goes on to the manager. The answer was right when it was given. Nothing keeps it right until the backfill is taken up.',
    variant: 'copy-and-check',
    schedule: 'a3b4',
    goal: 'auxio has loaded false from disconnect and is about to lock the manager; worker has not run',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'ready' },
    ],
    question: {
      text: 'Which thread must run now to make the answer wrong?',
      answer: 'worker',
      hint: 'One thread sets disconnect. It needs no lock for that.',
    },
  },
  {
    title: 'Gone, one step later',
    text: 'worker has set disconnect, has closed the connection and is done. auxio will not ask again.',
    variant: 'copy-and-check',
    schedule: 'a3b4c9',
    goal: 'worker has set disconnect, closed all streams and finished; auxio has not moved',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'finished' },
    ],
  },
  {
    title: 'Taken up, for nobody',
    text: 'auxio has taken the backfill and begins to run it, as in the code before. The copy took away the crash of patch set 8. The gap between asking and taking is still there.',
    variant: 'copy-and-check',
    schedule: 'a3b4c9b3',
    goal: 'auxio has taken the backfill, has counted it in runsAfterClose and is about to look for the stream',
    claims: [{ thread: 'auxio', state: 'ready', line: 'auto stream = streamPtr.lock();' }],
  },
  {
    title: 'Still one run',
    text: 'runsAfterClose is 1, and the assertion fails. No check before the lock can do better, however many there are: the connection may always be closed right behind it.',
    variant: 'copy-and-check',
    schedule: 'a3b4c9b18a',
    goal: 'auxio and worker have finished; main has joined both and has failed the assertion on runsAfterClose',
    claims: [
      {
        thread: 'main',
        state: 'crashed',
        line: 'assert(runsAfterClose == 0);',
        finding: 'assertion-failure',
      },
    ],
  },
  {
    title: 'Decide under the lock',
    text: 'In the variant that landed, closing takes the lock under which backfills are taken. auxio holds it here and has its backfill, so worker has to wait, and the connection is not closed yet. Had worker been first, auxio would have found an empty list.',
    variant: 'closed-flag',
    schedule: 'a3b4c7',
    goal: 'auxio holds the lock of the manager and has taken the backfill; worker is blocked on that lock in shutdown',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'lh.unlock();' },
      { thread: 'worker', state: 'blocked' },
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
