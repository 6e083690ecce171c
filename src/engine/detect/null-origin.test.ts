import { expect, test } from 'vitest';
import type { Program } from '../bytecode/program';
import { createMachine, MORE, schedulePoints, step } from '../machine';
import { asm } from '../machine/testing/asm';
import { Recorder } from '../trace/record';
import { faultOf } from './lifetimes';
import { originOfNull } from './null-origin';

/** Runs the threads of `order` one step each, until a fault; answers who stored the null, and into which global. */
function origin(program: Program, order: readonly number[]): string {
  const machine = createMachine(program);
  const points = schedulePoints(program, [], 'access');
  const recorder = new Recorder(machine, points);
  for (const thread of order) {
    while (step(machine, thread, 0, points) === MORE) recorder.appendPart();
    recorder.append(thread, 0);
  }
  const fault = faultOf(recorder);
  if (fault === undefined) return 'no fault';
  const found = originOfNull({ history: recorder, program }, fault);
  if (found === undefined) return 'unknown';
  const globals = machine.layout.globals;
  return `thread ${found.stored.thread}, step ${found.stored.step}, word ${found.stored.address - globals}`;
}

const withMain = (body: string): Program =>
  asm(`
    globals 4
    fn main locals 1
      START
      ${body}
      RET 0
  `);

test('a pointer that was loaded and used leads to the store of null', () => {
  expect(origin(withMain('GLOBAL 1 CONST 0 STORE  GLOBAL 1 LOAD FIELD 2 LOAD DROP 1'), [0])).toBe(
    'thread 0, step 1, word 1',
  );
});

test('copies are followed to where the null was first put', () => {
  const copied = 'GLOBAL 0 CONST 0 STORE  GLOBAL 1 GLOBAL 0 COPY 1  GLOBAL 2 GLOBAL 1 LOAD STORE';
  expect(origin(withMain(`${copied}  GLOBAL 2 LOAD NONNULL DROP 1`), [0])).toBe('thread 0, step 1, word 0');
});

test('a local variable is followed by its offset, not by what was read last', () => {
  const used = 'GLOBAL 1 CONST 0 STORE GLOBAL 2 CONST 0 STORE GLOBAL 1 LOAD SET l0 GLOBAL 2 LOAD DROP 1';
  expect(origin(withMain(`${used}  GET l0 NONNULL DROP 1`), [0])).toBe('thread 0, step 1, word 1');
});

test('a zero that was read just before a null was stored is not its source', () => {
  const decided = 'GLOBAL 3 CONST 0 STORE  GLOBAL 3 LOAD DROP 1  GLOBAL 1 CONST 0 STORE';
  expect(origin(withMain(`${decided}  GLOBAL 1 LOAD NONNULL DROP 1`), [0])).toBe('thread 0, step 1, word 1');
});

test('what nobody stored and what was computed is not guessed at', () => {
  expect(origin(withMain('GLOBAL 1 LOAD NONNULL DROP 1'), [0])).toBe('unknown');
  expect(origin(withMain('GLOBAL 1 CONST 0 STORE GLOBAL 1 LOAD DROP 1 CONST 0 NONNULL DROP 1'), [0])).toBe(
    'unknown',
  );
});

test('what another thread stored is the story, not where that one had it from', () => {
  const program = asm(`
    globals 4
    fn main locals 1
      START
      GLOBAL 0 CONST 0 STORE
      CONST &closer CONST 0 SPAWN SET l0
      YIELD
      GLOBAL 1 LOAD NONNULL DROP 1
      RET 0
    fn closer args 1
      START
      GLOBAL 1 GLOBAL 0 COPY 1
      YIELD
      RET 0
  `);
  expect(origin(program, [0, 0, 1, 1, 0, 0])).toBe('thread 1, step 4, word 1');
});
