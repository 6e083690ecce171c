import { expect, test } from 'vitest';
import { disassemble } from './disassemble';
import { CALL, CONST, JZ, NEW, RET, START, TRAP } from './opcodes';
import { NO_UNWINDING, type Program, type TypeId } from './program';

const text = 'int twice(int n);\nint main() {\n  twice(1);\n}\n';
const program: Program = {
  code: Int32Array.of(START, CONST, 1, CALL, 1, JZ, 9, NEW, 0, TRAP, 1, 0, RET, 0, CONST, 2, RET, 1),
  functions: [
    {
      name: 'main',
      start: 0,
      end: 14,
      argWords: 0,
      frameWords: 2,
      resultWords: 0,
      locals: [],
      library: false,
    },
    {
      name: 'twice',
      start: 14,
      end: 18,
      argWords: 1,
      frameWords: 3,
      resultWords: 1,
      locals: [{ name: 'n', type: 0 as TypeId, offset: 0, begin: 14, from: 14, to: 18, role: 'argument' }],
      library: true,
    },
  ],
  types: [{ kind: 'int', name: 'int', words: 1, bytes: 4, signed: true, bits: 32 }],
  globals: [],
  globalWords: 0,
  globalImage: new Int32Array(),
  valued: new Set(),
  guards: new Int32Array(0),
  constantWords: 0,
  entry: 0,
  sources: [{ name: 'main.cpp', text, library: false }],
  spans: {
    pcs: Int32Array.of(0, 3, 14),
    file: Int32Array.of(0, 0, 0),
    start: Int32Array.of(text.indexOf('int main'), text.indexOf('twice(1)'), 0),
    end: Int32Array.of(text.length, text.length, 3),
  },
  texts: ['n > 0'],
  unwinding: NO_UNWINDING,
  threadNames: [],
  comparisons: [],
};

test('operands are shown by what they stand for, under their source lines', () => {
  expect(disassemble(program)).toBe(`main  args 0, frame 2, result 0
  main.cpp:2  int main() {
         0  START
         1  CONST     value=1
  main.cpp:3  twice(1);
         3  CALL      twice
         5  JZ        → 9
         7  NEW       int
         9  TRAP      kind=1 "n > 0"
        12  RET       n=0

twice  args 1, frame 3, result 1, library
  [0] int n  argument, 14…18
  main.cpp:1  int twice(int n);
        14  CONST     value=2
        16  RET       n=1
`);
});
