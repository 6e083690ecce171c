/** One program, judged under RC11: every execution that its memory orders allow. */
import { exploreWeak, type Program, type WeakFinding, weakFindings } from '../engine';
import type { Options } from './arguments';

/** What --json prints with --memory rc11. */
export interface WeakJudgement {
  readonly verdict: string;
  readonly model: 'rc11';
  readonly complete: boolean;
  /** Different by what each read reads and by modification order; those that fail too. */
  readonly executions: number;
  readonly failing: number;
  /** Beginnings of executions that were looked at. */
  readonly graphs: number;
  readonly seconds: number;
  /** Each way to fail, gravest first: the first is the verdict. */
  readonly failures: readonly WeakFinding[];
}

export function judgeWeak(program: Program, { maxSeconds }: Options, clock: () => number): WeakJudgement {
  const stop = (): boolean => maxSeconds !== null && maxSeconds > 0 && clock() > maxSeconds;
  const found = exploreWeak(program, { stop });
  const failures = weakFindings(program, found);
  const { complete, executions, failing, graphs } = found;
  const verdict = failures[0]?.kind ?? (complete ? 'clean' : 'limit');
  return { verdict, model: 'rc11', complete, executions, failing, graphs, seconds: clock(), failures };
}

/** The same for people. */
export function printedWeak(name: string, judged: WeakJudgement): string {
  const { verdict, complete, executions, failing, graphs, seconds, failures } = judged;
  const most = complete ? '' : 'at least ';
  const lines = [
    `${name}: ${verdict} (RC11)`,
    `  ${complete ? 'complete' : 'not complete'}: ${graphs} execution graphs, ${seconds.toFixed(2)} s`,
    `  ${failing === 0 ? '' : `${failing} of `}${most}${executions} execution${executions === 1 ? '' : 's'}${failing === 0 ? '' : ' fail'}`,
  ];
  for (const { kind, line, thread, text, run } of failures) {
    lines.push(`  line ${line}, ${thread}: ${kind}: ${text}`);
    for (const step of run) lines.push(`    line ${step.line}, ${step.thread}: ${step.text}`);
  }
  return lines.join('\n');
}
