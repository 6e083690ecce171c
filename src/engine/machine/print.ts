/** The PRINT instruction: what of a printf goes to the log. */
import { EV_PRINT } from '../bytecode/event';
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
      const fault = copyText(machine, words[argument], precision, isShown ? end : NOWHERE);
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
  return FAULT_NONE;
}

/**
 * Reads a text to its end, or as many characters as the precision says, as printf does; -1: it says nothing. At `to` stand then a length word and the characters, as many as are shown; length -1 for a
 * null pointer, which the C library prints as (null).
 */
function copyText(machine: Machine, from: number, precision: number, to: number): number {
  const { words } = machine;
  let length = -1;
  if (from >>> 0 >= NULL_PAGE) {
    for (length = 0; precision < 0 || length < precision; length++) {
      const fault = refusal(machine, from + length, 1, READ);
      if (fault !== FAULT_NONE) return fault;
      if (words[from + length] === 0) break;
      if (to !== NOWHERE && length <= LONGEST_TEXT)
        words[to + 1 + length] = length < LONGEST_TEXT ? words[from + length] : ELLIPSIS;
    }
  }
  if (to !== NOWHERE) words[to] = Math.min(length, LONGEST_TEXT + 1);
  return FAULT_NONE;
}
