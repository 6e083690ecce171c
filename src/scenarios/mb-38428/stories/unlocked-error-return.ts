import type { Beat } from '../../scenario.ts';

/** Two preemptions: compactor pauses in the copy that is to fail, and rollback between its look at one flag and setting the other. */
export const story: readonly Beat[] = [
  {
    title: 'The disk is full',
    text: 'compactor has unlocked vb_mutex for the copy, and the copy is about to fail. compactDB then returns at once, without the lock: nothing has been switched. Its caller clears the two flags, sure that it has the lock back.',
    variant: 'unlocked-error-return',
    schedule: 'a3b4',
    goal: 'compactor has unlocked vb_mutex, the copy has failed, and it is about to clear vbCompactionRunning; rollback has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'kvstore.vbCompactionRunning = false;' },
      { thread: 'rollback', state: 'ready' },
    ],
  },
  {
    title: 'Is a compaction running?',
    text: 'rollback holds vb_mutex, as it must, and has found vbCompactionRunning set. So it will abort that compaction. Whoever holds the lock may look first and act then, for nobody else touches the flags.',
    variant: 'unlocked-error-return',
    schedule: 'a3b4c3',
    goal: 'rollback holds vb_mutex and has found vbCompactionRunning true; it has not set vbAbortCompaction',
    claims: [
      { thread: 'rollback', state: 'ready', line: 'kvstore.vbAbortCompaction = true;' },
      { thread: 'compactor', state: 'ready', line: 'kvstore.vbCompactionRunning = false;' },
    ],
    question: {
      text: 'Which thread must run now to leave a flag behind?',
      answer: 'compactor',
      hint: 'One thread does not hold the lock, and believes that it does.',
    },
  },
  {
    title: 'Cleared without the lock',
    text: 'compactor has cleared both flags and is done. Both are atomic, so this is no data race. But it went right between the look of rollback and what follows from it.',
    variant: 'unlocked-error-return',
    schedule: 'a3b4c3b2',
    goal: 'compactor has cleared both flags and finished; rollback has not moved',
    claims: [
      { thread: 'compactor', state: 'finished' },
      { thread: 'rollback', state: 'ready', line: 'kvstore.vbAbortCompaction = true;' },
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'An abort for the next one',
    text: 'rollback has set vbAbortCompaction for a compaction that is over. Nobody clears it, so the next one would copy everything and then give up for nothing. The version of November 2020 takes the lock again before it returns an error.',
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
  },
];
