import type { Beat } from '../../scenario.ts';

/** No preemption at all: the client that was told of the failure tries again. */
export const story: readonly Beat[] = [
  {
    title: 'Reported, but not cleaned up',
    text: 'The write has failed; auxio has reported that and has destroyed the task with its manifest. The cookie still points to that manifest, and updateInProgress still names the cookie.',
    variant: 'executor-only-same-cookie',
    schedule: 'a3c8b8',
    goal: 'auxio has reported and has destroyed the task; worker can go on',
    claims: [
      { thread: 'worker', state: 'ready' },
      { thread: 'main', state: 'waiting', line: 'worker.join();' },
    ],
    lines: [
      'Cookie* updateInProgress = nullptr;',
      'task.reset();',
      'cookie.engineSpecific = manifest.get();',
      'updateInProgress = &cookie;',
    ],
  },
  {
    title: 'The right answer',
    text: 'worker reads the report and answers cannot_apply. So far all is well, and the client will try again.',
    variant: 'executor-only-same-cookie',
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
    question: {
      text: 'Which thread must run now for freed memory to be used?',
      answer: 'main',
      hint: 'The same client comes back, with the same cookie.',
    },
  },
  {
    title: 'Not turned away',
    text: 'The directory is repaired, and main sets the collections with the same cookie. Another client would get too_busy here. This one is let in: updateInProgress names it, and its cookie holds a pointer, so update mistakes this for a second call.',
    variant: 'executor-only-same-cookie',
    schedule: 'a3c8b8c2a2',
    goal: 'main holds updateInProgressLock and has taken the pointer out of the cookie',
    claims: [{ thread: 'main', state: 'ready', line: 'current = *manifest;' }],
    lines: [
      'if (updateInProgress != nullptr && updateInProgress != &cookie)\n    return Status::too_busy;',
      'if (cookie.engineSpecific != nullptr) {',
      'Status second = execute(bucket, cookie, 2);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'A manifest that is gone',
    text: 'main reads the manifest that was destroyed with the task: a use after free. If auxio is slower, main frees the manifest first and the task frees it again; no order is safe. A different client would merely have been turned away.',
    variant: 'executor-only-same-cookie',
    schedule: 'a3c8b8c2a3',
    goal: 'main has read the manifest that auxio has destroyed',
    claims: [{ thread: 'main', state: 'crashed', line: 'current = *manifest;', finding: 'use-after-free' }],
    lines: ['task.reset();', 'std::unique_ptr<Manifest> manifest(cookie.engineSpecific);'],
  },
];
