import type { Beat } from '../../scenario.ts';

/** flusher writes during each round, so that every sort of round is seen. */
export const story: readonly Beat[] = [
  {
    title: 'Round 1: copy what is there',
    text: 'compactor has found the last header of file 1, has unlocked vb_mutex and copies up to it. Whatever flusher appends comes after that header, so the end of this round is fixed when it starts.',
    variant: 'bounded-rounds',
    schedule: 'a3c6',
    goal: 'compactor has unlocked vb_mutex and copied the documents of file 1; it has not committed file 2; flusher has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'ready' },
    ],
    lines: [
      'end = source->committed.load();',
      'while (compaction.seekEnd() && ++rounds <= 2) {',
      'vbLock.unlock();\n      compaction.copy();\n      vbLock.lock();',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
  },
  {
    title: 'Check with the lock held',
    text: 'flusher has written document 4 in the meantime. compactor has locked vb_mutex and looks up the last header: it is a new one, so file 2 is not complete. flusher wants to write document 5 and waits, but only for this check.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c3',
    goal: 'compactor has committed round 1 and, with vb_mutex held, has found the header behind c; flusher is blocked on vb_mutex',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'vbLock.unlock();' },
      { thread: 'flusher', state: 'blocked', line: 'lh(vb_mutex);' },
    ],
    lines: [
      'while (compaction.seekEnd() && ++rounds <= 2) {',
      'vbLock.lock();',
      'end = source->committed.load();',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
  },
  {
    title: 'Round 2: copy what was missed',
    text: 'compactor has unlocked again and copied document 4, and flusher has written 5. The rounds get shorter as long as flusher writes more slowly than compactor copies. Otherwise they could go on for ever.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c4b6',
    goal: 'compactor has unlocked vb_mutex and copied c; it has not committed round 2; flusher has written d to file 1',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'ready', line: 'lh(vb_mutex);' },
    ],
    lines: [
      'while (compaction.seekEnd() && ++rounds <= 2) {',
      'vbLock.unlock();\n      compaction.copy();\n      vbLock.lock();',
    ],
  },
  {
    title: 'The last round keeps the lock',
    text: 'That is why the rounds are counted. There is a new header again, but only two rounds without the lock are allowed here (in the real server eleven), so document 5 is copied with vb_mutex held. flusher wants to write document 6 and waits for this one short round.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c4b6c3',
    goal: 'compactor holds vb_mutex, has found the header behind d and has copied d in round 3, not yet committed; flusher is blocked on vb_mutex',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'blocked', line: 'lh(vb_mutex);' },
    ],
    lines: [
      'while (compaction.seekEnd() && ++rounds <= 2) {',
      'if (rounds > 2)\n      compaction.copy();  // the last round, with vbLock held',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
  },
  {
    title: 'The switch, under the same lock',
    text: 'File 2 is the current file and has everything that file 1 has. flusher is still waiting, so nothing can have been added since the last check. When it gets the lock it opens the current file again, and document 6 goes to file 2.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c4b6c5',
    goal: 'compactor has made file 2 current and taken away the name of file 1; it holds vb_mutex and revMapLock; flusher is blocked on vb_mutex',
    claims: [
      { thread: 'compactor', state: 'ready' },
      { thread: 'flusher', state: 'blocked', line: 'lh(vb_mutex);' },
    ],
    lines: [
      'if (rounds > 2)\n      compaction.copy();  // the last round, with vbLock held',
      'updateDbFileMap(compaction.target);',
      'auto db = kvstore.openDB();',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'What it guarantees, and what it took',
    text: 'Every acknowledged change is in file 2, in whichever order the threads run. There is only one locked round, but its size is not limited: it copies everything that came in during the round before. The Couchbase team switched this off twice, the first time because of a wrong count that had another cause; it came back with a way to handle rollbacks, which the variants "Rollback, unseen" and "Rollback aborts" show.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c4b6c7b6',
    goal: 'flusher has written document 6 to file 2, and both threads have finished',
    claims: [
      { thread: 'flusher', state: 'finished' },
      { thread: 'compactor', state: 'finished' },
    ],
    lines: [
      'while (compaction.seekEnd() && ++rounds <= 2) {',
      'if (rounds > 2)\n      compaction.copy();  // the last round, with vbLock held',
      'updateDbFileMap(compaction.target);',
    ],
  },
];
