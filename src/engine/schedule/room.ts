/**
 * How much memory a program's runs get. Most need little, and a search holds several memories at once; so it is looked at one run, of no
 * preemptions, whether it comes to the end of the usual stacks and heaps. What is given back is not given out again (that is how a use after
 * free is seen), so a loop of a thousand strings is enough. The answer is part of the program: all its runs have the same addresses.
 */
import { limitOf } from '../bytecode/fault';
import type { Program } from '../bytecode/program';
import { createMachine, faultOf, LARGE_LIMITS, schedulePoints } from '../machine';
import { nonpreemptive } from './nonpreemptive';
import { run } from './run';

/** Steps of that run at most; instructions of one, and of all: some hundredths of a second. */
const STEPS = 4000;
const LONGEST_STEP = 12_000_000;
const INSTRUCTIONS = 12_000_000;

/** The program, with a large memory if it needs one. */
export const withRoom = (program: Program): Program =>
  needsMore(program) ? { ...program, limits: LARGE_LIMITS } : program;

function needsMore(program: Program): boolean {
  const machine = createMachine(program);
  machine.longest = LONGEST_STEP;
  let left = INSTRUCTIONS;
  const look = (): 'go' | 'stop' => {
    left -= machine.longest - machine.budget;
    return left < 0 ? 'stop' : 'go';
  };
  run(machine, nonpreemptive, schedulePoints(program), look, { limit: STEPS });
  const fault = faultOf(machine);
  const limit = fault === null ? null : limitOf(fault.kind);
  return limit === 'heap' || limit === 'stack';
}
