import type { Beat } from '../../scenario.ts';

/** Two preemptions: bucket_del pauses before it drops the manager, and worker between its two looks. */
export const story: readonly Beat[] = [
  {
    title: 'The fix, and a reader',
    text: 'Here closeAllStreams holds the lock of the fix. But worker is not closing: another client has asked for statistics, and worker adds up the bytes of all connections. bucket_del is closing one of them, has killed both streams, and is about to drop the manager.',
    variant: 'stats-reader',
    schedule: 'a3b20',
    goal: 'bucket_del holds closeAllStreamsLock, has set both streams dead and is about to store nullptr in backfillMgr; worker has not run',
    claims: [
      { thread: 'bucket_del', state: 'ready', line: 'backfillMgr.store(nullptr);' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'void closeAllStreams() {',
      'closing(closeAllStreamsLock);',
      'bytes += entry.second->addStats();',
    ],
  },
  {
    title: 'Is there a manager?',
    text: 'worker holds connsLock and has checked: there is a manager. It has not taken closeAllStreamsLock, since it closes nothing. Its next step reads the pointer a second time, in order to use the manager.',
    variant: 'stats-reader',
    schedule: 'a3b20c4',
    goal: 'worker has found backfillMgr not null and is about to load it again; bucket_del has not moved',
    claims: [
      { thread: 'worker', state: 'ready', line: 'return backfillMgr.load()->addStats();' },
      { thread: 'bucket_del', state: 'ready', line: 'backfillMgr.store(nullptr);' },
    ],
    lines: [
      'closing(closeAllStreamsLock);',
      'if (backfillMgr.load())',
      'long addStats() {  // under connsLock',
    ],
    question: {
      text: 'Which thread must run now to invalidate the check?',
      answer: 'bucket_del',
      hint: 'One line makes the pointer null.',
    },
  },
  {
    title: 'Gone between two reads',
    text: 'bucket_del has stored nullptr and is done. It was alone in closeAllStreams, just as the fix demands.',
    variant: 'stats-reader',
    schedule: 'a3b20c4b3',
    goal: 'bucket_del has dropped the manager and finished; worker has not moved',
    claims: [
      { thread: 'bucket_del', state: 'finished' },
      { thread: 'worker', state: 'ready', line: 'return backfillMgr.load()->addStats();' },
    ],
    lines: ['void closeAllStreams() {', 'backfillMgr.store(nullptr);'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'Checked, and null',
    text: 'The second read returns nullptr, and worker crashes on it. This check was in the file when the fix landed; a copy of the pointer, loaded once, would have been safe. A lock protects only against threads that take it.',
    variant: 'stats-reader',
    schedule: 'a3b20c4b3c',
    goal: 'worker has loaded nullptr from backfillMgr and crashed on it',
    claims: [
      {
        thread: 'worker',
        state: 'crashed',
        line: 'return backfillMgr.load()->addStats();',
        finding: 'null-dereference',
      },
    ],
    lines: ['backfillMgr.store(nullptr);', 'if (backfillMgr.load())'],
  },
];
