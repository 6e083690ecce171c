/**
 * Floating point on pairs of words, in place on the operand stack: the operands end at `sp`, the result replaces the first.
 * Results are IEEE 754's on every host: JavaScript's numbers are binary64, rounded to nearest. Of a NaN, JavaScript may lose
 * the sign, which printf shows: it is taken from the operands' words as x86-64 does.
 */
import { numberOf, putNumber, singleBits, singleOf } from '../../base/float';
import { FADD, FEQ, FGE, FGT, FLE, FLT, FMUL, FNE, FSUB } from '../bytecode/opcodes';

const NAN_HIGH = 0x7ff80000;

/** a + b and so on, of operands in [sp - 4, sp). */
export function calculate(words: Int32Array, sp: number, opcode: number): void {
  const a = numberOf(words[sp - 4], words[sp - 3]);
  const b = numberOf(words[sp - 2], words[sp - 1]);
  const result = opcode === FADD ? a + b : opcode === FSUB ? a - b : opcode === FMUL ? a * b : a / b;
  putResult(words, sp - 4, result, a, b, sp - 2);
}

/** The result at `at`, in place of the first operand. A NaN is the first operand's, else the second's (at `other`), else a new one. */
export function putResult(
  words: Int32Array,
  at: number,
  result: number,
  a: number,
  b: number,
  other: number,
): void {
  if (!Number.isNaN(result) || !(Number.isNaN(a) || Number.isNaN(b))) putNumber(words, at, result);
  else putNan(words, at, Number.isNaN(a) ? words[at + 1] : words[other + 1]);
}
/** The one NaN of a sign. */
function putNan(words: Int32Array, at: number, sign: number): void {
  words[at] = 0;
  words[at + 1] = NAN_HIGH | (sign & 0x80000000);
}

export function compare(words: Int32Array, sp: number, opcode: number): number {
  const a = numberOf(words[sp - 4], words[sp - 3]);
  const b = numberOf(words[sp - 2], words[sp - 1]);
  switch (opcode) {
    case FEQ:
      return a === b ? 1 : 0;
    case FNE:
      return a !== b ? 1 : 0;
    case FLT:
      return a < b ? 1 : 0;
    case FLE:
      return a <= b ? 1 : 0;
    case FGT:
      return a > b ? 1 : 0;
    case FGE:
      return a >= b ? 1 : 0;
  }
  return 0;
}

/** The float in words[sp - 1] as a double in [sp - 1, sp + 1). */
export function widen(words: Int32Array, sp: number): void {
  const bits = words[sp - 1];
  const value = singleOf(bits);
  if (Number.isNaN(value)) putNan(words, sp - 1, bits);
  else putNumber(words, sp - 1, value);
}
export function roundToSingle(words: Int32Array, sp: number): void {
  const high = words[sp - 1];
  const value = numberOf(words[sp - 2], high);
  words[sp - 2] = Number.isNaN(value) ? 0x7fc00000 | (high & 0x80000000) : singleBits(value);
}

/** Where it must still be rounded to a float, what lies below a double's last bit is kept in that bit, so that rounding twice is rounding once. */
export function fromInteger(words: Int32Array, sp: number, bits: number, signed: boolean): void {
  let low = words[sp - 2] >>> 0;
  const high = signed ? words[sp - 1] : words[sp - 1] >>> 0;
  if (bits === 32 && (high >= 1 << 21 || high < -(1 << 21)))
    low = ((low & ~0x7ff) | ((low & 0x7ff) === 0 ? 0 : 0x800)) >>> 0;
  // Both parts are exact, and the sum is rounded once.
  putNumber(words, sp - 2, high * 0x100000000 + low);
}
export function toInteger(words: Int32Array, sp: number, signed: boolean): void {
  const value = Math.trunc(numberOf(words[sp - 2], words[sp - 1]));
  const most = signed ? 2 ** 63 : 2 ** 64;
  if (value < most && value >= -(2 ** 63)) {
    const high = Math.floor(value / 0x100000000);
    words[sp - 2] = (value - high * 0x100000000) | 0;
    words[sp - 1] = high | 0;
  } else {
    words[sp - 2] = 0;
    words[sp - 1] = 0x80000000;
  }
}
