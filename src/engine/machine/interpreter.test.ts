import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { opcodes } from '../bytecode/opcodes';
import { evaluate, faultIn } from './testing/evaluate';

describe('constants and the operand stack', () => {
  test.each<[string, number[]]>([
    ['CONST -5', [-5]],
    ['CONST2 1 2', [1, 2]],
    ['CONST 1 CONST 2 CONST 3 DROP 2', [1]],
    ['CONST 1 CONST 2 DUP 2', [1, 2, 1, 2]],
  ])('%s leaves %j', (body, left) => {
    expect(evaluate(body, left.length)).toEqual(left);
  });

  test('GLOBAL gives addresses one word apart', () => {
    expect(evaluate('GLOBAL 3 GLOBAL 2 SUB')).toEqual([1]);
  });
});

describe('frame variables', () => {
  test.each<[string, number[]]>([
    ['STORAGE_LIVE l0 1 CONST 7 SET l0 GET l0 GET l0 ADD', [14]],
    ['STORAGE_LIVE l0 2 CONST2 1 2 SET2 l0 GET l1 GET l0', [2, 1]],
    ['STORAGE_LIVE l0 2 CONST2 1 2 SET2 l0 GET2 l0', [1, 2]],
    ['STORAGE_LIVE l0 1 CONST 7 SET l0 FRAME l0 LOAD', [7]],
    ['STORAGE_LIVE l0 1 FRAME l0 CONST 8 STORE GET l0', [8]],
  ])('%s leaves %j', (body, left) => {
    expect(evaluate(body, left.length)).toEqual(left);
  });

  test('a variable cannot be read before it has a value', () => {
    expect(faultIn('STORAGE_LIVE l0 1 GET l0')).toBe('uninitialized-read');
    expect(faultIn('STORAGE_LIVE l0 2 CONST 1 SET l0 GET2 l0')).toBe('uninitialized-read');
    expect(faultIn('STORAGE_LIVE l0 1 FRAME l0 LOAD')).toBe('uninitialized-read');
  });

  test('a variable that is closed is no more, and a new one there is raw', () => {
    expect(faultIn('STORAGE_LIVE l0 1 CONST 7 SET l0 STORAGE_DEAD l0 1 FRAME l0 LOAD')).toBe(
      'stack-use-after-scope',
    );
    expect(faultIn('STORAGE_LIVE l0 1 CONST 7 SET l0 STORAGE_DEAD l0 1 FRAME l0 CONST 1 STORE')).toBe(
      'stack-use-after-scope',
    );
    expect(faultIn('STORAGE_LIVE l0 1 CONST 7 SET l0 STORAGE_DEAD l0 1 STORAGE_LIVE l0 1 GET l0')).toBe(
      'uninitialized-read',
    );
  });
});

