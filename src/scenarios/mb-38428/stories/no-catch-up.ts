import type { Beat } from '../../scenario.ts';

/** One preemption: compactor pauses during the copy, which holds no lock. */
export const story: readonly Beat[] = [
  {
    title: 'Two threads, one file',
    text: 'flusher appends the changes in queue to file 1 and then raises persistedSeqno to tell clients that they are safe. compactor copies the live data to file 2 and deletes file 1. This variant holds vb_mutex before and after the copy, but not during it.',
    variant: 'no-catch-up',
    schedule: 'a3',
    goal: 'main has started flusher and compactor and waits to join flusher; neither of them has begun',
    claims: [
      { thread: 'main', state: 'waiting', line: 'flusher.join();' },
      { thread: 'flusher', state: 'ready' },
      { thread: 'compactor', state: 'ready' },
    ],
    lines: [
      'db->save(queue.front());\n    db->commit();\n    persistedSeqno.store(queue.front().seqno);',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
      'vbLock.unlock();\n    compaction.copy();\n    vbLock.lock();',
    ],
  },
  {
    title: 'Where to stop',
    text: 'compactor has locked vb_mutex and opened file 1, and it has found the last header: the one after document 3. It will copy up to there. Blocks are never overwritten, so what it reads cannot change underneath it.',
    variant: 'no-catch-up',
    schedule: 'a3c5',
    goal: 'compactor holds vb_mutex and has loaded the end of file 1; it has not copied anything; flusher has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'vbLock.unlock();' },
      { thread: 'flusher', state: 'ready' },
    ],
    lines: [
      'end = source->committed.load();',
      'compaction.source = openDB();',
      'compaction.seekEnd();',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
  },
  {
    title: 'The copy needs no lock',
    text: 'vb_mutex is free again, and compactor copies documents 2 and 3; document 1 has been replaced by 3. Here is the wrong assumption: once target has everything that source had when the copy began, source is no longer needed.',
    variant: 'no-catch-up',
    schedule: 'a3c6',
    goal: 'compactor has unlocked vb_mutex and copied the documents of file 1; it has not committed file 2; flusher has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'ready' },
    ],
    lines: [
      'vbLock.unlock();\n    compaction.copy();\n    vbLock.lock();',
      'target has all that source had',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
    question: {
      text: 'Which thread must run now for file 1 to hold more than what is copied?',
      answer: 'flusher',
      hint: 'The current file is still file 1, and vb_mutex is free.',
    },
  },
  {
    title: 'Meanwhile, document 4',
    text: 'flusher has appended document 4 and a header to file 1, and has told the client that it is safe. And it is: anyone who opens the current file finds it there.',
    variant: 'no-catch-up',
    schedule: 'a3c6b6',
    goal: 'flusher has written c to file 1 and has stored 4 in persistedSeqno; it holds vb_mutex; compactor has not moved',
    claims: [
      { thread: 'flusher', state: 'ready' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
    lines: [
      'db->save(queue.front());\n    db->commit();\n    persistedSeqno.store(queue.front().seqno);',
      'lh(vb_mutex);',
    ],
  },
  {
    title: 'And document 5',
    text: 'Document 5 is written and acknowledged in the same way, and flusher is done. There are now two headers beyond the one where compactor stops.',
    variant: 'no-catch-up',
    schedule: 'a3c6b13',
    goal: 'flusher has written d to file 1, has stored 5 in persistedSeqno and has finished; compactor has not moved',
    claims: [
      { thread: 'flusher', state: 'finished' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
    lines: [
      'db->save(queue.front());\n    db->commit();\n    persistedSeqno.store(queue.front().seqno);',
      'end = source->committed.load();',
    ],
  },
  {
    title: 'Locked again, but not checked again',
    text: 'compactor has locked vb_mutex, and from here on nobody can write. One look at the end of file 1 would show that something has been added. This code does not check: its next step is the switch.',
    variant: 'no-catch-up',
    schedule: 'a3c6b13ac2',
    goal: 'compactor has committed file 2 and holds vb_mutex again; it has not locked revMapLock for the switch',
    claims: [{ thread: 'compactor', state: 'ready' }],
    lines: [
      'vbLock.lock();',
      'target has all that source had',
      'updateDbFileMap(compaction.target);',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
  },
  {
    title: 'A file without a name',
    text: 'File 2 is the current file, and file 1 no longer has a name. It still exists only because compactor has it open. Nobody can open it again, and documents 4 and 5 are in no other file.',
    variant: 'no-catch-up',
    schedule: 'a3c6b13ac3',
    goal: 'compactor has made file 2 current and taken away the name of file 1, under revMapLock; it has not closed file 1',
    claims: [{ thread: 'compactor', state: 'ready' }],
    lines: [
      'directory[file->rev] = file;  // rename\n    currentRev = file->rev;\n    directory.erase(currentRev - 1);',
      'compaction = {};',
    ],
  },
  {
    title: 'Acknowledged, and lost',
    text: 'compactor has closed file 1, and with that it is gone. main reads the current file and finds nothing above 3, although clients were told 5. There was no data race and no memory error, so no sanitizer has anything to report.',
    variant: 'no-catch-up',
    schedule: 'a3c6b13ac5a',
    goal: 'main has joined both threads, has read file 2, and its last assertion does not hold',
    claims: [
      {
        thread: 'main',
        state: 'crashed',
        line: 'assert(seqno == bucket.persistedSeqno.load());',
        finding: 'assertion-failure',
      },
    ],
    lines: ['file = bucket.kvstore.openDB();\n  int', 'compaction = {};'],
  },
  {
    title: 'One check is enough',
    text: 'The smallest fix checks again once it has the lock back, and copies what was added before it switches. Here flusher wants to write document 5, but has to wait until 4 has been copied and file 2 is the current file. The wait depends on how much was missed, not on the size of the file.',
    variant: 'one-locked-catch-up',
    schedule: 'a3c6b7c3',
    goal: 'compactor holds vb_mutex and has copied c in a second round, not yet committed; flusher has written c to file 1 and is blocked',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'blocked', line: 'lh(vb_mutex);' },
    ],
    lines: [
      'vbLock.lock();\n    if (compaction.seekEnd())\n      compaction.copy();',
      'updateDbFileMap(compaction.target);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
