/**
 * Reads of a word that is only added to otherwise, whose value is compared with a constant and goes nowhere else: `++printed % 40 == 0`. Which
 * way such a test goes may be left open, as with a loop's own counter (open-loops.ts): by a choice in its place. Read off the code block by
 * block. That a read is of the word that is added to is a guess, by what places it: a wrong one may cost a proof, and no more.
 */
import { stackEffect } from '../../bytecode/decode';
import * as op from '../../bytecode/opcodes';
import type { FunctionInfo, Program } from '../../bytecode/program';
import { additionsOf } from './additions';
import { type BlockReader, OperandStack, readBlocks } from './basic-blocks';
import { ARITHMETIC, COMPARISONS, COMPARISONS2, CONVERSIONS, DIVISIONS, isPositive } from './counters';
import { openable } from './open-loops';

/** What is known of a word on the operand stack. */
interface Operand {
  /** The pc of the read that it was made of, with constants alone; -1: of none. */
  readonly read: number;
  readonly constant: number | null;
  /** Of an address: the instructions that it comes from; '' if they are others than a few. */
  readonly place: string;
}
const UNKNOWN: Operand = { read: -1, constant: null, place: '' };

/** By the pc of the comparison: that of the read. */
export function testedReads(program: Program): ReadonlyMap<number, number> {
  const additions = additionsOf(program).plain;
  const all = openable(program).map((info) => new Reading(program, info));
  const added = new Set(all.flatMap(({ places }) => [...additions.keys()].map((pc) => places.get(pc) ?? '')));
  added.delete('');
  const found = new Map<number, number>();
  for (const { tests, used, places } of all)
    for (const [comparison, read] of tests)
      if (!used.has(read) && added.has(places.get(read) ?? '')) found.set(comparison, read);
  return found;
}

class Reading implements BlockReader {
  /** By the pc of a read: the place that it reads. */
  readonly places = new Map<number, string>();
  /** By the pc of a comparison with a constant: the read that is compared. */
  readonly tests = new Map<number, number>();
  /** Reads whose values go elsewhere. */
  readonly used = new Set<number>();
  private readonly program: Program;
  private readonly stack = new OperandStack(UNKNOWN);

  constructor(program: Program, info: FunctionInfo) {
    this.program = program;
    readBlocks(program, info, this);
  }

  leave(): void {
    this.use(this.stack.empty());
  }

  private use(operands: readonly Operand[]): void {
    for (const { read } of operands) if (read >= 0) this.used.add(read);
  }

  instruction(pc: number, opcode: number): void {
    const { program, stack } = this;
    const { pops, pushes } = stackEffect(program, pc);
    const operands = stack.pop(pops);
    if (opcode === op.DUP) {
      this.use(operands);
      for (let i = 0; i < pushes; i++) stack.push(operands[i % pops]);
      return;
    }
    const result = this.result(pc, opcode, operands);
    if (result.read < 0 && !this.tests.has(pc)) this.use(operands);
    const isConstant = opcode === op.CONST || opcode === op.CONST2;
    for (let i = 0; i < pushes; i++)
      stack.push(isConstant ? { ...UNKNOWN, constant: program.code[pc + 1 + i] } : result);
  }

  private result(pc: number, opcode: number, operands: readonly Operand[]): Operand {
    const { places, tests } = this;
    const { code } = this.program;
    switch (opcode) {
      case op.GLOBAL:
      case op.GET:
        return { ...UNKNOWN, place: `${opcode} ${code[pc + 1]}` };
      case op.FIELD: {
        const { place } = operands[0];
        return { ...UNKNOWN, place: place === '' ? '' : `${place} ${opcode} ${code[pc + 1]}` };
      }
      case op.LOAD:
      case op.LOAD2:
        places.set(pc, operands[0].place);
        return { ...UNKNOWN, read: pc };
    }
    const [{ read } = UNKNOWN] = operands;
    const right = operands.slice(operands.length / 2);
    if (read < 0) return UNKNOWN;
    if (CONVERSIONS.has(opcode) && operands.every((each) => each.read === read)) return { ...UNKNOWN, read };
    const isLeft = operands.slice(0, right.length).every((each) => each.read === read);
    if (!isLeft || right.some(({ constant }) => constant === null)) return UNKNOWN;
    if (COMPARISONS.has(opcode) || COMPARISONS2.has(opcode)) tests.set(pc, read);
    else if (ARITHMETIC.has(opcode) && (!DIVISIONS.has(opcode) || isPositive(right)))
      return { ...UNKNOWN, read };
    return UNKNOWN;
  }
}
