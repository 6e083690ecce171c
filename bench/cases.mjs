/**
 * Judges every program of a folder and prints a table of what its first lines say and what is found:
 * `node bench/cases.mjs FOLDER`. `// expect: kind`, `// also: kind …` (as good), `// line: n …`, `// preemptions: n`. Exit 1 on a difference.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder?');
const check = join(import.meta.dirname, '../scripts/check.mjs');

/**
 * The words behind `// what:`, up to a colon; null without such a line.
 * @param {string} text
 * @param {string} what
 */
const said = (text, what) =>
  new RegExp(`^// ${what}: ([^:\n]*)`, 'm').exec(text)?.[1].trim().split(/[ ,]+/) ?? null;

let differences = 0;
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.cpp'))
  .sort()) {
  const text = readFileSync(join(folder, file), 'utf8');
  const { stdout } = spawnSync(process.execPath, [check, join(folder, file), '--json'], { encoding: 'utf8' });
  /** @type {Pick<import('../src/cli/judge').JudgementReport, 'verdict' | 'failures' | 'minimal'>} */
  const { verdict, failures = [], minimal = null } = JSON.parse(stdout);
  const kinds = [...(said(text, 'expect') ?? []), ...(said(text, 'also') ?? [])];
  const lines = said(text, 'line');
  const fewest = said(text, 'preemptions');
  const wrong = [
    kinds.includes(verdict) ? '' : `expected ${kinds.join(' ')}`,
    lines === null || failures.some(({ line }) => lines.includes(`${line}`))
      ? ''
      : `lines ${lines.join(' ')}`,
    fewest === null || `${minimal?.preemptions}` === fewest[0] ? '' : `${fewest[0]} preemptions`,
  ].filter((each) => each !== '');
  differences += wrong.length;
  const each = failures.map(
    ({ kind, line, preemptions, proven }) => `${kind} (line ${line}, ${preemptions}${proven ? '' : '?'})`,
  );
  const least = minimal === null ? '–' : `${minimal.preemptions}${minimal.proven ? '' : '?'}`;
  console.log(
    [
      basename(file).padEnd(36),
      verdict.padEnd(22),
      least.padStart(2),
      each.join(', '),
      wrong.length > 0 ? `✗ ${wrong.join('; ')}` : '',
    ]
      .join('  ')
      .trimEnd(),
  );
}
process.exitCode = differences > 0 ? 1 : 0;
