import type { Scenario } from '../scenario.ts';
import before from './before.cpp?raw';
import landed from './landed.cpp?raw';
import native from './native.json';
import { story } from './story.ts';

export const mb38521: Scenario = {
  id: 'mb-38521',
  bug: 'MB-38521',
  title: 'Two closers, one pointer',
  sentence:
    'A bucket is deleted while its client disconnects. Two threads close the same streams, and one throws away the manager that the other still needs.',
  symptom: 'null-dereference',
  variants: [
    {
      slug: 'before',
      role: 'before',
      title: 'Before',
      file: 'before.cpp',
      source: before,
      sentence: 'Both threads may be inside closeAllStreams of the same producer at once.',
      expected: { verdict: 'null-dereference' },
      story,
    },
    {
      slug: 'landed',
      role: 'landed',
      title: 'As landed',
      file: 'landed.cpp',
      source: landed,
      sentence: 'closeAllStreamsLock is held for the whole of closeAllStreams: the second closer waits.',
      expected: { verdict: 'clean' },
    },
  ],
  facts: {
    changeId: 'I7ba6dc5ee2d44fe112104a5692df07520600e532',
    commit: '715d4c32c',
    author: 'Ben Huddleston',
    date: '2020-04-01',
    notes: [
      'The reset of backfillMgr is from 2016 (MB-19892). In 2019 two resets raced, so the pointer became atomic (MB-32084). That cured the data race and left this bug.',
      'Both callers close outside connsLock on purpose: closing under it led to deadlocks (MB-20751, MB-36557).',
      'The author wrote in review that he did not particularly like this fix, but that it felt like the simplest and least error prone one.',
      'In 2021 the pointer became a plain shared_ptr again, to save time (MB-37520). Four weeks later a stream added after the sweep met a null manager (MB-45255), and a null check was added.',
      'In 2023 a stream destroyed during the sweep would have taken closeAllStreamsLock a second time in the same thread (MB-57772). In 2025 the pointer got a lock of its own (MB-69075).',
      'The model keeps the names of the classes, methods, locks and threads, and the order of the locks. It leaves out the thread that reads from disk, the lists of streams by vbucket (vbConns) and the waking of sleeping connections.',
      'Upstream the connection manager is a thread that wakes every second. Here main plays its part after both threads have ended.',
    ],
  },
  evidence: [],
  native,
};
