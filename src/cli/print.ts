/** A judgement for people: a few lines. */
import { type Bounded, encodeSchedule, explosionWords, type SearchFinding } from '../engine';
import { DEFECT_SECONDS, type Options } from './arguments';
import { boundsOf, type Judged, type JudgementReport, type ReportedFinding, type SimplestRun } from './judge';

const grouped = (n: number): string => n.toLocaleString('en');
const plural = (n: number, noun: string): string => `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`;

/** `all`: every place, not only the simplest run of each kind. `weak`: the text has memory orders weaker than seq_cst. */
export function printed(
  name: string,
  { judgement, count, report }: Judged,
  all: boolean,
  weak: boolean,
): string {
  const { bounded, explosion, findings, failures, notes, limit, seconds, states, transitions } = judgement;
  const covered = limit === null ? 'complete' : `not complete (${limit.reason})`;
  const lines = [
    `${name}: ${judgement.verdict}`,
    ...(bounded === null
      ? []
      : [`  clean ${boundsOf(bounded).join(', and ')}; the rest is unknown${behindLoops(bounded)}`]),
    `  ${covered}: ${plural(states, 'state')}, ${plural(transitions, 'transition')}, ${seconds.toFixed(2)} s`,
    ...(explosion === null ? [] : [`  ${explosionWords(explosion)}`]),
    ...counted(count, failures.length > 0),
    ...kindsOf(judgement),
  ];
  for (const failure of failures) {
    const kind = failures.length > 1 ? `${failure.kind}: ` : '';
    lines.push(`  ${kind}${runWords(failure)}: ${failure.schedule}`);
    if (failure.url !== '') lines.push(`  ${failure.url}`);
    lines.push(told({ ...failure, reached: true }));
    for (const { step, line, text } of failure.causes) lines.push(`    step ${step}, line ${line}: ${text}`);
  }
  const isTold = ({ kind, line, thread }: ReportedFinding): boolean =>
    failures.some((failure) => failure.kind === kind && failure.line === line && failure.thread === thread);
  for (const finding of findings)
    if ((all || !finding.reached) && !isTold(finding)) lines.push(told(finding));
  for (const { text } of notes) lines.push(`  note: ${text}`);
  if (weak)
    lines.push(
      judgement.robust
        ? '  This holds with the weaker memory orders that are named too: threads share nothing but one atomic at most.'
        : '  This holds for sequentially consistent memory: the weaker orders that are named were executed as seq_cst. --memory rc11 tries what they allow.',
    );
  if (report !== '' && !all) lines.push('', report);
  return lines.join('\n');
}

/** Once one schedule fails, if the search goes on: what is known, and what is not. */
export function firstWords(
  name: string,
  { kind, line, schedule }: SearchFinding,
  { maxSeconds }: Options,
): string {
  const most = maxSeconds === 0 ? '' : `, for at most ${maxSeconds ?? DEFECT_SECONDS} s`;
  return [
    `${name}: ${kind} met${line === 0 ? '' : ` in line ${line}`} by a schedule of ${plural(schedule.choices.length, 'step')}: ${encodeSchedule(schedule)}`,
    `  still unknown: the simplest schedule and what else may fail; looking${most}`,
  ].join('\n');
}

/** While the whole is not known yet. */
export const boundedWords = (name: string, bounded: Bounded): string =>
  `${name}: clean ${boundsOf(bounded).join(', and ')}; the rest is still unknown${behindLoops(bounded)}`;

/** Threads are cut where they come to a place once more: code behind a longer loop is not reached. */
const behindLoops = ({ rounds }: Bounded): string =>
  rounds === null ? '' : ', and so is what comes behind longer loops';

function counted(count: Judged['count'], fails: boolean): string[] {
  if (count === null) return [];
  if (count.endless) return ['  executions cannot be counted: a thread may go round any number of times'];
  if (count.executions === 0) return ['  executions were not counted: there are too many'];
  const least = count.exact ? '' : 'at least ';
  const executions = `${least}${plural(count.executions, 'execution')}`;
  if (fails && count.failing === 0 && !count.exact) return [`  ${executions}; none of those counted fails`];
  // A mutex destroyed while it is held: a state on the way that no other execution has.
  if (fails && count.failing === 0) return [`  ${executions}; what fails is in the middle of some of them`];
  return [
    `  ${grouped(count.failing)} of ${executions} ${count.executions === 1 ? 'fails' : 'fail'}`,
    ...(count.rounds ? ['  rounds in which a thread only waits are not counted'] : []),
  ];
}

/** How many, and what is the least that any of them takes; nothing where the only one says it itself. */
function kindsOf({ failures, minimal }: JudgementReport): string[] {
  if (failures.length < 2 || minimal === null) return [];
  const proof = minimal.proven ? 'the fewest of all, proven' : 'perhaps not the fewest of all';
  return [
    `  ${failures.length} kinds of failure, gravest first; ${minimal.kind} needs ${plural(minimal.preemptions, 'preemption')} (${proof})`,
  ];
}

const runWords = ({ preemptions, proven, steps }: SimplestRun): string =>
  `${plural(preemptions, 'preemption')} (${proven ? 'the fewest, proven' : 'perhaps not the fewest'}), ${plural(steps, 'step')}`;

const told = ({ kind, line, thread, reached, text }: ReportedFinding): string =>
  `  line ${line}, ${thread}: ${kind}${reached ? '' : ' (predicted)'}: ${text}`;
