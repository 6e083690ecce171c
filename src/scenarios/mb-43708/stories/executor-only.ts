import type { Beat } from '../../scenario.ts';

/** The first half of the fix: the second call reads the report, but nobody tidies up. */
export const story: readonly Beat[] = [
  {
    title: 'Half of the fix: read the report',
    text: 'Here each call of the command takes the report out of the cookie before it does anything else. A task that fails cleans up nothing. worker has started a task, and its command is parked.',
    variant: 'executor-only',
    schedule: 'a3c8',
    goal: 'worker waits on pendingIo for a report; auxio has not run',
    claims: [
      { thread: 'worker', state: 'waiting', line: 'cond.wait(lh' },
      { thread: 'auxio', state: 'ready' },
    ],
    lines: [
      'return std::exchange(aiostat, status);',
      'Status status = cookie.swapAiostat(Status::success);',
      'if (status != Status::success)\n    return status;',
      'auxQ.pop()',
    ],
  },
  {
    title: 'The write fails',
    text: 'auxio finds no directory, reports cannot_apply and destroys the task with its manifest. The cookie still points to that manifest. updateInProgress still names the command.',
    variant: 'executor-only',
    schedule: 'a3c8b8',
    goal: 'auxio has reported, has destroyed the task and waits on auxQ; worker can go on',
    claims: [
      { thread: 'auxio', state: 'waiting' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'enum class Status',
      'Cookie* updateInProgress = nullptr;',
      'task.reset();',
      'Status status = Status::cannot_apply;',
      'bucket.notifyIOComplete(cookie, status);',
      'cookie.engineSpecific = manifest.get();',
    ],
    predict: {
      kind: 'sight',
      text: 'worker is called a second time. Will it go into update, and to the pointer in the cookie?',
      thread: 'worker',
      options: [
        { text: 'yes', sees: 'locks updateInProgressLock' },
        { text: 'no', sees: 'unlocks pendingIo.mutex' },
      ],
      because: 'It takes the report first, and a report that is no success is the answer.',
    },
  },
  {
    title: 'The right answer',
    text: 'worker reads the report and answers cannot_apply. It does not touch the freed manifest, and the client knows that its command has failed. From the outside, all is well.',
    variant: 'executor-only',
    schedule: 'a3c8b8c2',
    goal: 'worker has answered cannot_apply and has finished; main can go on',
    claims: [
      { thread: 'worker', state: 'finished' },
      { thread: 'main', state: 'ready', line: 'worker.join();' },
    ],
    lines: [
      'enum class Status',
      'Status status = cookie.swapAiostat(Status::success);',
      'if (status != Status::success)\n    return status;',
    ],
  },
  {
    title: 'The next client is turned away',
    text: 'The directory is repaired, and main sets the collections as a second client. update finds that updateInProgress names another command and answers too_busy. Clearing updateInProgress used to be the job of the first command’s second call, which no longer gets that far.',
    variant: 'executor-only',
    schedule: 'a3c8b8c2a2',
    goal: 'main holds updateInProgressLock and has found updateInProgress set to the cookie of the first command',
    claims: [{ thread: 'main', state: 'ready', line: 'return Status::too_busy;' }],
    lines: [
      'if (updateInProgress != nullptr && updateInProgress != &cookie)',
      'updateInProgress = nullptr;\n    current',
      'updateInProgress = &cookie;',
      'Status second = execute(bucket, otherCookie, 2);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'Busy for ever',
    text: 'The second client gets too_busy, and so will everyone after it, because nobody is left to clear updateInProgress. The first client would not even be turned away: its cookie is the one named there, and its next command would use the freed manifest. So a task that fails has to clean up, as in the fix.',
    variant: 'executor-only',
    schedule: 'a3c8b8c2a3',
    goal: 'main has got too_busy and has stopped at its assert',
    claims: [
      {
        thread: 'main',
        state: 'crashed',
        line: 'assert(second == Status::success);',
        finding: 'assertion-failure',
      },
    ],
    lines: [
      'if (updateInProgress != nullptr && updateInProgress != &cookie)\n    return Status::too_busy;',
      'updateInProgress = nullptr;\n    current',
    ],
  },
];
