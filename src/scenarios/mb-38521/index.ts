import { type Bug, variantsOf } from '../scenario.ts';
import before from './before.cpp?raw';
import closedFlag from './closed-flag.cpp?raw';
import copyAndCheck from './copy-and-check.cpp?raw';
import landed from './landed.cpp?raw';
import lateStream from './late-stream.cpp?raw';
import native from './native.json';
import nullCheck from './null-check.cpp?raw';
import statsReader from './stats-reader.cpp?raw';
import { story as beforeStory } from './stories/before.ts';
import { story as closedFlagStory } from './stories/closed-flag.ts';
import { story as copyAndCheckStory } from './stories/copy-and-check.ts';
import { story as lateStreamStory } from './stories/late-stream.ts';
import { story as nullCheckStory } from './stories/null-check.ts';
import { story as statsReaderStory } from './stories/stats-reader.ts';
import { story as synchronizedFlagStory } from './stories/synchronized-flag.ts';
import { story as underConnslockStory } from './stories/under-connslock.ts';
import { summary } from './summary.ts';
import synchronizedFlag from './synchronized-flag.cpp?raw';
import underConnslock from './under-connslock.cpp?raw';

export const scenario: Bug = {
  ...summary,
  variants: variantsOf(summary, {
    before: {
      sentence: 'Both threads may be inside closeAllStreams of the same producer at the same time.',
      source: before,
      story: beforeStory,
    },
    landed: {
      sentence: 'closeAllStreamsLock is held for the whole of closeAllStreams: the second closer waits.',
      source: landed,
      cost: 'It keeps closers apart, but not the readers of backfillMgr, and nothing that runs inside closeAllStreams may take it again.',
    },
    'null-check': {
      sentence: 'The pointer is a plain shared_ptr, and it is checked before it is used.',
      source: nullCheck,
      story: nullCheckStory,
    },
    'copy-and-check': {
      sentence: 'Bytes are reported through a copy of the pointer, if that is not null.',
      source: copyAndCheck,
      story: copyAndCheckStory,
    },
    'closed-flag': {
      sentence: 'An atomic flag lets the first closer in and turns every other one away.',
      source: closedFlag,
      story: closedFlagStory,
    },
    'under-connslock': {
      sentence: 'Both callers lock connsLock anyway; here they hold it until everything is closed.',
      source: underConnslock,
      story: underConnslockStory,
    },
    'late-stream': {
      sentence: 'The landed fix, and a client that asks for one more stream before it disconnects.',
      source: lateStream,
      story: lateStreamStory,
    },
    'synchronized-flag': {
      sentence:
        'To keep late streams out, closing sets a flag under a lock that a stream request holds until its stream has been added.',
      source: synchronizedFlag,
      story: synchronizedFlagStory,
    },
    'stats-reader': {
      sentence:
        'The landed fix, and a thread that closes nothing: it checks for the manager, and then uses it.',
      source: statsReader,
      story: statsReaderStory,
    },
  }),
  wrong: 'An empty container was taken as proof that its stream was dead.',
  facts: {
    changeId: 'I7ba6dc5ee2d44fe112104a5692df07520600e532',
    commit: '715d4c32c',
    author: 'Ben Huddleston',
    date: '2020-04-01',
    notes: [
      'The reset of backfillMgr is from 2016 (MB-19892). In 2019 two resets raced, so the pointer became atomic (MB-32084). That cured the data race and left this bug.',
      'Both callers close outside connsLock on purpose: closing under it deadlocked in 2016 (MB-20751), and ThreadSanitizer spotted another cycle of locks, a potential deadlock (MB-36557).',
      'In January 2020 a stream request was accepted after the sweep (MB-37702). Since then closing first sets a flag, and streamRequest checks it; the variants late-stream and synchronized-flag have that flag.',
      'The author wrote in review that he did not particularly like this fix, but that it felt like the simplest and least error prone one.',
      'In 2021 the pointer became a plain shared_ptr again, to save time (MB-37520). Four weeks later a stream added after the sweep met a null manager (MB-45255), and a null check was added. Before that the flag was tried as a folly::Synchronized<bool>, read-locked through streamRequest, and dropped for lock inversions (aa10bb42a). Which locks these were is not said; synchronized-flag takes connsLock, under which a connection of the same name is flagged in kv_engine.',
      'In 2023 a stream destroyed during the sweep would have taken closeAllStreamsLock a second time in the same thread (MB-57772). In 2025 the pointer got a lock of its own (MB-69075).',
      'The model keeps the names of the classes, methods, locks and threads, and the order of the locks. It leaves out the thread that reads from disk, the lists of streams by vbucket (vbConns) and, but for the variant under connsLock, the waking of sleeping connections.',
      'In kv_engine the connection manager is a thread that wakes every second. Here main plays its part after both threads have ended.',
      'liveStreams and its asserts are ours, in the two variants that break nothing else: when closeAllStreams returns, no stream of the producer is alive. A test adds them to the fix, and another one that all bytes are accounted for when the manager goes; the fix keeps both promises.',
      'In kv_engine the plain pointer of 2021 had closeAllStreamsLock around its resets. The variant with the null check does not, to show what the check alone is worth.',
      'The deadlock under connsLock is that of MB-20751 (2016), when notifying a connection took the threadLock of the thread that serves it. In 2020 notifying took the mutex of a list only, so it could not have hung in this way; the argument against connsLock then was MB-36557.',
      'stats-reader is the check that stayed in the landed file (producer.cc, line 1345): if (backfillMgr) backfillMgr->addStats(…). The atomic pointer of that time was read twice.',
      'The date is the day it was written; the review went on for some days.',
    ],
  },
  evidence: [
    {
      quote:
        'If both threads are allowed to concurrently execute DcpProducer::closeAllStreams then we have a race condition where one thread can destroy the backfillMgr before the other has finished setting streams to dead.',
      source: 'Ben Huddleston, commit message',
      date: '2020-04-01',
      variant: 'before',
      schedule: 'a3b5c15',
      shows:
        'Here worker destroys the manager. bucket_del is about to call setDead on a stream that is not dead yet.',
    },
    {
      quote:
        'Both of these tasks are done outside of the DcpConnMap::connsLock to prevent lock order inversions.',
      source: 'Ben Huddleston, commit message',
      date: '2020-04-01',
      variant: 'under-connslock',
      schedule: 'a3b17c2',
      shows:
        'The same two tasks done under connsLock: bucket_del holds it and needs threadLock; worker holds threadLock and needs connsLock.',
    },
    {
      quote:
        "I don't particularly like fixing this in this way, but it felt like the simplest and least error prone solution. …",
      source: 'Ben Huddleston, review of patch set 1',
      date: '2020-04-02',
      variant: 'landed',
      schedule: 'a3b6c3',
      shows:
        'This is the fix: worker is kept out of closeAllStreams as long as bucket_del is inside, whatever it is doing there.',
    },
    {
      quote:
        '… Give you have a hook inside closeAllStreams is it not possible to "know" where we are / wait for a cond_var or similar?',
      source: 'Dave Rigby, review of patch set 1',
      date: '2020-04-02',
      variant: 'landed',
      schedule: 'a3b4c3',
      shows:
        'The test has to bring both threads to this point, one past closeAllStreamsLock and one before it. At first it slept for a while; after the review, a hook before the lock and one after it bring them there.',
    },
    {
      quote: 'TransportProtocols/TouchTest.Gat_Hit/Mcbp, where GetParam() = Mcbp (0 ms)',
      source: 'Build Bot, Windows build of patch set 1',
      date: '2020-04-02',
      variant: 'landed',
      schedule: 'a3b6c3b14ac9a',
      shows:
        'Red for another reason: a test of the touch command, which has nothing to do with streams, failed on one of eight builds. Here the fix has run to its end, as it does in every order.',
    },
  ],
  native,
};
