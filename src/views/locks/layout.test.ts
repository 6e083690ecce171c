import { expect, test } from 'vitest';
import { crashed, deadlocked } from '../objects/testing/snapshot';
import { layoutWaits } from './layout';
import { waitGraph } from './waits';

test('threads stand in a column and stay there, whoever holds what', () => {
  const places = (snapshot: typeof crashed) =>
    layoutWaits(waitGraph(snapshot), 256).threads.map(({ x, y }) => [x, y]);
  expect(places(crashed)).toEqual([
    [62, 25],
    [62, 79],
    [62, 133],
  ]);
  expect(places(deadlocked)).toEqual(places(crashed));
});

test('a lock stands beside its holder, its owner apart from its name', () => {
  const [node] = layoutWaits(waitGraph(crashed), 256).locks;
  expect(node).toMatchObject({
    x: 150,
    y: 79,
    width: 94,
    height: 34,
    owner: ['Stream 1'],
    member: ['streamMutex'],
    ringed: false,
  });
});

test('locks of one holder stand below each other, without touching', () => {
  const locks = deadlocked.locks.map((lock) => ({ ...lock, holder: deadlocked.threads[0].id }));
  const nodes = layoutWaits(waitGraph({ ...deadlocked, locks }), 256).locks;
  expect(nodes[1].y - nodes[0].y).toBeGreaterThan(nodes[0].height);
});

test('a straight hold is a straight line, a wait an arrow that ends before its tip', () => {
  const { edges } = layoutWaits(waitGraph(deadlocked), 256);
  const [hold] = edges;
  expect(hold.path).toBe('M75 76H150');
  const wait = edges.find(({ key }) => key.startsWith('waits 1'));
  expect(wait?.path).toMatch(/ 143 139$/);
  expect(wait).toMatchObject({ x: 150, y: 139, ringed: true });
});

test('all of a cycle is ringed, and nothing else', () => {
  const { threads, locks, edges } = layoutWaits(waitGraph(deadlocked), 256);
  expect(threads.map(({ ringed }) => ringed)).toEqual([false, true, true]);
  expect(locks.every(({ ringed }) => ringed)).toBe(true);
  expect(edges.filter(({ ringed }) => !ringed).map(({ kind }) => kind)).toEqual(['joins']);
});
