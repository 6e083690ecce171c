import type { Beat } from '../../scenario.ts';

/** flusher writes during each round, so that every sort of round is seen. */
export const story: readonly Beat[] = [
  {
    title: 'Round 1: copy what there is',
    text: 'compactor has found the last header of file 1, has unlocked vb_mutex and copies up to there. Whatever flusher adds stands behind that header, so the end of this round is fixed when it begins.',
    variant: 'bounded-rounds',
    schedule: 'a3c6',
    goal: 'compactor has unlocked vb_mutex and copied the documents of file 1; it has not committed file 2; flusher has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'ready' },
    ],
  },
  {
    title: 'Look, with the lock held',
    text: 'flusher has written document 4 meanwhile. compactor has locked vb_mutex and looks for the last header: it is a new one, so file 2 is not complete. flusher would like to write document 5 and waits, but only for this look.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c3',
    goal: 'compactor has committed round 1 and, with vb_mutex held, has found the header behind c; flusher is blocked on vb_mutex',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'vbLock.unlock();' },
      { thread: 'flusher', state: 'blocked', line: 'lh(vb_mutex);' },
    ],
  },
  {
    title: 'Round 2: copy what was missed',
    text: 'compactor has unlocked again and copied document 4, and flusher has written 5. Rounds get shorter as long as flusher writes more slowly than compactor copies. If it does not, they could go on for ever.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c4b6',
    goal: 'compactor has unlocked vb_mutex and copied c; it has not committed round 2; flusher has written d to file 1',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'ready', line: 'lh(vb_mutex);' },
    ],
  },
  {
    title: 'The last round keeps the lock',
    text: 'That is why the rounds are counted. There is a new header again, but here two rounds without the lock are all that is allowed (upstream eleven), so document 5 is copied with vb_mutex held. flusher wants to write 6 and waits for this one short round.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c4b6c3',
    goal: 'compactor holds vb_mutex, has found the header behind d and has copied d in round 3, not yet committed; flusher is blocked on vb_mutex',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'flusher', state: 'blocked', line: 'lh(vb_mutex);' },
    ],
  },
  {
    title: 'The switch, under the same lock',
    text: 'File 2 is the current file and has everything that file 1 has. flusher still waits, so nothing can have been added since the last look. When it gets the lock it opens the current file anew, and document 6 goes to file 2.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c4b6c5',
    goal: 'compactor has made file 2 current and taken away the name of file 1; it holds vb_mutex and revMapLock; flusher is blocked on vb_mutex',
    claims: [
      { thread: 'compactor', state: 'ready' },
      { thread: 'flusher', state: 'blocked', line: 'lh(vb_mutex);' },
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'What is kept, and what it took',
    text: 'Every change that was promised is in file 2, in whichever order the threads run. The last round is limited in number and not in size: it copies all that came in during the round before. The Couchbase team switched this off twice, the first time for a wrong count that another part had caused; it came back with an answer to rollbacks, which are the next two variants.',
    variant: 'bounded-rounds',
    schedule: 'a3c6b7c4b6c7b6',
    goal: 'flusher has written document 6 to file 2, and both threads have finished',
    claims: [
      { thread: 'flusher', state: 'finished' },
      { thread: 'compactor', state: 'finished' },
    ],
  },
];
