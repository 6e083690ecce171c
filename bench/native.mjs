/**
 * How often do the scenarios fail outside the browser? Builds every variant with g++ three ways (plain, with
 * ThreadSanitizer, with AddressSanitizer), runs each build many times, prints the counts beside the explorer's answer
 * and rewrites the native.json of each scenario, unless that has a measurement of more runs.
 *
 *     node bench/native.mjs [--scenario mb-38521] [--variant landed] [--runs 200] [--timeout 10]
 *
 * With --variant only that one is measured, and the others stay as they are; its own day is then said beside it.
 * A run that takes longer than --timeout seconds counts as failing: the programs end within milliseconds.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const scenarios = fileURLToPath(new URL('../src/scenarios/', import.meta.url));

const builds = {
  plain: ['-O2'],
  tsan: ['-O1', '-g', '-fsanitize=thread'],
  asan: ['-O1', '-g', '-fsanitize=address'],
};

const { values } = parseArgs({
  options: {
    scenario: { type: 'string' },
    variant: { type: 'string' },
    runs: { type: 'string', default: '200' },
    timeout: { type: 'string', default: '10' },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs needs a whole number, not ${values.runs}`);
const seconds = Number(values.timeout);
if (!(seconds > 0)) throw new Error(`--timeout needs a number of seconds, not ${values.timeout}`);

const compiler = spawnSync('g++', ['--version'], { encoding: 'utf8' });
if (compiler.error) throw new Error('g++ is not on PATH: nothing can be measured', { cause: compiler.error });

/** ThreadSanitizer of older compilers cannot map its shadow memory where addresses are strongly randomised. */
const fixedAddresses = spawnSync('setarch', ['-R', 'true']).status === 0 ? ['setarch', '-R'] : [];

/** A report counts, its text does not: looking up the names in it takes longer than the run. */
const env = { ...process.env, ASAN_OPTIONS: 'symbolize=0', TSAN_OPTIONS: 'symbolize=0' };

/**
 * @param {string[]} commandLine
 * @returns {boolean} whether one run crashed, failed an assertion, drew a report, or did not end
 */
function fails([command, ...args]) {
  const run = spawnSync(command, args, { timeout: 1000 * seconds, stdio: 'ignore', env });
  if (run.error && !('code' in run.error && run.error.code === 'ETIMEDOUT')) throw run.error;
  return run.status !== 0;
}

const check = fileURLToPath(new URL('../scripts/check.mjs', import.meta.url));

/**
 * @param {string} path
 * @returns {{ verdict: string, 'of all executions': string }} what the explorer says of a program
 */
function explored(path) {
  const run = spawnSync(process.execPath, [check, path, '--json'], { encoding: 'utf8', timeout: 120_000 });
  if (run.error) throw run.error;
  if (run.stdout === '') return { verdict: run.stderr.trim(), 'of all executions': '' };
  const { verdict, complete, failing, executions } = JSON.parse(run.stdout);
  const share = executions === null ? 'not counted' : `${failing} of ${executions} fail`;
  return { verdict: complete ? verdict : `${verdict}, not complete`, 'of all executions': share };
}

/**
 * @param {string} path
 * @returns {number} runs a build had in the measurement that stands there
 */
const runsIn = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).runs : 0);

const out = mkdtempSync(join(tmpdir(), 'racecourse-native-'));
try {
  const folders = readdirSync(scenarios, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && (values.scenario ?? entry.name) === entry.name,
  );
  if (folders.length === 0) throw new Error(`there is no scenario ${values.scenario}`);
  for (const scenario of folders) {
    const folder = join(scenarios, scenario.name);
    /** @type {Record<string, Record<string, number>>} */
    const failures = {};
    /** @type {Record<string, Record<string, number | string>>} */
    const table = {};
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpp'))) {
      const slug = file.slice(0, -'.cpp'.length);
      if ((values.variant ?? slug) !== slug) continue;
      failures[slug] = {};
      for (const [build, flags] of Object.entries(builds)) {
        const program = join(out, `${scenario.name}-${slug}-${build}`);
        const args = ['-std=c++20', '-pthread', ...flags, join(folder, file), '-o', program];
        const compiled = spawnSync('g++', args, { encoding: 'utf8' });
        if (compiled.status !== 0)
          throw new Error(`${file} (${build}) does not compile:\n${compiled.stderr}`);
        const commandLine = build === 'tsan' ? [...fixedAddresses, program] : [program];
        let failed = 0;
        for (let run = 0; run < runs; run++) if (fails(commandLine)) failed++;
        failures[slug][build] = failed;
      }
      table[slug] = { ...failures[slug], ...explored(join(folder, file)) };
    }
    if (Object.keys(failures).length === 0) continue;
    console.log(`${scenario.name}: failing runs of ${runs}, and the explorer's verdict`);
    console.table(table);
    const date = new Date().toISOString().slice(0, 10);
    const path = join(folder, 'native.json');
    if (values.variant !== undefined) {
      const kept = JSON.parse(readFileSync(path, 'utf8'));
      if (kept.runs !== runs) throw new Error(`the others were measured with ${kept.runs} runs`);
      for (const slug in failures) kept.failures[slug] = { ...failures[slug], date };
      writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`);
      continue;
    }
    const measured = {
      date,
      machine: `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, ${type()}`,
      compiler: compiler.stdout.split('\n')[0],
      runs,
      failures,
    };
    const before = runsIn(path);
    if (before > runs) {
      console.log(`kept ${path}, which is of ${before} runs`);
      continue;
    }
    console.log(`${before > 0 ? 'rewrote' : 'wrote'} ${path}`);
    writeFileSync(path, `${JSON.stringify(measured, null, 2)}\n`);
  }
} finally {
  rmSync(out, { recursive: true });
}
