import type { Beat } from '../../scenario.ts';

/** No preemption, and no second thread: flusher waits for itself. */
export const story: readonly Beat[] = [
  {
    title: 'Ten changes to write',
    text: 'ep_queue_size says that ten changes are waiting to be written, and flusher is about to write them. No compaction is running, so there is no other thread that flusher would have to wait for. This is our guess at what was wrong with the draft of July 2020.',
    variant: 'double-lock',
    schedule: 'a2',
    goal: 'main has started flusher and waits to join it; flusher has not run',
    claims: [
      { thread: 'main', state: 'waiting', line: 'flusher.join();' },
      { thread: 'flusher', state: 'ready' },
    ],
    lines: ['std::mutex vb_mutex;\n  std::atomic<int> ep_queue_size = 10;', 'bucket.flushVBucket();'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'Locked, to be safe',
    text: 'flushVBucket has locked the mutex of the vbucket and has called saveDocs. saveDocs needs the lock too, since it is also called from elsewhere. Each of the two functions is correct on its own.',
    variant: 'double-lock',
    schedule: 'a2b2',
    goal: 'flusher holds vb_mutex and is about to lock it in saveDocs',
    claims: [{ thread: 'flusher', state: 'ready', line: 'lh(vb_mutex);' }],
    lines: ['void saveDocs() {', 'void flushVBucket() {', 'vbLock(vb_mutex);\n    saveDocs();'],
    predict: {
      kind: 'sight',
      text: 'What will flusher get when it asks for vb_mutex once more?',
      thread: 'flusher',
      options: [
        { text: 'the lock: it has it already', sees: 'locks vb_mutex' },
        { text: 'not the lock: nobody has a mutex twice', sees: 'mutex misuse' },
      ],
      because: 'A std::mutex does not know that it is its owner who asks; a std::recursive_mutex would.',
    },
  },
  {
    title: 'A thread that waits for itself',
    text: 'flusher locks a mutex that it already holds, which is undefined behaviour in C++. On Linux and macOS it waits for itself for ever: the tests gave up after a minute, with ep_queue_size at 10. On Windows the library threw an exception after 8 ms, "device or resource busy", and that was the best clue of all.',
    variant: 'double-lock',
    schedule: 'a2b3',
    goal: 'flusher has locked vb_mutex a second time',
    claims: [{ thread: 'flusher', state: 'crashed', line: 'lh(vb_mutex);', finding: 'mutex-misuse' }],
    lines: ['ep_queue_size = 0;\n', 'vbLock(vb_mutex);\n    saveDocs();'],
  },
];
