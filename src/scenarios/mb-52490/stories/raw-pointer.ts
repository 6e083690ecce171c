import type { Beat } from '../../scenario.ts';

/** One preemption: auxio pauses between the question whether the task is dead and the use of the manager. */
export const story: readonly Beat[] = [
  {
    title: 'A plain pointer',
    text: 'Until 2016 the task held the manager by a plain pointer. That looks safe: the destructor of the manager cancels the task, and a dead task is not run. So a task that runs must have a manager.',
    variant: 'raw-pointer',
    schedule: 'a3',
    goal: 'main has started auxio and worker and waits to join auxio; neither of them has run',
    claims: [
      { thread: 'main', state: 'waiting', line: 'auxio.join();' },
      { thread: 'auxio', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
  },
  {
    title: 'Not dead',
    text: 'auxio has asked: the task is not dead, so it may run. It is on its way to the manager and will lock that first.',
    variant: 'raw-pointer',
    schedule: 'a3b2',
    goal: 'auxio has loaded false from dead and is about to lock the manager; worker has not run',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'ready' },
    ],
    question: {
      text: 'Which thread must run now, and how far, for auxio to lock a mutex that is gone?',
      answer: 'worker',
      hint: 'auxio owns nothing of the manager. Who owns it?',
    },
  },
  {
    title: 'Cancelled, too late',
    text: 'worker has dropped the only owner of the manager, and the destructor has cancelled the task. It says so in a flag that auxio has read already.',
    variant: 'raw-pointer',
    schedule: 'a3b2c5',
    goal: 'worker holds the lock of the manager in its destructor and has set dead; auxio has not moved',
    claims: [
      { thread: 'auxio', state: 'blocked', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'ready' },
    ],
  },
  {
    title: 'Freed',
    text: 'The destructor has dropped the backfill and unlocked the mutex, and the memory has been given back. A destructor can set flags and hold locks, but it cannot wait for those who have a pointer.',
    variant: 'raw-pointer',
    schedule: 'a3b2c14',
    goal: 'worker has destroyed and freed the manager and finished; auxio has not moved',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::unique_lock<std::mutex> lh(lock);' },
      { thread: 'worker', state: 'finished' },
    ],
  },
  {
    title: 'Locking what is gone',
    text: 'auxio locks the mutex of a manager that is gone: use after free. Asking a task whether it is dead says nothing about the moment after.',
    variant: 'raw-pointer',
    schedule: 'a3b2c14b',
    goal: 'auxio has tried to lock the mutex of the freed manager',
    claims: [
      {
        thread: 'auxio',
        state: 'crashed',
        line: 'std::unique_lock<std::mutex> lh(lock);',
        finding: 'use-after-free',
      },
    ],
  },
  {
    title: 'Ask the pointer itself',
    text: 'With a weak pointer asking and getting are one step: lock gives an owner, or null. Here, in the code before, worker did the same at the same moment. auxio is about to ask, and it will get null and end the task.',
    variant: 'before',
    schedule: 'a3b2c15',
    goal: 'worker has destroyed the manager and finished; auxio has found the task not dead and is about to lock weakManager',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'auto manager = weakManager.lock();' },
      { thread: 'worker', state: 'finished' },
    ],
  },
];
