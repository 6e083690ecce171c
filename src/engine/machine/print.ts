/** printf: what goes to the log, and how a text and its arguments become a line. */
import { EV_PRINT } from '../bytecode/event';
import { FAULT_NONE } from '../bytecode/fault';
import { READ, refusal } from './access';
import { LOG_END, NULL_PAGE } from './layout';
import { note } from './log';
import type { Machine } from './memory';
import { join } from './wide';

/** Characters of a %s that are shown, and words of a whole payload: what the log has room for behind its last event. */
const LONGEST_TEXT = 256;
const LONGEST_PAYLOAD = 2048;

/** One conversion of a format: %% has no argument. */
const CONVERSION = /%([-+ #0]*)(\d*)(?:\.\d+)?(hh|h|ll|l|j|z|t)?([diuxXcspb%])/g;

const isWide = (length: string | undefined): boolean => length !== undefined && length[0] !== 'h';

/** Logs texts[text] with the argument words [from, to): FAULT_NONE, or why a %s argument cannot be read. */
export function print(machine: Machine, pc: number, text: number, from: number, to: number): number {
  const { words, program } = machine;
  const head = words[LOG_END];
  note(words, 0, pc, text, 0);
  const start = words[LOG_END];
  let end = start;
  let argument = from;
  for (const [, , , length, conversion] of program.texts[text].matchAll(CONVERSION)) {
    if (conversion === '%' || argument >= to || end - start > LONGEST_PAYLOAD) continue;
    if (conversion === 's') {
      const fault = copyText(machine, words[argument], end);
      if (fault !== FAULT_NONE) {
        words[LOG_END] = head;
        return fault;
      }
      end += 1 + Math.max(words[end], 0);
      argument += 1;
    } else {
      const count = isWide(length) ? 2 : 1;
      for (let i = 0; i < count; i++) words[end++] = words[argument++];
    }
  }
  words[head] = EV_PRINT | ((end - start) << 8);
  words[LOG_END] = end;
  return FAULT_NONE;
}

/** A length word and the characters; length -1 for a null pointer, which the C library prints as (null). */
function copyText(machine: Machine, from: number, to: number): number {
  const { words } = machine;
  words[to] = -1;
  if (from >>> 0 < NULL_PAGE) return FAULT_NONE;
  let length = 0;
  while (length < LONGEST_TEXT) {
    const fault = refusal(machine, from + length, 1, READ);
    if (fault !== FAULT_NONE) return fault;
    const character = words[from + length];
    if (character === 0) break;
    length += 1;
    words[to + length] = character;
  }
  words[to] = length;
  return FAULT_NONE;
}

/** The line of the PRINT event that stands at `at` in the log. */
export function printedText(machine: Machine, at: number): string {
  const { words, program } = machine;
  let next = at + 4;
  return program.texts[words[at + 2]].replace(CONVERSION, (_all, flags, width, length, conversion) => {
    if (conversion === '%') return '%';
    let shown: string;
    if (conversion === 's') {
      const count = words[next++];
      shown = count < 0 ? '(null)' : String.fromCharCode(...words.subarray(next, next + count));
      next += Math.max(count, 0);
    } else {
      const low = words[next++];
      const high = isWide(length) ? words[next++] : conversion === 'd' || conversion === 'i' ? low >> 31 : 0;
      shown = show(conversion, low, high);
    }
    if (flags.includes('-')) return shown.padEnd(Number(width));
    return shown.padStart(Number(width), flags.includes('0') ? '0' : ' ');
  });
}

function show(conversion: string, low: number, high: number): string {
  switch (conversion) {
    case 'd':
    case 'i':
      return String(join(low, high, true));
    case 'x':
      return join(low, high, false).toString(16);
    case 'X':
      return join(low, high, false).toString(16).toUpperCase();
    case 'c':
      return String.fromCharCode(low);
    case 'p':
      return low === 0 ? '(nil)' : `0x${join(low, high, false).toString(16)}`;
    case 'b':
      return low === 0 ? 'false' : 'true';
    default:
      return String(join(low, high, false));
  }
}
