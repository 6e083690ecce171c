import type { Beat } from '../../scenario.ts';

/** One preemption: compactor pauses during the first copy, which holds no lock. */
export const story: readonly Beat[] = [
  {
    title: 'Back to any ten seconds',
    text: 'With point-in-time recovery a client may ask for the data as it was at an earlier time. Each header is such a point: the documents before it are the state at the time it was written. File 1 has three headers, of seconds 2, 4 and 6, and for every ten seconds the last header has to be kept.',
    variant: 'pitr-squashed',
    schedule: 'a3',
    goal: 'main has written three documents with a header each, has started flusher and compactor and waits to join flusher',
    claims: [
      { thread: 'main', state: 'waiting', line: 'flusher.join();' },
      { thread: 'flusher', state: 'ready' },
      { thread: 'compactor', state: 'ready' },
    ],
    lines: ['int time = 0;', 'constexpr int granularity = 10;', "Block{false, 1, 'a', 2}"],
  },
  {
    title: 'The first copy keeps the right header',
    text: 'compactor copies without the lock. All three headers fall into the same ten seconds, so it copies documents 2 and 3 for the last of them. This is how compaction with point-in-time recovery already worked before flusher could write at the same time.',
    variant: 'pitr-squashed',
    schedule: 'a3c6',
    goal: 'compactor has unlocked vb_mutex and copied the documents of the header of second 6; it has not committed file 2; flusher has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'ready' },
    ],
    lines: [
      'if (source->endsPeriod(i, end, delta))\n        target->replay(*source, i + 1);',
      'vbLock.unlock();\n    compaction.copy(granularity);',
    ],
    question: {
      text: 'Which thread must run now to lose a point in time?',
      answer: 'flusher',
      hint: 'compactor will catch up, and everything it copies then ends with a single header. That is enough for one point in time.',
    },
  },
  {
    title: 'Second 12',
    text: 'flusher has written document 4 and a header of second 12. If compactor caught up now, it would copy one document and one header, and all would be well.',
    variant: 'pitr-squashed',
    schedule: 'a3c6b7',
    goal: 'flusher has written c with a header of second 12 to file 1 and has unlocked vb_mutex; compactor has not moved',
    claims: [
      { thread: 'flusher', state: 'ready', line: 'lh(vb_mutex);' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
    lines: ['db->commit(queue.front().time);', "{{false, 4, 'c', 12}, {false, 5, 'd', 23}};"],
  },
  {
    title: 'Second 23',
    text: 'flusher has written document 5 and a header of second 23. There are two headers beyond the one that compactor has copied, and they fall into different periods of ten seconds.',
    variant: 'pitr-squashed',
    schedule: 'a3c6b13',
    goal: 'flusher has written d with a header of second 23 to file 1 and has finished; compactor has not moved',
    claims: [
      { thread: 'flusher', state: 'finished' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
    lines: [
      'db->commit(queue.front().time);',
      "{{false, 4, 'c', 12}, {false, 5, 'd', 23}};",
      'compaction.copy(granularity);',
    ],
  },
  {
    title: 'Nothing is missing',
    text: 'compactor holds vb_mutex, checks again, and copies documents 4 and 5. No document is lost, and a reader finds the same data in either file. Committing both at once saves a commit, and each commit waits for the disk twice.',
    variant: 'pitr-squashed',
    schedule: 'a3c6b13ac3',
    goal: 'compactor holds vb_mutex and has copied c and d to file 2; it has not committed them',
    claims: [{ thread: 'compactor', state: 'ready', line: 'committed.store(size);' }],
    lines: [
      'vbLock.lock();\n    if (compaction.seekEnd())\n      compaction.copy(INT_MAX);',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
  },
  {
    title: 'One header for two',
    text: 'Both documents precede a single header, that of second 23. File 2 has no point between 6 and 23: the state at second 12, with document 4 but without 5, cannot be recovered from it.',
    variant: 'pitr-squashed',
    schedule: 'a3c6b13ac4',
    goal: 'compactor has committed c and d with one header of second 23; it has not switched to file 2',
    claims: [{ thread: 'compactor', state: 'ready' }],
    lines: [
      'compaction.copy(INT_MAX);',
      'commit(source.blocks[end - 1].time);',
      'if (source->endsPeriod(i, end, delta))',
    ],
  },
  {
    title: 'A time nobody can go back to',
    text: 'After the switch main counts the periods of ten seconds that have a header: there are two, where three are needed. The catch-up was written to copy all documents, but here a header is data too.',
    variant: 'pitr-squashed',
    schedule: 'a3c6b13ac7a',
    goal: 'main has joined both threads, has counted the periods in file 2, and its assertion does not hold',
    claims: [
      {
        thread: 'main',
        state: 'crashed',
        line: 'assert(periods.size() == 3);',
        finding: 'assertion-failure',
      },
    ],
    lines: ['periods.insert(', 'compaction.copy(INT_MAX);'],
  },
  {
    title: 'Header by header',
    text: 'Here the catch-up works like the first copy: for each ten seconds it copies the documents up to the last header, and then writes a header with that timestamp. Document 4 has been committed with second 12, and 5 is about to be committed with second 23. The price is more commits while flusher has to wait.',
    variant: 'pitr-kept',
    schedule: 'a3c6b13ac4',
    goal: 'compactor holds vb_mutex, has committed c with a header of second 12 and has copied d, not yet committed',
    claims: [{ thread: 'compactor', state: 'ready', line: 'committed.store(size);' }],
    lines: [
      'if (source->endsPeriod(i, end, delta))\n        target->replay(*source, i + 1);',
      'vbLock.lock();\n    if (compaction.seekEnd())\n      compaction.copy(granularity);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
