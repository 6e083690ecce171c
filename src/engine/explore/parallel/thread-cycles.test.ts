import fc from 'fast-check';
import { expect, test } from 'vitest';
import { components } from '../fairness/components';
import { CycleSteps, hasNonProgressCycle } from './thread-cycles';

const COUNT = 7;
const node = fc.nat(COUNT - 1);
const edges = fc.array(fc.tuple(node, node), { maxLength: 16 });

/** By [from][to]: whether a way of at least one edge leads there. */
function reachable(all: readonly (readonly [number, number])[]): boolean[][] {
  const way = Array.from({ length: COUNT }, () => Array<boolean>(COUNT).fill(false));
  for (const [from, to] of all) way[from][to] = true;
  for (let over = 0; over < COUNT; over++)
    for (let from = 0; from < COUNT; from++)
      for (let to = 0; to < COUNT; to++) way[from][to] ||= way[from][over] && way[over][to];
  return way;
}

test('nodes are in one component if each leads to the other', () => {
  fc.assert(
    fc.property(edges, (all) => {
      const way = reachable(all);
      const component = components(
        COUNT,
        all.map(([from]) => from),
        all.map(([, to]) => to),
      );
      for (let a = 0; a < COUNT; a++)
        for (let b = 0; b < COUNT; b++)
          expect(component[a] === component[b]).toBe(a === b || (way[a][b] && way[b][a]));
    }),
  );
});

test('threads go round where some cycle leaves none behind that could step all the time', () => {
  const steps = (
    ...all: readonly (readonly [from: number, to: number, thread: number, enabled: number])[]
  ) => {
    const rounds = new CycleSteps();
    for (const [from, to, thread, enabled] of all) rounds.add(from, to, thread, Int32Array.of(enabled, 0), 0);
    return [rounds.words()];
  };
  expect(hasNonProgressCycle(steps([3, 3, 0, 0b01]))).toBe(true);
  // The other thread could step throughout: a fair scheduler lets it.
  expect(hasNonProgressCycle(steps([3, 3, 0, 0b11]))).toBe(false);
  expect(hasNonProgressCycle(steps([3, 4, 0, 0b11], [4, 3, 1, 0b11]))).toBe(true);
  expect(hasNonProgressCycle(steps([3, 4, 0, 0b01], [4, 5, 0, 0b01]))).toBe(false);
  // It cannot step in one of the states.
  expect(hasNonProgressCycle(steps([3, 4, 0, 0b11], [4, 3, 0, 0b01]))).toBe(true);
});
