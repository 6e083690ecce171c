/**
 * Leaving calls by an exception: two phases, as the Itanium C++ ABI has them. First somebody who takes the exception is looked for, on the
 * stack as it is; where there is nobody, nothing is cleaned up, and what stopped the program can still be seen. Then frames are
 * left one by one, with a stay at each cleanup. Both walk the tables of `Program.unwinding`; nothing is kept between two stays but the
 * exception itself, which the cleanup has on its operand stack.
 */
import { CALL_WORDS } from '../bytecode/decode';
import { EV_STORAGE_DEAD } from '../bytecode/event';
import { EXCEPTION_TYPE, EXCEPTION_WORDS, type Handler } from '../bytecode/program';
import { NOTHING } from './layout';
import { note } from './log';
import type { Machine } from './memory';

/** Where a thread goes on: in which frame, and how many words are on its operand stack. */
export interface Landing {
  pc: number;
  fp: number;
  sp: number;
  /** Words of that frame's function from fp on, operands included. */
  top: number;
}

/** Whether the exception would be taken: by a catch, or by the end of a noexcept function. */
export function isTaken(machine: Machine, pc: number, fp: number, exception: number): boolean {
  const { words, tables } = machine;
  let at = pc;
  let frame = fp;
  while (frame !== 0) {
    if (takerAt(machine, at, exception) !== null) return true;
    const header = frame + tables.args[tables.functionAt[at]];
    at = words[header] - CALL_WORDS;
    frame = words[header + 1];
  }
  return false;
}

/** Leaves frames up to the next handler. `top` is the end of what may not be zero. Somebody takes the exception: isTaken said so. */
export function unwind(
  machine: Machine,
  pc: number,
  fp: number,
  top: number,
  exception: number,
  landing: Landing,
): void {
  const { words, tables, layout } = machine;
  let at = pc;
  let frame = fp;
  // The frames that are left, from the outermost to the end of the innermost.
  let left = fp;
  const lastEnd = fp + tables.frames[tables.functionAt[pc]];
  for (;;) {
    const index = tables.functionAt[at];
    const frameEnd = frame + tables.frames[index];
    const taker = takerAt(machine, at, exception);
    // A noexcept function that it would leave ends the program at once: its own variables are not destroyed.
    let h = taker?.kind === 'noexcept' ? taker : handlerAt(machine, at);
    for (; h !== null; h = outerOf(machine, h)) {
      const part = h.kind === 'catch' ? partCaught(machine, h, exception) : 0;
      if (part < 0) continue;
      words.fill(0, frameEnd, top);
      words[frameEnd] = exception;
      if (h.kind === 'catch') words[frameEnd + 1] = exception + EXCEPTION_WORDS + part;
      landing.pc = h.pad;
      landing.fp = frame;
      landing.sp = frameEnd + (h.kind === 'catch' ? 2 : 1);
      landing.top = frame + tables.extents[index];
      if (frame !== fp) note(words, EV_STORAGE_DEAD | ((lastEnd - left) << 8), h.pad, left, 0);
      return;
    }
    const header = frame + tables.args[index];
    at = words[header] - CALL_WORDS;
    const caller = words[header + 1];
    words.fill(0, frame, top);
    words.fill(NOTHING, frame + layout.shadow, frameEnd + layout.shadow);
    left = frame;
    frame = caller;
  }
}

/** Who takes the exception of those around a call: a catch that fits, or the end of a noexcept function. */
function takerAt(machine: Machine, pc: number, exception: number): Handler | null {
  for (let h = handlerAt(machine, pc); h !== null; h = outerOf(machine, h)) {
    if (h.kind === 'noexcept' || (h.kind === 'catch' && partCaught(machine, h, exception) >= 0)) return h;
  }
  return null;
}
function handlerAt({ tables, program }: Machine, pc: number): Handler | null {
  const index = tables.handlerAt[pc];
  return index === undefined || index < 0 ? null : program.unwinding.handlers[index];
}
const outerOf = ({ program }: Machine, { outer }: Handler): Handler | null =>
  outer < 0 ? null : program.unwinding.handlers[outer];

/** Words from the object to what the handler catches of it; -1 if it does not. */
function partCaught({ words, program }: Machine, { caught }: Handler, exception: number): number {
  if (caught < 0) return 0;
  const { conversions, caughtTypes } = program.unwinding;
  return conversions[words[exception + EXCEPTION_TYPE] * caughtTypes + caught] ?? -1;
}
