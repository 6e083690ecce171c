/** Which threads cannot go on, told without stepping them. */
import { assertNever } from '../../base/assert';
import { waitsOf } from '../bytecode/opcodes';
import { mayEndTimed, mayWake } from './conditions';
import { mayLock, mayLockAll, mayShare } from './locks';
import type { Machine } from './memory';
import { usable, WAIT } from './sync';
import { mayAwait, mayJoin } from './threads';

/**
 * The word the instruction at `pc`, with its operands ending at `sp`, would have to wait on, or 0 if it can run now, be it
 * into a fault. By what its row says that it waits for,
 * and the same tests as the operations themselves make.
 */
export function waitWord(machine: Machine, thread: number, pc: number, sp: number): number {
  const { words, program } = machine;
  const operand = program.code[pc + 1];
  const top = words[sp - 1];
  const waits = waitsOf(program.code[pc]);
  let verdict: number;
  switch (waits) {
    case 'nothing':
      return 0;
    case 'lock':
      verdict = usable(machine, top) || mayLock(machine, thread, top, operand);
      break;
    case 'shared lock':
      verdict = usable(machine, top) || mayShare(machine, thread, top);
      break;
    case 'locks':
      verdict = mayLockAll(machine, thread, sp - operand, operand);
      break;
    case 'notify':
      verdict = mayWake(machine, thread, words[sp - 2], top);
      break;
    case 'notify or time':
      verdict = mayEndTimed(machine, thread, words[sp - 2], top);
      break;
    case 'thread':
      verdict = mayJoin(machine, thread, top);
      break;
    case 'any thread':
      verdict = mayAwait(machine, top);
      break;
    default:
      assertNever(waits);
  }
  return verdict === WAIT ? machine.culprit : 0;
}
