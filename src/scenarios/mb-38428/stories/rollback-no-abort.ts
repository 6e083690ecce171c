import type { Beat } from '../../scenario.ts';

/** One preemption: compactor pauses during the first copy, which holds no lock. */
export const story: readonly Beat[] = [
  {
    title: 'A replica may have to roll back',
    text: 'This vbucket is a replica: it follows another node. If that node fails, a third one takes over, which may have received fewer changes. Then the thread rollback undoes here what the new node never had, which is everything above seqno 3.',
    variant: 'rollback-no-abort',
    schedule: 'a4',
    goal: 'main has started flusher, compactor and rollback and waits to join flusher; none of them has begun',
    claims: [
      { thread: 'main', state: 'waiting', line: 'flusher.join();' },
      { thread: 'flusher', state: 'ready' },
      { thread: 'compactor', state: 'ready' },
      { thread: 'rollback', state: 'ready' },
    ],
    lines: [
      'void rollback(int seqno) {\n    std::lock_guard<std::mutex> lh(vb_mutex);',
      'kvstore.openDB()->rollback(seqno);',
      'std::thread rollback(',
    ],
  },
  {
    title: 'Document 4 is written',
    text: 'flusher has appended c as document 4, and has finished. This is correct, since nobody knows yet that it will be rolled back.',
    variant: 'rollback-no-abort',
    schedule: 'a4b7',
    goal: 'flusher has written c to file 1, has stored 4 in persistedSeqno and has finished; compactor and rollback have not run',
    claims: [
      { thread: 'flusher', state: 'finished' },
      { thread: 'compactor', state: 'ready' },
      { thread: 'rollback', state: 'ready' },
    ],
    lines: ['db->save(queue.front());\n    db->commit();', "bucket.queue = {{false, 4, 'c'}};"],
  },
  {
    title: 'Document 4 is copied',
    text: 'compactor has opened file 1, has unlocked vb_mutex and has copied documents 2, 3 and 4. As before, it will check again under the lock and copy what it has missed, so nothing can be lost.',
    variant: 'rollback-no-abort',
    schedule: 'a4b7ac6',
    goal: 'compactor has unlocked vb_mutex and copied b, a and c; it has not committed file 2; rollback has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'rollback', state: 'ready' },
    ],
    lines: [
      'vbLock.unlock();\n    compaction.copy();',
      'vbLock.lock();\n    if (compaction.seekEnd())\n      compaction.copy();',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
    question: {
      text: 'Which thread must run now for the new file to end up with too much?',
      answer: 'rollback',
      hint: 'compactor can add what is missing, but it cannot remove anything.',
    },
  },
  {
    title: 'A header that goes back',
    text: 'rollback cannot erase document 4, because blocks are never overwritten. It appends a header with seqno 3, which says that documents with a higher seqno no longer count. A reader of file 1 now finds only documents 2 and 3.',
    variant: 'rollback-no-abort',
    schedule: 'a4b7ac6d5',
    goal: 'rollback has written a header with seqno 3 to file 1; it holds vb_mutex and has not stored persistedSeqno; compactor has not moved',
    claims: [
      { thread: 'rollback', state: 'ready', line: 'persistedSeqno.store(seqno);' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
    lines: [
      'void rollback(int seqno) {  // nothing is erased',
      'highSeqno = seqno;\n    commit();',
      '(blocks[later].header && blocks[later].seqno < blocks[i].seqno))',
    ],
  },
  {
    title: 'Rolled back',
    text: 'persistedSeqno is 3 again, and rollback is done. It held vb_mutex all the time, as flusher does when it writes.',
    variant: 'rollback-no-abort',
    schedule: 'a4b7ac6d7',
    goal: 'rollback has stored 3 in persistedSeqno and has finished; compactor has not moved',
    claims: [
      { thread: 'rollback', state: 'finished' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
    lines: [
      'void rollback(int seqno) {\n    std::lock_guard<std::mutex> lh(vb_mutex);',
      'persistedSeqno.store(seqno);',
    ],
  },
  {
    title: 'It looks only for newer ones',
    text: 'compactor holds vb_mutex and has found the new header, so it catches up: it looks for documents with a seqno above 4, the highest in file 2. There are none. A copy by seqno can only go forward, and document 4 stays in file 2.',
    variant: 'rollback-no-abort',
    schedule: 'a4b7ac6d7c3',
    goal: 'compactor holds vb_mutex, has found the header of the rollback and has found no document to add; it has not committed round 2',
    claims: [{ thread: 'compactor', state: 'ready', line: 'committed.store(size);' }],
    lines: [
      'source.blocks[i].seqno > highSeqno)',
      'vbLock.lock();\n    if (compaction.seekEnd())\n      compaction.copy();',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
  },
  {
    title: 'Document 4 is back',
    text: 'File 2 is the current file, and document 4 is in it: the rollback has been undone. The new node will give seqno 4 to some other change, and from then on two nodes hold different data under the same number.',
    variant: 'rollback-no-abort',
    schedule: 'a4b7ac6d7c7a',
    goal: 'main has joined flusher and compactor, has read file 2, and its last assertion does not hold',
    claims: [
      {
        thread: 'main',
        state: 'crashed',
        line: 'assert(seqno == bucket.persistedSeqno.load());',
        finding: 'assertion-failure',
      },
    ],
    lines: ['updateDbFileMap(compaction.target);', 'source.blocks[i].seqno > highSeqno)'],
  },
  {
    title: 'Abort and start again',
    text: 'The fix does not try to copy a rollback. rollback sets vbAbortCompaction while it holds vb_mutex, and compactor, when it has the lock back, throws file 2 away. File 1 stays the current file, and the whole copy was wasted: the compaction has to be run again.',
    variant: 'rollback-abort',
    schedule: 'a4b7ac6d7c3',
    goal: 'compactor has seen vbAbortCompaction and has finished without a switch',
    claims: [
      { thread: 'compactor', state: 'finished' },
      { thread: 'rollback', state: 'finished' },
    ],
    lines: [
      'bool vbCompactionRunning = false;',
      'bool vbAbortCompaction = false;',
      'vbLock.lock();\n    if (!vbAbortCompaction) {',
      'updateDbFileMap(compaction.target);',
      'kvstore.vbAbortCompaction = kvstore.vbCompactionRunning;',
      'std::lock_guard<std::mutex> lh(vb_mutex);\n    queue.clear();',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