describe('memory by address', () => {
  test.each<[string, number[]]>([
    ['GLOBAL 2 CONST 5 STORE GLOBAL 2 LOAD', [5]],
    ['GLOBAL 2 CONST2 5 6 STORE2 GLOBAL 2 LOAD2', [5, 6]],
    ['GLOBAL 2 CONST2 5 6 STORE2 GLOBAL 4 GLOBAL 2 COPY 2 GLOBAL 4 LOAD2', [5, 6]],
    ['GLOBAL 2 CONST2 5 6 STORE2 GLOBAL 3 GLOBAL 2 COPY 2 GLOBAL 3 LOAD2', [5, 6]],
    ['GLOBAL 2 FIELD 2 GLOBAL 4 EQ', [1]],
    ['GLOBAL 2 NONNULL GLOBAL 2 EQ', [1]],
    ['GLOBAL 2 CONST 2 INDEX 2 3 GLOBAL 6 EQ', [1]],
    ['GLOBAL 6 CONST -2 OFFSET 2 GLOBAL 2 EQ', [1]],
    ['GLOBAL 6 GLOBAL 2 DISTANCE 2', [2, 0]],
    ['GLOBAL 2 GLOBAL 6 DISTANCE 2', [-2, -1]],
    ['CONST 9 CONST 2 CONST 3 BOUNDS', [9]],
    ['GLOBAL 0 LOAD', [72]],
    ['GLOBAL 2 LOAD', [0]],
  ])('%s leaves %j', (body, left) => {
    expect(evaluate(body, left.length)).toEqual(left);
  });

  test.each<[string, string]>([
    ['CONST 0 LOAD', 'null-dereference'],
    ['CONST 5 LOAD', 'null-dereference'],
    ['CONST 0 CONST 1 STORE', 'null-dereference'],
    ['CONST 3 LOAD2', 'null-dereference'],
    ['GLOBAL 2 CONST 0 COPY 1', 'null-dereference'],
    ['CONST 0 FIELD 2', 'null-dereference'],
    ['CONST 0 NONNULL', 'null-dereference'],
    ['CONST 70 LOAD', 'out-of-bounds'],
    ['CONST -1 LOAD', 'out-of-bounds'],
    ['CONST 99999999 CONST 1 STORE', 'out-of-bounds'],
    ['GLOBAL 8 LOAD', 'out-of-bounds'],
    ['GLOBAL 7 LOAD2', 'out-of-bounds'],
    ['GLOBAL 0 CONST 1 STORE', 'out-of-bounds'],
    ['GLOBAL 1 CONST2 1 2 STORE2', 'out-of-bounds'],
    ['GLOBAL 0 CONST 1 ASTORE 1', 'out-of-bounds'],
    ['GLOBAL 2 CONST 3 INDEX 2 3', 'out-of-bounds'],
    ['GLOBAL 2 CONST -1 INDEX 2 3', 'out-of-bounds'],
    ['CONST 3 CONST 3 BOUNDS', 'out-of-bounds'],
    ['CONST -1 CONST 3 BOUNDS', 'out-of-bounds'],
    ['GLOBAL 2 FRAME l0 COPY 1', 'stack-use-after-scope'],
    ['STORAGE_LIVE l0 1 GLOBAL 2 FRAME l0 COPY 1 GLOBAL 2 LOAD', 'uninitialized-read'],
  ])('%s is a %s', (body, kind) => {
    expect(faultIn(body)).toBe(kind);
  });

  test('copying what is not initialised is no fault, as a struct with padding is copied', () => {
    expect(faultIn('STORAGE_LIVE l0 2 CONST 1 SET l0 GLOBAL 2 FRAME l0 COPY 2 GLOBAL 2 LOAD')).toBe('none');
  });
});

describe('32-bit arithmetic', () => {
  const most = 2147483647;
  const least = -2147483648;
  test.each<[string, number]>([
    [`CONST ${most} CONST 1 ADD`, least],
    [`CONST ${least} CONST 1 SUB`, most],
    ['CONST 65537 CONST 65537 MUL', 131073],
    ['CONST -7 CONST 2 DIV', -3],
    ['CONST -7 CONST 2 MOD', -1],
    [`CONST ${least} CONST -1 DIV`, least],
    [`CONST ${least} CONST -1 MOD`, 0],
    ['CONST -1 CONST 2 UDIV', most],
    ['CONST -1 CONST 10 UMOD', 5],
    ['CONST 12 CONST 10 AND', 8],
    ['CONST 12 CONST 10 OR', 14],
    ['CONST 12 CONST 10 XOR', 6],
    ['CONST 3 CONST 4 SHL', 48],
    ['CONST -16 CONST 2 SHR', -4],
    ['CONST -16 CONST 28 USHR', 15],
    [`CONST ${least} NEG`, least],
    ['CONST 5 NOT', -6],
    ['CONST 5 LNOT', 0],
    ['CONST 0 LNOT', 1],
    ['CONST 5 BOOL', 1],
    ['CONST 255 NARROW 8 1', -1],
    ['CONST 511 NARROW 8 0', 255],
    ['CONST 40000 NARROW 16 1', -25536],
    ['CONST 1 CONST 1 EQ', 1],
    ['CONST 1 CONST 1 NE', 0],
    ['CONST -1 CONST 1 LT', 1],
    ['CONST 1 CONST 1 LE', 1],
    ['CONST -1 CONST 1 GT', 0],
    ['CONST 1 CONST 1 GE', 1],
    ['CONST -1 CONST 1 ULT', 0],
    ['CONST 1 CONST -1 ULE', 1],
    ['CONST -1 CONST 1 UGT', 1],
    ['CONST 1 CONST -1 UGE', 0],
  ])('%s is %d', (body, left) => {
    expect(evaluate(body)).toEqual([left]);
  });

  test.each(['DIV', 'MOD', 'UDIV', 'UMOD'])('%s by zero is a finding', (name) => {
    expect(faultIn(`CONST 1 CONST 0 ${name}`)).toBe('division-by-zero');
  });
});

