import type { Beat } from '../../scenario.ts';

/** One preemption: auxio pauses in the run of a backfill, where it holds no lock and owns nothing of the manager. */
export const story: readonly Beat[] = [
  {
    title: 'Look for the connection itself',
    text: 'A task that holds on to the manager cannot see that the connection is gone. So patch set 8 gives it a weak pointer to the producer. No producer means no connection, and the task would end before it starts a backfill.',
    variant: 'patch-set-8',
    schedule: 'a3',
    goal: 'main has started auxio and worker and waits to join auxio; neither of them has run',
    claims: [
      { thread: 'main', state: 'waiting', line: 'auxio.join();' },
      { thread: 'auxio', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'std::weak_ptr<DcpProducer> weakProducer;',
      'auto producer = weakProducer.lock();',
      'if (!producer)',
    ],
  },
  {
    title: 'The producer is alive',
    text: 'auxio has got the producer from the weak pointer and is now one of its owners. It needs the manager, and its next step reads the pointer to it. The producer would be alive even if worker had closed it: a closed producer stays in deadConnections for a while.',
    variant: 'patch-set-8',
    schedule: 'a3b2',
    goal: 'auxio has become an owner of the producer and is about to load backfillMgr; worker has not run',
    claims: [{ thread: 'auxio', state: 'ready', line: 'return *backfillMgr.load();' }],
    lines: [
      'auto producer = weakProducer.lock();',
      'return producer->getBackfillManager().backfill();',
      'deadConnections.push_back(producer);',
    ],
  },
  {
    title: 'A reference owns nothing',
    text: 'getBackfillManager has loaded the shared_ptr, made a reference from it and destroyed the shared_ptr again. auxio owns the producer but uses the manager. These are two objects, and the manager may be destroyed first.',
    variant: 'patch-set-8',
    schedule: 'a3b4',
    goal: 'auxio has a reference to the manager, owns nothing of it and is about to lock it; worker has not run',
    claims: [{ thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' }],
    lines: [
      'std::atomic<std::shared_ptr<BackfillManager>> backfillMgr;',
      'return *backfillMgr.load();',
      'return producer->getBackfillManager().backfill();',
    ],
  },
  {
    title: 'Running the backfill',
    text: 'auxio has taken the backfill off the list and has unlocked the manager, because a run may take long. Afterwards auxio will lock the same mutex again. numRunningBackfills is 1: the backfill that auxio is running.',
    variant: 'patch-set-8',
    schedule: 'a3b8',
    goal: 'auxio has taken the backfill, has unlocked the manager and is about to look for the stream; worker has not run',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'auto stream = streamPtr.lock();' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'std::atomic<int> numRunningBackfills = 0;',
      'backfills.pop_front();',
      'lh.unlock();',
      'backfill->run();',
      'lh.lock();',
    ],
    question: {
      text: 'Which thread must run now for auxio to return to a mutex that is gone?',
      answer: 'worker',
      hint: 'The mutex is a member of the manager. Where is the manager’s last owner?',
    },
  },
  {
    title: 'The last owner',
    text: 'worker closes the connection: the stream is gone, backfillMgr is null, and with that the last owner of the manager is gone. Before this patch auxio would have been an owner too. worker is about to run the destructor.',
    variant: 'patch-set-8',
    schedule: 'a3b8c9',
    goal: 'worker has dropped the last owner of the manager and is about to lock it in its destructor; auxio has not moved',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'auto stream = streamPtr.lock();' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: ['BackfillManager::~BackfillManager() {', 'stream.reset();', 'backfillMgr.store(nullptr);'],
  },
  {
    title: 'Freed, with a wrong count',
    text: 'The destructor took the lock, which was free, and found an empty list, because auxio has the backfill. So it decremented nothing, and numRunningBackfills is still 1. The manager is freed, and worker has finished.',
    variant: 'patch-set-8',
    schedule: 'a3b8c18',
    goal: 'worker has destroyed and freed the manager and finished; numRunningBackfills is 1; auxio has not moved',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'auto stream = streamPtr.lock();' },
      { thread: 'worker', state: 'finished' },
    ],
    lines: [
      'std::atomic<int> numRunningBackfills = 0;',
      'BackfillManager::~BackfillManager() {',
      'backfills.pop_front())',
    ],
  },
  {
    title: 'Back from the run',
    text: 'The backfill has found no stream and has returned: the run was wasted, as before the patch. auxio is about to lock a mutex in freed memory.',
    variant: 'patch-set-8',
    schedule: 'a3b8c18b',
    goal: 'auxio has found no stream and is about to lock the manager, which is freed',
    claims: [{ thread: 'auxio', state: 'ready', line: 'lh.lock();' }],
    lines: ['if (!stream || !stream->active)', 'backfill->run();'],
  },
  {
    title: 'Locking a freed mutex',
    text: 'This is what the build reported for patch set 8: heap-use-after-free in pthread_mutex_lock. Had worker closed the connection before auxio loaded backfillMgr, the pointer would have been null and auxio would have crashed on that. The author saw that in unit tests, and patch set 8 did not land.',
    variant: 'patch-set-8',
    schedule: 'a3b8c18b2',
    goal: 'auxio has tried to lock the mutex of the freed manager',
    claims: [
      { thread: 'auxio', state: 'crashed', line: 'lh.lock();', finding: 'use-after-free' },
      { thread: 'worker', state: 'finished' },
    ],
    lines: ['backfillMgr.store(nullptr);', 'return *backfillMgr.load();'],
  },
  {
    title: 'Keep the two together',
    text: 'The variant "Landed later" has the same code in run(). There the manager is a member of the producer, so an owner of the producer keeps the manager alive too. worker has closed the connection while auxio ran the backfill, and auxio has locked the mutex again and decremented the count.',
    variant: 'closed-flag',
    schedule: 'a3b5c11b3',
    goal: 'worker has shut down the manager and finished while auxio ran the backfill; auxio has locked the manager again and counted its backfill down',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'return !closed;' },
      { thread: 'worker', state: 'finished' },
    ],
    lines: [
      'backfill->run();',
      'lh.lock();\n    --numRunningBackfills;',
      '  BackfillManager backfillMgr;',
      'auto producer = weakProducer.lock();',
      'return producer->getBackfillManager().backfill();',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
