/** The explorer on the command line; `npm run check -- --help` says how. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type Bounded,
  compile,
  type Diagnostic,
  explore,
  isRobust,
  judgeWeak,
  type MemoryModel,
  namesWeakOrders,
  type Program,
  type SearchFinding,
  settled,
  type Together,
} from '../engine';
import { memoryOfVariant, variantBySlug } from '../scenarios';
import { lessons, scenarioById, scenarios } from '../scenarios/all';
import { DEFECT_SECONDS, type Options, parseArguments, USAGE } from './arguments';
import { judge } from './judge';
import { boundedWords, firstWords, printed } from './print';
import { startProvers } from './provers';
import { type Row, rowOf, tabled } from './table';
import { printedWeak } from './weak';

const CLEAN = 0;
const DEFECT = 1;
const NOT_COMPILED = 2;
/** As for what does not compile: there is no answer. */
const INTERNAL_ERROR = 2;
const LIMIT_MET = 3;
/** Where nobody sees a line that changes: how often it is said that the search goes on. */
const QUIET_SECONDS = 20;

interface Unit {
  readonly name: string;
  /** As reports name it. */
  readonly file: string;
  readonly text: string;
  /** Where the options do not say. */
  readonly memory: MemoryModel;
  readonly urlOf: (schedule: string) => string;
}

const SOURCE = /\.(?:cpp|cc|cxx|c)$/;

/** `page`: the address that links begin with. */
function unitsOf(target: string, page: string): Unit[] | string {
  if (!SOURCE.test(target)) {
    const [id, slug] = target.split('/');
    const scenario = scenarioById(id);
    if (scenario === undefined) return `neither a file of C++ or C nor a scenario: ${target}`;
    const variant = slug === undefined ? undefined : variantBySlug(scenario, slug);
    if (slug !== undefined && variant === undefined) return `${id} has no variant ${slug}`;
    const variants = variant === undefined ? scenario.variants : [variant];
    return variants.map((variant) => ({
      name: `${id}/${variant.slug}`,
      file: variant.file,
      text: variant.source,
      memory: memoryOfVariant(scenario, variant),
      urlOf: (schedule) => `${page}#/${id}/${variant.slug}?s=${schedule}&at=0&v=1`,
    }));
  }
  try {
    const text = readFileSync(target, 'utf8');
    // The page has no place for a file yet.
    return [{ name: basename(target), file: basename(target), text, memory: 'sc', urlOf: () => '' }];
  } catch (error) {
    return `cannot read ${target}: ${(error as NodeJS.ErrnoException).code ?? error}`;
  }
}

/** A diagnostic as --json prints it; line and column from 1. */
interface Located {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string | null;
}

function located(text: string, { span, message, hint }: Diagnostic): Located {
  const before = span.file === 0 ? text.slice(0, span.start).split('\n') : [''];
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message, hint: hint || null };
}

/** No answer: on standard error, and with --json as an object too. */
function refuse(
  verdict: 'not-compiled' | 'internal-error',
  file: string,
  all: readonly Located[],
  json: boolean,
): void {
  for (const { line, column, message, hint } of all)
    process.stderr.write(`${file}:${line}:${column}: ${message}${hint === null ? '' : ` (${hint})`}\n`);
  if (json) process.stdout.write(unanswered(verdict, all));
}
const unanswered = (verdict: string, diagnostics: readonly Located[]): string =>
  `${JSON.stringify({ verdict, complete: false, diagnostics })}\n`;
/** What concerns no place of a text. */
const atStart = (message: string): Located => ({ line: 1, column: 1, message, hint: null });

/** A mistake of ours is told as one; it is no defect of the program. */
async function safely(file: string, json: boolean, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const message = `internal error: ${error instanceof Error ? error.message : error}`;
    refuse('internal-error', file, [atStart(message)], json);
    return INTERNAL_ERROR;
  }
}

/** Seconds since now. */
function startClock(): () => number {
  const started = process.hrtime.bigint();
  return () => Number(process.hrtime.bigint() - started) / 1e9;
}

/** Every variant beside what it promises. */
async function checkAll(options: Options, together: Together): Promise<number> {
  const rows: Row[] = [];
  // What a variant promises does not depend on how fast the machine is.
  const patient = { ...options, maxSeconds: options.maxSeconds ?? 0 };
  for (const scenario of [...lessons, ...scenarios])
    for (const variant of scenario.variants)
      rows.push(await rowOf(scenario, variant, { options: patient, clock: startClock(), together }));
  process.stdout.write(`${options.json ? JSON.stringify(rows) : tabled(rows)}\n`);
  return rows.some(({ difference }) => difference !== '') ? DEFECT : CLEAN;
}

