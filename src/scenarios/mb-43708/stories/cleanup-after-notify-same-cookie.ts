import type { Beat } from '../../scenario.ts';

/** One preemption: auxio pauses between report and tidying up, and the client is back before it goes on. */
export const story: readonly Beat[] = [
  {
    title: 'Reported, not yet tidied up',
    text: 'As in the variant before, the task has reported cannot_apply and has not tidied up. worker has answered, so for the client the command is over. The client is told to try again, and it will, on the same connection and with the same cookie.',
    variant: 'cleanup-after-notify-same-cookie',
    schedule: 'a3c8b6c2',
    goal: 'worker has answered cannot_apply and has finished; auxio has not locked updateInProgressLock; main can go on',
    claims: [
      { thread: 'worker', state: 'finished' },
      { thread: 'auxio', state: 'ready' },
      { thread: 'main', state: 'ready', line: 'worker.join();' },
    ],
    question: {
      text: 'Which thread must run now, so that the new command is taken for the old one?',
      answer: 'main',
      hint: 'The cookie still points at the manifest of the command that failed, but only until auxio gets on.',
    },
  },
  {
    title: 'Taken for the second call',
    text: 'main sets the collections again. updateInProgress names this very cookie, and engineSpecific is not null, so update takes this for the second call of the first command. It has made the old manifest the current one, and is about to free it.',
    variant: 'cleanup-after-notify-same-cookie',
    schedule: 'a3c8b6c2a2',
    goal: 'main holds updateInProgressLock and has taken over the manifest of the first command; auxio is blocked on the lock',
    claims: [
      { thread: 'main', state: 'ready', line: 'return Status::success;' },
      { thread: 'auxio', state: 'blocked' },
    ],
  },
  {
    title: 'Success, for what has failed',
    text: 'The client hears success. But what it asked for, manifest 2, was never looked at, and manifest 1, which is current now, is not on disk. And the task still believes that manifest 1 is its own.',
    variant: 'cleanup-after-notify-same-cookie',
    schedule: 'a3c8b6c2a6',
    goal: 'main has got success and waits to join auxio; auxio has not tidied up',
    claims: [
      { thread: 'main', state: 'waiting', line: 'auxio.join();' },
      { thread: 'auxio', state: 'ready' },
    ],
  },
  {
    title: 'Freed twice',
    text: 'auxio tidies up at last and drops the task, and the task frees its manifest, which main has freed already: a double free. Another client would only have been turned away for a moment.',
    variant: 'cleanup-after-notify-same-cookie',
    schedule: 'a3c8b6c2a6b2',
    goal: 'auxio has destroyed the task, which has freed the manifest that main had freed',
    claims: [
      {
        thread: 'auxio',
        state: 'crashed',
        line: 'task.reset();',
        finding: 'double-free',
      },
      { thread: 'main', state: 'ready', line: 'auxio.join();' },
    ],
  },
  {
    title: 'In order before the report goes out',
    text: 'In the fix auxio has cleared updateInProgress and the cookie, and only now is about to report. Whoever hears of the failure, and comes back at once with the same cookie, finds nothing left of it.',
    variant: 'landed',
    schedule: 'a3c8b5',
    goal: 'auxio has tidied up and is about to push its report; worker waits for it',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::lock_guard<std::mutex> lh(mutex);' },
      { thread: 'worker', state: 'waiting' },
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
