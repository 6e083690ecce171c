/** A judgement under RC11 for people: every execution that the memory orders of a program allow, and one that fails. */
import type { WeakJudgement } from '../engine';

export function printedWeak(
  { name, urlOf }: { readonly name: string; readonly urlOf: (schedule: string) => string },
  judged: WeakJudgement,
  seconds: number,
): string {
  const { verdict, complete, counted, executions, failing, sequential, graphs, failures } = judged;
  const most = counted ? '' : 'at least ';
  const all = `${most}${executions} execution${executions === 1 ? '' : 's'}`;
  const lines = [
    `${name}: ${verdict} (RC11)`,
    `  ${complete ? 'complete' : 'not complete'}: ${graphs} execution graphs, ${seconds.toFixed(2)} s`,
  ];
  if (failing > 0) lines.push(`  ${failing} of ${all} ${executions === 1 ? 'fails' : 'fail'}`);
  else if (executions > 0) lines.push(`  ${all}`);
  if (complete && !counted)
    lines.push(
      '  threads share nothing but one atomic: every execution is sequentially consistent, and none of those fails',
    );
  if (counted && sequential < executions)
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
