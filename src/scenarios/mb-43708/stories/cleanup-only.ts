import type { Beat } from '../../scenario.ts';

/** The second half of the fix: the task tidies up, but nobody reads its report. */
export const story: readonly Beat[] = [
  {
    title: 'Half of the fix: clean up',
    text: 'Here a task that fails clears what its command has left behind. But the second call does not look at the report. worker has started a task, and its command is parked.',
    variant: 'cleanup-only',
    schedule: 'a3c8',
    goal: 'worker waits on pendingIo for a report; auxio has not run',
    claims: [
      { thread: 'worker', state: 'waiting', line: 'cond.wait(lh' },
      { thread: 'auxio', state: 'ready' },
    ],
    lines: [
      'void updatePersistManifestTaskDone(Cookie& cookie, Status status) {',
      'std::lock_guard<std::mutex> lh(updateInProgressLock);\n    updateInProgress = nullptr;\n    cookie.engineSpecific = nullptr;',
      'bucket.manager.updatePersistManifestTaskDone(cookie, status);',
      'return bucket.manager.update(bucket, cookie, uid);',
    ],
  },
  {
    title: 'Nothing is left behind',
    text: 'auxio finds no directory. Under updateInProgressLock it has cleared updateInProgress and the pointer in the cookie. It is about to report cannot_apply.',
    variant: 'cleanup-only',
    schedule: 'a3c8b5',
    goal: 'auxio has cleared updateInProgress and the pointer in the cookie and is about to lock pendingIo; worker still waits',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::lock_guard<std::mutex> lh(mutex);' },
      { thread: 'worker', state: 'waiting' },
    ],
    lines: [
      'enum class Status',
      'std::lock_guard<std::mutex> lh(updateInProgressLock);\n    updateInProgress = nullptr;\n    cookie.engineSpecific = nullptr;',
      'bucket.manager.updatePersistManifestTaskDone(cookie, status);\n  bucket.notifyIOComplete(cookie, status);',
    ],
  },
  {
    title: 'The report is out',
    text: 'auxio has reported, has destroyed the task with its manifest, and waits for the next task. Nothing points to the manifest any more. The crash is fixed.',
    variant: 'cleanup-only',
    schedule: 'a3c8b10',
    goal: 'auxio has reported cannot_apply, has destroyed the task and waits on auxQ; worker can go on',
    claims: [
      { thread: 'auxio', state: 'waiting' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'task.reset();',
      'cookie.engineSpecific = nullptr;\n  }\n};',
      'bucket.notifyIOComplete(cookie, status);',
    ],
    predict: {
      kind: 'sight',
      text: 'worker has a report that says cannot_apply. What will it do with it?',
      thread: 'worker',
      options: [
        { text: 'answer the client', sees: 'returns' },
        { text: 'call update again', sees: 'locks updateInProgressLock' },
      ],
      because: 'The report is put into the cookie, and no line reads it there.',
    },
  },
  {
    title: 'The second call looks like a first one',
    text: 'worker puts the report into the cookie, where nobody reads it. The cookie has no pointer and updateInProgress is clear, so update mistakes this for a new command. It has created a new manifest and a new task.',
    variant: 'cleanup-only',
    schedule: 'a3c8b10c3',
    goal: 'worker has called update a second time, has made another manifest and task, and is about to lock auxQ',
    claims: [
      { thread: 'worker', state: 'ready', line: 'std::lock_guard<std::mutex> lh(mutex);' },
      { thread: 'auxio', state: 'waiting' },
    ],
    lines: [
      'if (updateInProgress != nullptr && updateInProgress != &cookie)',
      'if (cookie.engineSpecific != nullptr) {',
      'auto manifest = std::make_unique<Manifest>(uid);',
      'parked->aiostat = report;',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'Round and round',
    text: 'The command would be parked a second time, and our assert stops it. Without the assert it would go on: one failed write after another for as long as the disk is broken, and never an answer for the client. So the second call has to read the report, as in the fix.',
    variant: 'cleanup-only',
    schedule: 'a3c8b10c7',
    goal: 'worker has got would_block from its second call and has stopped at its assert',
    claims: [
      { thread: 'worker', state: 'crashed', line: 'assert(calls == 1);', finding: 'assertion-failure' },
    ],
    lines: ['return bucket.manager.update(bucket, cookie, uid);', 'parked->aiostat = report;'],
  },
];
