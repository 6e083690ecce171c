/** One program a feature family; what each must print stands in it, and g++ says the same. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import { compiled, execute } from './testing/execute';

const folder = fileURLToPath(new URL('./testing/programs/', import.meta.url));
const programs = readdirSync(folder)
  .filter((file) => /\.c(?:pp)?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

/** The `// expect:` lines of a program; blanks at the ends of lines do not count. */
const expected = (text: string): string[] =>
  tidy([...text.matchAll(/^\/\/ expect: ?(.*)$/gm)].map((m) => m[1] ?? '').join('\n'));
const tidy = (printed: string): string[] =>
  printed
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());

const RANDOM_SCHEDULES = few([1], [1, 2, 3, 4]);

describe('a program', () => {
  test.each(programs)(
    '$file prints what it must under every schedule, and frees all it allocated',
    ({ file, text }) => {
      const program = compiled(text, file);
      for (const seed of [null, ...RANDOM_SCHEDULES]) {
        const { printed, end, leaked } = execute(program, seed);
        expect({ seed, printed: tidy(printed), end, leaked }).toEqual({
          seed,
          printed: expected(text),
          end: 'finished',
          leaked: 0,
        });
      }
    },
  );
});

const hasCompiler = spawnSync('g++', ['--version']).status === 0;
describe.skipIf(!hasCompiler)('g++', () => {
  const built = mkdtempSync(join(tmpdir(), 'programs-'));
  afterAll(() => rmSync(built, { recursive: true }));

  const hasFormat =
    spawnSync('g++', ['-std=c++20', '-x', 'c++', '-E', '-'], { input: '#include <format>\n' }).status === 0;
  const judged = programs.filter(({ text }) => hasFormat || !text.includes('#include <format>'));
  // A second each: what the texts say was right when they were written, so that a sample is enough.
  const some = few(
    judged.filter((_, i) => i % 32 === 0),
    judged,
  );
  test.each(some)('$file prints the same, built by g++', ({ file, text }) => {
    const binary = join(built, file.replace(/\.c(?:pp)?$/, ''));
    const compiler = file.endsWith('.c') ? ['gcc', '-std=gnu17'] : ['g++', '-std=c++20'];
    const [command = '', standard = ''] = compiler;
    execFileSync(command, [standard, '-O0', '-pthread', '-w', '-o', binary, join(folder, file)]);
    expect(tidy(execFileSync(binary, { encoding: 'utf8' }))).toEqual(expected(text));
  });
});
