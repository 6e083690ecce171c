/** The PRINT instruction: what of a printf goes to the log. */
import { EV_PRINT, EV_READ } from '../bytecode/event';
import { FAULT_NONE } from '../bytecode/fault';
import { READ, refusal } from './access';
import { NULL_PAGE } from './layout';
import { logCursor, moveLogCursor, note } from './log';
import type { Machine } from './memory';
import { CONVERSION, ELLIPSIS, FLOAT, isWide } from './printf';

/** Characters of a %s that are shown, and words of a payload from which on no more is: the log has room for so much behind its last event. */
const LONGEST_TEXT = 256;
const LONGEST_PAYLOAD = 2048;
/** In place of a word of the log: what is read is not shown. */
const NOWHERE = 0;
/** Logs texts[text] with the argument words [from, to): FAULT_NONE, or why a %s argument cannot be read. */
export function print(machine: Machine, pc: number, text: number, from: number, to: number): number {
  const { words, program } = machine;
  const head = logCursor();
  note(words, 0, pc, text, 0);
  const start = logCursor();
  let end = start;
  let argument = from;
  /** Addresses and lengths of the texts that it reads. */
  const reads: number[] = [];
  for (const [, , width, point, length, conversion] of program.texts[text].matchAll(CONVERSION)) {
    if (conversion === '%' || argument >= to) continue;
    const isShown = end - start <= LONGEST_PAYLOAD;
    const show = (count: number): void => {
      for (let i = 0; i < count; i++, argument++) if (isShown) words[end++] = words[argument];
    };
    if (width === '*') show(1);
    const precision = point === '*' ? words[argument] : point === undefined ? -1 : Number(point);
    if (point === '*') show(1);
    if (conversion === 's') {
      const address = words[argument];
      const { fault, length } = copyText(machine, address, precision, isShown ? end : NOWHERE);
      // What nobody can write nobody need know of.
      if (address >= machine.layout.variables && length > 0) reads.push(address, length);
      if (fault !== FAULT_NONE) {
        moveLogCursor(head);
        return fault;
      }
      if (isShown) end += 1 + Math.max(words[end], 0);
      argument += 1;
    } else {
      show(isWide(length) || FLOAT.test(conversion) ? 2 : 1);
    }
  }
  words[head] = EV_PRINT | ((end - start) << 8);
  moveLogCursor(end);
  for (let i = 0; i < reads.length; i += 2)
    note(words, EV_READ | (reads[i + 1] << 8), pc, reads[i], words[reads[i]]);
  return FAULT_NONE;
}

/**
 * Reads a text to its end, or as many characters as the precision says, as printf does; -1: it says nothing. `length`: of what was read, with
 * the NUL. At `to` stand then a length word and the characters, as many as are shown; length -1 for a
 * null pointer, which the C library prints as (null).
 */
function copyText(
  machine: Machine,
  from: number,
  precision: number,
  to: number,
): { readonly fault: number; readonly length: number } {
  const { words } = machine;
  let length = -1;
  let read = 0;
  if (from >>> 0 >= NULL_PAGE) {
    for (length = 0; precision < 0 || length < precision; length++) {
      const fault = refusal(machine, from + length, 1, READ);
      if (fault !== FAULT_NONE) return { fault, length: read };
      read = length + 1;
      if (words[from + length] === 0) break;
      if (to !== NOWHERE && length <= LONGEST_TEXT)
        words[to + 1 + length] = length < LONGEST_TEXT ? words[from + length] : ELLIPSIS;
    }
  }
  if (to !== NOWHERE) words[to] = Math.min(length, LONGEST_TEXT + 1);
  return { fault: FAULT_NONE, length: read };
}
