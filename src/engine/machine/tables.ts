/** What the machine works out once about a Program, so that a step only looks it up. */
import { assert } from '../../base/assert';
import { forEachInstruction, INSTRUCTION_WORDS, stackEffect } from '../bytecode/decode';
import { FRAME, JNZ, JUMP, JZ, RESUME, RET, TRAP } from '../bytecode/opcodes';
import type { FunctionInfo, Program } from '../bytecode/program';

export interface Tables {
  /** pc → index into functions. */
  readonly functionAt: Uint16Array;
  /** Columns by function. */
  readonly starts: Int32Array;
  readonly args: Int32Array;
  readonly frames: Int32Array;
  /** From fp: where the words of the frame begin whose address others may know; its end where there are none. */
  readonly exposedFrom: Int32Array;
  /** Words from fp to the highest operand the function can push. */
  readonly extents: Int32Array;
  readonly library: Uint8Array;
  /** pc of a call → index into the program's handlers, or -1; empty where there are none. */
  readonly handlerAt: Int32Array;
  /** 1 for functions whose blocks are the inside of a value: an optional's, a std::function's. */
  readonly inner: Uint8Array;
}

const MAX_FUNCTIONS = 2 ** 16;
/** Two pcs are one key (detect/races.ts). */
const MAX_CODE = 2 ** 24;

const KEEPS_INSIDE = /^(optional|function)</;

/** Machines are made by the hundred where executions are listed; their program stays the same. */
const known = new WeakMap<Program, Tables>();

export function tablesOf(program: Program): Tables {
  const tables = known.get(program) ?? worked(program);
  known.set(program, tables);
  return tables;
}

function worked(program: Program): Tables {
  const { functions, code } = program;
  assert(functions.length <= MAX_FUNCTIONS, 'more functions than a table tells apart');
  assert(code.length <= MAX_CODE, 'more code than pairs of pcs have room for');
  const functionAt = new Uint16Array(code.length);
  functions.forEach((info, index) => {
    functionAt.fill(index, info.start, info.end);
  });
  return {
    functionAt,
    starts: Int32Array.from(functions, (info) => info.start),
    args: Int32Array.from(functions, (info) => info.argWords),
    frames: Int32Array.from(functions, (info) => info.frameWords),
    exposedFrom: Int32Array.from(functions, (info) => exposedFrom(program, info)),
    extents: Int32Array.from(functions, (info) => info.frameWords + deepest(program, info)),
    handlerAt: handlersOf(program),
    library: Uint8Array.from(functions, (info) => (info.library ? 1 : 0)),
    inner: Uint8Array.from(functions, (info) => (info.library && KEEPS_INSIDE.test(info.name) ? 1 : 0)),
  };
}

function handlersOf({ code, unwinding: { calls, around } }: Program): Int32Array {
  if (calls.length === 0) return new Int32Array();
  const handlerAt = new Int32Array(code.length).fill(-1);
  calls.forEach((pc, i) => {
    handlerAt[pc] = around[i];
  });
  return handlerAt;
}

function exposedFrom({ code }: Program, { start, end, frameWords }: FunctionInfo): number {
  let from = frameWords;
  forEachInstruction(code, start, end, (pc, opcode) => {
    if (opcode === FRAME) from = Math.min(from, code[pc + 1]);
  });
  return from;
}

/**
 * The most words a function has on its operand stack. Every pc is reached at one height, whatever the way to it; the
 * results of calls through pointers are not known and count as the longest, so this is an upper bound.
 */
function deepest(program: Program, info: FunctionInfo): number {
  const { code } = program;
  const seen = new Set<number>();
  const open: [pc: number, height: number][] = [[info.start, 0]];
  for (const { pad, kind } of program.unwinding.handlers)
    if (pad >= info.start && pad < info.end) open.push([pad, kind === 'catch' ? 2 : 1]);
  let most = open.length > 1 ? 2 : 0;
  for (let next = open.pop(); next; next = open.pop()) {
    let [pc, height] = next;
    while (pc >= info.start && pc < info.end && !seen.has(pc)) {
      seen.add(pc);
      const opcode = code[pc];
      const { pops, pushes } = stackEffect(program, pc);
      height += pushes - pops;
      most = Math.max(most, height);
      if (opcode === JZ || opcode === JNZ) open.push([code[pc + 1], height]);
      if (opcode === RET || opcode === TRAP || opcode === RESUME) break;
      pc = opcode === JUMP ? code[pc + 1] : pc + INSTRUCTION_WORDS[opcode];
    }
  }
  return most;
}
