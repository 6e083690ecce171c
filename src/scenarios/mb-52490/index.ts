import { type Bug, variantsOf } from '../scenario.ts';
import before from './before.cpp?raw';
import closedFlag from './closed-flag.cpp?raw';
import copyAndCheck from './copy-and-check.cpp?raw';
import native from './native.json';
import patchSet8 from './patch-set-8.cpp?raw';
import rawPointer from './raw-pointer.cpp?raw';
import { story as beforeStory } from './stories/before.ts';
import { story as copyAndCheckStory } from './stories/copy-and-check.ts';
import { story as patchSet8Story } from './stories/patch-set-8.ts';
import { story as rawPointerStory } from './stories/raw-pointer.ts';
import { story as strongTaskStory } from './stories/strong-task.ts';
import strongTask from './strong-task.cpp?raw';
import { summary } from './summary.ts';

export const scenario: Bug = {
  ...summary,
  variants: variantsOf(summary, {
    before: {
      sentence: 'The task locks a weak pointer to the manager and owns the manager while it runs.',
      source: before,
      story: beforeStory,
    },
    'patch-set-8': {
      sentence: 'The task locks a weak pointer to the producer and uses the manager through a reference.',
      source: patchSet8,
      story: patchSet8Story,
    },
    'copy-and-check': {
      sentence:
        'The task also owns the manager while it runs, and checks whether the client has disconnected.',
      source: copyAndCheck,
      story: copyAndCheckStory,
    },
    'closed-flag': {
      sentence:
        'In another form: the manager is a member of the producer, and closing shuts it down under its own lock.',
      source: closedFlag,
      cost: 'Every method of the manager has to check the flag, the manager lives as long as its producer, and a backfill that was taken off the list before the connection was closed is still run.',
    },
    'strong-task': {
      sentence:
        'The task owns the manager all the time, as in 2016, but without the line that broke the cycle then.',
      source: strongTask,
      story: strongTaskStory,
    },
    'raw-pointer': {
      sentence:
        'The task has a plain pointer to the manager, and its last backfill is the last owner of everything.',
      source: rawPointer,
      story: rawPointerStory,
    },
  }),
  wrong: 'A weak pointer told whether the object is alive, but nobody checked whether it is still wanted.',
  facts: {
    changeId: 'I436cf6a7d5b5ebba6a913aa1e803c5c31dfaeac1',
    commit: null,
    author: 'Paolo Cocchi',
    date: '2022-06-28',
    notes: [
      'Patch set 8 did not land, and its source is not public. The variant is a reconstruction from its description, from what its builds reported, and from a remark of its author.',
      'Years later the idea did land, in another form: the manager became a member of the producer, with a flag closed under its lock. That is known from a public backfill-manager.cc; the commit that introduced it is not known.',
      'In between, a stream that ends began to take its backfill out of the list itself (4ac9c7a87, MB-57772, 2023), so the task finds nothing to run.',
      'A backfill looks for its stream before it opens the disk, in kv_engine too (backfill_by_seqno_disk.cc in d0135ad8b), and closing drops the stream. So what is wasted is one run that returns at once, not a scan of the disk.',
      'A run counts from the moment when its backfill is taken out of the list, under the lock; runsAfterClose is about that moment. With patch set 8 none is ever counted: once the connection is closed the manager is gone, and locking its mutex already fails.',
      'In kv_engine backfillMgr was a plain shared_ptr from 2021 (MB-37520) to 2025 (MB-69075), so the read in patch set 8 was also a data race. The model has the atomic pointer of 2019 (MB-32084): the data race is gone, and the rest remains.',
      'An early ~BackfillManager took the lock; that of 2022 takes none. In the model it takes the lock, because without it the destructor and the task would also race for the list in two variants.',
      'On real hardware locking a freed mutex often does not crash at once. Then the thread continues, and the statistic of running backfills stays at 1: the second Linux build of patch set 8 waited a minute for it to become 0.',
      'The very first code (2014) gave the task the connection and called doDisconnect() before each run: the idea of patch set 8, eight years earlier. Then the task had a plain pointer, until the last backfill took its stream, the producer and the manager with it (fdf5a701f, 2016). Since MB-19892 the pointer to the manager is weak.',
      'In 2016 the task owned the manager for some time, and ~DcpProducer called terminate(), which cancelled the task and reset managerTask. The variant strong-task leaks because we have taken that reset away, to show what it is for. In kv_engine backfill() resets managerTask too when it finds no backfills; the model leaves this out.',
      'raw-pointer is the code before that: a backfill owned its stream, a stream its producer (until MB-26470, 2017), and closing left the manager alone. EPStats stands for the statistics, which kv_engine finds through the engine of the manager.',
      'Measurements without a date of their own are of earlier versions of these programs, which opened a snapshot before they looked for the stream; they have not been repeated.',
      'A single backfill with one run stands for four lists of backfills with many runs each. Memory limits, snoozing, and the lock of the connection map (here only worker uses it) are left out.',
      'In kv_engine the connection manager is a thread that wakes every second and releases the dead connections. Here main plays its part: in raw-pointer while auxio runs, elsewhere after both threads have ended.',
    ],
  },
  evidence: [
    {
      quote:
        'The ownership hierarchy is the following: Producer -> BackfillManager -> BackfillTask -> BackfillManager (weak)',
      source: 'Paolo Cocchi, description of the change',
      date: '2022-06-28',
      variant: 'before',
      schedule: 'a',
      shows:
        'Objects draws this picture from the running program: the producer owns the manager, the manager owns its task, and the pointer from the task back to the manager is weak.',
    },
    {
      quote: 'Task needs to run a backfill for realizing that the connection has been removed.',
      source: 'Paolo Cocchi, description of the change',
      date: '2022-06-28',
      variant: 'before',
      schedule: 'a3b3c10b4',
      shows:
        'worker has closed the connection and finished. auxio has run the backfill, and learns only from the missing stream that the connection is gone.',
    },
    {
      quote:
        'ThreadSanitizer issue: heap-use-after-free (/opt/gcc-10.2.0/lib64/libtsan.so.0+0x50dfa) in __interceptor_pthread_mutex_lock',
      source: 'ThreadSanitizer build of patch set 8',
      date: '2022-06-28',
      variant: 'patch-set-8',
      schedule: 'a3b8c18b2',
      shows:
        'auxio returns from the backfill and locks the mutex of the manager, which worker has freed in the meantime.',
    },
    {
      quote: 'Running [64/93]: dcp failover log.../usr/bin/timeout: the monitored command dumped core',
      source: 'linux and AddressSanitizer builds of patch set 8',
      date: '2022-06-28',
      variant: 'patch-set-8',
      schedule: 'a3b2c22b',
      shows:
        'The test that failed most often. Why it dumped core is not recorded; most likely as here: worker was first, and auxio gets the producer, finds its backfillMgr null and crashes on that.',
    },
    {
      quote: '… waiting for stat "ep_dcp_num_running_backfills(dcp)" to be 0 (last value:1) - aborting.',
      source: 'linux build of patch set 8',
      date: '2022-06-29',
      variant: 'patch-set-8',
      schedule: 'a3b8c18',
      shows:
        'The manager is gone, and the only backfill was not in any list, so nothing has decremented the count: numRunningBackfills is 1.',
    },
    {
      quote: 'This triggers in some unit tests - hitting MB-45255',
      source: 'Paolo Cocchi, review of patch set 8',
      date: '2022-06-29',
      variant: 'patch-set-8',
      schedule: 'a3b2c22b',
      shows:
        'The other order: worker closed the connection first, auxio gets the producer anyway and finds its backfillMgr null. A null backfillMgr after closeAllStreams is what MB-45255 was about.',
    },
    {
      quote:
        'Running [42/159]: file stats post warmup...../kv_engine/engines/ep/tests/ep_testsuite.cc:2328 Test failed: `" (Expected `427622" to be less than or equal to `385024" - Unexpected fileSize for vbucket)',
      source: 'macOS build of patch set 8',
      date: '2022-06-28',
      variant: 'closed-flag',
      schedule: 'a3b2c14b2a',
      shows:
        'Red for another reason, most likely: the size of a file was not as expected, in a test that closes no connection. Here the form that landed later has run to its end.',
    },
  ],
  native,
};
