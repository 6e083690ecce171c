import { expect, test } from 'vitest';
import { createRng } from '../../base/rng';
import type { Program } from '../bytecode/program';
import {
  checkpoint,
  createMachine,
  type Machine,
  MORE,
  type SchedulePoints,
  sameState,
  schedulePoints,
  step,
} from '../machine';
import { asm } from '../machine/testing/asm';
import { nonpreemptive } from '../schedule/nonpreemptive';
import { random } from '../schedule/random';
import { run } from '../schedule/run';
import type { Scheduler } from '../schedule/scheduler';
import { type Cursor, Recorder } from './record';

/** Three threads that lock, count and allocate; each logs what it saw. */
const PROGRAM = asm(`
  globals 8
  text "%d of %d"
  fn main locals 3
    START
    CONST &worker CONST 4 SPAWN SET l0
    CONST &worker CONST 5 SPAWN SET l1
    CONST &worker CONST 6 SPAWN SET l2
    GET l0 JOIN  GET l1 JOIN  GET l2 JOIN
    RET 0
  fn worker args 1 locals 1
    START
    CONST 0 SET l0
  again:
    GLOBAL 0 LOCK 0
    GLOBAL 4 GLOBAL 4 LOAD GET a0 ADD STORE
    GLOBAL 0 UNLOCK 0
    NEW 0 DUP 1 GET l0 STORE FREE
    GET a0 GLOBAL 5 ALOAD 1 PRINT 0 2
    GLOBAL 5 GET l0 ASTORE 1
    GET l0 CONST 1 ADD SET l0
    GET l0 CONST 9 LT JNZ again
    RET 0
`);

interface Taped {
  readonly machine: Machine;
  readonly recorder: Recorder;
}

const pointsOf = (program: Program): SchedulePoints => schedulePoints(program, [], 'access');

function tape(program: Program): Taped {
  const machine = createMachine(program);
  return { machine, recorder: new Recorder(machine, pointsOf(program)) };
}

function record({ machine, recorder }: Taped, scheduler: Scheduler, limit = 10_000): void {
  run(
    machine,
    scheduler,
    pointsOf(machine.program),
    (thread, pick, outcome) => {
      if (outcome === MORE) recorder.appendPart();
      else recorder.append(thread, pick);
      return 'go';
    },
    { limit },
  );
}

/** The state after the first `length` steps of a record, on a machine of its own that never went back. */
function fresh(recorder: Recorder, program: Program, length: number): Int32Array {
  const machine = createMachine(program);
  for (const { thread, pick } of recorder.choices().slice(0, length)) {
    while (step(machine, thread, pick, pointsOf(program)) === MORE);
  }
  return checkpoint(machine);
}

test('a thousand seeks and forks always lead to the state a fresh run would have', () => {
  const rng = createRng(7);
  const taped = tape(PROGRAM);
  record(taped, random(1));
  const { recorder } = taped;
  const cursors = [recorder.main, recorder.cursor(createMachine(PROGRAM))];
  const asFresh = (cursor: Cursor): boolean => sameState(cursor.machine, fresh(recorder, PROGRAM, cursor.at));
  for (let i = 0; i < 1000; i++) {
    const cursor = cursors[rng.int(2)];
    const at = rng.int(recorder.length + 1);
    recorder.seek(cursor, at);
    expect(cursor.at).toBe(at);
    if (i % 5 === 0) expect(asFresh(cursor)).toBe(true);
    if (i % 10 !== 9) continue;
    recorder.truncate(at);
    record(taped, random(i), 60);
    expect(recorder.main.at).toBe(recorder.length);
    expect(asFresh(recorder.main)).toBe(true);
  }
});

test('the same program and schedule give the same hash, at every step; a fork takes part of it', () => {
  const one = tape(PROGRAM);
  record(one, random(3));
  const two = tape(PROGRAM);
  record(two, random(3));
  for (let k = 0; k <= one.recorder.length; k++) expect(two.recorder.hash(k)).toBe(one.recorder.hash(k));
  const before = one.recorder.hash(20);
  one.recorder.truncate(20);
  record(one, nonpreemptive);
  expect(one.recorder.hash(20)).toBe(before);
  expect(one.recorder.hash()).not.toBe(two.recorder.hash());
});

test('a hash does not depend on how the log of a step was cut', () => {
  const whole = tape(PROGRAM);
  record(whole, random(5));
  const cut = tape(PROGRAM);
  cut.machine.eventLimit = 1;
  record(cut, random(5));
  expect(cut.recorder.choices()).toEqual(whole.recorder.choices());
  expect(cut.recorder.hash()).toBe(whole.recorder.hash());
});

test('ten thousand steps stay below 20 MB, though each leaves something behind', () => {
  const program = asm(`
    globals 8
    fn main locals 1
      START
      CONST &leaker CONST 0 SPAWN SET l0
      CONST &leaker CONST 0 SPAWN SET l0
      CALL leak
      RET 0
    fn leaker args 1
      START
      CALL leak
      RET 0
    fn leak
    again:
      NEW 0 CONST 1 STORE
      GLOBAL 0 LOCK 0
      GLOBAL 4 GLOBAL 4 LOAD CONST 1 ADD STORE
      GLOBAL 0 UNLOCK 0
      JUMP again
  `);
  const taped = tape(program);
  record(taped, random(1));
  expect(taped.recorder.length).toBeGreaterThan(1000);
  expect((taped.recorder.bytes / taped.recorder.length) * 10_000).toBeLessThan(20e6);
});
