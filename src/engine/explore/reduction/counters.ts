/**
 * Variables of frames that only count: whose values go into their own sums, into comparisons, and where they decide nothing (faint-reads.ts). It is read off the code by
 * basic blocks, without regard to the order of these: a flow-insensitive taint analysis whose sources are the variables and whose sinks
 * are all other uses. What is still on the stack where a block ends has reached a sink.
 */
import { stackEffect } from '../../bytecode/decode';
import * as op from '../../bytecode/opcodes';
import { FRAME_HEADER, type FunctionInfo, type Program } from '../../bytecode/program';
import { type BlockReader, OperandStack, readBlocks } from './basic-blocks';
import { faintReads } from './faint-reads';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const SUMS: ReadonlySet<number> = new Set([op.ADD, op.SUB, op.ADD2, op.SUB2]);
/** Of one word with another, and of two with two. */
export const COMPARISONS: ReadonlySet<number> = new Set(range(op.EQ, op.UGE));
export const COMPARISONS2: ReadonlySet<number> = new Set(range(op.EQ2, op.UGE2));
export const DIVISIONS: ReadonlySet<number> = new Set([
  ...[op.DIV, op.MOD, op.UDIV, op.UMOD, op.DIV2, op.MOD2, op.UDIV2, op.UMOD2],
]);
/** A counter and constants may go into these on the way to a comparison; a division by a constant above 0 fails of no value. */
export const ARITHMETIC: ReadonlySet<number> = new Set([
  ...SUMS,
  ...DIVISIONS,
  ...[op.MUL, op.AND, op.OR, op.XOR, op.SHL, op.SHR, op.USHR, op.MUL2, op.AND2],
]);
export const CONVERSIONS: ReadonlySet<number> = new Set([op.NARROW, op.SEXT, op.ZEXT, op.WRAP, op.NEG]);
/** The words of a constant above 0. */
export const isPositive = (words: readonly { readonly constant: number | null }[]): boolean =>
  words.every(({ constant }) => constant !== null && constant >= 0) &&
  words.some(({ constant }) => constant !== 0);
/** A value may be left where it is, or shown. */
const HARMLESS: ReadonlySet<number> = new Set([op.DROP, op.PRINT]);

/** What is known of a word on the operand stack. */
interface Operand {
  /** The offset of the counter that it is made of; -1: of none. */
  readonly counter: number;
  /** The pc of the sum that it is, of its counter and something else; -1: it is no sum, or has been calculated with. */
  readonly sum: number;
  /** It is the counter as it stands there. */
  readonly isRaw: boolean;
  /** Of a constant its value. */
  readonly constant: number | null;
}
const UNKNOWN: Operand = { counter: -1, sum: -1, isRaw: false, constant: null };

/** By pc of each sum of a counter, comparison with one, and SET that is no sum: the counter's offset. */
export function countersOf(
  program: Program,
  info: FunctionInfo,
  isKept: (offset: number) => boolean,
): ReadonlyMap<number, number> {
  const refused = new Set<number>();
  for (;;) {
    const reading = new FrameReading(program, info, (offset) => !refused.has(offset) && !isKept(offset));
    reading.read();
    if (reading.refused.size === 0) return reading.counterAt;
    for (const offset of reading.refused) refused.add(offset);
  }
}

class FrameReading implements BlockReader {
  readonly refused = new Set<number>();
  readonly counterAt = new Map<number, number>();
  private readonly program: Program;
  private readonly info: FunctionInfo;
  private readonly isAsked: (offset: number) => boolean;
  private readonly summed = new Set<number>();
  private readonly used = new Map<number, 1 | 2>();
  private readonly stack = new OperandStack(UNKNOWN);

  constructor(program: Program, info: FunctionInfo, isAsked: (offset: number) => boolean) {
    this.program = program;
    this.info = info;
    this.isAsked = isAsked;
  }

  read(): void {
    const { program, info, used, refused, summed } = this;
    readBlocks(program, info, this);
    for (const [offset, words] of used) {
      // What is never added to is no counter.
      if (!summed.has(offset)) refused.add(offset);
      if (words === 2 && used.has(offset + 1)) refused.add(offset).add(offset + 1);
    }
    for (const offset of refused) if (!this.isOpen(offset)) refused.delete(offset);
  }

