import { describe, expect, test } from 'vitest';
import {
  EV_ATOMIC_ENTER,
  EV_EXIT,
  EV_JOIN,
  EV_SPAWN,
  EV_START,
  eventKind,
  nextEvent,
} from '../bytecode/event';
import {
  BLOCKED,
  canStep,
  checkpoint,
  createMachine,
  FAULTED,
  FINISHED,
  hashState,
  logEnd,
  logStart,
  type Machine,
  MORE,
  nextPc,
  reset,
  runStatus,
  STEPPED,
  sameState,
  schedulePoints,
  setEventLimit,
  step,
  threadState,
} from '.';
import { asm, take } from './testing/asm';

/** Kinds of the events in the log. */
function kinds(machine: Machine): number[] {
  const found: number[] = [];
  for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(machine.words, at)) {
    found.push(eventKind(machine.words[at]));
  }
  return found;
}

const opcodeAt = (machine: Machine, thread: number): number => machine.program.code[nextPc(machine, thread)];

const twoThreads = asm(`
  globals 8
  fn main locals 2
    START
    GLOBAL 4 CONST 0 STORE  GLOBAL 4 ALOAD 1 DROP 1
    CONST &worker CONST 1 SPAWN SET l0
    GLOBAL 4 CONST 5 STORE
    GET l0 JOIN
    GLOBAL 4 ALOAD 1 DROP 1  GLOBAL 0 LOCK 0  GLOBAL 0 UNLOCK 0
    RET 0
  fn worker args 1
    START
    GLOBAL 4 LOAD DROP 1
    RET 0
`);

describe('one step', () => {
  test('while main is alone only SPAWN stops it', () => {
    const machine = createMachine(twoThreads);
    expect(take(machine)).toBe(STEPPED);
    expect(opcodeAt(machine, 0)).toBe(113);
    expect(runStatus(machine)).toBe('running');
  });

  test('among others a step is one points operation and the invisible ones behind it', () => {
    const machine = createMachine(twoThreads);
    const sync = schedulePoints(twoThreads);
    take(machine);
    expect(take(machine, 0, 0, sync)).toBe(STEPPED);
    expect(kinds(machine)[0]).toBe(EV_SPAWN);
    // The store was no stop under this table.
    expect(opcodeAt(machine, 0)).toBe(115);
    expect(take(machine, 1, 0, sync)).toBe(FINISHED);
    expect(kinds(machine)).toEqual([EV_START, 1, EV_EXIT]);
  });

  test('shared accesses stop where the table says so', () => {
    const machine = createMachine(twoThreads);
    take(machine);
    take(machine);
    const store = nextPc(machine, 0);
    expect(opcodeAt(machine, 0)).toBe(14);
    reset(machine);
    const racing = schedulePoints(twoThreads, new Set([store]));
    take(machine, 0, 0, racing);
    take(machine, 0, 0, racing);
    expect(nextPc(machine, 0)).toBe(store);
    expect(take(machine, 1, 0, racing)).toBe(FINISHED);
  });

  test('what follows the last join is one step with it', () => {
    const machine = createMachine(twoThreads);
    take(machine);
    take(machine);
    take(machine);
    take(machine, 1);
    expect(take(machine, 1)).toBe(FINISHED);
    expect(take(machine)).toBe(FINISHED);
    expect(kinds(machine)).toEqual([EV_JOIN, 3, 8, 9, EV_EXIT]);
    expect(runStatus(machine)).toBe('finished');
  });

  test('a thread that cannot go on answers BLOCKED, and nothing changes', () => {
    const machine = createMachine(twoThreads);
    take(machine);
    take(machine);
    take(machine);
    const before = checkpoint(machine);
    expect(canStep(machine, 0)).toBe(false);
    expect(take(machine)).toBe(BLOCKED);
    expect(sameState(machine, before)).toBe(true);
    expect(kinds(machine)).toEqual([]);
  });

  test('nothing steps after the end, nor after a fault', () => {
    const program = asm(`
      text "no"
      fn main
        START CONST &other CONST 0 SPAWN DROP 1 YIELD RET 0
      fn other args 1
        START TRAP 1 0
    `);
    const machine = createMachine(program);
    take(machine);
    take(machine);
    expect(take(machine, 1)).toBe(FAULTED);
    expect(threadState(machine, 1)).toBe('crashed');
    expect(runStatus(machine)).toBe('failed');
    expect(take(machine, 1)).toBe(BLOCKED);
    expect(take(machine, 0)).toBe(BLOCKED);
    expect(canStep(machine, 0)).toBe(false);
    const finished = createMachine(asm('fn main\n START RET 0'));
    expect(take(finished)).toBe(FINISHED);
    expect(take(finished)).toBe(BLOCKED);
  });

  test('a loop that comes back to its stopping point stops there', () => {
    const program = asm(`
      globals 1
      fn main
        START CONST &other CONST 0 SPAWN DROP 1
        again: GLOBAL 0 ALOAD 1 JZ again
        RET 0
      fn other args 1
        START GLOBAL 0 CONST 1 ASTORE 1 RET 0
    `);
    const machine = createMachine(program);
    take(machine);
    take(machine);
    for (let round = 0; round < 3; round++) {
      expect(take(machine)).toBe(STEPPED);
      expect(kinds(machine)).toEqual([3]);
    }
    take(machine, 1);
    take(machine, 1);
    expect(take(machine)).toBe(FINISHED);
  });

  test('no other thread runs inside of a larger atomic access', () => {
    const program = asm(`
      globals 2
      fn main
        START CONST &other CONST 0 SPAWN DROP 1
        GLOBAL 0 AENTER 0
        GLOBAL 0 LOAD DROP 1 GLOBAL 1 CONST 3 STORE
        GLOBAL 0 ALEAVE 0
        GLOBAL 1 LOAD DROP 1
        RET 0
      fn other args 1
        START RET 0
    `);
    const machine = createMachine(program);
    take(machine);
    take(machine);
    expect(take(machine)).toBe(STEPPED);
    expect(kinds(machine)).toEqual([EV_ATOMIC_ENTER, 1, 2, 7]);
    expect(opcodeAt(machine, 0)).toBe(12);
  });

  test('a wait in the middle of a step ends the step before it', () => {
    // Alone: the lock was left locked by a thread that is gone.
    const program = asm(`
      globals 4
      fn main locals 1
        START CONST &other CONST 0 SPAWN SET l0
        GET l0 JOIN
        GLOBAL 0 LOCK 0
        RET 0
      fn other args 1
        START GLOBAL 0 LOCK 0 RET 0
    `);
    const machine = createMachine(program);
    take(machine);
    take(machine);
    take(machine, 1);
    take(machine, 1);
    expect(take(machine)).toBe(STEPPED);
    expect(take(machine)).toBe(BLOCKED);
    expect(runStatus(machine)).toBe('stuck');
  });
});

