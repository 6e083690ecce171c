/** Every variant of every scenario beside what it promises: one line each. */
import { compile } from '../engine';
import type { Scenario, Variant } from '../scenarios';
import { type JudgementReport, type Judging, judge } from './judge';

/** A variant and what the explorer says of it. */
export interface Row extends Omit<JudgementReport, 'minimal'> {
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

export async function rowOf(
  scenario: Scenario,
  variant: Variant,
  how: Omit<Judging, 'onProgress' | 'onFailure' | 'onBounded' | 'urlOf'>,
): Promise<Row> {
  const compiled = compile(variant.source, variant.file);
  if ('diagnostics' in compiled) throw new Error(`${variant.file}: ${compiled.diagnostics[0]?.message}`);
  const judged = await judge(compiled.program, {
    ...how,
    onProgress: () => {},
    onFailure: () => {},
    onBounded: () => {},
    urlOf: () => '',
  });
  const { minimal, ...judgement } = judged.judgement;
  const failures = scenario.native?.failures[variant.slug];
  return {
    ...judgement,
    variant: `${scenario.id}/${variant.slug}`,
    preemptions: minimal?.preemptions ?? null,
    steps: minimal?.steps ?? null,
    lines: variant.source.trimEnd().split('\n').length,
    native: failures === undefined ? null : [failures.plain, failures.tsan, failures.asan],
    runs: scenario.native?.runs ?? 0,
    difference: differenceOf(variant, judgement),
  };
}

function differenceOf(
  { expected }: Variant,
  { verdict, complete, findings }: Omit<JudgementReport, 'minimal'>,
): string {
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
  row.verdict,
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
