/** printf: what goes to the log, and how a text and its arguments become a line. */
import { numberOf } from '../../base/float';
import { EV_PRINT, EVENT_WORDS, eventWords } from '../bytecode/event';
import { FAULT_NONE } from '../bytecode/fault';
import { READ, refusal } from './access';
import { decimal } from './decimal';
import { LOG_END, NULL_PAGE } from './layout';
import { note } from './log';
import type { Machine } from './memory';
import { join } from './wide';

/** Characters of a %s that are shown, and words of a payload from which on no more is: the log has room for so much behind its last event. */
const LONGEST_TEXT = 256;
const LONGEST_PAYLOAD = 2048;
/** In place of a word of the log: what is read is not shown. */
const NOWHERE = 0;
/** Stands for all that is not shown. */
const ELLIPSIS = '…'.charCodeAt(0);

/** One conversion of a format: %% has no argument. */
const CONVERSION = /%([-+ #0]*)(\*|\d*)(?:\.(\*|\d*))?(hh|h|ll|l|j|z|t)?([dioucxXspbfFeEgG%])/g;
const FLOAT = /[feg]/i;

const isWide = (length: string | undefined): boolean => length !== undefined && length[0] !== 'h';

/** Logs texts[text] with the argument words [from, to): FAULT_NONE, or why a %s argument cannot be read. */
export function print(machine: Machine, pc: number, text: number, from: number, to: number): number {
  const { words, program } = machine;
  const head = words[LOG_END];
  note(words, 0, pc, text, 0);
  const start = words[LOG_END];
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
        words[LOG_END] = head;
        return fault;
      }
      if (isShown) end += 1 + Math.max(words[end], 0);
      argument += 1;
    } else {
      show(isWide(length) || FLOAT.test(conversion) ? 2 : 1);
    }
  }
  words[head] = EV_PRINT | ((end - start) << 8);
  words[LOG_END] = end;
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

/** The line of the PRINT event that stands at `at` in the log. */
export function printedText(machine: Machine, at: number): string {
  const { words, program } = machine;
  let next = at + EVENT_WORDS;
  const end = next + eventWords(words[at]);
  const text = program.texts[words[at + 2]];
  return text.replace(CONVERSION, (_all, flags, width, point, length, letter) => {
    if (letter === '%') return '%';
    if (next >= end) return String.fromCharCode(ELLIPSIS);
    let wide = width === '*' ? words[next++] : Number(width);
    const leftmost = wide < 0 ? `${flags}-` : flags;
    wide = Math.abs(wide);
    const given = point === undefined ? -1 : point === '*' ? words[next++] : Number(point);
    const precision = given < 0 ? null : given;
    if (letter === 's') {
      const count = words[next++];
      const shown = count < 0 ? '(null)' : String.fromCharCode(...words.subarray(next, next + count));
      next += Math.max(count, 0);
      return pad('', shown.slice(0, precision ?? shown.length), leftmost.replace('0', ''), wide);
    }
    const low = words[next++];
    const isPair = isWide(length) || FLOAT.test(letter);
    const high = isPair ? words[next++] : /[di]/.test(letter) ? low >> 31 : 0;
    if (FLOAT.test(letter)) return float(letter, low, high, leftmost, wide, precision);
    return integer(letter, low, high, leftmost, wide, precision);
  });
}

function integer(
  letter: string,
  low: number,
  high: number,
  flags: string,
  width: number,
  precision: number | null,
): string {
  if (letter === 'c') return pad('', String.fromCharCode(low & 0xff), flags.replace('0', ''), width);
  if (letter === 'b') return low === 0 ? 'false' : 'true';
  if (letter === 'p')
    return pad('', low === 0 ? '(nil)' : `0x${join(low, high, false).toString(16)}`, flags, width);
  const signed = /[di]/.test(letter);
  const value = join(low, high, signed);
  const radix = /[xX]/.test(letter) ? 16 : letter === 'o' ? 8 : 10;
  let digits = (value < 0n ? -value : value).toString(radix);
  if (precision === 0 && value === 0n) digits = '';
  digits = digits.padStart(precision ?? 0, '0');
  let sign = signed ? signOf(value < 0n, flags) : '';
  if (flags.includes('#') && radix === 16 && value !== 0n) sign = '0x';
  if (flags.includes('#') && radix === 8 && !digits.startsWith('0')) sign = '0';
  const shown = pad(sign, digits, precision === null ? flags : flags.replaceAll('0', ''), width);
  return letter === 'X' ? shown.toUpperCase() : shown;
}
function float(
  letter: string,
  low: number,
  high: number,
  flags: string,
  width: number,
  precision: number | null,
): string {
  const value = numberOf(low, high);
  const digits = decimal(value, letter, precision ?? 6, flags.includes('#'));
  const filled = Number.isFinite(value) ? flags : flags.replaceAll('0', '');
  return pad(signOf(high < 0, flags), digits, filled, width);
}
const signOf = (negative: boolean, flags: string): string =>
  negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
/** To the width: blanks before or after all, or zeros between sign and digits. */
function pad(sign: string, digits: string, flags: string, width: number): string {
  if (flags.includes('-')) return (sign + digits).padEnd(width);
  if (flags.includes('0')) return sign + digits.padStart(width - sign.length, '0');
  return (sign + digits).padStart(width);
}

/** Character `i` of the double, as printf shows it by the conversion of that letter's code; 0 behind its end. */
export function digitOf(letter: number, low: number, high: number, precision: number, i: number): number {
  const text = float(String.fromCharCode(letter), low, high, '', 0, precision < 0 ? null : precision);
  return i >= 0 && i < text.length ? text.charCodeAt(i) : 0;
}
