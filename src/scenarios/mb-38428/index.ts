import { type Bug, variantsOf } from '../scenario.ts';
import blocked from './blocked.cpp?raw';
import boundedRounds from './bounded-rounds.cpp?raw';
import deleteAndRecreate from './delete-and-recreate.cpp?raw';
import doubleLock from './double-lock.cpp?raw';
import { files } from './files.ts';
import native from './native.json';
import noCatchUp from './no-catch-up.cpp?raw';
import oneLockedCatchUp from './one-locked-catch-up.cpp?raw';
import pitrKept from './pitr-kept.cpp?raw';
import pitrSquashed from './pitr-squashed.cpp?raw';
import rollbackAbort from './rollback-abort.cpp?raw';
import rollbackNoAbort from './rollback-no-abort.cpp?raw';
import { story as blockedStory } from './stories/blocked.ts';
import { story as boundedRoundsStory } from './stories/bounded-rounds.ts';
import { story as deleteAndRecreateStory } from './stories/delete-and-recreate.ts';
import { story as doubleLockStory } from './stories/double-lock.ts';
import { story as noCatchUpStory } from './stories/no-catch-up.ts';
import { story as pitrSquashedStory } from './stories/pitr-squashed.ts';
import { story as rollbackNoAbortStory } from './stories/rollback-no-abort.ts';
import { story as unlockedErrorReturnStory } from './stories/unlocked-error-return.ts';
import { story as unlockedSwitchStory } from './stories/unlocked-switch.ts';
import { summary } from './summary.ts';
import unlockedErrorReturn from './unlocked-error-return.cpp?raw';
import unlockedSwitch from './unlocked-switch.cpp?raw';

