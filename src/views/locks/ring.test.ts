import { expect, test } from 'vitest';
import { deadlocked } from '../objects/testing/snapshot';
import { layoutRing } from './ring';
import { waitGraph } from './waits';

const graph = waitGraph(deadlocked);
const [cycle] = graph.cycles;

test('threads and locks alternate, and each edge leads to the next node', () => {
  const { nodes, edges } = layoutRing(graph, cycle, 256);
  expect(nodes.map(({ thread }) => thread === null)).toEqual([false, true, false, true]);
  expect(edges.map(({ kind }) => kind)).toEqual(['waits', 'holds', 'waits', 'holds']);
});

test('nodes stay inside and apart', () => {
  for (const width of [200, 256, 420]) {
    const { nodes, height } = layoutRing(graph, cycle, width);
    for (const { x, y, ...node } of nodes) {
      expect(x - node.width / 2).toBeGreaterThanOrEqual(0);
      expect(x + node.width / 2).toBeLessThanOrEqual(width);
      expect(y - node.height / 2).toBeGreaterThanOrEqual(0);
      expect(y + node.height / 2).toBeLessThanOrEqual(height);
      for (const other of nodes)
        if (other.x !== x || other.y !== y)
          expect(
            Math.abs(other.x - x) >= (other.width + node.width) / 2 ||
              Math.abs(other.y - y) >= (other.height + node.height) / 2,
            `${width}`,
          ).toBe(true);
    }
  }
});

test('a thread that waits for itself is a ring of two, whose edges go separate ways', () => {
  const [own] = deadlocked.threads.filter(({ id }) => id === cycle[0]);
  const { nodes, edges } = layoutRing(graph, [own.id], 256);
  expect(nodes).toHaveLength(2);
  expect(edges[0].label.y).not.toBeCloseTo(edges[1].label.y, 0);
});
