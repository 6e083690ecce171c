/** What g++ makes of many small programs, each with a `run()` that prints: all in one file, so that it is called once. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled, execute } from './execute';

export const hasCompiler = spawnSync('g++', ['--version']).status === 0;

/** What each prints under g++. */
export function printedByCompiler(prologue: string, programs: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'compare-'));
  try {
    const source = join(folder, 'all.cpp');
    const parts = programs.map((text, i) => `namespace p${i} {\n${text}}\n`).join('');
    const calls = programs.map((_, i) => `printf("#\\n"); p${i}::run();`).join('\n');
    writeFileSync(source, `${prologue}${parts}int main() {\n${calls}\n}\n`);
    execFileSync('g++', ['-std=c++20', '-O0', '-w', '-o', join(folder, 'all'), source]);
    const printed = execFileSync(join(folder, 'all'), { encoding: 'utf8', maxBuffer: 1 << 28 });
    return printed.split('#\n').slice(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What one prints here, and how it ends: 'finished', with nothing left behind. */
export function printedHere(
  prologue: string,
  text: string,
): { printed: string; end: string; leaked: number } {
  return execute(compiled(`${prologue}${text}int main() { run(); }\n`, 'program.cpp'), null);
}
