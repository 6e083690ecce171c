/** Which functions of a program may run: its library is compiled for what names it, and much of that is never called. */
import { forEachInstruction } from './decode';
import { CALL } from './opcodes';
import type { FunctionInfo, Program } from './program';

const known = new WeakMap<Program, ReadonlySet<FunctionInfo>>();

/** What the entry calls, what that calls, and whatever may be called through a value. */
export function reachableFunctions(program: Program): ReadonlySet<FunctionInfo> {
  const found = known.get(program) ?? calledFrom(program, [program.entry, ...program.valued]);
  known.set(program, found);
  return found;
}

/** These functions, by index, what they call, and what that calls. */
export function calledFrom({ code, functions }: Program, roots: Iterable<number>): ReadonlySet<FunctionInfo> {
  const found = new Set([...roots].map((index) => functions[index]));
  for (const { start, end } of found)
    forEachInstruction(code, start, end, (pc, opcode) => {
      if (opcode === CALL) found.add(functions[code[pc + 1]]);
    });
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