  /** Whether it may be a counter. */
  private isOpen(offset: number): boolean {
    const isHeader = offset >= this.info.argWords && offset < this.info.argWords + FRAME_HEADER;
    return !isHeader && this.isAsked(offset);
  }

  leave(): void {
    this.refuse(this.stack.empty());
  }

  private refuse(operands: readonly Operand[]): void {
    for (const { counter } of operands) if (counter >= 0) this.refused.add(counter);
  }

  instruction(pc: number, opcode: number): void {
    const { program, stack } = this;
    const { code } = program;
    const at = code[pc + 1];
    if (opcode === op.GET || opcode === op.GET2) return this.get(at, opcode === op.GET2 ? 2 : 1);
    if (opcode === op.SET || opcode === op.SET2) return this.set(pc, at, opcode === op.SET2 ? 2 : 1);
    if (opcode === op.CONST) stack.push({ ...UNKNOWN, constant: at });
    else if (opcode === op.CONST2)
      for (const word of [at, code[pc + 2]]) stack.push({ ...UNKNOWN, constant: word });
    else if (opcode === op.DUP) {
      const top = this.stack.pop(at);
      stack.push(...top, ...top);
    } else this.other(pc, opcode);
  }

  private get(offset: number, words: 1 | 2): void {
    this.use(offset, words);
    const value = this.isOpen(offset) ? { ...UNKNOWN, counter: offset, isRaw: true } : UNKNOWN;
    for (let i = 0; i < words; i++) this.stack.push(value);
  }

  private set(pc: number, offset: number, words: 1 | 2): void {
    this.use(offset, words);
    const values = this.stack.pop(words);
    const [{ counter, sum }] = values;
    if (counter >= 0 && counter === offset && sum >= 0) {
      this.summed.add(offset);
      this.counterAt.set(sum, offset);
      return;
    }
    this.refuse(values);
    if (this.isOpen(offset)) this.counterAt.set(pc, offset);
  }

  /** A word that is used once alone and once with the next one is no counter. */
  private use(offset: number, words: 1 | 2): void {
    if ((this.used.get(offset) ?? words) !== words) this.refused.add(offset);
    this.used.set(offset, words);
  }

  private other(pc: number, opcode: number): void {
    const { program, counterAt } = this;
    const { pops, pushes } = stackEffect(program, pc);
    const operands = this.stack.pop(pops);
    const first = operands.find(({ counter }) => counter >= 0);
    let result = UNKNOWN;
    if (first === undefined || HARMLESS.has(opcode)) {
      if (opcode === op.FRAME && this.isOpen(program.code[pc + 1])) this.refused.add(program.code[pc + 1]);
    } else if (COMPARISONS.has(opcode) || COMPARISONS2.has(opcode)) {
      // Of two counters that are compared with each other one is left out. With what an argument begins nobody is told.
      const isArgument = first.counter < this.info.argWords;
      this.refuse(operands.filter(({ counter }) => counter !== first.counter || isArgument));
      counterAt.set(pc, first.counter);
    } else if (opcode === op.CALL) {
      const callee = program.functions[program.code[pc + 1]];
      const { isFaintArgument } = faintReads(program);
      this.refuse(operands.filter((_, offset) => !isFaintArgument(callee, offset)));
    } else result = this.calculated(pc, opcode, operands) ?? this.unknown(operands);
    for (let i = 0; i < pushes; i++) this.stack.push(result);
  }

  private unknown(operands: readonly Operand[]): Operand {
    this.refuse(operands);
    return UNKNOWN;
  }

  /** Of a counter and a constant, or a sum of it; null: it is another value. */
  private calculated(pc: number, opcode: number, operands: readonly Operand[]): Operand | null {
    const half = operands.length / 2;
    const left = operands[0];
    if (CONVERSIONS.has(opcode)) return { ...left, isRaw: false };
    if (!ARITHMETIC.has(opcode)) return null;
    const right = operands.slice(half);
    if (SUMS.has(opcode) && left.isRaw && right.every(({ counter }) => counter < 0))
      return { ...UNKNOWN, counter: left.counter, sum: pc };
    if (DIVISIONS.has(opcode) ? isPositive(right) : right.every(({ constant }) => constant !== null))
      return left.counter >= 0 && left.sum < 0 ? { ...UNKNOWN, counter: left.counter } : null;
    return null;
  }
}
