/** A judgement for people: a few lines. */
import type { Judged } from './judge';

const plural = (n: number, noun: string): string => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

export function printed(
  name: string,
  { judgement, verdict, count, report }: Judged,
  all: boolean,
  weak: boolean,
): string {
  const { findings, minimal, seconds, states, transitions } = judgement;
  const lines = [`${name}: ${judgement.verdict}`];
  const covered = verdict.complete ? 'complete' : `not complete (${limits[verdict.limit ?? 'stopped']})`;
  lines.push(
    `  ${covered}: ${plural(states, 'state')}, ${plural(transitions, 'transition')}, ${seconds.toFixed(2)} s`,
  );
  if (count?.endless) {
    lines.push('  executions cannot be counted: a thread may go round any number of times');
  } else if (count !== null) {
    const least = count.exact ? '' : 'at least ';
    lines.push(
      `  ${count.failing.toLocaleString('en')} of ${least}${plural(count.executions, 'execution')} fail`,
    );
    if (count.rounds) lines.push('  rounds in which a thread only waits are not counted');
  }
  if (minimal !== null) {
    const proof = verdict.minimal?.proven ? 'the fewest, proven' : 'perhaps not the fewest';
    lines.push(
      `  ${plural(minimal.preemptions, 'preemption')} (${proof}), ${plural(minimal.steps, 'step')}: ${minimal.schedule}`,
    );
    if (minimal.url !== '') lines.push(`  ${minimal.url}`);
  }
  for (const { kind, line, thread, reached, text } of findings) {
    lines.push(`  line ${line}, ${thread}: ${kind}${reached ? '' : ' (predicted)'}: ${text}`);
  }
  if (weak) lines.push('  Memory orders weaker than seq_cst were executed as seq_cst.');
  if (report !== '' && !all) lines.push('', report);
  return lines.join('\n');
}

const limits = {
  states: 'too many states',
  memory: 'no more memory',
  stopped: 'stopped',
  threads: 'more threads than a search can follow',
  machine: 'a run needs more stack, heap or steps than it may use',
} as const;
