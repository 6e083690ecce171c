/**
 * Reads whose value decides nothing: it is printed, dropped, or goes into variables of frames that decide nothing either (faint variables:
 * Knoop, Rüthing & Steffen, "Partial dead code elimination", PLDI 1994, after Giegerich, Möncke & Wilhelm 1981). Who reads a word
 * so does not look at it. Read off the code: what is left on the stack over a jump, is stored or goes through a function value decides.
 */
import { CALL_WORDS, stackEffect } from '../../bytecode/decode';
import * as op from '../../bytecode/opcodes';
import type { FunctionInfo, Program } from '../../bytecode/program';
import { calledFrom, reachableFunctions } from '../../bytecode/reachable';
import { OperandStack, readBlocks } from './basic-blocks';

/** A value by where it comes from: a read by its pc, a variable of a frame or a result by its function. */
type Value = string;
type Operand = readonly Value[];

/** What they come to depends on their operands, and nothing else does: no division. */
const PURE: ReadonlySet<number> = new Set([
  ...[op.ADD, op.SUB, op.MUL, op.AND, op.OR, op.XOR, op.NEG, op.NOT, op.LNOT, op.BOOL, op.NARROW],
  ...[op.ADD2, op.SUB2, op.MUL2, op.SEXT, op.ZEXT, op.WRAP],
]);

/** By thread: main's reads may be used where others never come. */
export interface FaintReads {
  readonly ofMain: ReadonlySet<number>;
  readonly ofOthers: ReadonlySet<number>;
  /** Whether it decides nothing either what a function is called with, by the offset of the argument's word. */
  readonly isFaintArgument: (callee: FunctionInfo, offset: number) => boolean;
}

const known = new WeakMap<Program, FaintReads>();

/** The pcs of such reads. */
export function faintReads(program: Program): FaintReads {
  let found = known.get(program);
  if (found === undefined) {
    const all = new Uses(program, reachableFunctions(program));
    found = {
      ofMain: all.faint(),
      // What threads beside main begin with, and what is called by its value, has a value.
      ofOthers: new Uses(program, calledFrom(program, program.valued)).faint(),
      isFaintArgument: (callee, offset) => all.isFaint(callee, offset),
    };
    known.set(program, found);
  }
  return found;
}

class Uses {
  private readonly program: Program;
  private readonly run: ReadonlySet<FunctionInfo>;
  private readonly reads = new Set<number>();
  /** By variable or result: the values that go into it. */
  private readonly into = new Map<Value, Set<Value>>();
  private readonly used = new Set<Value>();
  private readonly stack = new OperandStack<Operand>([]);

  /** `run`: the functions that are looked at. */
  constructor(program: Program, run: ReadonlySet<FunctionInfo>) {
    this.program = program;
    this.run = run;
  }

  faint(): ReadonlySet<number> {
    const { program, run, used, into } = this;
    for (const info of run)
      readBlocks(program, info, {
        instruction: (pc, opcode) => this.instruction(info, pc, opcode),
        leave: () => {
          for (const values of this.stack.empty()) this.use(values);
        },
      });
    for (const value of used) for (const from of into.get(value) ?? []) used.add(from);
    return new Set([...this.reads].filter((pc) => !used.has(`${pc}`)));
  }

  isFaint(info: FunctionInfo, offset: number): boolean {
    return this.run.has(info) && !this.used.has(variable(info, offset));
  }

  private use(values: Operand): void {
    for (const value of values) this.used.add(value);
  }

  private go(values: Operand, to: Value): void {
    const all = this.into.get(to) ?? new Set();
    this.into.set(to, all);
    for (const value of values) all.add(value);
  }

  private instruction(info: FunctionInfo, pc: number, opcode: number): void {
    const { program, stack } = this;
    const { code, functions } = program;
    const at = code[pc + 1];
    const { pops, pushes } = stackEffect(program, pc);
    const operands = stack.pop(pops);
    const push = (of: (i: number) => Operand): void => {
      for (let i = 0; i < pushes; i++) stack.push(of(i));
    };
    switch (opcode) {
      case op.GET:
      case op.GET2:
        return push((i) => [variable(info, at + i)]);
      case op.SET:
      case op.SET2:
        for (const [i, values] of operands.entries()) this.go(values, variable(info, at + i));
        return;
      case op.LOAD:
      case op.LOAD2:
      case op.ALOAD:
        this.use(operands[0]);
        this.reads.add(pc);
        return push(() => [`${pc}`]);
      case op.DUP:
        return push((i) => operands[i % at]);
      case op.FRAME:
        // Whoever has the address of an argument, of one word or two, reads it from who knows where.
        for (let i = at; i < Math.min(at + 2, info.argWords); i++) this.use([variable(info, i)]);
        return push(() => []);
      case op.DROP:
        return;
      case op.PRINT:
        // A text is read where it stands.
        if (/%[^%a-zA-Z]*s/.test(program.texts[at])) for (const values of operands) this.use(values);
        return;
      case op.CALL:
        if (!formats(program, info, pc))
          for (const [i, values] of operands.entries()) this.go(values, variable(functions[at], i));
        return push(() => [result(functions[at])]);
      case op.RET:
        for (const values of operands) this.go(values, result(info));
        // Who calls it by its value does so where nobody sees it.
        if (program.valued.has(functions.indexOf(info))) this.use([result(info)]);
        return;
      default:
        if (!PURE.has(opcode)) for (const values of operands) this.use(values);
        push(() => (PURE.has(opcode) ? operands.flat() : []));
    }
  }
}

/** Whether a stream turns to its formatting there, and returns: that it does not is for the open program to show (open-loops.ts). */
export function formats({ code, functions }: Program, info: FunctionInfo, pc: number): boolean {
  const callee = functions[code[pc + 1]];
  const isStream = info.library && callee.library && info.name === 'ostream::operator<<';
  return isStream && callee.name === 'ostream::formatted' && code[pc + CALL_WORDS] === op.RET;
}

const variable = (info: FunctionInfo, offset: number): Value => `${info.start} ${offset}`;
const result = (info: FunctionInfo): Value => `${info.start} result`;
