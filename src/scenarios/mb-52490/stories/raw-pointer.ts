import type { Beat } from '../../scenario.ts';

/** No preemption at all: the client is gone before auxio begins, and auxio destroys the manager under its own feet. */
export const story: readonly Beat[] = [
  {
    title: 'A plain pointer',
    text: 'Until 2016 the task had a plain pointer to the manager. That looks safe: the destructor of the manager cancels the task, and a dead task is not run. So a running task must have a manager.',
    variant: 'raw-pointer',
    schedule: 'a3',
    goal: 'main has started auxio and worker and waits to join worker; neither of them has run',
    claims: [
      { thread: 'main', state: 'waiting', line: 'worker.join();' },
      { thread: 'auxio', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: ['BackfillManager* manager;', 'managerTask->cancel();', 'while (!task->dead && task->run()) {'],
  },
  {
    title: 'A dead connection',
    text: 'worker has closed the connection: the stream is dead, and the producer has released it and is in deadConnections. In 2016 closing did not touch the manager, which was to be destroyed with the producer.',
    variant: 'raw-pointer',
    schedule: 'a3c5',
    goal: 'worker has closed all streams, has put the producer into deadConnections and finished; auxio has not run',
    claims: [
      { thread: 'worker', state: 'finished' },
      { thread: 'main', state: 'ready', line: 'worker.join();' },
    ],
    lines: [
      'stream->setDead();',
      'stream.reset();',
      'std::unique_ptr<BackfillManager> backfillMgr;',
      'deadConnections.push_back(producer);',
    ],
  },
  {
    title: 'The last owners',
    text: 'main, as the connection manager, has dropped the dead connection. Yet the producer lives: the manager keeps the backfill, the backfill owns the stream, and in those days a stream owned its producer. The producer in turn owns the manager.',
    variant: 'raw-pointer',
    schedule: 'a3c5a2',
    goal: 'main has cleared deadConnections and waits to join auxio; auxio has not run',
    claims: [
      { thread: 'main', state: 'waiting', line: 'auxio.join();' },
      { thread: 'auxio', state: 'ready' },
    ],
    lines: [
      'std::shared_ptr<DcpProducer> producer;',
      'std::shared_ptr<ActiveStream> stream;  // an owner, too',
      'backfills;',
      'std::unique_ptr<BackfillManager> backfillMgr;',
      'connMap.manageConnections();',
    ],
  },
  {
    title: 'The backfill leaves the list',
    text: 'The task is not dead, so auxio runs it, takes the backfill off the list and unlocks the manager. The stream is dead, so the run is over at once. Now a single local variable of auxio keeps them all alive: backfill.',
    variant: 'raw-pointer',
    schedule: 'a3c5a2b6',
    goal: 'auxio has run the backfill and is about to destroy it',
    claims: [{ thread: 'auxio', state: 'ready', line: 'backfill.reset();' }],
    lines: [
      'auto backfill = std::move(backfills.front());',
      'lh.unlock();',
      'backfill->run();',
      'while (!task->dead && task->run()) {',
    ],
    predict: {
      kind: 'sight',
      text: 'auxio drops the backfill. Which lock will it take next?',
      thread: 'auxio',
      options: [
        { text: 'none: the next line only counts', sees: 'subtracts' },
        { text: 'that of the manager', sees: 'locks BackfillManager.lock' },
      ],
      because:
        'Each owner that goes takes the next one along: the backfill its stream, the stream its producer, the producer the manager.',
    },
  },
  {
    title: 'A chain of destructors',
    text: 'auxio destroys the backfill, which was the last owner of the stream, which was the last owner of the producer, which owns the manager. So auxio is in the destructor of the very manager whose backfill() it is executing. The destructor cancels the task, as planned.',
    variant: 'raw-pointer',
    schedule: 'a3c5a2b9',
    goal: 'auxio holds the lock of the manager in its destructor and is about to set dead',
    claims: [{ thread: 'auxio', state: 'ready', line: 'void cancel() { dead = true; }' }],
    lines: [
      'bool backfill() {',
      'backfill.reset();',
      'BackfillManager::~BackfillManager() {',
      'managerTask->cancel();',
    ],
  },
  {
    title: 'Back in a method of a freed object',
    text: 'The manager is freed, and backfill() continues. Its next line decrements a statistic that it finds through the manager: a use after free, by one thread alone. ThreadSanitizer reported this stack in 2016 (fdf5a701f).',
    variant: 'raw-pointer',
    schedule: 'a3c5a2b19',
    goal: 'auxio has destroyed and freed the manager and has read stats from it',
    claims: [
      {
        thread: 'auxio',
        state: 'crashed',
        line: '// one less for the statistics',
        finding: 'use-after-free',
      },
    ],
    lines: ['EPStats& stats;', 'bool backfill() {', 'backfill.reset();'],
  },
  {
    title: 'Be an owner while you are inside',
    text: 'With a weak pointer the task becomes an owner for the duration of a run, as here in the variant "Before". worker has closed the connection and dropped the producer’s shared_ptr to the manager, and auxio still has one. Code that runs a method of an object should hold what keeps that object alive.',
    variant: 'before',
    schedule: 'a3b3c10',
    goal: 'worker has closed all streams and finished; auxio is the only owner of the manager and has not moved',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'finished' },
    ],
    lines: [
      'std::weak_ptr<BackfillManager> weakManager;',
      'auto manager = weakManager.lock();',
      'std::atomic<std::shared_ptr<BackfillManager>> backfillMgr;',
      'backfillMgr.store(nullptr);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
