/** Which threads cannot go on, told without stepping them. */
import { FAULT_NONE } from '../bytecode/fault';
import { AWAIT, CVRELOCK, CVTIMED, JOIN, LOCK, LOCKALL, LOCKS } from '../bytecode/opcodes';
import { mayEndTimed, mayWake } from './conditions';
import { mayLock, mayLockAll, mayShare } from './locks';
import type { Machine } from './memory';
import { usable, WAIT } from './sync';
import { mayAwait, mayJoin } from './threads';

/**
 * The word the instruction at `pc`, with its operands ending at `sp`, would have to wait on, or 0 if it can run now, be it
 * into a fault. The same tests as the operations themselves make.
 */
export function waitWord(machine: Machine, thread: number, pc: number, sp: number): number {
  const { words, program } = machine;
  const operand = program.code[pc + 1];
  const top = words[sp - 1];
  let verdict: number = FAULT_NONE;
  switch (program.code[pc]) {
    case LOCK:
      verdict = usable(machine, top) || mayLock(machine, thread, top, operand);
      break;
    case LOCKS:
      verdict = usable(machine, top) || mayShare(machine, thread, top);
      break;
    case LOCKALL:
      verdict = mayLockAll(machine, thread, sp - operand, operand);
      break;
    case CVRELOCK:
      verdict = mayWake(machine, thread, words[sp - 2], top);
      break;
    case CVTIMED:
      verdict = mayEndTimed(machine, thread, words[sp - 2], top);
      break;
    case JOIN:
      verdict = mayJoin(machine, thread, top);
      break;
    case AWAIT:
      verdict = mayAwait(machine, top);
      break;
  }
  return verdict === WAIT ? machine.culprit : 0;
}
