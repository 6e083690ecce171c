/**
 * Exact 64-bit arithmetic on pairs of words, low word first, in place on the operand stack: the operands end at `sp`,
 * the result replaces the first. Comparisons and sums are short enough to stand in the interpreter.
 */

/** a * b, of operands in [sp - 4, sp). */
export function multiply(words: Int32Array, sp: number): void {
  const a = words[sp - 4];
  const b = words[sp - 2];
  const crossed = Math.imul(words[sp - 3], b) + Math.imul(a, words[sp - 1]);
  words[sp - 4] = Math.imul(a, b);
  words[sp - 3] = (highProduct(a, b) + crossed) | 0;
}

/** The upper word of the 64-bit product of two unsigned words, by halves: every sum stays below 2^53. */
function highProduct(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const low = (middle & 0xffff) + a0 * b1;
  return (a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(low / 0x10000)) | 0;
}

/** a / b or a % b; the caller has seen that b is not 0. */
export function divide(words: Int32Array, sp: number, signed: boolean, remainder: boolean): void {
  const low = words[sp - 4];
  const high = words[sp - 3];
  const by = words[sp - 2];
  // Nearly all values are small: 32 bits of either sign, or unsigned below 2^31.
  if (high === low >> 31 && words[sp - 1] === by >> 31 && (signed || (high | words[sp - 1]) === 0)) {
    const result = remainder ? low % by : Math.trunc(low / by);
    words[sp - 4] = result | 0;
    // -2^31 / -1 is 2^31, which fits here though not in 32 bits.
    words[sp - 3] = result < 0 ? -1 : 0;
    return;
  }
  const a = join(low, high, signed);
  const b = join(by, words[sp - 1], signed);
  const result = BigInt.asIntN(64, remainder ? a % b : a / b);
  words[sp - 4] = Number(BigInt.asIntN(32, result));
  words[sp - 3] = Number(BigInt.asIntN(32, result >> 32n));
}

/** The number a pair stands for. */
export function join(low: number, high: number, signed: boolean): bigint {
  const pair = (BigInt(high) << 32n) | BigInt(low >>> 0);
  return signed ? pair : BigInt.asUintN(64, pair);
}

/** a << count, of a pair and a word in [sp - 3, sp). */
export function shiftLeft(words: Int32Array, sp: number): void {
  const count = words[sp - 1] & 63;
  const low = words[sp - 3];
  if (count >= 32) {
    words[sp - 2] = low << (count - 32);
    words[sp - 3] = 0;
  } else if (count > 0) {
    words[sp - 2] = (words[sp - 2] << count) | (low >>> (32 - count));
    words[sp - 3] = low << count;
  }
}

/** a >> count, filled with the sign or with zeros. */
export function shiftRight(words: Int32Array, sp: number, signed: boolean): void {
  const count = words[sp - 1] & 63;
  const high = words[sp - 2];
  const fill = signed ? high >> 31 : 0;
  if (count >= 32) {
    words[sp - 3] = signed ? high >> (count - 32) : high >>> (count - 32);
    words[sp - 2] = fill;
  } else if (count > 0) {
    words[sp - 3] = (words[sp - 3] >>> count) | (high << (32 - count));
    words[sp - 2] = signed ? high >> count : high >>> count;
  }
}
