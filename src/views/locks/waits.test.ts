import { expect, test } from 'vitest';
import type { Snapshot, ThreadView } from '../../engine';
import { crashed, deadlocked, lock, threads } from '../objects/testing/snapshot';
import { address, finding, LOCKS, thread } from '../score/testing/scene';
import { cyclesOf, edgesInWords, inCycle, judge, waitGraph } from './waits';

const waiting = (id: number, waitsFor: number | null, state: ThreadView['state'] = 'blocked') => ({
  id: thread(id),
  waitsFor: waitsFor === null ? null : thread(waitsFor),
  state,
});

test('a snapshot becomes who holds, waits and joins; other locks are only names', () => {
  const graph = waitGraph(crashed);
  expect(graph.edges).toEqual([
    { kind: 'holds', thread: 1, lock: LOCKS.stream },
    { kind: 'joins', thread: 0, other: 1 },
  ]);
  expect(graph.free).toEqual(['connsLock', 'containers[0].rwlock', 'containers[1].rwlock']);
  expect(graph.gone).toEqual(['BackfillManager.lock']);
  expect(edgesInWords(graph)).toBe('bucket_del holds Stream 1.streamMutex; main joins bucket_del.');
});

test('waiting without a cycle is not a deadlock', () => {
  expect(judge(waitGraph(crashed), 'failed', null)).toEqual({
    deadlock: false,
    lines: ['No cycle: this is not a deadlock'],
  });
});

test('a deadlock is told edge by edge, with lines', () => {
  const graph = waitGraph(deadlocked);
  expect(graph.cycles).toEqual([[1, 2]]);
  expect(judge(graph, 'stuck', null).lines).toEqual([
    'Deadlock: a cycle of 2 threads',
    'bucket_del at line 12: waits for b, held by worker',
    'worker at line 21: waits for a, held by bucket_del',
  ]);
  expect(
    graph.edges.filter((edge) => inCycle(graph, edge)).map(({ kind, thread }) => [kind, thread]),
  ).toEqual([
    ['holds', 1],
    ['holds', 2],
    ['waits', 1],
    ['waits', 2],
  ]);
});

test.each([
  ['nobody waits', [waiting(0, null, 'ready')], []],
  ['a chain', [waiting(0, 1, 'waiting'), waiting(1, 2), waiting(2, null, 'ready')], []],
  ['a thread that waits for itself', [waiting(0, 0)], [[0]]],
  [
    'two rings, with a tail into one',
    [waiting(0, 1), waiting(1, 2), waiting(2, 1), waiting(3, 4), waiting(4, 3)],
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['a wait for one that can run', [waiting(0, 1), waiting(1, 0, 'ready')], []],
])('cycles: %s', (_, list, cycles) => {
  expect(cyclesOf(list)).toEqual(cycles);
});

test('stuck without a cycle says what everyone waits for', () => {
  const lonely: Snapshot = {
    ...crashed,
    status: 'stuck',
    threads: [{ ...threads[0], waitsFor: null, reason: 'waits on ready' }],
    locks: [],
  };
  expect(judge(waitGraph(lonely), 'stuck', null)).toEqual({
    deadlock: true,
    lines: ['No cycle, but nobody can go on:', 'main at line 79: waits on ready'],
  });
});

test('where the holder of a lock spins, the locks do not say that it is no deadlock', () => {
  const spinning: Snapshot = {
    ...crashed,
    status: 'running',
    threads: [
      { ...threads[1], name: 'deletion', state: 'ready' },
      { ...threads[2], name: 'backfill', state: 'blocked', waitsLock: LOCKS.stream, waitsFor: thread(1) },
    ],
    locks: [lock(LOCKS.stream, 'handles', { state: 'held', holder: thread(1), waiters: [thread(2)] })],
  };
  const graph = waitGraph(spinning);
  expect(judge(graph, 'running', null)).toEqual({
    deadlock: false,
    lines: ['No cycle of waits', 'backfill can go on when deletion unlocks handles'],
  });
  const found = { ...finding, kind: 'deadlock', sentence: 'deletion spins; backfill waits.' } as const;
  expect(judge(graph, 'running', found)).toEqual({
    deadlock: true,
    lines: ['Deadlock', 'deletion spins; backfill waits.'],
  });
});

test('readers share a lock', () => {
  const shared = waitGraph({
    ...crashed,
    locks: [lock(address(1), 'rw', { state: 'shared', readers: [thread(1), thread(2)] })],
    threads: [threads[1], threads[2]],
  });
  expect(edgesInWords(shared)).toBe('bucket_del holds rw shared; worker holds rw shared.');
});
