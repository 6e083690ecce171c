import { expect, test } from 'vitest';
import type { ThreadId } from '../bytecode/program';
import { checkpoint, createMachine, type Machine, runStatus, sameState, schedulePoints } from '../machine';
import { asm } from '../machine/testing/asm';
import { decodeSchedule, encodeSchedule } from './encode';
import { nonpreemptive } from './nonpreemptive';
import { random } from './random';
import { replay } from './replay';
import { run } from './run';
import type { Choice } from './schedule';
import type { Scheduler } from './scheduler';

/** Two threads that add to a global; main joins both. */
const ADDERS = asm(`
  globals 1
  fn main locals 2
    START
    CONST &adder CONST 0 SPAWN SET l0
    CONST &adder CONST 0 SPAWN SET l1
    GET l0 JOIN
    GET l1 JOIN
    RET 0
  fn adder args 1
    START
    GLOBAL 0 GLOBAL 0 LOAD CONST 1 ADD STORE
    RET 0
`);
/** A thread that waits for a flag by yielding, and main that sets it afterwards. */
const SPINNER = asm(`
  globals 1
  fn main locals 1
    START
    CONST &spinner CONST 0 SPAWN SET l0
    GLOBAL 0 CONST 1 ASTORE 1
    GET l0 JOIN
    RET 0
  fn spinner args 1
    START
  again:
    YIELD
    GLOBAL 0 ALOAD 1
    JZ again
    RET 0
`);

function steps(machine: Machine, scheduler: Scheduler, limit?: number): { end: string; text: string } {
  const choices: Choice[] = [];
  const points = schedulePoints(machine.program, [], 'access');
  const end = run(
    machine,
    scheduler,
    points,
    (thread: ThreadId, pick) => {
      choices.push({ thread, pick });
      return 'go';
    },
    limit === undefined ? {} : { limit },
  );
  return { end, text: encodeSchedule({ granularity: 'access', choices }) };
}

test('a run goes on until no thread can step', () => {
  const machine = createMachine(ADDERS);
  const { end, text } = steps(machine, nonpreemptive);
  expect(end).toBe('ended');
  expect(runStatus(machine)).toBe('finished');
  expect(text).toBe('-a3b3ac3a');
});

test('what a run did is a schedule that repeats it', () => {
  for (let seed = 0; seed < 50; seed++) {
    const machine = createMachine(ADDERS);
    const { text } = steps(machine, random(seed));
    const again = createMachine(ADDERS);
    const replayed = steps(again, replay(decodeSchedule(text).schedule.choices));
    expect(replayed).toEqual({ end: 'ended', text });
    expect(sameState(again, checkpoint(machine))).toBe(true);
  }
});

test('a run stops at its limit, and where the policy says so', () => {
  expect(steps(createMachine(ADDERS), nonpreemptive, 3).end).toBe('limit');
  expect(steps(createMachine(ADDERS), replay(decodeSchedule('a2c').schedule.choices))).toEqual({
    end: 'stopped',
    text: '-a2',
  });
});

test('a pick that the step does not have stops a replay', () => {
  expect(steps(createMachine(ADDERS), replay(decodeSchedule('aa-1').schedule.choices)).text).toBe('-a');
});

test('a thread that yields lets others go first', () => {
  const machine = createMachine(SPINNER);
  // The spinner has begun when main is stopped: only a yield gives main its turn again.
  steps(machine, replay(decodeSchedule('a2b2').schedule.choices));
  const { end } = steps(machine, nonpreemptive, 20);
  expect(end).toBe('ended');
  expect(runStatus(machine)).toBe('finished');
});
