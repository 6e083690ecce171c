import type { Beat } from '../../scenario.ts';

/** One preemption: compactor pauses between its last look at file 1 and the switch. */
export const story: readonly Beat[] = [
  {
    title: 'Nobody waits',
    text: 'This variant holds vb_mutex only to open the file. compactor copies, checks whether flusher has written in the meantime, copies that too, and repeats this until it finds nothing new. Then it switches.',
    variant: 'unlocked-switch',
    schedule: 'a3',
    goal: 'main has started flusher and compactor and waits to join flusher; neither of them has begun',
    claims: [
      { thread: 'main', state: 'waiting', line: 'flusher.join();' },
      { thread: 'flusher', state: 'ready' },
      { thread: 'compactor', state: 'ready' },
    ],
    lines: [
      'while (compaction.seekEnd())\n      compaction.copy();',
      'updateDbFileMap(compaction.target);',
      'vbLock.unlock();',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
  },
  {
    title: 'Safe to read',
    text: 'compactor has unlocked vb_mutex, has loaded the end of file 1, and has copied up to there. The end is atomic, and blocks before it never change. Neither the check nor the copy needs a lock.',
    variant: 'unlocked-switch',
    schedule: 'a3c6',
    goal: 'compactor has unlocked vb_mutex, loaded the end of file 1 and copied its documents; it has not committed file 2; flusher has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'ready' },
    ],
    lines: [
      'end = source->committed.load();',
      'vbLock.unlock();\n    while (compaction.seekEnd())\n      compaction.copy();',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
  },
  {
    title: 'Nothing new',
    text: 'compactor has checked again, and the end of file 1 has not moved. So file 2 has everything, and the next step switches to it. What compactor has read is true, but nothing keeps it true.',
    variant: 'unlocked-switch',
    schedule: 'a3c8',
    goal: 'compactor has loaded the end of file 1 once more and found nothing new; it has not locked revMapLock for the switch; flusher has not run',
    claims: [
      { thread: 'compactor', state: 'ready' },
      { thread: 'flusher', state: 'ready' },
    ],
    lines: [
      'while (compaction.seekEnd())',
      'The last look at source has found no new header',
      'updateDbFileMap(compaction.target);',
    ],
    question: {
      text: 'Which thread must run now to make this check wrong?',
      answer: 'flusher',
      hint: 'vb_mutex is free. Whoever holds it may write to the current file.',
    },
  },
  {
    title: 'A new header',
    text: 'flusher takes the free lock, appends document 4 to file 1, which is still the current file, and tells the client. compactor had the right answer a moment ago.',
    variant: 'unlocked-switch',
    schedule: 'a3c8b6',
    goal: 'flusher has written c to file 1 and has stored 4 in persistedSeqno; it holds vb_mutex; compactor has not moved',
    claims: [
      { thread: 'flusher', state: 'ready' },
      { thread: 'compactor', state: 'ready' },
    ],
    lines: [
      'lh(vb_mutex);',
      'db->save(queue.front());\n    db->commit();\n    persistedSeqno.store(queue.front().seqno);',
      'The last look at source has found no new header',
    ],
  },
  {
    title: 'All is written',
    text: 'Document 5 follows, and flusher is done. persistedSeqno is 5, and file 1 holds everything.',
    variant: 'unlocked-switch',
    schedule: 'a3c8b15',
    goal: 'flusher has written c and d to file 1, has stored 5 in persistedSeqno and has finished; compactor has not moved',
    claims: [
      { thread: 'flusher', state: 'finished' },
      { thread: 'compactor', state: 'ready' },
    ],
    lines: ['persistedSeqno.store(queue.front().seqno);', 'updateDbFileMap(compaction.target);'],
  },
  {
    title: 'The switch, too late',
    text: 'compactor goes by its old answer and makes file 2 the current file. File 2 ends at 3. File 1, with documents 4 and 5, has lost its name.',
    variant: 'unlocked-switch',
    schedule: 'a3c8b15ac3',
    goal: 'compactor has made file 2 current and taken away the name of file 1; it has not closed file 1',
    claims: [{ thread: 'compactor', state: 'ready' }],
    lines: [
      'directory[file->rev] = file;  // rename\n    currentRev = file->rev;\n    directory.erase(currentRev - 1);',
      'The last look at source has found no new header',
    ],
  },
  {
    title: 'Caught up, and behind again',
    text: 'main finds nothing above 3 in the current file, although clients were told 5. Catching up was right, and so was each check. But nobody may write between the last check and the switch, and only the writers’ lock can ensure that.',
    variant: 'unlocked-switch',
    schedule: 'a3c8b15ac9a',
    goal: 'main has joined both threads, has read file 2, and its last assertion does not hold',
    claims: [
      {
        thread: 'main',
        state: 'crashed',
        line: 'assert(seqno == bucket.persistedSeqno.load());',
        finding: 'assertion-failure',
      },
    ],
    lines: ['while (compaction.seekEnd())', 'updateDbFileMap(compaction.target);', 'vbLock.lock();'],
  },
  {
    title: 'Check and switch under one lock',
    text: 'Here compactor has locked vb_mutex, has checked and found nothing new, and still holds the lock. flusher cannot write before the switch is over. It will open the current file then, and that is file 2.',
    variant: 'one-locked-catch-up',
    schedule: 'a3c9b',
    goal: 'compactor holds vb_mutex, has found nothing new in file 1 and has not switched; flusher is blocked on vb_mutex',
    claims: [
      { thread: 'compactor', state: 'ready' },
      { thread: 'flusher', state: 'blocked', line: 'lh(vb_mutex);' },
    ],
    lines: [
      'vbLock.lock();\n    if (compaction.seekEnd())\n      compaction.copy();',
      'updateDbFileMap(compaction.target);',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
