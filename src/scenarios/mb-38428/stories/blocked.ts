import type { Beat } from '../../scenario.ts';

/** No preemption can do harm here; the one in no-catch-up can: flusher writes while compactor copies. */
export const story: readonly Beat[] = [
  {
    title: 'A file that only grows',
    text: 'A vbucket, a shard of the data, is kept in one file. Each change is appended with a number of its own, its seqno, and a header completes each commit. Here key a has been written twice, as 1 and as 3, so document 1 only takes up space.',
    variant: 'blocked',
    schedule: 'a',
    goal: 'main has written a, b and a again and a header to file 1, and put c and d into the queue; its next operation starts flusher',
    claims: [{ thread: 'main', state: 'ready', line: 'std::thread flusher(' }],
    lines: ['void commit() {', "Block{false, 1, 'a'}"],
  },
  {
    title: 'Two threads, one file',
    text: 'flusher appends the changes in queue to the file and then raises persistedSeqno, which tells clients that their changes are safe. compactor copies the live data to a new file and deletes the old one. Both need the lock of the vbucket, vb_mutex.',
    variant: 'blocked',
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
      'kvstore.compactDB(vbLock);',
    ],
  },
  {
    title: 'Copied under the lock',
    text: 'compactor has locked vb_mutex, found the last header of file 1 and copied documents 2 and 3, which are b and the newer a, to file 2. The lock is to be held until file 2 has replaced file 1.',
    variant: 'blocked',
    schedule: 'a3c5',
    goal: 'compactor holds vb_mutex and has copied the documents of file 1; it has not committed file 2; flusher has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'ready' },
    ],
    lines: [
      'compaction.seekEnd();\n    compaction.copy();',
      'updateDbFileMap(compaction.target);',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
  },
  {
    title: 'flusher waits',
    text: 'flusher needs vb_mutex too, and has to wait until the copy is done. Changes 4 and 5 stay in queue, and their clients wait as well. Real files are large, so this pause lasted for seconds.',
    variant: 'blocked',
    schedule: 'a3c5b',
    goal: 'flusher is blocked on vb_mutex, which compactor holds',
    claims: [
      { thread: 'flusher', state: 'blocked', line: 'lh(vb_mutex);' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
    lines: [
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
      'compaction.copy();',
      'std::vector<Block> queue;',
    ],
  },
  {
    title: 'Correct, but slow',
    text: 'Nothing is lost: file 2 holds documents 2 to 5, and file 1 is gone. But flusher was stopped for the whole copy, although it would only have appended after the blocks that compactor was reading.',
    variant: 'blocked',
    schedule: 'a3c5bc4b12',
    goal: 'compactor has switched to file 2, flusher has written documents 4 and 5 to it; both have finished',
    claims: [
      { thread: 'flusher', state: 'finished' },
      { thread: 'compactor', state: 'finished' },
    ],
    lines: ['compaction.copy();', 'updateDbFileMap(compaction.target);', 'lh(vb_mutex);'],
  },
  {
    title: 'The tempting change: unlock during the copy',
    text: 'compactor reads nothing beyond the header that it has found, and what precedes a header never changes. So it needs no lock to read, and this variant unlocks vb_mutex during the copy. It was the first draft of the real change.',
    variant: 'no-catch-up',
    schedule: 'a3c6',
    goal: 'compactor has unlocked vb_mutex and copied the documents of file 1; it has not committed file 2; flusher has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'ready' },
    ],
    lines: [
      'compaction.seekEnd();\n    vbLock.unlock();\n    compaction.copy();\n    vbLock.lock();',
      'lh(vb_mutex);',
    ],
    question: {
      text: 'Which thread must run now to lose a change that a client was told is safe?',
      answer: 'flusher',
      hint: 'compactor has looked up the last header once, and will not look again.',
    },
  },
  {
    title: 'Written and acknowledged',
    text: 'flusher appends documents 4 and 5 to file 1, with a header each, and raises persistedSeqno to 5. It holds vb_mutex, file 1 is the current file, and no two threads touch the same block. Every step of this is correct.',
    variant: 'no-catch-up',
    schedule: 'a3c6b13',
    goal: 'flusher has written c and d to file 1, has stored 5 in persistedSeqno and has finished; compactor has not moved',
    claims: [
      { thread: 'flusher', state: 'finished' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
    lines: [
      'lh(vb_mutex);',
      'db->save(queue.front());\n    db->commit();\n    persistedSeqno.store(queue.front().seqno);',
    ],
  },
  {
    title: 'The switch',
    text: 'compactor locks vb_mutex again and switches: file 2 is the current file now, and file 1 has lost its name. Whoever has file 1 open can still read it; everybody else opens file 2.',
    variant: 'no-catch-up',
    schedule: 'a3c6b13ac3',
    goal: 'compactor has made file 2 current and taken away the name of file 1, under revMapLock; it has not closed file 1',
    claims: [{ thread: 'compactor', state: 'ready' }],
    lines: [
      'end = source->committed.load();',
      'directory[file->rev] = file;  // rename\n    currentRev = file->rev;\n    directory.erase(currentRev - 1);',
      'vbLock.lock();',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
    predict: {
      kind: 'sight',
      text: 'What will main find in the current file?',
      thread: 'main',
      options: [
        { text: 'everything up to 5', sees: 'joins compactor, returns' },
        { text: 'nothing above 3', sees: 'assertion failure' },
      ],
      because: 'Documents 4 and 5 were only in file 1.',
    },
  },
  {
    title: 'Acknowledged, and lost',
    text: 'main reads the current file as the server would after a restart. It ends at seqno 3, although clients were told that everything up to 5 is safe. The lock was held for every write; what it failed to protect is that the copy is complete when the files are switched.',
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
    lines: [
      'file = bucket.kvstore.openDB();\n  int',
      'persistedSeqno.store(queue.front().seqno);',
      'lh(vb_mutex);',
      'updateDbFileMap(compaction.target);',
    ],
    predict: {
      kind: 'line',
      text: 'Which of these lines made the failure certain?',
      options: [
        'end = source->committed.load();',
        'lh(vb_mutex);',
        'persistedSeqno.store(queue.front().seqno);',
      ],
      because: 'Once flusher has the lock, it will write past the end that compactor has noted.',
    },
  },
  {
    title: 'Would one more check do?',
    text: 'compactor could check the end of file 1 once more before it switches. Here it has, without the lock: there is nothing new, so file 2 has everything.',
    variant: 'unlocked-switch',
    schedule: 'a3c8',
    goal: 'compactor has loaded the end of file 1 once more and found nothing new; it has not locked revMapLock for the switch; flusher has not run',
    claims: [
      { thread: 'compactor', state: 'ready' },
      { thread: 'flusher', state: 'ready' },
    ],
    lines: [
      'while (compaction.seekEnd())\n      compaction.copy();',
      'updateDbFileMap(compaction.target);\n    compaction = {};\n    vbLock.lock();',
    ],
    aside: true,
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because:
        'The check was right when it was made, but vb_mutex is free, so flusher may write before the switch.',
    },
  },
  {
    title: 'What landed: check again under the lock',
    text: 'Here compactor has copied without the lock, has locked vb_mutex and looks up the last header once more. flusher has written document 4 in the meantime, so compactor will unlock and copy a second round. The number of such rounds is limited, and the last one is copied with the lock held.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c3',
    goal: 'compactor has copied the first round and, with vb_mutex held, has found the header behind c in file 1; flusher wants to write d and is blocked',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'vbLock.unlock();' },
      { thread: 'flusher', state: 'blocked', line: 'lh(vb_mutex);' },
    ],
    lines: [
      'int rounds = 0;\n    while (compaction.seekEnd() && ++rounds <= 2) {',
      'vbLock.unlock();\n      compaction.copy();\n      vbLock.lock();',
      'if (rounds > 2)\n      compaction.copy();  // the last round, with vbLock held',
    ],
  },
  {
    title: 'What it costs',
    text: 'Every change is in file 2, and flusher had to wait only for the checks and for the last round. Each round ends with a commit of its own, and both files are on disk until the switch. The story of the variant "As landed" shows the rounds one by one.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c4b6c7b6',
    goal: 'compactor has copied three rounds and switched, flusher has written documents 4, 5 and 6; both have finished',
    claims: [
      { thread: 'flusher', state: 'finished' },
      { thread: 'compactor', state: 'finished' },
    ],
    lines: [
      'while (compaction.seekEnd() && ++rounds <= 2) {',
      'vbLock.unlock();\n      compaction.copy();\n      vbLock.lock();',
      'if (rounds > 2)\n      compaction.copy();  // the last round, with vbLock held',
      'updateDbFileMap(compaction.target);',
      'commit();\n  }\n};',
    ],
  },
];