async function check(unit: Unit, options: Options, together: Together): Promise<number> {
  const clock = startClock();
  const { entry, args, spurious, seed, maxSteps } = options;
  const compiled = compile(unit.text, unit.file, {
    ...{ entry, args, spurious },
    ...(seed !== null && { seed }),
    ...(maxSteps !== null && { steps: maxSteps }),
  });
  if ('diagnostics' in compiled) {
    const all = compiled.diagnostics.map((each) => located(unit.text, each));
    refuse('not-compiled', unit.file, all, options.json);
    return NOT_COMPILED;
  }
  if ((options.memory ?? unit.memory) === 'rc11') return checkWeak(unit, compiled.program, options, clock);
  const shows = process.stderr.isTTY;
  let told = 0;
  const onProgress = (states: number): void => {
    if (options.json || clock() - told < (shows ? 0.2 : QUIET_SECONDS)) return;
    told = clock();
    if (shows) process.stderr.write(`\r${unit.name}: ${states} states, ${told.toFixed(1)} s `);
    else process.stderr.write(`${unit.name}: ${states} states after ${told.toFixed(0)} s, still searching\n`);
  };
  const onFailure = (first: SearchFinding): void => {
    if (!options.json) process.stdout.write(`${firstWords(unit.name, first, options)}\n`);
  };
  const onBounded = (bounded: Bounded): void => {
    if (!options.json) process.stdout.write(`${boundedWords(unit.name, bounded)}\n`);
  };
  const { urlOf } = unit;
  const judging = { options, clock, together, onProgress, onFailure, onBounded, urlOf };
  const judged = await judge(compiled.program, judging);
  if (shows && told > 0) process.stderr.write('\r\x1b[K');
  const { judgement } = judged;
  const weak = namesWeakOrders(unit.text);
  const weakerOrders = weak && !judgement.robust;
  process.stdout.write(
    `${options.json ? JSON.stringify({ ...judgement, weakerOrders }) : printed(unit.name, judged, options.all, weak)}\n`,
  );
  return statusOf(judgement.verdict);
}

/** What is looked at, beginnings of executions and seconds, before it is asked whether there is a need to. */
const FEW = { graphs: 5_000, seconds: 2 };
/** States, and seconds where none are said, for finding out whether a program is robust. */
const ROBUST = { states: 1_000_000, seconds: 10 };

function checkWeak(unit: Unit, program: Program, { maxSeconds, json }: Options, clock: () => number): number {
  const isOver = (fails: boolean): boolean =>
    maxSeconds !== 0 && clock() > (maxSeconds ?? (fails ? DEFECT_SECONDS : Number.POSITIVE_INFINITY));
  const within = (seconds: number): (() => boolean) => {
    const until = clock() + seconds;
    return () => clock() > until || isOver(false);
  };
  let judged = judgeWeak(program, { graphs: FEW.graphs, stop: within(FEW.seconds) });
  if (!judged.complete) {
    const limits = { states: ROBUST.states, noMinimal: true, shouldStop: within(ROBUST.seconds) };
    judged = isRobust(explore(program, limits)) ? settled(judged) : judgeWeak(program, { stop: isOver });
  }
  const seconds = clock();
  const words = json
    ? JSON.stringify({ ...judged, model: 'rc11', seconds })
    : printedWeak(unit, judged, seconds);
  process.stdout.write(`${words}\n`);
  return statusOf(judged.verdict);
}

function statusOf(verdict: string): number {
  if (verdict === 'clean') return CLEAN;
  return verdict === 'limit' || verdict === 'bounded' ? LIMIT_MET : DEFECT;
}

/** Runs the command line; answers the exit status: the gravest where there are several programs. `prover`: see provers.ts; `page`: where it is served now. */
export async function main(argv: readonly string[], prover: URL | null = null, page = ''): Promise<number> {
  const options = parseArguments(argv);
  if (typeof options === 'string') {
    if (options === '') process.stdout.write(`${USAGE}\n`);
    else {
      process.stderr.write(`${options}\n\n${USAGE}\n`);
      if (argv.includes('--json')) process.stdout.write(unanswered('not-compiled', [atStart(options)]));
    }
    return options === '' ? CLEAN : NOT_COMPILED;
  }
  const { together, dispose } = startProvers(options.workers - 1, prover);
  try {
    const { json, target } = options;
    if (target === null) return await safely('--all', json, () => checkAll(options, together));
    const units = unitsOf(target, options.page ?? page);
    if (typeof units === 'string') {
      process.stderr.write(`${units}\n`);
      if (json) process.stdout.write(unanswered('not-compiled', [atStart(units)]));
      return NOT_COMPILED;
    }
    const status: number[] = [];
    for (const unit of units)
      status.push(await safely(unit.file, json, () => check(unit, options, together)));
    return [NOT_COMPILED, DEFECT, LIMIT_MET].find((each) => status.includes(each)) ?? CLEAN;
  } finally {
    dispose();
  }
}
