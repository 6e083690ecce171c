import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from './decimal';
import { evaluate } from './testing/evaluate';

describe('a NaN keeps nothing but its sign', () => {
  test.each([
    ['what 0 / 0 gives is negative', 'CONST2 0 0\nCONST2 0 0\nFDIV', [0, 0xfff80000 | 0]],
    ['with its sign turned it is what NAN says', 'CONST2 0 0\nCONST2 0 0\nFDIV\nFNEG', [0, 0x7ff80000]],
    ['the first operand decides', 'CONST2 7 2146959361\nCONST2 0 0\nCONST2 0 0\nFDIV\nFADD', [0, 0x7ff80000]],
    ['as a float', 'CONST2 0 0\nCONST2 0 0\nFDIV\nFROUND', [0xffc00000 | 0]],
  ])('%s', (_what, body, words) => {
    expect(evaluate(body, words.length)).toEqual(words);
  });
});

test.each([
  ['2^53 + 1 is no double', 'CONST2 1 2097152\nFFROM 64 1', [0, 0x43400000]],
  [
    '2^55 + 2^31 + 1 to a float is rounded once',
    'CONST2 -2147483647 8388608\nFFROM 32 1\nFROUND',
    [0x5b000001],
  ],
  ['what is too large for a long is -2^63', 'CONST2 0 1176256512\nFTO 1', [0, 0x80000000 | 0]],
])('%s', (_what, body, words) => {
  expect(evaluate(body, words.length)).toEqual(words);
});

const hasCompiler = spawnSync('g++', ['--version']).status === 0;
test.skipIf(!hasCompiler)('digits are those of printf for any number and precision', () => {
  const cases = fc.sample(
    fc.tuple(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom('e', 'f', 'g'),
      fc.nat({ max: 20 }),
    ),
    { seed: 7, numRuns: 400 },
  );
  const lines = cases.map(([x, letter, n]) => `P("%.${n}${letter}\\n", fabs(${x.toExponential(20)}));`);
  const folder = mkdtempSync(join(tmpdir(), 'digits-'));
  const source = join(folder, 'digits.cpp');
  writeFileSync(
    source,
    `#include <cmath>\n#include <cstdio>\n#define P printf\nint main() {\n${lines.join('\n')}\n}\n`,
  );
  execFileSync('g++', ['-O0', '-w', '-o', join(folder, 'digits'), source]);
  const printed = execFileSync(join(folder, 'digits'), { encoding: 'utf8' }).trimEnd().split('\n');
  rmSync(folder, { recursive: true });
  expect(cases.map(([x, letter, n]) => decimal(x, letter, n, false))).toEqual(printed);
});
