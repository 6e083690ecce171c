import type { Beat } from '../../scenario.ts';

/** Two preemptions: compactor pauses in the copy that is to fail, and rollback between its look at one flag and setting the other. */
export const story: readonly Beat[] = [
  {
    title: 'The disk is full',
    text: 'compactor has unlocked vb_mutex for the copy, and the copy is about to fail. compactDB then returns at once, without the lock: nothing has been switched. Its caller clears the two flags, believing that it holds the lock again.',
    variant: 'unlocked-error-return',
    schedule: 'a3b4',
    goal: 'compactor has unlocked vb_mutex, the copy has failed, and it is about to clear vbCompactionRunning; rollback has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'kvstore.vbCompactionRunning = false;' },
      { thread: 'rollback', state: 'ready' },
    ],
    lines: [
      'bool compactDB(',
      'vbLock.unlock();\n    if (!copy())\n      return false;',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
      'kvstore.compactDB(vbLock);',
    ],
  },
  {
    title: 'Is a compaction running?',
    text: 'rollback holds vb_mutex, as it must, and has found vbCompactionRunning set. So it is going to abort that compaction. While it holds the lock it may check first and act afterwards, since nobody else is supposed to touch the flags.',
    variant: 'unlocked-error-return',
    schedule: 'a3b4c3',
    goal: 'rollback holds vb_mutex and has found vbCompactionRunning true; it has not set vbAbortCompaction',
    claims: [
      { thread: 'rollback', state: 'ready', line: 'kvstore.vbAbortCompaction = true;' },
      { thread: 'compactor', state: 'ready', line: 'kvstore.vbCompactionRunning = false;' },
    ],
    lines: [
      'vbCompactionRunning = false;  // these two',
      'void rollback(int seqno) {\n    std::lock_guard<std::mutex> lh(vb_mutex);\n    if (kvstore.vbCompactionRunning)',
    ],
    question: {
      text: 'Which thread must run now to leave a flag behind?',
      answer: 'compactor',
      hint: 'One thread does not hold the lock, and believes that it does.',
    },
  },
  {
    title: 'Cleared without the lock',
    text: 'compactor has cleared both flags and is done. Both are atomic, so this is not a data race. But it happened exactly between rollback’s check and the act that depends on it.',
    variant: 'unlocked-error-return',
    schedule: 'a3b4c3b2',
    goal: 'compactor has cleared both flags and finished; rollback has not moved',
    claims: [
      { thread: 'compactor', state: 'finished' },
      { thread: 'rollback', state: 'ready', line: 'kvstore.vbAbortCompaction = true;' },
    ],
    lines: [
      'kvstore.vbCompactionRunning = false;\n    kvstore.vbAbortCompaction = false;',
      'if (kvstore.vbCompactionRunning)',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'An abort for the next one',
    text: 'rollback has set vbAbortCompaction for a compaction that is over. Nobody clears it, so the next one would copy everything and then abort for no reason. The version of November 2020 takes the lock again before it returns an error.',
    variant: 'unlocked-error-return',
    schedule: 'a3b4c3b2ac3a',
    goal: 'both threads have finished, and main has found vbAbortCompaction set',
    claims: [
      {
        thread: 'main',
        state: 'crashed',
        line: 'assert(!bucket.kvstore.vbAbortCompaction);',
        finding: 'assertion-failure',
      },
    ],
    lines: [
      'vbLock.unlock();\n    if (!copy())\n      return false;',
      'if (kvstore.vbCompactionRunning)\n      kvstore.vbAbortCompaction = true;',
    ],
  },
];
