import { expect, test } from 'vitest';
import { arrange, type Folding, type StaffName } from './staffs';
import { longTrace } from './testing/longTrace';
import { address, OBJECTS, scene, step, thread } from './testing/scene';
import { indexTrace } from './timeline';

const timeline = indexTrace(scene);
const open: Folding = { folded: new Set(), allLocks: false, struck: null, narrow: false };
const folded = (...names: StaffName[]) => new Set(names);

test('three staffs stand below each other, with a row for each thread, lock and object', () => {
  const { staffs, lanes, height } = arrange(timeline, open);
  expect(staffs.map(({ name, y, height }) => [name, y, height])).toEqual([
    ['threads', 3.5, 87],
    ['locks', 98.5, 76],
    ['objects', 182.5, 88],
  ]);
  expect(lanes.map(({ name }) => name)).toEqual([
    'main',
    'bucket_del',
    'worker',
    'connsLock',
    'vb[0].rwlock',
    'vb[1].rwlock',
    'streamMutex',
    'Producer',
    'BackfillManager',
    'Stream 1',
    'Stream 2',
  ]);
  expect(height).toBe(274);
});

test('a staff of one row is still as high as its name is long', () => {
  const lock = { id: address(10), name: 'm' };
  const held = { lock: lock.id, thread: thread(1), from: step(4), to: step(5), mode: 'exclusive' as const };
  const one = indexTrace({ ...scene, locks: [lock], held: [held] });
  const locks = (folding: Folding) => arrange(one, folding).staffs.find(({ name }) => name === 'locks');
  expect(locks(open)?.height).toBe(41);
  expect(locks({ ...open, narrow: true })?.height).toBe(35);
});

test('a folded staff is one row, but for the object the verdict is about', () => {
  const hidden = arrange(timeline, { ...open, folded: folded('objects') });
  expect(hidden.staffs[2]).toMatchObject({ folded: true, height: 26, size: 4, lanes: [] });
  const struck = arrange(timeline, { ...open, folded: folded('objects'), struck: OBJECTS.manager });
  expect(struck.staffs[2].lanes.map(({ name }) => name)).toEqual(['BackfillManager']);
});

test('names stand above the spans where the label column is narrow', () => {
  const { lanes } = arrange(timeline, { ...open, narrow: true });
  expect(lanes.map(({ caption }) => caption)).toEqual([0, 0, 0, 16, 16, 16, 16, 16, 16, 16, 16]);
  expect(lanes[3].y).toBe(98.5 + 16);
});

test('many locks: those nobody waited for share a row, until they are asked for', () => {
  const ids = [10, 11, 12, 13, 14, 15, 16, 17, 18];
  const many = indexTrace({
    ...scene,
    locks: ids.map((id) => ({ id: address(id), name: `lock${id}` })),
    held: [
      ...scene.held,
      ...ids.slice(4).map((id) => ({
        lock: address(id),
        thread: thread(1),
        from: step(4),
        to: step(5),
        mode: 'exclusive' as const,
      })),
    ],
  });
  expect(arrange(many, open).staffs[1].lanes.map(({ name }) => name)).toEqual([
    'lock10',
    '8 more, uncontended',
  ]);
  expect(arrange(many, { ...open, allLocks: true }).staffs[1].lanes).toHaveLength(9);
});

test('a staff without rows is not there, nor is a lock that was never held', () => {
  const bare = indexTrace({ ...scene, objects: [], lives: [], held: [] });
  expect(arrange(bare, open).staffs.map(({ name }) => name)).toEqual(['threads']);
});

test('a long run has the same rows as a short one', () => {
  expect(arrange(indexTrace(longTrace(1000)), open).lanes).toHaveLength(4 + 2 + 4);
});
