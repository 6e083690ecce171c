/** Which functions of a program may run: its library is compiled for what names it, and much of that is never called. */
import { forEachInstruction } from './decode';
import { CALL, CALLPTR, CONST, CONST2, SPAWN } from './opcodes';
import type { FunctionInfo, Program } from './program';

const known = new WeakMap<Program, ReadonlySet<FunctionInfo>>();

/**
 * What the entry calls, and what that calls. A thread or a call through a value may run whatever a word could name: a constant of the code
 * that is reached, or of static storage, if it takes as many words as are given.
 */
export function reachableFunctions(program: Program): ReadonlySet<FunctionInfo> {
  const found = known.get(program) ?? reached(program);
  known.set(program, found);
  return found;
}

function reached({ code, functions, entry, globalImage }: Program): ReadonlySet<FunctionInfo> {
  const found = new Set([functions[entry]]);
  const values = new Set<number>(globalImage);
  /** Words of arguments that calls through a value give. */
  const given = new Set<number>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { start, end } of found)
      forEachInstruction(code, start, end, (pc, opcode) => {
        if (opcode === CALL) found.add(functions[code[pc + 1]]);
        else if (opcode === CONST || opcode === CONST2) values.add(code[pc + 1]);
        else if (opcode === CALLPTR) given.add(code[pc + 1]);
        else if (opcode === SPAWN) given.add(0).add(1);
      });
    for (const value of values) {
      const callee = functions[value - 1];
      if (callee !== undefined && given.has(callee.argWords)) found.add(callee);
    }
  }
  return found;
}

/** Whether a function that may run has an instruction of one of these kinds. */
export function mayRun(program: Program, opcodes: ReadonlySet<number>): boolean {
  for (const { start, end } of reachableFunctions(program)) {
    let has = false;
    forEachInstruction(program.code, start, end, (_, opcode) => {
      has ||= opcodes.has(opcode);
    });
    if (has) return true;
  }
  return false;
}