describe('control', () => {
  test.each<[string, number[]]>([
    ['CONST 1 JUMP over CONST 2 over: CONST 3', [1, 3]],
    ['CONST 0 JZ over CONST 2 over: CONST 3', [3]],
    ['CONST 5 CONST 1 JZ over CONST 2 over: CONST 3', [5, 2, 3]],
    ['CONST 5 CONST 1 JNZ over CONST 2 over: CONST 3', [5, 3]],
    [
      'STORAGE_LIVE l0 1 CONST 0 SET l0 again: GET l0 CONST 1 ADD SET l0 GET l0 CONST 10 NE JNZ again GET l0',
      [10],
    ],
  ])('%s leaves %j', (body, left) => {
    expect(evaluate(body, left.length)).toEqual(left);
  });

  const functions = `
    fn minus args 2 results 1 locals 1
      GET a0 GET a1 SUB RET 1
    fn both args 2 results 2
      GET a1 GET a0 RET 2
    fn nothing
      RET 0
    fn sum args 1 results 1
      GET a0 JZ zero
      GET a0 GET a0 CONST 1 SUB CALL sum ADD RET 1
      zero: CONST 0 RET 1
    fn leak results 1 locals 1
      STORAGE_LIVE l0 1 CONST 7 SET l0 FRAME l0 RET 1
    fn local locals 3
      STORAGE_LIVE l2 1 GET l2 RET 0
    fn forever
      CALL forever RET 0
  `;

  test('calls take their arguments and leave their results', () => {
    expect(evaluate('CONST 1 CONST 7 CONST 3 CALL minus', 2, functions)).toEqual([1, 4]);
    expect(evaluate('CONST 1 CONST 7 CONST 3 CALL both', 3, functions)).toEqual([1, 3, 7]);
    expect(evaluate('CONST 1 CALL nothing', 1, functions)).toEqual([1]);
    expect(evaluate('CONST 100 CALL sum', 1, functions)).toEqual([5050]);
  });

  test('a function can be called by its value', () => {
    expect(evaluate('CONST 7 CONST 3 CONST &minus CALLPTR 2', 1, functions)).toEqual([4]);
    expect(faultIn('CONST 7 CONST 3 CONST 0 CALLPTR 2', functions)).toBe('null-dereference');
    expect(faultIn('CONST 7 CONST &minus CALLPTR 1', functions)).toBe('out-of-bounds');
  });

  test("a frame's words die with it", () => {
    expect(faultIn('CALL leak LOAD', functions)).toBe('stack-use-after-scope');
  });

  test('no value of the caller shows through in a local of the callee', () => {
    expect(faultIn('CONST 1 CONST 2 CONST 3 CONST 4 CONST 5 DROP 5 CALL local', functions)).toBe(
      'uninitialized-read',
    );
  });

  test('endless recursion and endless loops are limits', () => {
    expect(faultIn('CALL forever', functions)).toBe('limit');
    expect(faultIn('again: JUMP again')).toBe('limit');
    expect(faultIn('again: GLOBAL 2 GLOBAL 2 LOAD CONST 1 ADD STORE JUMP again')).toBe('limit');
  });

  test('a thread that is alone and comes back to where it was goes round for ever', () => {
    expect(faultIn('again: GLOBAL 2 LOAD DROP 1 JUMP again')).toBe('livelock');
  });

  test('TRAP stops with its kind', () => {
    expect(faultIn('TRAP 9 0')).toBe('none');
    expect(faultIn('CONST 0 NONNULL TRAP 9 0')).toBe('null-dereference');
  });
});

