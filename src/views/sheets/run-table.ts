/** A run as a table, one column a thread and time down: pure. The text of it can be pasted into a mail or a bug report. */
import type { Finding, TraceView } from '../../engine';

export interface RunRow {
  readonly step: number;
  /** Of the source; the operation stands there. */
  readonly line: number;
  /** Index of its thread's column. */
  readonly column: number;
  readonly text: string;
  /** The thread of the row before could have gone on. */
  readonly preemption: boolean;
}

export interface RunTable {
  /** Names of the threads that take a step, in the order in which they were started. */
  readonly threads: readonly string[];
  readonly rows: readonly RunRow[];
  /** What went wrong by then, a sentence each. */
  readonly ends: readonly string[];
}

/** The first `at` steps of a run. */
export function runTable(trace: TraceView, findings: readonly Finding[], at: number): RunTable {
  const steps = trace.steps.slice(0, at);
  const threads = trace.threads.filter(({ id }) => steps.some(({ thread }) => thread === id));
  const ends = findings.filter(({ reached, step }) => reached && step <= at);
  return {
    threads: threads.map(({ name }) => name),
    rows: steps.map(({ index, thread, operation, preemption }) => ({
      ...{ step: index, line: operation.line, text: operation.text, preemption },
      column: threads.findIndex(({ id }) => id === thread),
    })),
    ends: ends.map(({ step, sentence }) => `Step ${step}: ${plain(sentence)}`),
  };
}

/** Names in a sentence stand between backticks. */
const plain = (sentence: string): string => sentence.replaceAll('`', '');

const BESIDE = ' | ';

/** In columns of one width, a line each; a preemption is marked by a star. */
export function tableText(title: string, { threads, rows, ends }: RunTable): string {
  const head = ['step', 'line', ...threads];
  const cells = rows.map(({ step, line, column, text, preemption }) => [
    `${preemption ? '*' : ''}${step}`,
    String(line),
    ...threads.map((_, at) => (at === column ? text : '')),
  ]);
  const widths = head.map((name, at) => Math.max(name.length, ...cells.map((row) => row[at].length)));
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at < 2 ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
      .join(BESIDE)
      .trimEnd();
  return [
    title,
    '',
    lineOf(head),
    widths.map((width) => '-'.repeat(width)).join('-+-'),
    ...cells.map(lineOf),
    '',
    ...ends,
    ...(rows.some(({ preemption }) => preemption)
      ? ['* a preemption: the thread before it could have gone on']
      : []),
  ]
    .join('\n')
    .trimEnd();
}
