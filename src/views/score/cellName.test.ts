import { expect, test } from 'vitest';
import { cellName } from './cellName';
import { arrange } from './staffs';
import { finding, scene } from './testing/scene';
import { indexTrace } from './timeline';

const timeline = indexTrace(scene);
const { lanes } = arrange(timeline, { folded: new Set(), allLocks: false, struck: null, narrow: false });
const name = (row: number, step: number) => cellName(timeline, lanes[row], step, finding);

test.each([
  [2, 16, 'worker, step 16, stores null to mgr, cause 3'],
  [0, 9, 'main, step 9, waiting: joins bucket_del'],
  [1, 9, 'bucket_del, step 9, ready'],
  [1, 1, 'bucket_del, step 1, not started'],
  [2, 17, 'worker, step 17, finished'],
  [3, 4, 'connsLock, step 4, held by bucket_del; worker waits'],
  [3, 17, 'connsLock, step 17, free'],
  [7, 5, 'Producer, step 5, 2 strong owners, 2 weak'],
  [9, 5, 'Stream 1, step 5, 1 strong owner: containers[0].streams[0]'],
  [9, 9, 'Stream 1, step 9, 2 strong owners: found[0] of bucket_del, a temporary of worker; 1 weak'],
  [8, 17, 'BackfillManager, step 17, gone'],
  [8, 20, 'BackfillManager, step 20, not reached'],
])('row %i, step %i reads: %s', (row, step, words) => {
  expect(name(row, step)).toBe(words);
});
