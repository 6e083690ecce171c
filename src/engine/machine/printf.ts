/** How a value becomes characters by a conversion of printf. */
import { numberOf } from '../../base/float';
import { decimal, shortest } from './decimal';
import { join } from './wide';

/** Stands for all that is not shown. */
export const ELLIPSIS = '…'.charCodeAt(0);

/** One conversion of a format: %% has no argument. */
export const CONVERSION = /%([-+ #0]*)(\*|\d*)(?:\.(\*|\d*))?(hh|h|ll|l|j|z|t)?([dioucxXspbfFeEgG%])/g;
export const FLOAT = /[feg]/i;

export const isWide = (length: string | undefined): boolean => length !== undefined && length[0] !== 'h';

/** What a conversion asks for; precision null: it says nothing of it. */
interface Conversion {
  readonly letter: string;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | null;
}

/** The word of a pointer; of a number that a program keeps in one ([address.ts]) the number. */
const pointed = (low: number, high: number): string =>
  (low < 0 && high === 0 ? join((low << 1) >> 1, (low << 1) >> 31, false) : join(low, high, false)).toString(
    16,
  );

export function integer(low: number, high: number, { letter, flags, width, precision }: Conversion): string {
  if (letter === 'c') return pad('', String.fromCharCode(low & 0xff), flags.replace('0', ''), width);
  if (letter === 'b') return low === 0 ? 'false' : 'true';
  if (letter === 'p') return pad('', low === 0 ? '(nil)' : `0x${pointed(low, high)}`, flags, width);
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

export function float(low: number, high: number, { letter, flags, width, precision }: Conversion): string {
  const value = numberOf(low, high);
  const digits = decimal(value, letter, precision ?? 6, flags.includes('#'));
  const filled = Number.isFinite(value) ? flags : flags.replaceAll('0', '');
  return pad(signOf(high < 0, flags), digits, filled, width);
}

const signOf = (negative: boolean, flags: string): string =>
  negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';

/** To the width: blanks before or after all, or zeros between sign and digits. */
export function pad(sign: string, digits: string, flags: string, width: number): string {
  if (flags.includes('-')) return (sign + digits).padEnd(width);
  if (flags.includes('0')) return sign + digits.padStart(width - sign.length, '0');
  return (sign + digits).padStart(width);
}

function digitsOf(letter: string, low: number, high: number, precision: number): string {
  if (letter !== 'r' && letter !== 'R')
    return float(low, high, { letter, flags: '', width: 0, precision: precision < 0 ? null : precision });
  return (high < 0 ? '-' : '') + shortest(numberOf(low, high), letter === 'R');
}
/**
 * Character `i` of the double, as printf shows it by the conversion of that letter's code; by r and R the fewest digits that are read as the
 * same double or float. 0 behind its end.
 */
export function digitOf(letter: number, low: number, high: number, precision: number, i: number): number {
  const text = digitsOf(String.fromCharCode(letter), low, high, precision);
  return i >= 0 && i < text.length ? text.charCodeAt(i) : 0;
}
