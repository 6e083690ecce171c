import type { Beat } from '../../scenario.ts';

/** One preemption: worker pauses when it has added the stream and has not yet told the connection map. */
export const story: readonly Beat[] = [
  {
    title: 'A flag with a lock of its own',
    text: 'A stream that is added after the sweep is never closed, so closing first sets a flag, and streamRequest checks it. To keep the answer true, the flag has a read-write lock here, and streamRequest holds it until the stream has been added. The Couchbase team tried this, and dropped it because it led to lock inversions.',
    variant: 'synchronized-flag',
    schedule: 'a3',
    goal: 'main has started worker and other_worker and waits to join worker; neither of them has run',
    claims: [
      { thread: 'main', state: 'waiting', line: '  worker.join();' },
      { thread: 'worker', state: 'ready' },
      { thread: 'other_worker', state: 'ready' },
    ],
    lines: [
      'struct Synchronized {',
      'Synchronized<bool> disconnect;',
      'void DcpProducer::streamRequest(',
      'reading(disconnect.rwlock);',
      'if (disconnect.value)',
    ],
  },
  {
    title: 'Nobody can close now',
    text: 'worker has locked the flag for reading and found it false. A thread that wants to set it has to wait, so this stream cannot come too late: the bug of "A late stream" is gone.',
    variant: 'synchronized-flag',
    schedule: 'a3b2',
    goal: 'worker holds disconnect.rwlock shared and is about to lock the container; other_worker has not run',
    claims: [
      { thread: 'worker', state: 'ready', line: 'handle(containers[vbucket].rwlock);' },
      { thread: 'other_worker', state: 'ready' },
    ],
    lines: ['writing(disconnect.rwlock);', 'reading(disconnect.rwlock);', 'if (disconnect.value)'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'One more lock to take',
    text: 'The stream has been added. Finally the connection map has to record that this connection has a stream of the vbucket, and for that worker needs connsLock. It still holds the lock of the flag.',
    variant: 'synchronized-flag',
    schedule: 'a3b4',
    goal: 'worker has added the stream and is about to lock connsLock; other_worker has not run',
    claims: [{ thread: 'worker', state: 'ready' }],
    lines: [
      'reading(disconnect.rwlock);',
      'connMap.addVBConnByVBId(*this, vbucket);',
      'std::mutex connsLock;',
    ],
    question: {
      text: 'Which thread must run now so that neither of the two can ever go on?',
      answer: 'other_worker',
      hint: 'One thread takes these two locks in the opposite order.',
    },
  },
  {
    title: 'The opposite order',
    text: 'The same client has reconnected, and other_worker has locked connsLock to add the new connection. The old one has to go, so its flag must be set, and for that other_worker waits until worker unlocks the flag. worker waits for connsLock: a deadlock.',
    variant: 'synchronized-flag',
    schedule: 'a3b4c2',
    goal: 'other_worker holds connsLock and is blocked on disconnect.rwlock; worker holds that and is blocked on connsLock',
    claims: [
      { thread: 'worker', state: 'blocked', finding: 'deadlock' },
      { thread: 'other_worker', state: 'blocked', line: 'writing(disconnect.rwlock);' },
      { thread: 'main', state: 'waiting' },
    ],
    lines: [
      'std::mutex connsLock;',
      'entry.second->flagDisconnect();',
      'reading(disconnect.rwlock);',
      'connMap.addVBConnByVBId(*this, vbucket);',
    ],
  },
];
