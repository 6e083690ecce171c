import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canStep,
  checkpoint,
  createMachine,
  hashState,
  type Machine,
  reset,
  restore,
  sameState,
  schedulePoints,
  stateWords,
  threadCount,
} from '.';
import { RUN } from './layout';
import { asm, take } from './testing/asm';

/** Three threads that use everything a state has: locks, stacks, heap, condition variables, calls. */
const program = asm(`
  globals 16
  constant 65 66
  fn main locals 3
    START
    GLOBAL 10 CONST 0 STORE
    CONST &producer CONST 1 SPAWN SET l0
    CONST &consumer CONST 2 SPAWN SET l1
    CONST &counter CONST 3 SPAWN SET l2
    GET l0 JOIN GET l1 JOIN GET l2 JOIN
    RET 0
  fn producer args 1 locals 2
    START
    STORAGE_LIVE l0 1 NEW 1 SET l0
    GET l0 CONST2 5 6 STORE2
    GLOBAL 2 LOCK 0
    GLOBAL 10 GET l0 STORE
    GLOBAL 6 NOTIFY 0
    GLOBAL 2 UNLOCK 0
    RET 0
  fn consumer args 1 locals 2
    START
    GLOBAL 2 LOCK 0
    again:
    GLOBAL 10 LOAD JNZ got
    GLOBAL 6 GLOBAL 2 DUP 2 CVWAIT CVRELOCK
    JUMP again
    got:
    GLOBAL 10 LOAD FREE
    GLOBAL 2 UNLOCK 0
    RET 0
  fn counter args 1 locals 2
    START
    STORAGE_LIVE l0 1 CONST 3 SET l0
    more:
    CONST 3 NEWN 0 CALL keep
    GLOBAL 12 CONST 1 ARMW 1 1 DROP 1
    GET l0 CONST 1 SUB DUP 1 SET l0 JNZ more
    STORAGE_DEAD l0 1
    RET 0
  fn keep args 1 locals 2
    STORAGE_LIVE l1 1 GET a0 SET l1
    GLOBAL 13 GET l1 ASTORE 1
    STORAGE_DEAD l1 1
    RET 0
`);
const points = schedulePoints(program, [], 'access');
/** Small, so that all of it can be compared. */
const limits = {
  threads: 6,
  mainStack: 128,
  mainHeap: 128,
  threadStack: 128,
  threadHeap: 256,
  laterHeap: 256,
};
const create = (): Machine => createMachine(program, { limits });

/** Takes up to `length` steps; which thread is drawn from the numbers. */
function wander(machine: Machine, draws: readonly number[]): void {
  for (const draw of draws) {
    const able = Array.from({ length: threadCount(machine) }, (_, id) => id).filter((id) =>
      canStep(machine, id),
    );
    if (able.length === 0) return;
    take(machine, able[draw % able.length], 0, points);
  }
}

const draws = fc.array(fc.nat(1000), { maxLength: 60 });
/** All that is state, and what must be zero around it. */
const everything = (machine: Machine): Int32Array => machine.words.slice(RUN, machine.layout.log);
/** The first word in which two memories differ; -1 for none. Quicker than toEqual. */
const difference = (one: Int32Array, two: Int32Array): number =>
  one.findIndex((word, at) => word !== two[at]);

test('machines of one program share what is worked out about it, and no state', () => {
  const [one, other] = [createMachine(program), createMachine(program)];
  expect(one.tables).toBe(other.tables);
  take(one, 0);
  expect(hashState(one)).not.toBe(hashState(other));
});

describe('checkpoint and restore', () => {
  test('bring back every word, and leave nothing of what came later', () => {
    const fresh = everything(create());
    fc.assert(
      fc.property(draws, draws, draws, (first, second, third) => {
        const machine = create();
        wander(machine, first);
        const before = everything(machine);
        const copy = checkpoint(machine);
        const hash = hashState(machine);
        expect(copy.length).toBe(stateWords(machine));
        wander(machine, second);
        const later = checkpoint(machine);
        restore(machine, copy);
        expect(difference(everything(machine), before)).toBe(-1);
        expect(sameState(machine, copy)).toBe(true);
        expect(hashState(machine)).toBe(hash);
        // Forwards too, and from a state of another history.
        wander(machine, third);
        restore(machine, later);
        expect(checkpoint(machine)).toEqual(later);
        reset(machine);
        expect(difference(everything(machine), fresh)).toBe(-1);
      }),
      { numRuns: 60 },
    );
  });

  test('many can be kept in one array', () => {
    const machine = create();
    const arena = new Int32Array(4000);
    const starts = [0];
    for (let i = 0; i < 6; i++) {
      checkpoint(machine, arena, starts[i]);
      starts.push(starts[i] + stateWords(machine));
      wander(machine, [i]);
    }
    for (const at of [3, 0, 5, 1]) {
      restore(machine, arena, starts[at]);
      expect(sameState(machine, arena, starts[at])).toBe(true);
      expect(sameState(machine, arena, starts[(at + 1) % 6])).toBe(false);
    }
  });

  test('another machine of the program takes a checkpoint over, shared memory or not', () => {
    const one = create();
    wander(one, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const two = createMachine(program, { limits, shared: true });
    restore(two, checkpoint(one));
    expect(hashState(two)).toBe(hashState(one));
    const three = createMachine(program, { limits, buffer: two.words.buffer });
    expect(sameState(three, checkpoint(one))).toBe(true);
  });
});

describe('states', () => {
  test('the same steps give the same state, and another state has another hash', () => {
    fc.assert(
      fc.property(draws, draws, (first, second) => {
        const [one, two, three] = [first, first, second].map((list) => {
          const machine = create();
          wander(machine, list);
          return machine;
        });
        expect(hashState(two)).toBe(hashState(one));
        expect(sameState(three, checkpoint(one))).toBe(hashState(three) === hashState(one));
        expect(two.hash).toEqual(one.hash);
      }),
      { numRuns: 60 },
    );
  });

  test('steps that do not touch each other give the same state in either order', () => {
    const order = (...threads: number[]): Machine => {
      const machine = create();
      for (let i = 0; i < 4; i++) take(machine, 0, 0, points);
      for (const thread of threads) take(machine, thread, 0, points);
      return machine;
    };
    // Both begin, and both allocate.
    const one = order(1, 3);
    const two = order(3, 1);
    expect(sameState(two, checkpoint(one))).toBe(true);
    expect(hashState(two)).toBe(hashState(one));
  });
});

test('a machine fits in thirteen megabytes, and its limits can be other', () => {
  expect(createMachine(program).words.byteLength).toBeLessThanOrEqual(13 * 2 ** 20);
  const small = createMachine(program, {
    limits: { threads: 4, mainHeap: 100, threadHeap: 64, mainStack: 64, threadStack: 32 },
  });
  expect(small.words.byteLength).toBeLessThan(100_000);
  expect(() => createMachine(program, { limits: { threads: 65 } })).toThrow();
  expect(() => createMachine(program, { buffer: new ArrayBuffer(8) })).toThrow();
});