export const scenario: Bug = {
  ...summary,
  variants: variantsOf(summary, {
    blocked: {
      sentence: 'vb_mutex is held for the whole compaction, so flusher waits until the copy is done.',
      source: blocked,
      cost: 'No change reaches the disk during the copy, which takes seconds for a large file.',
      story: blockedStory,
    },
    'no-catch-up': {
      sentence:
        'vb_mutex is free during the copy, and nobody checks afterwards whether flusher has written: the first draft.',
      source: noCatchUp,
      story: noCatchUpStory,
    },
    'unlocked-switch': {
      sentence: 'compactor copies until it finds nothing new, and switches without taking the writers’ lock.',
      source: unlockedSwitch,
      story: unlockedSwitchStory,
    },
    'one-locked-catch-up': {
      sentence: 'After the copy compactor takes vb_mutex, copies everything it has missed, and switches.',
      source: oneLockedCatchUp,
      cost: 'flusher waits while everything that came in during the first copy is copied, and the longer that copy took, the more there is.',
    },
    'bounded-rounds': {
      sentence:
        'What was missed is copied in rounds without the lock, then, after a limited number of rounds, in a last one with the lock; then comes the switch.',
      source: boundedRounds,
      cost: 'Each round costs a commit of its own, both files are on disk until the switch, and the last round is limited in number but not in size.',
      story: boundedRoundsStory,
    },
    'rollback-no-abort': {
      sentence: 'A rollback undoes the newest changes during the copy, and compactor catches up as usual.',
      source: rollbackNoAbort,
      story: rollbackNoAbortStory,
    },
    'rollback-abort': {
      sentence: 'The rollback sets a flag, and compactor gives up if it finds the flag set.',
      source: rollbackAbort,
      cost: 'Everything copied so far is thrown away, and the compaction has to be run again.',
    },
    'delete-and-recreate': {
      sentence:
        'During the copy the vbucket is deleted and recreated, and its new file gets the name that compactor is going to use (MB-43121).',
      source: deleteAndRecreate,
      story: deleteAndRecreateStory,
    },
    'unlocked-error-return': {
      sentence: 'The copy fails, and compactDB returns without the lock that its caller believes it holds.',
      source: unlockedErrorReturn,
      story: unlockedErrorReturnStory,
    },
    'double-lock': {
      sentence:
        'flusher locks vb_mutex in two functions, one of which calls the other: our guess at why the builds of the draft hung.',
      source: doubleLock,
      story: doubleLockStory,
    },
    'pitr-squashed': {
      sentence:
        'Clients may go back in time, but the catch-up copies everything that was missed in one commit.',
      source: pitrSquashed,
      story: pitrSquashedStory,
    },
    'pitr-kept': {
      sentence:
        'The catch-up makes one commit for each ten seconds, with the timestamp of the header that it copies.',
      source: pitrKept,
      cost: 'There are more commits, each of which waits for the disk, and in the locked round flusher waits for them too.',
    },
  }),
  wrong: 'The copy was taken to be complete, although the file kept growing while it was being made.',
  facts: {
    changeId: 'Ic655a896305d7f0e20f7ff7aa8927c3c31880ba1',
    commit: '719486b76',
    author: 'Trond Norbye',
    date: '2020-09-21',
    notes: [
      'The Change-Id and the author are those of the draft of July 2020, which is not in the public history. It copied without the lock and had no catch-up. The commit and its date are those of the first version that landed.',
      'That version made ten rounds without the lock after the first copy, and one with it, as the code still does. The model makes one of each. Its loop is tryToCatchUpDbFile in kv_engine. The model opens the file while it holds the lock, as kv_engine has since 8b010a5fb (2021); 719486b76 and 61b77e902 unlocked first and opened then.',
      'It was switched off on 2020-09-30, because a wrong count was blamed on it (MB-41747). That was a mistake: the count came from a cache of file handles, which kept the changes of a commit that had failed (43a9c5c48), and on 2020-10-23 it was on again. Four days later it was off once more (MB-42268, no reason given), and since 61b77e902 of 2020-11-04 it has been on for good.',
      '61b77e902 counts on_disk_prepares, which is kept in the file beside the documents, anew for each document that is copied. Before that, catching up had adjusted it by a difference that was right for the old file and could be wrong for the new one. That this was the reason for the second revert is our reading. The model has no such count.',
      'In 719486b76 the error paths returned without the lock, and the flag was cleared all the same; 61b77e902 takes the lock again first. unlocked-error-return has the return of the first and the abort flag of the second.',
      'The same commit added vbAbortCompaction for rollbacks. Since 2021 the deletion of a vbucket aborts its compaction too (MB-43121): otherwise the new file of a vbucket that had been recreated could be overwritten. In delete-and-recreate one thread deletes, creates and writes, where in kv_engine two take turns.',
      'double-lock is a guess: no compaction ran in the tests that hung, so flusher waited for itself, and an exception after 8 ms is what std::mutex on Windows turns a second lock() in the same thread into. Why FlusherTest, DurabilityWarmupTest and SubdocPerfTest timed out is not recorded; a flusher that hangs would explain all three.',
      'The first catch-up that landed passed the granularity of point-in-time recovery on, so pitr-squashed never existed in kv_engine: it is what the draft had left to do. pitr-kept was not the last word either: in 2022 replay was found to write several headers in one period (couchstore 5060dc2, MB-51369). Point-in-time recovery was removed in 2024 (MB-62495), and copying header by header in 2026 (couchstore e9a5046, MB-70654).',
      'The model keeps the names of the classes, methods and flags, the order of the locks, and the rule that a header closes a commit. It leaves out the B-trees, the waits for the disk, checkpoints and collections. couchstore is the library that writes these files; save, commit, replay and seekEnd stand for its functions.',
      'revMapLock is inside dbFileRevMap in kv_engine, and vb_mutex is one of vb_mutexes, one for each vbucket. Rename, the new entry in the map and unlink are three calls in kv_engine; here they are one step under revMapLock.',
      'In kv_engine neither flusher nor rollback blocks: each tries the lock and comes back later if it fails. With one vbucket that is the same as waiting, but for the processor time. In the model they wait.',
      'queue.clear() stands for what a rollback does with changes that are not on disk yet.',
    ],
  },
  evidence: [
    {
      quote:
        'Once all of the data up to the "current" header is written it\'ll grab the lock and append the mutations which happened after compaction started (this is not implemented yet) …',
      source: 'Trond Norbye, commit message of patch set 2',
      date: '2020-07-09',
      variant: 'no-catch-up',
      schedule: 'a3c6b13ac2',
      shows:
        'The lock has been grabbed, and documents 4 and 5 happened after compaction started. The code that would append them does not exist yet: the next step is the switch.',
    },
    {
      quote:
        "The thread performing the compaction holds the file open so it can't go away while it is traversing the data in there …",
      source: 'Trond Norbye, commit message of patch set 2',
      date: '2020-07-09',
      variant: 'no-catch-up',
      schedule: 'a3c6b13ac3',
      shows:
        'File 1 has lost its name, and exists only because compactor has it open. compactor is about to close it, and documents 4 and 5 go with it.',
    },
    {
      quote: '… (@todo need to make that work with PiTR as well)',
      source: 'Trond Norbye, commit message of patch set 2',
      date: '2020-07-09',
      variant: 'pitr-squashed',
      schedule: 'a3c6b13ac4',
      shows:
        'A catch-up that knows nothing of point-in-time recovery (PiTR): documents 4 and 5 have been committed with a single header, and second 12 is gone.',
    },
    {
      quote:
        'Exceeded maximum wait time of 60000000us waiting for stat "ep_queue_size" to be 0 (last value:10) - aborting.',
      source: 'Build Bot, linux build of patch set 2',
      date: '2020-07-09',
      variant: 'blocked',
      schedule: 'a3c5b',
      shows:
        'ep_queue_size is the number of changes in queue, and it cannot fall while flusher waits for vb_mutex. Here the wait ends with the copy. In the test that failed no compaction was running, so flusher itself was stuck; most likely the draft locked a mutex twice in one thread.',
    },
    {
      quote:
        'unknown file: error: C++ exception with description "device or resource busy: device or resource busy" thrown in the test body. [ FAILED ] CollectionsOSODcpTest.basic (8 ms)',
      source: 'Build Bot, Windows build of patch set 2',
      date: '2020-07-09',
      variant: 'double-lock',
      schedule: 'a2b3',
      shows:
        'The best clue: here flusher locks the mutex that it already holds. On Linux and macOS the same line waits for ever, and what fails is a wait for a statistic in a quite different place.',
    },
    {
      quote: 'Timeout of a CTest test 394/395 Test #84: ep-engine_ep_unit_tests.FlusherTest …',
      source: 'Build Bot, Windows build of patch set 2',
      date: '2020-07-09',
      variant: 'double-lock',
      schedule: 'a2b2',
      shows: 'flusher is about to wait for itself. A test of the flusher can then only time out.',
    },
  ],
  native,
  files,
};
