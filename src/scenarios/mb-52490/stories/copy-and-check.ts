import type { Beat } from '../../scenario.ts';

/** One preemption: auxio pauses between the checks and the use of the manager. */
export const story: readonly Beat[] = [
  {
    title: 'A copy and two checks',
    text: 'As in patch set 8, the task first locks a weak pointer to the producer. But then it loads a copy of backfillMgr, which keeps the manager alive, and checks that it is not null. And it checks whether the client has disconnected: disconnect is set before anything is closed.',
    variant: 'copy-and-check',
    schedule: 'a3',
    goal: 'main has started auxio and worker and waits to join auxio; neither of them has run',
    claims: [
      { thread: 'main', state: 'waiting', line: 'auxio.join();' },
      { thread: 'auxio', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'std::atomic<bool> disconnect = false;',
      'auto manager = producer->backfillMgr.load();',
      'if (!manager || producer->disconnect)',
      'producer->disconnect = true;',
    ],
  },
  {
    title: 'No more crash',
    text: 'auxio has its copy and is an owner of the manager. Whatever worker does now, the mutex will still be there when auxio locks it. Next it reads disconnect.',
    variant: 'copy-and-check',
    schedule: 'a3b3',
    goal: 'auxio has loaded a copy of backfillMgr and is about to load disconnect; worker has not run',
    claims: [{ thread: 'auxio', state: 'ready', line: 'if (!manager || producer->disconnect)' }],
    lines: ['auto manager = producer->backfillMgr.load();'],
  },
  {
    title: 'The client is there',
    text: 'disconnect is false, so auxio goes on to the manager. That was right when it was read. Nothing keeps it right until the backfill is started.',
    variant: 'copy-and-check',
    schedule: 'a3b4',
    goal: 'auxio has loaded false from disconnect and is about to lock the manager; worker has not run',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: ['if (!manager || producer->disconnect)', 'return manager->backfill();'],
    question: {
      text: 'Which thread must run now to invalidate the check?',
      answer: 'worker',
      hint: 'One thread sets disconnect, and needs no lock for that.',
    },
  },
  {
    title: 'Gone, one step later',
    text: 'worker has set disconnect, has closed the connection and is done. auxio will not check again.',
    variant: 'copy-and-check',
    schedule: 'a3b4c9',
    goal: 'worker has set disconnect, closed all streams and finished; auxio has not moved',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'finished' },
    ],
    lines: [
      'if (!manager || producer->disconnect)',
      'producer->disconnect = true;',
      'producer->closeAllStreams();',
    ],
  },
  {
    title: 'Started for nobody',
    text: 'auxio has taken the backfill off the list and starts to run it, as in the original code. The copy has removed the crash of patch set 8. The gap between the check and the start is still there.',
    variant: 'copy-and-check',
    schedule: 'a3b4c9b3',
    goal: 'auxio has taken the backfill, has counted it in runsAfterClose and is about to look for the stream',
    claims: [{ thread: 'auxio', state: 'ready', line: 'auto stream = streamPtr.lock();' }],
    lines: [
      'backfills.pop_front();',
      'backfill->run();',
      'auto manager = producer->backfillMgr.load();',
      'if (!manager || producer->disconnect)',
    ],
  },
  {
    title: 'Still one run',
    text: 'runsAfterClose is 1, and the assertion fails. No check before the lock can do better, however many there are: the connection may always be closed right after it.',
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
    lines: ['++runsAfterClose;', 'if (!manager || producer->disconnect)'],
  },
  {
    title: 'Decide under the lock',
    text: 'In the variant "Landed later", closing takes the same lock under which backfills are taken off the list. auxio holds it here and has its backfill, so worker has to wait, and the connection is not closed yet. Had worker been first, auxio would have found an empty list.',
    variant: 'closed-flag',
    schedule: 'a3b4c7',
    goal: 'auxio holds the lock of the manager and has taken the backfill; worker is blocked on that lock in shutdown',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'lh.unlock();' },
      { thread: 'worker', state: 'blocked' },
    ],
    lines: [
      'std::unique_lock<std::mutex> lh(lock);',
      'backfills.pop_front();',
      'void BackfillManager::shutdown() {',
      'closed = true;',
      'backfillMgr.shutdown();',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
