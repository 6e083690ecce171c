import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WorkPool } from './work-pool';

/** Of members of one thread: none may wait. */
function pools(count: number, states = 1000): WorkPool[] {
  const buffer = new SharedArrayBuffer(WorkPool.bytes(states));
  return Array.from({ length: count }, () => new WorkPool(buffer, states));
}

test('a state is new to the first who enters it, and has one number for all', () => {
  const word = fc.integer({ min: -3, max: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), word, word), { maxLength: 60 }), (entries) => {
      const members = pools(2);
      const known = new Map<string, number>();
      for (const [member, hash0, hash1] of entries) {
        const key = `${hash0 || 1} ${hash1 || 1}`;
        expect(members[member].put(hash0, hash1)).toBe(known.has(key));
        const { index } = members[member];
        if (!known.has(key)) {
          expect([...known.values()]).not.toContain(index);
          known.set(key, index);
        }
        expect(index).toBe(known.get(key));
      }
    }),
  );
});

test('work that is given is taken once, and all is done when nobody has any', () => {
  const [a, b] = pools(2);
  expect([a.join(), b.join()]).toEqual([true, true]);
  expect(b.isWanted).toBe(false);
  expect(a.give([7, 8, 9])).toBe(true);
  expect(b.give([1])).toBe(false);
  expect([...(b.take(() => {}) ?? [])]).toEqual([7, 8, 9]);
  expect(a.give(Array(100_000).fill(0))).toBe(false);
  expect(a.isOver).toBe(false);
  let looked = 0;
  // The other one has not said that it has nothing to do.
  const task = a.take(() => {
    looked++;
    if (looked === 1) expect(a.isOver).toBe(false);
    a.finish('stopped');
  });
  expect([task, looked, b.end, b.members]).toEqual([null, 1, 'stopped', 2]);
});

test('alone, it is done as soon as there is nothing left', () => {
  const [a, late] = pools(2);
  a.join();
  expect(a.take(() => {})).toBeNull();
  expect(a.end).toBe('done');
  expect(late.join()).toBe(false);
});

test('it is given up when all together have met too many states', () => {
  const [a, b] = pools(2, 2000);
  a.join();
  b.join();
  a.report(1500, 5000, 0, 0);
  expect(b.isOver).toBe(false);
  b.report(501, 600, 0, 0);
  expect([a.end, a.states, a.steps]).toEqual(['full', 2001, 5600]);
});

test('where there is no room for a state the task is over for all', () => {
  const [a, b] = pools(2, 1);
  expect([a.join(), b.join()]).toEqual([true, true]);
  for (let state = 1; state <= 5000; state++) a.put(state, state);
  expect([a.isOver, b.end]).toEqual([true, 'full']);
});
