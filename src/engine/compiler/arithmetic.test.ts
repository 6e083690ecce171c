import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import { program, toFunction, toLines } from './testing/arithmetic';
import { compiled, execute } from './testing/execute';

const SEED = 20261121;
const lines = (printed: string): string[] => printed.trimEnd().split('\n');

describe('integer expressions', () => {
  test('have the value and the type that C++ gives them', () => {
    fc.assert(
      fc.property(program, (p) => {
        const text = `#include <cstdio>\n${toFunction(p, 'f')}\nint main() { f(); }\n`;
        const { printed, end } = execute(compiled(text, 'expressions.cpp'), null);
        expect({ printed: lines(printed), end }).toEqual({ printed: toLines(p), end: 'finished' });
      }),
      { numRuns: few(40, 300), seed: SEED },
    );
  });

  const hasCompiler = spawnSync('g++', ['--version']).status === 0;
  test.skipIf(!hasCompiler)('have the value and the type that g++ gives them', () => {
    const all = fc.sample(program, { numRuns: 60, seed: SEED });
    const calls = all.map((_, i) => `f${i}();`).join(' ');
    const functions = all.map((p, i) => toFunction(p, `f${i}`)).join('\n');
    const folder = mkdtempSync(join(tmpdir(), 'expressions-'));
    try {
      const source = join(folder, 'all.cpp');
      writeFileSync(source, `#include <cstdio>\n${functions}\nint main() { ${calls} }\n`);
      execFileSync('g++', ['-std=c++20', '-O0', '-fwrapv', '-w', '-o', join(folder, 'all'), source]);
      const printed = execFileSync(join(folder, 'all'), { encoding: 'utf8' });
      expect(lines(printed)).toEqual(all.flatMap(toLines));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
