/** An event knows what its thread has done, what started its thread, and what it was told to learn of; and no more. */
import { expect, test } from 'vitest';
import { HappensBefore } from './happens-before';

test('an event comes after those it learned of and all before them, whatever else is on the stack', () => {
  const order = new HappensBefore();
  const add = (
    event: number,
    thread: number,
    learned: number[] = [],
    children: [number, number] = [0, 0],
  ) => {
    order.begin(event, thread);
    for (const other of learned) order.learn(event, other);
    order.end(event, thread, ...children);
  };
  add(0, 0, [], [1, 3]);
  add(1, 1);
  add(2, 2);
  add(3, 2, [1]);
  add(4, 0);
  expect([0, 1, 2, 3].map((event) => order.knows(4, event))).toEqual([true, false, false, false]);
  expect([0, 1, 2].map((event) => order.knows(3, event))).toEqual([true, true, true]);
  expect(order.knows(2, 1)).toBe(false);
  // What a fork learns its event does not.
  order.begin(5, 0);
  const fork = order.fork(5);
  order.learn(fork, 3);
  expect([order.knows(fork, 1), order.knows(5, 1)]).toEqual([true, false]);
  // Behind what is left, events have the numbers they had.
  order.rewind(2);
  add(2, 2);
  expect([order.knows(2, 0), order.knows(2, 1)]).toEqual([true, false]);
});
