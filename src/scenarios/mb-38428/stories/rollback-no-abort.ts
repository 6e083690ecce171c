import type { Beat } from '../../scenario.ts';

/** One preemption: compactor pauses during the first copy, which holds no lock. */
export const story: readonly Beat[] = [
  {
    title: 'A replica may have to go back',
    text: 'This vbucket is a replica: it follows another node. If that node fails, a third one takes over, and it may have seen less. Then the thread rollback takes back here what the new node never had, which is everything above seqno 3.',
    variant: 'rollback-no-abort',
    schedule: 'a4',
    goal: 'main has started flusher, compactor and rollback and waits to join flusher; none of them has begun',
    claims: [
      { thread: 'main', state: 'waiting', line: 'flusher.join();' },
      { thread: 'flusher', state: 'ready' },
      { thread: 'compactor', state: 'ready' },
      { thread: 'rollback', state: 'ready' },
    ],
  },
  {
    title: 'Document 4 is written',
    text: 'flusher has appended c as document 4, and has finished. This is right, for nobody knows yet that it will be taken back.',
    variant: 'rollback-no-abort',
    schedule: 'a4b7',
    goal: 'flusher has written c to file 1, has stored 4 in persistedSeqno and has finished; compactor and rollback have not run',
    claims: [
      { thread: 'flusher', state: 'finished' },
      { thread: 'compactor', state: 'ready' },
      { thread: 'rollback', state: 'ready' },
    ],
  },
  {
    title: 'Document 4 is copied',
    text: 'compactor has opened file 1, has unlocked vb_mutex and has copied documents 2, 3 and 4. As before it will look again under the lock and copy what it has missed, so nothing can get lost.',
    variant: 'rollback-no-abort',
    schedule: 'a4b7ac6',
    goal: 'compactor has unlocked vb_mutex and copied b, a and c; it has not committed file 2; rollback has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'rollback', state: 'ready' },
    ],
    question: {
      text: 'Which thread must run now to leave too much in the new file?',
      answer: 'rollback',
      hint: 'compactor can add what is missing. It has no way to take something out.',
    },
  },
  {
    title: 'A header that goes back',
    text: 'rollback cannot erase document 4, because blocks are written once. It appends a header with seqno 3, which says that later documents in front of it do not count. Whoever reads file 1 now finds documents 2 and 3 only.',
    variant: 'rollback-no-abort',
    schedule: 'a4b7ac6d5',
    goal: 'rollback has written a header with seqno 3 to file 1; it holds vb_mutex and has not stored persistedSeqno; compactor has not moved',
    claims: [
      { thread: 'rollback', state: 'ready', line: 'persistedSeqno.store(seqno);' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
  },
  {
    title: 'Rolled back',
    text: 'persistedSeqno is 3 again, and rollback is done. It has held vb_mutex all the time, like flusher when it writes.',
    variant: 'rollback-no-abort',
    schedule: 'a4b7ac6d7',
    goal: 'rollback has stored 3 in persistedSeqno and has finished; compactor has not moved',
    claims: [
      { thread: 'rollback', state: 'finished' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
  },
  {
    title: 'It looks for newer ones only',
    text: 'compactor holds vb_mutex and has found the new header, so it catches up: it looks for documents with a seqno above 4, the highest in file 2. There are none. A copy by seqno can only go forward, and document 4 stays in file 2.',
    variant: 'rollback-no-abort',
    schedule: 'a4b7ac6d7c3',
    goal: 'compactor holds vb_mutex, has found the header of the rollback and has found no document to add; it has not committed round 2',
    claims: [{ thread: 'compactor', state: 'ready', line: 'committed.store(size);' }],
  },
  {
    title: 'Document 4 is back',
    text: 'File 2 is the current file, and document 4 is in it: the rollback has been undone. The new node will give seqno 4 to some other change, and then two nodes hold different data under the same number, for good.',
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
  },
  {
    title: 'Give up and start again',
    text: 'The fix does not try to copy a rollback. rollback sets vbAbortCompaction while it holds vb_mutex, and compactor, when it has the lock back, throws file 2 away. File 1 stays the current file, and the whole copy was for nothing: another compaction has to be run.',
    variant: 'rollback-abort',
    schedule: 'a4b7ac6d7c3',
    goal: 'compactor has seen vbAbortCompaction and has finished without a switch',
    claims: [
      { thread: 'compactor', state: 'finished' },
      { thread: 'rollback', state: 'finished' },
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
];
