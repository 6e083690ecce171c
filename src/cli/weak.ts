/** A judgement under RC11 for people: every execution that the memory orders of a program allow, and one that fails. */
import type { WeakJudgement } from '../engine';

export function printedWeak(
  { name, urlOf }: { readonly name: string; readonly urlOf: (schedule: string) => string },
  judged: WeakJudgement,
  seconds: number,
): string {
  const { verdict, complete, executions, failing, sequential, graphs, failures } = judged;
  const most = complete ? '' : 'at least ';
  const all = `${most}${executions} execution${executions === 1 ? '' : 's'}`;
  const lines = [
    `${name}: ${verdict} (RC11)`,
    `  ${complete ? 'complete' : 'not complete'}: ${graphs} execution graphs, ${seconds.toFixed(2)} s`,
    failing === 0 ? `  ${all}` : `  ${failing} of ${all} ${executions === 1 ? 'fails' : 'fail'}`,
  ];
  if (complete && sequential < executions)
    lines.push(`  sequential consistency allows ${sequential} of these ${executions}`);
  if (judged.strengthened)
    lines.push(
      '  Operations on atomics of a class type were executed as seq_cst: what their weaker orders allow was not tried.',
    );
  for (const { kind, line, thread, text, schedule, run } of failures) {
    lines.push(`  line ${line}, ${thread}: ${kind}: ${text}`);
    for (const step of run) lines.push(`    line ${step.line}, ${step.thread}: ${step.text}`);
    lines.push(`    schedule ${schedule}${urlOf(schedule) && `: ${urlOf(schedule)}`}`);
  }
  return lines.join('\n');
}
