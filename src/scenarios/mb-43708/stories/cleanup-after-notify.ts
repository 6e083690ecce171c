import type { Beat } from '../../scenario.ts';

/** Both halves of the fix, in the wrong order. One preemption: auxio pauses between report and tidying up. */
export const story: readonly Beat[] = [
  {
    title: 'Both halves, in another order',
    text: 'Here the second call reads the report, and a task that fails cleans up. But the task reports first and cleans up afterwards. worker has started a task, and its command is parked.',
    variant: 'cleanup-after-notify',
    schedule: 'a3c8',
    goal: 'worker waits on pendingIo for a report; auxio has not run',
    claims: [
      { thread: 'worker', state: 'waiting', line: 'cond.wait(lh' },
      { thread: 'auxio', state: 'ready' },
    ],
    lines: [
      'bucket.notifyIOComplete(cookie, status);',
      'bucket.manager.updatePersistManifestTaskDone(cookie, status);',
      'Status status = cookie.swapAiostat(Status::success);',
    ],
  },
  {
    title: 'Reported, not yet cleaned up',
    text: 'auxio finds no directory and reports cannot_apply. Next it will lock updateInProgressLock and clear what the command has left behind. But worker can already run.',
    variant: 'cleanup-after-notify',
    schedule: 'a3c8b6',
    goal: 'auxio has reported cannot_apply and is about to lock updateInProgressLock; worker can go on',
    claims: [
      { thread: 'auxio', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'enum class Status',
      'std::lock_guard<std::mutex> lh(updateInProgressLock);\n    updateInProgress = nullptr;\n    cookie.engineSpecific = nullptr;',
      'bucket.notifyIOComplete(cookie, status);',
      'bucket.manager.updatePersistManifestTaskDone(cookie, status);',
    ],
  },
  {
    title: 'The client has its answer',
    text: 'worker reads the report and answers cannot_apply. For the client the command is over. auxio has not moved.',
    variant: 'cleanup-after-notify',
    schedule: 'a3c8b6c2',
    goal: 'worker has answered cannot_apply and has finished; auxio has not locked updateInProgressLock; main can go on',
    claims: [
      { thread: 'worker', state: 'finished' },
      { thread: 'auxio', state: 'ready' },
      { thread: 'main', state: 'ready', line: 'worker.join();' },
    ],
    lines: [
      'enum class Status',
      'Status status = cookie.swapAiostat(Status::success);',
      'if (status != Status::success)\n    return status;',
    ],
    question: {
      text: 'Which thread must run now for a client to be turned away for no reason?',
      answer: 'main',
      hint: 'updateInProgress is still set, but only until auxio continues.',
    },
  },
  {
    title: 'Busy, but nobody is at work',
    text: 'main repairs the directory and sets the collections as a second client, ahead of auxio. updateInProgress still names the first command, so update answers too_busy. auxio now waits for the lock that main holds.',
    variant: 'cleanup-after-notify',
    schedule: 'a3c8b6c2a2',
    goal: 'main holds updateInProgressLock and has found updateInProgress set; auxio is blocked on updateInProgressLock',
    claims: [
      { thread: 'main', state: 'ready', line: 'return Status::too_busy;' },
      { thread: 'auxio', state: 'blocked' },
    ],
    lines: [
      'if (updateInProgress != nullptr && updateInProgress != &cookie)',
      'std::lock_guard<std::mutex> lh(updateInProgressLock);\n    updateInProgress = nullptr;\n    cookie.engineSpecific = nullptr;',
      'Status second = execute(bucket, otherCookie, 2);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'Told too early',
    text: 'One client was told that its command is over, and the next is told that it is not. A moment later it would have been let in. A report may be acted on at once, so everything has to be cleaned up before it goes out, as in the fix.',
    variant: 'cleanup-after-notify',
    schedule: 'a3c8b6c2a3',
    goal: 'main has got too_busy and has stopped at its assert; auxio has not tidied up',
    claims: [
      {
        thread: 'main',
        state: 'crashed',
        line: 'assert(second == Status::success);',
        finding: 'assertion-failure',
      },
      { thread: 'auxio', state: 'ready' },
    ],
    lines: [
      'bucket.notifyIOComplete(cookie, status);',
      'bucket.manager.updatePersistManifestTaskDone(cookie, status);',
    ],
  },
];
