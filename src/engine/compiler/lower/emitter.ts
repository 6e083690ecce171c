/** Writes instructions: code words, labels, the span of each instruction, and the tables that grow with the code. */
import { assert } from '../../../base/assert';
import { opcodes } from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';

/** A place in the code that is jumped to before it is known. */
export interface Label {
  pc: number;
  readonly uses: number[];
}

export class Emitter {
  readonly code: number[] = [];
  readonly rows: { pc: number; span: Span }[] = [];
  /** Span of the instructions that follow. */
  span: Span = { file: 0, start: 0, end: 0 };

  get pc(): number {
    return this.code.length;
  }

  emit(opcode: number, ...operands: number[]): void {
    assert(opcodes[opcode]?.operands.length === operands.length, `operands of ${opcodes[opcode]?.name}`);
    const last = this.rows[this.rows.length - 1];
    if (last === undefined || last.span !== this.span) this.rows.push({ pc: this.pc, span: this.span });
    this.code.push(opcode, ...operands);
  }

  /** Runs `write` with its instructions marked as `span`'s. */
  at(span: Span, write: () => void): void {
    const before = this.span;
    this.span = span;
    write();
    this.span = before;
  }

  label(): Label {
    return { pc: -1, uses: [] };
  }
  jump(opcode: number, to: Label): void {
    this.emit(opcode, to.pc);
    if (to.pc < 0) to.uses.push(this.pc - 1);
  }
  place(label: Label): void {
    label.pc = this.pc;
    for (const use of label.uses) this.code[use] = this.pc;
  }
}
