import type { Beat } from '../../scenario.ts';

/** One preemption: compactor pauses during the first copy, which holds no lock. */
export const story: readonly Beat[] = [
  {
    title: 'A copy without a name',
    text: 'compactor copies file 1 without the lock. Its copy has no name yet; when it is done it will be called file 2, because each compaction increments the revision.',
    variant: 'delete-and-recreate',
    schedule: 'a3c6',
    goal: 'compactor has unlocked vb_mutex and copied the documents of file 1, not yet committed; worker has not run',
    claims: [
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
      { thread: 'worker', state: 'ready' },
    ],
    lines: [
      'std::make_shared<File>(compaction.source->rev + 1);',
      'vbLock.unlock();\n    compaction.copy();',
    ],
    question: {
      text: 'Which thread must run now for there to be another file 2?',
      answer: 'worker',
      hint: 'Compaction is not the only operation that increments the revision.',
    },
  },
  {
    title: 'Deleted',
    text: 'worker has deleted the vbucket, so file 1 has lost its name. compactor has it open and keeps copying, as nobody has told it to stop.',
    variant: 'delete-and-recreate',
    schedule: 'a3c6b6',
    goal: 'worker has deleted the vbucket and is about to lock vb_mutex to create it again; compactor has not moved',
    claims: [
      { thread: 'worker', state: 'ready' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
    lines: [
      'directory.erase(currentRev);  // unlink',
      'compaction.source = openDB();',
      'kvstore.delVBucket();',
    ],
  },
  {
    title: 'Recreated',
    text: 'The vbucket is back, empty, and gets a file with the next revision, which is file 2. Its first document, x, is written there, and a client has been told that it is safe.',
    variant: 'delete-and-recreate',
    schedule: 'a3c6b16',
    goal: 'worker has created the vbucket again, has written x to file 2 and finished; compactor has not moved',
    claims: [
      { thread: 'worker', state: 'finished' },
      { thread: 'compactor', state: 'ready', line: 'committed.store(size);' },
    ],
    lines: [
      'currentRev++;\n    directory[currentRev]',
      "bucket.flushVBucket({false, 1, 'x'});",
      'std::make_shared<File>(compaction.source->rev + 1);',
    ],
  },
  {
    title: 'Renamed over it',
    text: 'compactor holds vb_mutex, has found nothing new in file 1 and has given its copy the name that it chose at the start. A file of that name already existed. The rename has replaced it, and x is gone with it.',
    variant: 'delete-and-recreate',
    schedule: 'a3c6b16ac4',
    goal: 'compactor has put its copy into the directory as file 2, in place of the new file of the vbucket',
    claims: [{ thread: 'compactor', state: 'ready' }],
    lines: [
      'directory[file->rev] = file;  // rename',
      'vbLock.lock();\n    if (compaction.seekEnd())\n      compaction.copy();',
      'updateDbFileMap(compaction.target);',
      'std::unique_lock<std::mutex> vbLock(vb_mutex);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'Back from the dead',
    text: 'main reads the current file of the new vbucket and finds b and a, which were deleted, but not x, which was acknowledged. Since MB-43121 (2021) a deletion sets the same flag with which a rollback aborts a compaction.',
    variant: 'delete-and-recreate',
    schedule: 'a3c6b16ac6a',
    goal: 'main has joined both threads, has read file 2, and its assertion does not hold',
    claims: [
      {
        thread: 'main',
        state: 'crashed',
        line: "assert(file->blocks[i].key == 'x');",
        finding: 'assertion-failure',
      },
    ],
    lines: ['directory[file->rev] = file;  // rename', "assert(file->blocks[i].key == 'x');"],
  },
];
