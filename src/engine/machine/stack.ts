/** The call stack of a thread, as the machine sees it and as a person does: library frames hide behind their caller. */
import { CALL_WORDS } from '../bytecode/decode';
import { recordOf, stackOf, T_FP, T_PC, T_SP } from './layout';
import type { Machine } from './memory';

export interface Frame {
  /** Of the instruction it is at: about to run in the innermost frame, the call in the others. */
  readonly pc: number;
  readonly fp: number;
  /** Index into Program.functions. */
  readonly function: number;
}

/**
 * All frames, innermost first; none once the thread has ended. `pc` stands for the innermost one's where an event of
 * the running step tells better than the thread itself.
 */
export function stackFrames(machine: Machine, thread: number, pc?: number): Frame[] {
  const record = recordOf(thread);
  const { words, tables } = machine;
  const frames: Frame[] = [];
  let at = pc ?? words[record + T_PC];
  let fp = words[record + T_FP];
  while (fp !== 0) {
    const index = tables.functionAt[at];
    frames.push({ pc: at, fp, function: index });
    const header = fp + tables.args[index];
    at = words[header] - CALL_WORDS;
    fp = words[header + 1];
  }
  return frames;
}

/** Where the innermost frame of a thread begins: arguments and locals have offsets from there. */
export const frameOf = ({ words }: Machine, thread: number): number => words[recordOf(thread) + T_FP];

/** The operand of a thread that has so many above it and itself: 1 is the top. */
export const operandOf = ({ words }: Machine, thread: number, depth: number): number =>
  words[words[recordOf(thread) + T_SP] - depth];

/** A number, of 52 bits, for where a thread is, at `pc`, and where it will come back to from there. */
export function hashCalls({ words, tables, layout }: Machine, thread: number, pc: number): number {
  const bottom = stackOf(layout, thread);
  let one = Math.imul(thread + 1, 0x9e3779b1);
  let two = Math.imul(thread + 1, 0x85ebca6b);
  let at = pc;
  for (let fp = words[recordOf(thread) + T_FP]; fp >= bottom; ) {
    one = Math.imul((one << 13) | (one >>> 19), 5) ^ Math.imul(at + 1, 0x5bd1e995);
    two = Math.imul(two ^ (two >>> 15) ^ at, 0x2c1b3c6d);
    const header = fp + tables.args[tables.functionAt[at]];
    at = words[header];
    fp = words[header + 1];
  }
  return (one >>> 0) * 2 ** 20 + ((two ^ (two >>> 12)) & 0xfffff);
}

/** The frames of the user's functions, with the library ones they called left out; all of them where there is none. */
export function userFrames(machine: Machine, thread: number, pc?: number): Frame[] {
  const frames = stackFrames(machine, thread, pc);
  const users = frames.filter((frame) => machine.tables.library[frame.function] === 0);
  return users.length > 0 ? users : frames;
}

/** The user's instruction that the one at `pc` in the frame `fp` runs for: itself, or the call into the library. */
export function userPcAt(machine: Machine, pc: number, fp: number): number {
  const { words, tables } = machine;
  let at = pc;
  let frame = fp;
  while (tables.library[tables.functionAt[at]] !== 0) {
    const header = frame + tables.args[tables.functionAt[at]];
    if (words[header + 1] === 0) return pc;
    at = words[header] - CALL_WORDS;
    frame = words[header + 1];
  }
  return at;
}

/** The same for where a thread stands, or for an instruction it just ran in its innermost frame. */
export function userPc(machine: Machine, thread: number, pc?: number): number {
  const record = recordOf(thread);
  const { words } = machine;
  return userPcAt(machine, pc ?? words[record + T_PC], words[record + T_FP]);
}
