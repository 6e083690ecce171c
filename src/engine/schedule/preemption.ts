/**
 * A preemption is leaving a thread that could go on; leaving one that is blocked, has ended or yields costs nothing (Musuvathi & Qadeer,
 * "Iterative context bounding for systematic testing of multithreaded programs", PLDI 2007).
 */
import { YIELD } from '../bytecode/opcodes';
import type { Program } from '../bytecode/program';
import { canStep, createMachine, type Machine, MORE, nextPc, step } from '../machine';
import type { Choice } from './schedule';

/** Whether a step of another thread would now be a preemption of `thread`. */
export const couldGoOn = (machine: Machine, thread: number): boolean =>
  canStep(machine, thread) && machine.program.code[nextPc(machine, thread)] !== YIELD;

/** How many a run from the beginning of the program has. */
export function countPreemptions(program: Program, choices: readonly Choice[], visible: Uint8Array): number {
  const machine = createMachine(program);
  let last = 0;
  let count = 0;
  for (const { thread, pick } of choices) {
    if (thread !== last && couldGoOn(machine, last)) count++;
    while (step(machine, thread, pick, visible) === MORE);
    last = thread;
  }
  return count;
}
