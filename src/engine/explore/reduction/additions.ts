/**
 * Where a program only adds to what stands in memory: `++n`, `n -= k`, `a.fetch_add(1)` whose result nobody looks at. Two such additions
 * to one word commute, as two reads of it do: what was there before goes nowhere but into the sum (arithmetic modulo 2^32 or 2^64).
 */
import { forEachInstruction, INSTRUCTION_WORDS, stackEffect } from '../../bytecode/decode';
import * as op from '../../bytecode/opcodes';
import type { FunctionInfo, Program } from '../../bytecode/program';
import { ADD, operationOf, SUB } from '../../bytecode/rmw';
import { JUMPS } from './basic-blocks';

export interface Additions {
  /** By the pc of the read: that of the write that ends it. */
  readonly plain: ReadonlyMap<number, number>;
  /** Read-modify-writes that add or subtract, of which nobody ever uses the value they found. */
  readonly atomic: ReadonlySet<number>;
}

const known = new WeakMap<Program, Additions>();

export function additionsOf(program: Program): Additions {
  const found = known.get(program) ?? { plain: plainAdditions(program), atomic: atomicAdditions(program) };
  known.set(program, found);
  return found;
}

const SUMS = new Map([
  [op.LOAD, { sums: [op.ADD, op.SUB], store: op.STORE, words: 1 }],
  [op.LOAD2, { sums: [op.ADD2, op.SUB2], store: op.STORE2, words: 2 }],
]);
/** Control may come from or go elsewhere: what stands on the stack there is not known by reading on. */
const LEAVES: ReadonlySet<number> = new Set([op.JUMP, op.JZ, op.JNZ, op.RET, op.TRAP]);

/** Where an object is: what may stand in an expression for it, which comes to the same when it is repeated. */
const PLACES: ReadonlySet<number> = new Set([op.GLOBAL, op.FRAME, op.GET, op.CONST, op.FIELD, op.INDEX]);
/** Instructions of the longest such expression. */
const LONGEST_PLACE = 4;

/** Whether behind these instructions, the last ones of a block so far, an address stands on the stack twice: `++n`, or `n = n + 1`. */
function isTwice(program: Program, block: readonly number[], pc: number): boolean {
  const { code } = program;
  const last = block[block.length - 1];
  if (last !== undefined && code[last] === op.DUP && code[last + 1] === 1) return true;
  let height = 0;
  for (let count = 1; count <= LONGEST_PLACE && 2 * count <= block.length; count++) {
    const again = block[block.length - count];
    if (!PLACES.has(code[again])) return false;
    const { pops, pushes } = stackEffect(program, again);
    height += pushes - pops;
    if (height < 1) continue;
    // All that it is made of is its own.
    const first = block[block.length - 2 * count];
    const isSame =
      again - first === pc - again && block.slice(-2 * count, -count).every((at) => PLACES.has(code[at]));
    return height === 1 && isSame && code.slice(first, again).every((word, i) => word === code[again + i]);
  }
  return false;
}

/** An address twice (`isTwice`), then `LOAD; what is added; ADD; STORE`, in a row. */
function plainAdditions(program: Program): Map<number, number> {
  const { code } = program;
  const found = new Map<number, number>();
  for (const { start, end } of program.functions) {
    const targets = new Set<number>();
    forEachInstruction(code, start, end, (pc, opcode) => {
      if (JUMPS.has(opcode)) targets.add(code[pc + 1]);
    });
    let block: number[] = [];
    forEachInstruction(code, start, end, (pc, opcode) => {
      if (targets.has(pc)) block = [];
      const sum = SUMS.get(opcode);
      const isKept = sum !== undefined && isTwice(program, block, pc);
      block = [...block.slice(1 - 2 * LONGEST_PLACE), pc];
      if (!isKept) return;
      let depth = 0;
      for (let at = pc + INSTRUCTION_WORDS[opcode]; at < end; at += INSTRUCTION_WORDS[code[at]]) {
        if (depth === sum.words && sum.sums.includes(code[at])) {
          if (code[at + 1] === sum.store) found.set(pc, at + 1);
          return;
        }
        if (LEAVES.has(code[at])) return;
        const { pops, pushes } = stackEffect(program, at);
        // Something looks at what was read.
        if (pops > depth || code[at] === op.CALLPTR) return;
        depth += pushes - pops;
      }
    });
  }
  return found;
}

function atomicAdditions(program: Program): Set<number> {
  const { code, functions } = program;
  const unused = unusedResults(program);
  const found = new Set<number>();
  for (const info of functions)
    forEachInstruction(code, info.start, info.end, (pc, opcode) => {
      const operation = operationOf(code[pc + 2]);
      const adds = operation === ADD || operation === SUB;
      if (opcode === op.ARMW && adds && isDropped(program, info, pc, code[pc + 1], unused)) found.add(pc);
    });
  return found;
}

/** Functions whose result no call looks at. Those that hand it on as their own result are asked for theirs, until nothing changes. */
function unusedResults(program: Program): Set<FunctionInfo> {
  const { code, functions } = program;
  const unused = new Set(functions.filter(({ resultWords }, f) => resultWords > 0 && !program.valued.has(f)));
  for (let changed = true; changed; ) {
    changed = false;
    for (const info of functions)
      forEachInstruction(code, info.start, info.end, (pc, opcode) => {
        if (opcode !== op.CALL) return;
        const callee = functions[code[pc + 1]];
        if (!unused.has(callee) || isDropped(program, info, pc, callee.resultWords, unused)) return;
        unused.delete(callee);
        changed = true;
      });
  }
  return unused;
}

/** What may be done on the way with a value that nobody looks at in the end. */
const ARITHMETIC: ReadonlySet<number> = new Set([op.ADD, op.SUB, op.ADD2, op.SUB2]);

/** Whether what the instruction at `from` leaves on top of the stack is dropped, there or by all who call this function. */
function isDropped(
  program: Program,
  info: FunctionInfo,
  from: number,
  words: number,
  unused: ReadonlySet<FunctionInfo>,
): boolean {
  const { code } = program;
  let above = 0;
  for (let at = from + INSTRUCTION_WORDS[code[from]]; at < info.end; at += INSTRUCTION_WORDS[code[at]]) {
    const opcode = code[at];
    if (opcode === op.DROP) return above === 0 && code[at + 1] === words;
    if (opcode === op.RET) return above === 0 && code[at + 1] === words && unused.has(info);
    if (opcode === op.CONST) above += 1;
    else if (opcode === op.CONST2) above += 2;
    else if (opcode === op.STORAGE_DEAD) continue;
    else if (ARITHMETIC.has(opcode) && above === words) above = 0;
    else return false;
  }
  return false;
}
