/** What the opcode rows say about one instruction of a Program: its length, its place in the code, its effect on the stack. */
import { opcodes } from './opcodes';
import type { Program } from './program';

/** Words of an instruction with its operands, by opcode. */
export const INSTRUCTION_WORDS: readonly number[] = opcodes.map((row) => 1 + row.operands.length);

/** Words of a CALL and of a CALLPTR: a return pc minus this is the pc of the call. */
export const CALL_WORDS = 2;

/** Calls `visit` with the pc of every instruction in code[start, end). */
export function forEachInstruction(
  code: Int32Array,
  start: number,
  end: number,
  visit: (pc: number, opcode: number) => void,
): void {
  for (let pc = start; pc < end; pc += INSTRUCTION_WORDS[code[pc]] ?? 1) visit(pc, code[pc]);
}

export interface StackEffect {
  readonly pops: number;
  readonly pushes: number;
}

/** By opcode, where the row alone tells. */
const FIXED: readonly (StackEffect | null)[] = opcodes.map(({ stack }) => {
  if (/[*]|args|result/.test(stack)) return null;
  const [pops, pushes] = stack.split('->').map((side) => side.split(' ').filter(Boolean).length);
  return { pops, pushes };
});

/** Words popped and pushed by the instruction at `pc`; of a CALLPTR, whose callee is not known, the most it can push. */
export function stackEffect(program: Program, pc: number): StackEffect {
  const { operands } = opcodes[program.code[pc]];
  const callee = operands[0] === 'function' ? program.functions[program.code[pc + 1]] : null;
  return effectOf(
    program.code[pc],
    (i) => program.code[pc + 1 + i],
    callee ?? { argWords: null, resultWords: 2 },
  );
}
/** The same of an instruction by its operands. `callee`: of a CALL; of a CALLPTR its result alone. */
export function effectOf(
  opcode: number,
  operand: (index: number) => number,
  callee: { readonly argWords: number | null; readonly resultWords: number },
): StackEffect {
  const fixed = FIXED[opcode];
  if (fixed) return fixed;
  const row = opcodes[opcode];
  const named = (name: string): number => operand(row.operands.indexOf(name));
  const count = (token: string): number => {
    if (token === 'args') return callee.argWords ?? named('argWords');
    if (token === 'result') return callee.resultWords;
    if (token.endsWith('*w')) return named('words');
    return token.endsWith('*n') ? named('n') : 1;
  };
  const [pops, pushes] = row.stack.split('->').map((side) =>
    side
      .split(' ')
      .filter(Boolean)
      .reduce((words, token) => words + count(token), 0),
  );
  return { pops, pushes };
}
