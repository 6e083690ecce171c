/** What an exception that ended the program says: its type, and what() where it has one. */
import { UNCAUGHT } from '../bytecode/opcodes';
import { EXCEPTION_TYPE, EXCEPTION_WHAT } from '../bytecode/program';
import type { Machine } from './memory';
import { quoted, wordAt } from './words';

/** 'uncaught exception std::runtime_error: "no space"'; '' where the instruction is no UNCAUGHT. */
export function uncaughtText(machine: Machine, pc: number, exception: number): string {
  const { code } = machine.program;
  if (code[pc] !== UNCAUGHT) return '';
  const how = code[pc + 1] === 0 ? 'uncaught exception' : 'exception out of a noexcept function';
  return `${how} ${exceptionText(machine, exception)}`;
}

/** 'std::runtime_error: "no space"' */
export function exceptionText(machine: Machine, exception: number): string {
  const { program } = machine;
  const type = program.unwinding.thrown[wordAt(machine, exception + EXCEPTION_TYPE) ?? -1] ?? 'an exception';
  const what = wordAt(machine, exception + EXCEPTION_WHAT);
  const said = what === null || what === 0 ? '' : `: ${quoted(machine, what)}`;
  return `${type}${said}`;
}
