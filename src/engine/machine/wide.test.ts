import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from './testing/evaluate';
import { divide, join, multiply, shiftLeft, shiftRight } from './wide';

/** Small, large, and all around the borders of 32 bits. */
const value = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -10n, max: 10n }),
  fc
    .tuple(fc.constantFrom(31n, 32n, 62n, 63n), fc.bigInt({ min: -2n, max: 2n }))
    .map(([bit, near]) => BigInt.asIntN(64, 2n ** bit + near)),
);
const unsigned = (wide: bigint): bigint => BigInt.asUintN(64, wide);
const pair = (wide: bigint): [number, number] => [
  Number(BigInt.asIntN(32, wide)),
  Number(BigInt.asIntN(32, wide >> 32n)),
];
const onStack = (...values: bigint[]): Int32Array => Int32Array.from(values.flatMap(pair));
const result = (words: Int32Array): bigint => join(words[0], words[1], true);

test('a pair of words is the number it was made of', () => {
  fc.assert(
    fc.property(value, (a) => {
      expect(join(...pair(a), true)).toBe(a);
      expect(join(...pair(a), false)).toBe(unsigned(a));
    }),
  );
});

test('multiply is * modulo 2^64', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      const words = onStack(a, b);
      multiply(words, 4);
      expect(result(words)).toBe(BigInt.asIntN(64, a * b));
    }),
  );
});

test('divide truncates and its remainder has the sign of the dividend', () => {
  fc.assert(
    fc.property(
      value,
      value.filter((b) => b !== 0n),
      fc.boolean(),
      fc.boolean(),
      (a, b, signed, remainder) => {
        const words = onStack(a, b);
        divide(words, 4, signed, remainder);
        const [x, y] = signed ? [a, b] : [unsigned(a), unsigned(b)];
        expect(result(words)).toBe(BigInt.asIntN(64, remainder ? x % y : x / y));
      },
    ),
    { numRuns: 500 },
  );
});

test('shifts move whole words too', () => {
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 63 }), (a, count) => {
      const shifted = (shift: (words: Int32Array) => void): bigint => {
        const words = Int32Array.of(...pair(a), count);
        shift(words);
        return result(words);
      };
      expect(shifted((words) => shiftLeft(words, 3))).toBe(BigInt.asIntN(64, a << BigInt(count)));
      expect(shifted((words) => shiftRight(words, 3, true))).toBe(a >> BigInt(count));
      expect(shifted((words) => shiftRight(words, 3, false))).toBe(
        BigInt.asIntN(64, unsigned(a) >> BigInt(count)),
      );
    }),
  );
});

const constant = (wide: bigint): string => `CONST2 ${pair(wide).join(' ')}`;
const flag = (holds: boolean): bigint => (holds ? 1n : 0n);

test.each<[string, (a: bigint, b: bigint) => bigint, number]>([
  ['ADD2', (a, b) => a + b, 2],
  ['SUB2', (a, b) => a - b, 2],
  ['MUL2', (a, b) => a * b, 2],
  ['AND2', (a, b) => a & b, 2],
  ['OR2', (a, b) => a | b, 2],
  ['XOR2', (a, b) => a ^ b, 2],
  ['EQ2', (a, b) => flag(a === b), 1],
  ['NE2', (a, b) => flag(a !== b), 1],
  ['LT2', (a, b) => flag(a < b), 1],
  ['LE2', (a, b) => flag(a <= b), 1],
  ['GT2', (a, b) => flag(a > b), 1],
  ['GE2', (a, b) => flag(a >= b), 1],
  ['ULT2', (a, b) => flag(unsigned(a) < unsigned(b)), 1],
  ['ULE2', (a, b) => flag(unsigned(a) <= unsigned(b)), 1],
  ['UGT2', (a, b) => flag(unsigned(a) > unsigned(b)), 1],
  ['UGE2', (a, b) => flag(unsigned(a) >= unsigned(b)), 1],
])('%s agrees with BigInt', (name, expected, words) => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.tuple(value, value),
        value.map((a): [bigint, bigint] => [a, a]),
      ),
      ([a, b]) => {
        const left = evaluate(`CONST 77 ${constant(a)} ${constant(b)} ${name}`, words + 1);
        const want = expected(a, b);
        expect(left).toEqual(words === 2 ? [77, ...pair(BigInt.asIntN(64, want))] : [77, Number(want)]);
      },
    ),
    { numRuns: 60 },
  );
});

test.each<[string, bigint, bigint]>([
  ['DIV2', -7n, -3n],
  ['MOD2', -7n, -1n],
  ['UDIV2', 7n, 3n],
  ['UMOD2', 7n, 1n],
])('%s by two', (name, a, expected) => {
  expect(evaluate(`${constant(a)} ${constant(2n)} ${name}`, 2)).toEqual(pair(expected));
});

test('conversions and the rest of the unary ones', () => {
  fc.assert(
    fc.property(value, fc.integer(), (a, n) => {
      expect(evaluate(`${constant(a)} NEG2`, 2)).toEqual(pair(BigInt.asIntN(64, -a)));
      expect(evaluate(`${constant(a)} NOT2`, 2)).toEqual(pair(~a));
      expect(evaluate(`${constant(a)} BOOL2`)).toEqual([a === 0n ? 0 : 1]);
      expect(evaluate(`${constant(a)} WRAP`)).toEqual([pair(a)[0]]);
      expect(evaluate(`CONST ${n} SEXT`, 2)).toEqual(pair(BigInt(n)));
      expect(evaluate(`CONST ${n} ZEXT`, 2)).toEqual(pair(BigInt(n >>> 0)));
      expect(evaluate(`${constant(a)} CONST 3 SHL2`, 2)).toEqual(pair(BigInt.asIntN(64, a << 3n)));
    }),
    { numRuns: 40 },
  );
});
