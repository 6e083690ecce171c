import type { Beat } from '../../scenario.ts';

/** No preemption at all: every run leaks. */
export const story: readonly Beat[] = [
  {
    title: 'Keep it while you may need it',
    text: 'Here the task owns the manager all the time, not only while it runs. So there is always a manager, and nobody needs to check. The manager in turn owns the task, so that it can cancel it.',
    variant: 'strong-task',
    schedule: 'a3',
    goal: 'main has started auxio and worker and waits to join auxio; neither of them has run',
    claims: [
      { thread: 'main', state: 'waiting', line: 'auxio.join();' },
      { thread: 'auxio', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: ['ExTask managerTask;', 'std::shared_ptr<BackfillManager> manager;'],
  },
  {
    title: 'Closing by hand',
    text: 'In the variant "Before", the destructor of the manager stopped the task. Now the manager is not destroyed when worker closes the connection, because the task owns it. So closeAllStreams calls terminate, which does what the destructor did.',
    variant: 'strong-task',
    schedule: 'a3c8',
    goal: 'worker has loaded backfillMgr in closeAllStreams and is about to lock the manager in terminate; auxio has not run',
    claims: [{ thread: 'worker', state: 'ready' }],
    lines: [
      'void BackfillManager::terminate() {',
      'managerTask->cancel();',
      'void closeAllStreams() {',
      'backfillMgr.load()->terminate();',
    ],
  },
  {
    title: 'The task is dead',
    text: 'terminate has cancelled the task and dropped the backfill, all under the lock. No backfill can be started any more. In that respect this is better than the original code.',
    variant: 'strong-task',
    schedule: 'a3c14',
    goal: 'worker has cancelled the task, emptied the list and returned from terminate; it is about to store nullptr in backfillMgr',
    claims: [{ thread: 'worker', state: 'ready', line: 'backfillMgr.store(nullptr);' }],
    lines: ['managerTask->cancel();', 'backfills.pop_front())', 'backfillMgr.load()->terminate();'],
  },
  {
    title: 'One owner fewer',
    text: 'worker is done: the producer no longer owns the manager. The manager has one owner left, the task. The task has two, the manager and the variable task in main, which auxio is to take over.',
    variant: 'strong-task',
    schedule: 'a3c16',
    goal: 'worker has stored nullptr in backfillMgr and finished; auxio has not run',
    claims: [
      { thread: 'worker', state: 'finished' },
      { thread: 'auxio', state: 'ready' },
    ],
    lines: [
      'ExTask managerTask;',
      'std::shared_ptr<BackfillManager> manager;',
      'backfillMgr.store(nullptr);',
    ],
    predict: {
      kind: 'sight',
      text: 'auxio asks the task whether it is dead. What will it find?',
      thread: 'auxio',
      options: [
        { text: 'that it is', sees: 'loads dead: true' },
        { text: 'that it is not', sees: 'loads dead: false' },
        { text: 'a task that was freed', sees: 'use after free' },
      ],
      because: 'terminate has set it, and the task has two owners.',
    },
  },
  {
    title: 'Dropped, but still there',
    text: 'auxio sees that the task is dead and drops it. The plan was that this destroys the task, which then releases the manager. But the manager owns the task, and the task owns the manager.',
    variant: 'strong-task',
    schedule: 'a3c16b2',
    goal: 'auxio has found the task dead, has dropped its owner of it and finished',
    claims: [
      { thread: 'auxio', state: 'finished' },
      { thread: 'worker', state: 'finished' },
    ],
    lines: [
      'ExTask managerTask;',
      'std::shared_ptr<BackfillManager> manager;',
      'while (!task->dead && task->run()) {',
    ],
  },
  {
    title: 'A cycle',
    text: 'main has ended, nobody can reach the two any more, and neither of them is ever freed: a memory leak, one for each connection. It happens in every order, because it is a matter of who owns whom. In 2016 kv_engine had the same owners, but also one more line in terminate, which broke the cycle: managerTask.reset().',
    variant: 'strong-task',
    schedule: 'a3c16b2a',
    goal: 'main has joined both threads and returned; manager and task own each other and are never freed',
    claims: [{ thread: 'main', state: 'finished', finding: 'memory-leak' }],
    lines: ['ExTask managerTask;', 'std::shared_ptr<BackfillManager> manager;', 'managerTask->cancel();'],
  },
  {
    title: 'Let one side be weak',
    text: 'In the variant "Landed later" the task holds a weak pointer, so it owns nothing, and there is no cycle to break. The same steps end with everything freed.',
    variant: 'closed-flag',
    schedule: 'a3c14b2a',
    goal: 'worker has shut down the manager, auxio has dropped the dead task, main has joined both and returned',
    claims: [
      { thread: 'auxio', state: 'finished' },
      { thread: 'main', state: 'finished' },
    ],
    lines: [
      'std::weak_ptr<DcpProducer> weakProducer;',
      'auto producer = weakProducer.lock();',
      '  BackfillManager backfillMgr;',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