describe('MORE', () => {
  const program = asm(`
    globals 2
    text "hi %d"
    fn main locals 1
      START
      CONST 5000 SET l0
    again:
      GLOBAL 0 GET l0 STORE
      GET l0 CONST 1 SUB DUP 1 SET l0
      JNZ again
      CONST 3 PRINT 0 1
      GLOBAL 0 LOAD DROP 1
      RET 0
  `);

  function run(limit: number): { machine: Machine; events: number; parts: number } {
    const machine = createMachine(program);
    setEventLimit(machine, limit);
    const points = schedulePoints(program, [], 'access');
    let events = 0;
    let parts = 0;
    for (;;) {
      const outcome = step(machine, 0, 0, points);
      const now = kinds(machine).length;
      expect(now).toBeLessThanOrEqual(Math.min(limit, 4096));
      events += now;
      parts += 1;
      if (outcome !== MORE) return { machine, events, parts };
    }
  }

  test('a full log is drained and the step goes on', () => {
    const { events, parts } = run(Number.POSITIVE_INFINITY);
    expect(events).toBe(1 + 5000 + 1 + 1 + 1);
    expect(parts).toBe(2);
  });

  test('the event limit stops after every so many events, and changes nothing else', () => {
    const whole = run(Number.POSITIVE_INFINITY);
    for (const limit of [1, 7, 4096]) {
      const { machine, events } = run(limit);
      expect(events).toBe(whole.events);
      expect(hashState(machine)).toBe(hashState(whole.machine));
    }
  });

  test('a step that never ends is a limit, however often it is drained', () => {
    const endless = createMachine(asm('globals 1\nfn main\n START again: GLOBAL 0 LOAD DROP 1 JUMP again'));
    expect(take(endless)).toBe(FAULTED);
  });
});
