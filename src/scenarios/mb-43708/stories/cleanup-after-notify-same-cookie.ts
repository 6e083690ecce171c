import type { Beat } from '../../scenario.ts';

/** One preemption: auxio pauses between report and tidying up, and the client is back before it goes on. */
export const story: readonly Beat[] = [
  {
    title: 'Reported, not yet cleaned up',
    text: 'As in "Late cleanup", the task has reported cannot_apply and has not cleaned up. worker has answered, so for the client the command is over. The client is free to try again, and it will, on the same connection and with the same cookie.',
    variant: 'cleanup-after-notify-same-cookie',
    schedule: 'a3c8b6c2',
    goal: 'worker has answered cannot_apply and has finished; auxio has not locked updateInProgressLock; main can go on',
    claims: [
      { thread: 'worker', state: 'finished' },
      { thread: 'auxio', state: 'ready' },
      { thread: 'main', state: 'ready', line: 'worker.join();' },
    ],
    lines: [
      'enum class Status',
      'bucket.notifyIOComplete(cookie, status);',
      'bucket.manager.updatePersistManifestTaskDone(cookie, status);',
      'if (status != Status::success)\n    return status;',
    ],
    question: {
      text: 'Which thread must run now for the new command to be mistaken for the old one?',
      answer: 'main',
      hint: 'The cookie still points to the manifest of the failed command, but only until auxio continues.',
    },
  },
  {
    title: 'Mistaken for the second call',
    text: 'main sets the collections again. updateInProgress names this very cookie, and engineSpecific is not null, so update mistakes this for the second call of the first command. It has made the old manifest the current one, and is about to free it.',
    variant: 'cleanup-after-notify-same-cookie',
    schedule: 'a3c8b6c2a2',
    goal: 'main holds updateInProgressLock and has taken over the manifest of the first command; auxio is blocked on the lock',
    claims: [
      { thread: 'main', state: 'ready', line: 'return Status::success;' },
      { thread: 'auxio', state: 'blocked' },
    ],
    lines: [
      'if (updateInProgress != nullptr && updateInProgress != &cookie)',
      'if (cookie.engineSpecific != nullptr) {',
      'current = *manifest;',
      'Status second = execute(bucket, cookie, 2);',
    ],
  },
  {
    title: 'Success for a failed write',
    text: 'The client is told success. But manifest 2, which it asked for, was never looked at, and manifest 1, which is current now, is not on disk. And the task still owns manifest 1.',
    variant: 'cleanup-after-notify-same-cookie',
    schedule: 'a3c8b6c2a6',
    goal: 'main has got success and waits to join auxio; auxio has not tidied up',
    claims: [
      { thread: 'main', state: 'waiting', line: 'auxio.join();' },
      { thread: 'auxio', state: 'ready' },
    ],
    lines: [
      'std::unique_ptr<Manifest> manifest(cookie.engineSpecific);',
      'current = *manifest;',
      'Status second = execute(bucket, cookie, 2);',
    ],
  },
  {
    title: 'Freed twice',
    text: 'auxio finally cleans up and drops the task, and the task frees its manifest, which main has already freed: a double free. A different client would only have been turned away for a moment.',
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
    lines: [
      'std::unique_ptr<Manifest> manifest;',
      'bucket.manager.updatePersistManifestTaskDone(cookie, status);',
      'std::unique_ptr<Manifest> manifest(cookie.engineSpecific);',
    ],
  },
  {
    title: 'Clean before the report goes out',
    text: 'In the fix auxio has cleared updateInProgress and the cookie, and only then is about to report. A client that is told of the failure and comes back at once with the same cookie finds no trace of the old command.',
    variant: 'landed',
    schedule: 'a3c8b5',
    goal: 'auxio has tidied up and is about to push its report; worker waits for it',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::lock_guard<std::mutex> lh(mutex);' },
      { thread: 'worker', state: 'waiting' },
    ],
    lines: [
      'std::lock_guard<std::mutex> lh(updateInProgressLock);\n    updateInProgress = nullptr;\n    cookie.engineSpecific = nullptr;',
      'bucket.manager.updatePersistManifestTaskDone(cookie, status);\n  bucket.notifyIOComplete(cookie, status);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
