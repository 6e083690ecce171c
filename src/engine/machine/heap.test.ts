import { describe, expect, test } from 'vitest';
import { blocks, createMachine } from '.';
import { asm, runMain } from './testing/asm';
import { evaluate, faultIn } from './testing/evaluate';

describe('blocks', () => {
  test.each<[string, number[]]>([
    ['NEW 0 DUP 1 CONST 5 STORE LOAD', [5]],
    ['NEW 1 DUP 1 CONST2 5 6 STORE2 LOAD2', [5, 6]],
    ['CONST 3 NEWN 0 DUP 1 CONST 2 INDEX 1 3 CONST 9 STORE CONST 2 OFFSET 1 LOAD', [9]],
    ['CONST 0 NEWN 0 FREE CONST 0 FREE CONST 1', [1]],
    ['NEW 0 NEW 0 NE', [1]],
  ])('%s leaves %j', (body, left) => {
    expect(evaluate(body, left.length)).toEqual(left);
  });

  test.each<[string, string]>([
    ['NEW 0 LOAD', 'uninitialized-read'],
    ['NEW 0 CONST 1 OFFSET 1 LOAD', 'out-of-bounds'],
    ['NEW 0 CONST -1 OFFSET 1 LOAD', 'out-of-bounds'],
    ['NEW 0 CONST -1 OFFSET 1 CONST 1 STORE', 'out-of-bounds'],
    ['NEW 0 DUP 1 CONST 5 STORE DUP 1 FREE LOAD', 'use-after-free'],
    ['NEW 0 DUP 1 FREE CONST 5 STORE', 'use-after-free'],
    ['NEW 0 DUP 1 FREE FREE', 'double-free'],
    ['NEW 1 CONST 1 OFFSET 1 FREE', 'double-free'],
    ['GLOBAL 2 FREE', 'double-free'],
    ['FRAME l0 FREE', 'double-free'],
    ['CONST 12 FREE', 'double-free'],
    ['NEW 0 FREE NEW 0 LOAD', 'uninitialized-read'],
    ['CONST -1 NEWN 0', 'limit'],
    ['CONST 999999 NEWN 0', 'limit'],
    ['CONST 2147483647 NEWN 1', 'limit'],
  ])('%s is a %s', (body, kind) => {
    expect(faultIn(body)).toBe(kind);
  });
});

describe('lives within storage that stays', () => {
  test('a dead object cannot be used, and the next one in its place is raw', () => {
    expect(faultIn('NEW 0 DUP 1 CONST 5 STORE DUP 1 DEATH 1 LOAD')).toBe('use-after-free');
    expect(faultIn('NEW 0 DUP 1 CONST 5 STORE DUP 1 DEATH 1 DUP 1 BIRTH 1 LOAD')).toBe('uninitialized-read');
    expect(evaluate('NEW 0 DUP 1 DEATH 1 DUP 1 BIRTH 1 DUP 1 CONST 5 STORE LOAD')).toEqual([5]);
    expect(faultIn('STORAGE_LIVE l0 1 FRAME l0 DEATH 1 FRAME l0 LOAD')).toBe('stack-use-after-scope');
  });

  test.each<[string, string]>([
    ['NEW 0 DUP 1 DEATH 1 DEATH 1', 'use-after-free'],
    ['NEW 0 DEATH 2', 'out-of-bounds'],
    ['NEW 0 BIRTH 2', 'out-of-bounds'],
    ['CONST 0 BIRTH 1', 'null-dereference'],
    ['FRAME l0 BIRTH 1', 'stack-use-after-scope'],
    ['NEW 0 DUP 1 FREE BIRTH 1', 'use-after-free'],
  ])('%s is a %s', (body, kind) => {
    expect(faultIn(body)).toBe(kind);
  });
});

test('blocks() tells all there ever were, in order, and who asked for them', () => {
  const program = asm(`
    fn main
      START
      NEW 0 CONST 4 NEWN 1 FREE
      CALL make FREE
      TRAP 1 0
    fn make results 1 library
      NEW 1 RET 1
  `);
  const machine = createMachine(program);
  runMain(machine);
  const call = program.functions[0].start + 1 + 2 + 2 + 2 + 1;
  expect(blocks(machine)).toMatchObject([
    { thread: 0, type: 0, count: -1, words: 1, freed: false, library: false, pc: 1 },
    { thread: 0, type: 1, count: 4, words: 8, freed: true, library: false, pc: 5 },
    { thread: 0, type: 1, count: -1, words: 2, freed: true, library: true, pc: call },
  ]);
});
