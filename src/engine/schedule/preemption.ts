/**
 * The one definition of a preemption, for all who count them. It is a switch away from a thread that could go on and did not ask to be
 * left (Musuvathi & Qadeer, "Iterative context bounding for systematic testing of multithreaded programs", PLDI 2007). So it costs
 * nothing to leave a thread that
 *
 * - has ended, or is blocked: on a lock that another one holds, a condition variable, a semaphore, a join;
 * - is in a timed wait, which could end by its time being up: a condition variable, a timed mutex;
 * - stands before std::this_thread::yield, or before a sleep, which is a yield here as time does not pass. Behind it, it is as any
 *   other thread: it was left to itself and went on.
 *
 * A thread that waits by going round without yielding could go on: to leave it is a preemption. The first step of a run is none.
 */
import { YIELD } from '../bytecode/opcodes';
import type { Program } from '../bytecode/program';
import {
  canStep,
  createMachine,
  type Machine,
  MORE,
  nextPc,
  type SchedulePoints,
  step,
  wouldTimeOut,
} from '../machine';
import type { Choice } from './schedule';

/** Whether a thread that could go on stands where it lets others go first. */
export const asksToBeLeft = (machine: Machine, thread: number): boolean =>
  machine.program.code[nextPc(machine, thread)] === YIELD || wouldTimeOut(machine, thread);

/** Whether a step of another thread would now be a preemption of `thread`. */
export const couldGoOn = (machine: Machine, thread: number): boolean =>
  canStep(machine, thread) && !asksToBeLeft(machine, thread);

/** How many a run from the beginning of the program has. */
export function countPreemptions(
  program: Program,
  choices: readonly Choice[],
  points: SchedulePoints,
): number {
  const machine = createMachine(program);
  let last = 0;
  let count = 0;
  for (const { thread, pick } of choices) {
    if (thread !== last && couldGoOn(machine, last)) count++;
    while (step(machine, thread, pick, points) === MORE);
    last = thread;
  }
  return count;
}
