/** Writes instructions: code words, labels, the span of each instruction, and the tables that grow with the code. */
import { assert } from '../../../base/assert';
import {
  ADD,
  CALL,
  CALLPTR,
  CONST,
  FIELD,
  FRAME,
  GET,
  GET2,
  LOAD,
  LOAD2,
  NONNULL,
  opcodes,
  PEEK,
  RESUME,
} from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';

/** A place in the code that is jumped to before it is known. */
export interface Label {
  pc: number;
  readonly uses: number[];
  /** Operands on the stack where it is jumped from; see CoroutineFrame. */
  height?: number;
}

/** What writes otherwise while a function is lowered whose frame is not on the stack (coroutine-frame.ts). */
export interface FrameElsewhere {
  /** True if it has written something instead. */
  writes(opcode: number, operands: readonly number[]): boolean;
  wrote(opcode: number, operands: readonly number[]): void;
  jumps(to: Label): void;
  placed(label: Label): void;
}

/**
 * What runs when an exception leaves a call that stands in it: a cleanup (code that is written behind the function), one clause of a
 * try, or the end of a noexcept function. A chain, innermost first.
 */
export interface HandlerNode {
  readonly kind: 'cleanup' | 'catch' | 'noexcept';
  readonly outer: HandlerNode | null;
  /** Of a cleanup: writes its code. */
  readonly write: () => void;
  /** Of a catch: number of the caught type. */
  readonly caught: number;
  span: Span;
  pad: number;
}

/** By opcode that reads or checks, what reads for a question: of its operand, instructions. */
const PEEKING: Readonly<Record<number, (operand: number) => readonly (readonly [number, ...number[]])[]>> = {
  [LOAD]: () => [[PEEK, 1]],
  [LOAD2]: () => [[PEEK, 2]],
  [GET]: (at) => [
    [FRAME, at],
    [PEEK, 1],
  ],
  [GET2]: (at) => [
    [FRAME, at],
    [PEEK, 2],
  ],
  [FIELD]: (offset) => [[CONST, offset], [ADD]],
  [NONNULL]: () => [],
};

export class Emitter {
  readonly code: number[] = [];
  readonly rows: { pc: number; span: Span }[] = [];
  /** Span of the instructions that follow. */
  span: Span = { file: 0, start: 0, end: 0 };

  /** Around the instructions that follow. */
  handler: HandlerNode | null = null;
  readonly sites: { readonly pc: number; readonly node: HandlerNode }[] = [];
  /** False where no exception is ever caught: then nothing is cleaned up either, and nothing is written down. */
  readonly unwinds: boolean;

  elsewhere: FrameElsewhere | null = null;

  constructor(unwinds: boolean) {
    this.unwinds = unwinds;
  }

  /** From here on, `write` runs if an exception passes. */
  guard(span: Span, write: () => void): void {
    if (this.unwinds) this.handler = node('cleanup', this.handler, span, write);
  }
  get pc(): number {
    return this.code.length;
  }

  /** What `write` writes reads variables for a question: it finds nothing wrong with them. */
  peeking(write: () => void): void {
    this.peeks = true;
    write();
    this.peeks = false;
  }
  private peeks = false;

  emit(opcode: number, ...operands: number[]): void {
    const peeked = this.peeks ? PEEKING[opcode]?.(operands[0] ?? 0) : undefined;
    for (const [one, ...its] of peeked ?? [[opcode, ...operands] as const])
      if (this.elsewhere?.writes(one, its) !== true) this.write(one, its);
  }

  /** The instruction as it is. */
  write(opcode: number, operands: readonly number[]): void {
    assert(opcodes[opcode]?.operands.length === operands.length, `operands of ${opcodes[opcode]?.name}`);
    const last = this.rows[this.rows.length - 1];
    if (last === undefined || last.span !== this.span) this.rows.push({ pc: this.pc, span: this.span });
    const leaves = opcode === CALL || opcode === CALLPTR || opcode === RESUME;
    if (leaves && this.handler !== null) this.sites.push({ pc: this.pc, node: this.handler });
    this.code.push(opcode, ...operands);
    this.elsewhere?.wrote(opcode, operands);
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
    this.elsewhere?.jumps(to);
  }
  place(label: Label): void {
    label.pc = this.pc;
    this.elsewhere?.placed(label);
    for (const use of label.uses) this.code[use] = this.pc;
  }
}

export const node = (
  kind: HandlerNode['kind'],
  outer: HandlerNode | null,
  span: Span,
  write: () => void,
  caught = -1,
): HandlerNode => ({ kind, outer, write, caught, span, pad: -1 });
