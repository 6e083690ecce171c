/**
 * The functions of <cmath>. Roots, remainders and roundings are exact; the others are JavaScript's, whose last bit may differ
 * from the C library's.
 */
import { numberOf } from '../../base/float';
import { MATH, MATH2 } from '../bytecode/math';
import { putResult } from './float';

const ONE: Record<(typeof MATH)[number], (x: number) => number> = {
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  exp: Math.exp,
  exp2: (x) => 2 ** x,
  expm1: Math.expm1,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  // Halves away from zero.
  round: (x) => {
    const whole = Math.trunc(x);
    return Math.abs(x - whole) < 0.5 ? whole : whole + Math.sign(x);
  },
  // Halves to even.
  rint: (x) => {
    const below = Math.floor(x);
    const part = x - below;
    if (part === 0) return x;
    const up = part > 0.5 || (part === 0.5 && below % 2 !== 0);
    const whole = up ? below + 1 : below;
    return whole === 0 && x < 0 ? -0 : whole;
  },
};
const TWO: Record<(typeof MATH2)[number], (x: number, y: number) => number> = {
  // In C, 1 to any power and (±1) to an infinite one are 1.
  pow: (x, y) => (x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY) ? 1 : x ** y),
  fmod: (x, y) => x % y,
  atan2: Math.atan2,
  hypot: Math.hypot,
};
const FUNCTIONS = MATH.map((name) => ONE[name]);
const FUNCTIONS2 = MATH2.map((name) => TWO[name]);

/** Of the operand in [sp - 2, sp). */
export function applyFunction(words: Int32Array, sp: number, index: number): void {
  const x = numberOf(words[sp - 2], words[sp - 1]);
  putResult(words, sp - 2, FUNCTIONS[index](x), x, x, sp - 2);
}
/** Of the operands in [sp - 4, sp). */
export function applyFunction2(words: Int32Array, sp: number, index: number): void {
  const x = numberOf(words[sp - 4], words[sp - 3]);
  const y = numberOf(words[sp - 2], words[sp - 1]);
  putResult(words, sp - 4, FUNCTIONS2[index](x, y), x, y, sp - 2);
}
