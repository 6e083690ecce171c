/**
 * Code read on from one jump to the next (a basic block: Allen, "Control flow analysis", 1970), with what is on the operand stack there. What a
 * block leaves on it is handed over, since nobody follows it any further; what was on it when the block began is unknown.
 */
import { forEachInstruction } from '../../bytecode/decode';
import { CALLPTR, JNZ, JUMP, JZ, RESUME, RET, THROW, TRAP, UNCAUGHT } from '../../bytecode/opcodes';
import type { FunctionInfo, Program } from '../../bytecode/program';

/** Their operand is the pc that they lead to. */
export const JUMPS: ReadonlySet<number> = new Set([JUMP, JZ, JNZ]);
/** Behind these control comes from or goes elsewhere. */
const LAST: ReadonlySet<number> = new Set([...JUMPS, RET, TRAP, THROW, RESUME, UNCAUGHT, CALLPTR]);

export interface BlockReader {
  instruction(pc: number, opcode: number): void;
  /** Where a block is over. */
  leave(): void;
}

export function readBlocks(
  { code, unwinding }: Program,
  { start, end }: FunctionInfo,
  reader: BlockReader,
): void {
  const leaders = new Set(unwinding.handlers.map(({ pad }) => pad));
  forEachInstruction(code, start, end, (pc, opcode) => {
    if (JUMPS.has(opcode)) leaders.add(code[pc + 1]);
  });
  forEachInstruction(code, start, end, (pc, opcode) => {
    if (leaders.has(pc)) reader.leave();
    reader.instruction(pc, opcode);
    if (LAST.has(opcode)) reader.leave();
  });
  reader.leave();
}

/** What is known of each word on the operand stack within a block. */
export class OperandStack<Operand> {
  private readonly unknown: Operand;
  private operands: Operand[] = [];

  constructor(unknown: Operand) {
    this.unknown = unknown;
  }

  push(...operands: readonly Operand[]): void {
    this.operands.push(...operands);
  }

  pop(count: number): Operand[] {
    const { operands, unknown } = this;
    const missing = Math.max(0, count - operands.length);
    return [
      ...Array<Operand>(missing).fill(unknown),
      ...operands.splice(operands.length - (count - missing)),
    ];
  }

  /** All that the block has left. */
  empty(): readonly Operand[] {
    const left = this.operands;
    this.operands = [];
    return left;
  }
}