describe('atomics', () => {
  test.each<[string, number[]]>([
    ['GLOBAL 2 CONST 5 ASTORE 1 GLOBAL 2 ALOAD 1', [5]],
    ['GLOBAL 2 CONST2 5 6 ASTORE 2 GLOBAL 2 ALOAD 2', [5, 6]],
    ['GLOBAL 2 CONST 5 ARMW 1 0 GLOBAL 2 LOAD', [0, 5]],
    ['GLOBAL 2 CONST 5 ARMW 1 1 GLOBAL 2 CONST 3 ARMW 1 2 GLOBAL 2 LOAD', [0, 5, 2]],
    ['GLOBAL 2 CONST2 -1 0 ASTORE 2 GLOBAL 2 CONST2 1 0 ARMW 2 1 GLOBAL 2 LOAD2', [-1, 0, 0, 1]],
    ['GLOBAL 2 CONST2 0 1 ASTORE 2 GLOBAL 2 CONST2 1 0 ARMW 2 2 GLOBAL 2 LOAD2', [0, 1, -1, 0]],
    ['GLOBAL 2 CONST 12 ASTORE 1 GLOBAL 2 CONST 10 ARMW 1 3 GLOBAL 2 LOAD', [12, 8]],
    ['GLOBAL 2 CONST 12 ASTORE 1 GLOBAL 2 CONST 10 ARMW 1 4 GLOBAL 2 LOAD', [12, 14]],
    ['GLOBAL 2 CONST 12 ASTORE 1 GLOBAL 2 CONST 10 ARMW 1 5 GLOBAL 2 LOAD', [12, 6]],
    ['GLOBAL 2 GLOBAL 4 CONST 9 ACAS 1 GLOBAL 2 LOAD', [1, 9]],
    ['GLOBAL 2 CONST 3 ASTORE 1 GLOBAL 2 GLOBAL 4 CONST 9 ACAS 1 GLOBAL 2 LOAD GLOBAL 4 LOAD', [0, 3, 3]],
    ['GLOBAL 2 GLOBAL 4 CONST2 9 8 ACAS 2 GLOBAL 2 LOAD2', [1, 9, 8]],
  ])('%s leaves %j', (body, left) => {
    expect(evaluate(body, left.length)).toEqual(left);
  });

  test('an atomic without a value cannot be loaded', () => {
    expect(faultIn('STORAGE_LIVE l0 1 FRAME l0 ALOAD 1')).toBe('uninitialized-read');
    expect(faultIn('CONST 0 AENTER 0')).toBe('null-dereference');
  });
});

describe('owner counts', () => {
  test.each<[string, number[]]>([
    ['GLOBAL 2 COUNT_ADD GLOBAL 2 COUNT_ADD GLOBAL 2 COUNT_DROP GLOBAL 2 COUNT_DROP', [1, 0]],
    ['GLOBAL 2 COUNT_TRY_ADD', [0]],
    ['GLOBAL 2 COUNT_ADD GLOBAL 2 COUNT_TRY_ADD GLOBAL 2 COUNT_READ', [1, 2]],
  ])('%s leaves %j', (body, left) => {
    expect(evaluate(body, left.length)).toEqual(left);
  });
});

test('there is one case per opcode, in the order of the table, under its name', () => {
  const source = readFileSync(new URL('./interpreter.ts', import.meta.url), 'utf8');
  const labels = [...source.matchAll(/case (\d+) \/\* (\w+) \*\/:/g)].map(([, number, name]) => [
    Number(number),
    name,
  ]);
  expect(labels).toEqual(opcodes.map(({ name }, number) => [number, name]));
});
