import type { Beat } from '../../scenario.ts';

/** The order that breaks the variant with weak_ptr, here without harm. */
export const story: readonly Beat[] = [
  {
    title: 'A copy each',
    text: 'Here the task has its own manifest, and so does the cookie. Nothing has to be handed over, and there is no question who owns what. The rest is the fix as it landed.',
    variant: 'by-value',
    schedule: 'a3c8',
    goal: 'worker waits on pendingIo for a report; auxio has not run',
    claims: [
      { thread: 'worker', state: 'waiting', line: 'cond.wait(lh' },
      { thread: 'auxio', state: 'ready' },
    ],
    lines: [
      'std::optional<Manifest> engineSpecific;',
      '  Manifest manifest;',
      'cookie.engineSpecific = manifest;',
    ],
  },
  {
    title: 'A write that fails',
    text: 'auxio finds no directory, clears the copy in the cookie and updateInProgress, and reports cannot_apply. worker passes this answer on, exactly as in the fix that landed. So far the copies make no difference.',
    variant: 'by-value',
    schedule: 'a3c8b10c2',
    goal: 'auxio waits on auxQ; worker has answered cannot_apply and has finished',
    claims: [
      { thread: 'worker', state: 'finished' },
      { thread: 'auxio', state: 'waiting' },
    ],
    lines: [
      'enum class Status',
      'updateInProgress = nullptr;\n    cookie.engineSpecific.reset();\n  }\n};',
      'bucket.manager.updatePersistManifestTaskDone(cookie, status);\n  bucket.notifyIOComplete(cookie, status);',
      'Status status = cookie.swapAiostat(Status::success);',
    ],
  },
  {
    title: 'A write that succeeds',
    text: 'main has repaired the directory and sets the collections as a second client. It has started a task with one copy, and has left another in its cookie.',
    variant: 'by-value',
    schedule: 'a3c8b10c2a8',
    goal: 'main waits on pendingIo for the report of its own task; auxio has been woken',
    claims: [
      { thread: 'main', state: 'waiting', line: 'cond.wait(lh' },
      { thread: 'auxio', state: 'ready' },
    ],
    lines: [
      'Manifest manifest{uid};\n  cookie.engineSpecific = manifest;',
      'std::make_shared<PersistManifestTask>(bucket, manifest, cookie)',
      'Status second = execute(bucket, otherCookie, 2);',
    ],
  },
  {
    title: 'The task goes first',
    text: 'auxio has written its copy, has reported success and has destroyed the task, all before main continues. None of this touches the copy in the cookie.',
    variant: 'by-value',
    schedule: 'a3c8b10c2a8b7',
    goal: 'auxio has destroyed the task and waits on auxQ; main has been woken and has not gone on',
    claims: [
      { thread: 'auxio', state: 'waiting' },
      { thread: 'main', state: 'ready' },
    ],
    lines: ['task.reset();', 'bucket.onDisk = manifest.uid;', 'bucket.notifyIOComplete(cookie, status);'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'Two copies are the price',
    text: 'main has applied the copy from its cookie, and all threads have ended without a failure. The price is two copies of every manifest. One thing has not changed: only the content of the cookie distinguishes a second call from a first one.',
    variant: 'by-value',
    schedule: 'a3c8b10c2a8b7a7b2a',
    goal: 'main has applied the manifest, has joined auxio and has returned',
    claims: [
      { thread: 'auxio', state: 'finished' },
      { thread: 'main', state: 'finished' },
    ],
    lines: [
      'if (cookie.engineSpecific) {',
      'current = *cookie.engineSpecific;',
      'assert(second == Status::success);',
    ],
  },
];
