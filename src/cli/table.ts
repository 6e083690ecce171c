/** Every variant of every scenario beside what it promises: one line each. */
import { compile, judgeWeak, type MemoryModel, type Program } from '../engine';
import { memoryOfVariant, type Scenario, type Variant } from '../scenarios';
import { type JudgementReport, type Judging, judge } from './judge';

/** What an explorer says of a variant, under the memory that it is judged under. */
interface Found
  extends Pick<JudgementReport, 'verdict' | 'complete' | 'executions' | 'failing' | 'states' | 'seconds'> {
  readonly model: MemoryModel;
  readonly findings: readonly { readonly kind: string }[];
}

/** A variant and what was found. */
export interface Row extends Found {
  readonly variant: string;
  readonly preemptions: number | null;
  readonly steps: number | null;
  /** Of its file. */
  readonly lines: number;
  /** Failing runs of the plain, the TSan and the ASan build, of `runs`; null of what was not measured. */
  readonly native: readonly number[] | null;
  readonly runs: number;
  /** What is not as the scenario promises; '' if all is. */
  readonly difference: string;
}

export async function rowOf(scenario: Scenario, variant: Variant, how: How): Promise<Row> {
  const compiled = compile(variant.source, variant.file);
  if ('diagnostics' in compiled) throw new Error(`${variant.file}: ${compiled.diagnostics[0]?.message}`);
  const isWeak = memoryOfVariant(scenario, variant) === 'rc11';
  const found = isWeak
    ? foundUnderRc11(compiled.program, how.clock)
    : await foundUnderSc(compiled.program, how);
  const failures = scenario.native?.failures[variant.slug];
  return {
    ...found,
    variant: `${scenario.id}/${variant.slug}`,
    lines: variant.source.trimEnd().split('\n').length,
    native: failures === undefined ? null : [failures.plain, failures.tsan, failures.asan],
    runs: scenario.native?.runs ?? 0,
    difference: differenceOf(variant, found),
  };
}

type How = Omit<Judging, 'onProgress' | 'onFailure' | 'onBounded' | 'urlOf'>;

async function foundUnderSc(program: Program, how: How) {
  const silent = { onProgress: () => {}, onFailure: () => {}, onBounded: () => {}, urlOf: () => '' };
  const { minimal, ...found } = (await judge(program, { ...how, ...silent })).judgement;
  return { ...found, preemptions: minimal?.preemptions ?? null, steps: minimal?.steps ?? null };
}

function foundUnderRc11(program: Program, clock: How['clock']) {
  const start = clock();
  const { failures, graphs: states, ...found } = judgeWeak(program);
  const seconds = clock() - start;
  return {
    ...{ ...found, states, seconds, findings: failures, model: 'rc11' as const },
    ...{ preemptions: null, steps: null },
  };
}

function differenceOf({ expected }: Variant, { verdict, complete, findings }: Found): string {
  const missing = expected.also?.filter((kind) => !findings.some((found) => found.kind === kind)) ?? [];
  return [
    verdict === expected.verdict ? '' : `expected ${expected.verdict}`,
    complete ? '' : 'not complete',
    ...missing.map((kind) => `no ${kind}`),
  ]
    .filter((each) => each !== '')
    .join(', ');
}

const HEADER = ['variant', 'verdict', 'fail', 'of', 'preemptions', 'steps', 'states', 's', 'lines', 'native'];

const cellsOf = (row: Row): string[] => [
  row.variant,
  row.model === 'rc11' ? `${row.verdict} (RC11)` : row.verdict,
  row.failing?.toLocaleString('en') ?? 'many',
  row.executions?.toLocaleString('en') ?? 'many',
  String(row.preemptions ?? '–'),
  String(row.steps ?? '–'),
  row.states.toLocaleString('en'),
  row.seconds.toFixed(2),
  String(row.lines),
  row.native === null ? '–' : `${row.native.join(' ')} / ${row.runs}`,
];

/** For people: native is the failing runs of the plain, the TSan and the ASan build. */
export function tabled(rows: readonly Row[]): string {
  const cells = [HEADER, ...rows.map(cellsOf)];
  const widths = HEADER.map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  const leftmost = 2;
  return cells
    .map((line, i) => {
      const padded = line.map((text, column) =>
        column < leftmost ? text.padEnd(widths[column]) : text.padStart(widths[column]),
      );
      const difference = i === 0 ? '' : rows[i - 1].difference;
      return `${padded.join('  ')}${difference === '' ? '' : `  ✗ ${difference}`}`.trimEnd();
    })
    .join('\n');
}
