import type { Beat } from '../../scenario.ts';

/** No preemption is needed: each thread runs until it has to wait. */
export const story: readonly Beat[] = [
  {
    title: 'A command that must not wait',
    text: 'A client sends a manifest, the list of the collections in a bucket. It takes effect only once it is on disk, and a thread that serves clients must not wait for disks. So another thread will write it, and the client is answered later.',
    variant: 'before',
    schedule: 'a',
    goal: 'main has made the bucket and both cookies; its next operation starts auxio',
    claims: [{ thread: 'main', state: 'ready', line: 'std::thread auxio(' }],
  },
  {
    title: 'Who does what',
    text: 'worker serves the client, and auxio runs the tasks that need the disk. The bucket’s directory is missing, so the write is going to fail. main waits for worker and will then act as a second client.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started auxio and worker and waits to join worker; neither of them has run',
    claims: [
      { thread: 'main', state: 'waiting', line: 'worker.join();' },
      { thread: 'auxio', state: 'ready' },
      { thread: 'worker', state: 'ready' },
    ],
  },
  {
    title: 'One manifest, two pointers',
    text: 'worker has created the manifest, and a task that owns it. The command’s cookie holds a second pointer to the manifest, one that owns nothing. The plan: once the manifest is on disk, the task releases it and the command takes ownership.',
    variant: 'before',
    schedule: 'a3c2',
    goal: 'worker holds updateInProgressLock, has made manifest and task, and is about to lock auxQ; auxio has not run',
    claims: [
      { thread: 'worker', state: 'ready', line: 'std::lock_guard<std::mutex> lh(mutex);' },
      { thread: 'auxio', state: 'ready' },
    ],
  },
  {
    title: 'Parked',
    text: 'update has returned would_block, so the command is parked and worker waits for a report. It will not resume where it stopped: the command will be called again from the top. Only the pointer in the cookie will then show that this is the second call.',
    variant: 'before',
    schedule: 'a3c8',
    goal: 'worker waits on pendingIo for a report; auxio has not run',
    claims: [
      { thread: 'worker', state: 'waiting', line: 'cond.wait(lh' },
      { thread: 'auxio', state: 'ready' },
    ],
  },
  {
    title: 'The write fails',
    text: 'auxio finds no directory. Its task keeps the manifest and reports cannot_apply, so worker may continue now. The manifest is still alive, and the cookie points to it.',
    variant: 'before',
    schedule: 'a3c8b6',
    goal: 'auxio has pushed its report, has unlocked pendingIo and is about to destroy the manifest with the task; worker can go on',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'task.reset();' },
      { thread: 'worker', state: 'ready' },
    ],
    question: {
      text: 'Which thread must run now for the cookie to point to freed memory?',
      answer: 'auxio',
      hint: 'The manifest has one owner. On which line does this owner go away?',
    },
  },
  {
    title: 'The owner goes',
    text: 'auxio destroys the task, the task destroys its manifest, and auxio waits for the next task. There is nothing wrong with that: the write has failed, so nobody should need this manifest. But the cookie still points to it.',
    variant: 'before',
    schedule: 'a3c8b9',
    goal: 'auxio has destroyed task and manifest and waits on auxQ; worker has not moved since it was woken',
    claims: [
      { thread: 'auxio', state: 'waiting', line: 'cond.wait(lh' },
      { thread: 'worker', state: 'ready' },
    ],
    predict: {
      kind: 'sight',
      text: 'What will the second call find through the pointer in the cookie?',
      thread: 'worker',
      options: [
        { text: 'the manifest', sees: 'returns success' },
        { text: 'null', sees: 'null dereference' },
        { text: 'freed memory', sees: 'use after free' },
      ],
      because: 'The cookie has the address of the manifest, but does not own it.',
    },
  },
  {
    title: 'The second call trusts the pointer',
    text: 'worker puts the report into the cookie, and no line of code ever reads it. The second call finds the pointer, assumes that the manifest was written and is now its own, and reads freed memory. Had worker run before the task was destroyed, the client would be told of success for a manifest that is not on disk, and both threads would free it.',
    variant: 'before',
    schedule: 'a3c8b9c4',
    goal: 'worker has called update a second time, has adopted the pointer of the cookie and has crashed reading the manifest',
    claims: [{ thread: 'worker', state: 'crashed', line: 'current = *manifest;', finding: 'use-after-free' }],
  },
  {
    title: 'Would reading the report do?',
    text: 'If the second call reads the report, it never touches the freed manifest. Here worker has read it and has answered cannot_apply, as it should.',
    variant: 'executor-only',
    schedule: 'a3c8b8c2',
    goal: 'worker has answered cannot_apply and has finished; main can go on',
    claims: [
      { thread: 'worker', state: 'finished' },
      { thread: 'main', state: 'ready', line: 'worker.join();' },
    ],
    aside: true,
    predict: {
      kind: 'fate',
      text: 'Would it do? How can it end from here?',
      because: 'updateInProgress still names a command that is over, so every later client is told too_busy.',
    },
  },
  {
    title: 'The fix, first half: clean up, then report',
    text: 'A task that fails now clears what its command has left behind: updateInProgress and the pointer in the cookie. It does so under updateInProgressLock, and before it reports. Anyone who receives the report finds everything cleaned up.',
    variant: 'landed',
    schedule: 'a3c8b5',
    goal: 'auxio has cleared updateInProgress and the pointer in the cookie, has unlocked updateInProgressLock and is about to lock pendingIo; worker still waits',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'std::lock_guard<std::mutex> lh(mutex);' },
      { thread: 'worker', state: 'waiting', line: 'cond.wait(lh' },
    ],
  },
  {
    title: 'The fix, second half: read the report',
    text: 'Every call now first takes the report out of the cookie. It says cannot_apply, so worker answers with that and does not call update. It no longer matters when the task is destroyed.',
    variant: 'landed',
    schedule: 'a3c8b10c2',
    goal: 'worker has taken the report, has answered cannot_apply and has finished; auxio waits on auxQ; main can go on',
    claims: [
      { thread: 'worker', state: 'finished' },
      { thread: 'auxio', state: 'waiting' },
      { thread: 'main', state: 'ready', line: 'worker.join();' },
    ],
  },
  {
    title: 'What the fix leaves as it was',
    text: 'Nothing stops the second client: its manifest is written, taken over and applied. Who owns a manifest is still an agreement between two places in the code, which nothing checks. Between the report and release() both may own it, which is safe only as long as nothing throws there.',
    variant: 'landed',
    schedule: 'a3c8b10c2a8b7a7b2a',
    goal: 'main has set the collections as the second client, has joined auxio and has returned',
    claims: [
      { thread: 'auxio', state: 'finished' },
      { thread: 'worker', state: 'finished' },
      { thread: 'main', state: 'finished' },
    ],
  },
];
