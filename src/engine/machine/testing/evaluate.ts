/** Runs a few instructions and says what they left: for tests of single opcodes. */
import { FAULT_KINDS } from '../../bytecode/fault';
import { createMachine, FAULTED, faultOf, type Machine } from '..';
import { recordOf, T_SP } from '../layout';
import { asm, runMain } from './asm';

/** The last `count` words that `body` leaves on the operand stack; throws if the program stops before its end. */
export function evaluate(body: string, count = 1, functions = ''): number[] {
  const { machine, kind, text } = stopped(body, functions);
  if (text !== 'the end') throw new Error(`stopped: ${kind}`);
  const sp = machine.words[recordOf(0) + T_SP];
  return Array.from(machine.words.subarray(sp - count, sp));
}

/** The word of the fault that `body` ends in, or of what ended it. */
export function faultIn(body: string, functions = ''): string {
  const { kind, text } = stopped(body, functions);
  return text === 'the end' ? 'none' : kind;
}

/** A main with four locals, eight globals of which the first two are constants (72, 0). */
function stopped(body: string, functions: string): { machine: Machine; kind: string; text: string } {
  const machine = createMachine(
    asm(`
      globals 6
      constant 72 0
      text "the end"
      fn main locals 4
        START
        ${body}
        TRAP 1 0
      ${functions}
    `),
  );
  // Enough for all that ends.
  machine.longest = 100_000;
  const outcome = runMain(machine);
  const fault = faultOf(machine);
  if (outcome !== FAULTED || fault === null) return { machine, kind: `outcome ${outcome}`, text: '' };
  return { machine, kind: FAULT_KINDS[fault.kind] ?? '?', text: fault.text };
}
