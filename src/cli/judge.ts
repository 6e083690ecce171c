/** One program, judged: what the search found, in the words of a recorded run where the run shows it. */
import { distinctBy } from '../base/distinct';
import {
  type Bounded,
  type Count,
  type Explosion,
  encodeSchedule,
  exploreTogether,
  type Failure,
  type Finding,
  isRobust,
  type Limit,
  listExecutions,
  type Program,
  Runner,
  type Schedule,
  type SearchFinding,
  type SearchPart,
  type Together,
  type Verdict,
  withNotes,
} from '../engine';
import { DEFECT_SECONDS, type Options } from './arguments';

export interface ReportedFinding {
  readonly kind: string;
  readonly line: number;
  readonly thread: string;
  readonly reached: boolean;
  readonly text: string;
}

export interface SimplestRun {
  readonly preemptions: number;
  /** Whether fewer are proven not to be enough. */
  readonly proven: boolean;
  readonly steps: number;
  readonly schedule: string;
  readonly url: string;
}

/** A kind of failure by its simplest run. */
export interface ReportedFailure extends Omit<ReportedFinding, 'reached'>, SimplestRun {
  /** The few steps that led there, as on the page; the last is the failure. */
  readonly causes: readonly { readonly step: number; readonly line: number; readonly text: string }[];
}

/** What --json prints. */
export interface JudgementReport {
  readonly verdict: string;
  /** Sequential consistency: what weaker memory orders allow was not looked at. */
  readonly model: 'sc';
  /** Clean, and so whatever memory orders are named: they allow no other executions. */
  readonly robust: boolean;
  readonly complete: boolean;
  /** Why it is not complete, as a word and in words. */
  readonly limit: { readonly kind: Limit; readonly reason: string } | null;
  /** Where the verdict is 'bounded': nothing fails in the runs within one of these bounds, all of which were tried. */
  readonly bounded: Bounded | null;
  /** Where not all was covered and nothing failed: what makes the program large. */
  readonly explosion: Explosion | null;
  readonly states: number;
  readonly transitions: number;
  /** Null where they were not all counted, or cannot be. */
  readonly executions: number | null;
  /** Of these, those that fail: as on the page (Executions.count). */
  readonly failing: number | null;
  readonly seconds: number;
  /** One of each kind that some order reaches, gravest first: the first is the verdict. */
  readonly failures: readonly ReportedFailure[];
  /** Every place of each kind, the predicted ones too where not every order was tried. */
  readonly findings: readonly ReportedFinding[];
  /** Predicted from a run, and reached by no order. */
  readonly notes: readonly ReportedFinding[];
  /** The failure with the fewest preemptions of all kinds; proven: with fewer nothing fails. */
  readonly minimal: (SimplestRun & { readonly kind: string }) | null;
}

export interface Judged {
  readonly judgement: JudgementReport;
  readonly count: Count | null;
  /** The sanitizers' report of the gravest finding; '' without one. */
  readonly report: string;
}

/** Why a search did not cover all. */
const reasons: Record<Limit, string> = {
  states: 'too many states',
  memory: 'no more memory',
  bound: 'more was not asked for',
  stopped: 'its time was over',
  threads: 'more threads than the 64 that a program can have here',
  stack: 'a run needs more stack than a thread has',
  heap: 'a run needs more heap than there is',
  step: 'a step of a run does not end',
  run: 'a run needs more steps than it may take',
};

const reasonOf = (limit: Limit, line: number | null): string =>
  `${reasons[limit]}${line === null ? '' : `, in line ${line}`}`;

/** The bounds within which nothing fails, in words. */
export const boundsOf = ({ preemptions, rounds }: Bounded): string[] => [
  ...(preemptions === null
    ? []
    : [
        preemptions === 0
          ? 'without preemptions'
          : `with at most ${preemptions} preemption${preemptions === 1 ? '' : 's'}`,
      ]),
  ...(rounds === null
    ? []
    : [rounds === 1 ? 'for the first round of each loop' : `for the first ${rounds} rounds of each loop`]),
];

/** Without --max-executions. */
const EXECUTIONS = 20_000;
const TRANSITIONS = 100_000;

export interface Judging {
  readonly options: Options;
  /** Seconds since the start. */
  readonly clock: () => number;
  readonly together: Together;
  readonly onProgress: (states: number) => void;
  /** The first failure, where the search goes on behind it. */
  readonly onFailure: (first: SearchFinding) => void;
  readonly onBounded: (bounded: Bounded) => void;
  /** The page for a schedule. */
  readonly urlOf: (schedule: string) => string;
}

export async function judge(program: Program, judging: Judging): Promise<Judged> {
  const { options, clock, together, onProgress, onFailure, onBounded, urlOf } = judging;
  const { granularity, preemptions } = options;
  const start = clock();
  const lasts = secondsOf(options);
  // A small search ends before anybody has read what it met first.
  let first: SearchFinding | null = null;
  const shouldStop = (part: SearchPart = 'states'): boolean => {
    if (first !== null) onFailure(first);
    first = null;
    return clock() > lasts[part];
  };
  const limits = {
    granularity,
    ...(preemptions === null ? {} : { preemptions }),
    shouldStop,
    onProgress,
    onFailure: (met: SearchFinding) => {
      first = met;
    },
    onBounded,
  };
  const verdict = withNotes(program, await exploreTogether(program, limits, together));
  first = null;
  const count = verdict.complete ? countWithin(program, verdict, options, shouldStop) : null;
  const words = new Words(program);
  const run = ({ preemptions, proven, steps, schedule }: Failure): SimplestRun => {
    const text = encodeSchedule(schedule);
    return { preemptions, proven, steps, schedule: text, url: urlOf(text) };
  };
  const { minimal, limit, bounded } = verdict;
  const isBounded = bounded !== null && boundsOf(bounded).length > 0;
  const simplest = verdict.failures.map((failure) => words.ofFailure(failure, verdict.findings));
  const findings = verdict.findings.map((found) => words.of(found, found.schedule).told);
  // Of each kind, what its simplest run shows comes before what was met otherwise.
  for (const { told } of [...simplest].reverse())
    findings.splice(
      findings.findIndex(({ kind }) => kind === told.kind),
      0,
      told,
    );
  const judgement: JudgementReport = {
    verdict: verdict.kind === 'clean' && !verdict.complete ? (isBounded ? 'bounded' : 'limit') : verdict.kind,
    model: 'sc',
    robust: isRobust(verdict),
    complete: verdict.complete,
    bounded: isBounded ? bounded : null,
    explosion: verdict.kind === 'clean' ? verdict.explosion : null,
    limit: limit && { kind: limit, reason: reasonOf(limit, verdict.limitLine) },
    states: verdict.states,
    transitions: verdict.transitions,
    executions: count?.exact ? count.executions : null,
    failing: count?.exact ? count.failing : null,
    seconds: Math.round((clock() - start) * 1000) / 1000,
    failures: verdict.failures.map((failure, i) => {
      const { told, causes } = simplest[i];
      const { kind, line, thread, text } = told;
      return { kind, line, thread, text, ...run(failure), causes };
    }),
    findings: distinct(findings),
    notes: distinct(
      verdict.notes.map((note) => ({ ...words.of(note, note.schedule).told, text: note.text })),
    ),
    minimal: minimal && { kind: minimal.kind, ...run(minimal) },
  };
  return { judgement, count, report: words.report };
}

/** Until when each part of a search goes on, by the clock: the first failures by a half of the time, so that their simplest schedules have the other. */
function secondsOf({ maxSeconds }: Options): Readonly<Record<SearchPart, number>> {
  const all = maxSeconds === 0 ? Number.POSITIVE_INFINITY : maxSeconds;
  const known = 0.9 * (all ?? DEFECT_SECONDS);
  return { states: all ?? Number.POSITIVE_INFINITY, 'other failures': known / 2, simplest: known };
}

function countWithin(
  program: Program,
  verdict: Verdict,
  { maxExecutions }: Options,
  shouldStop: () => boolean,
): Count {
  const counted = maxExecutions ?? EXECUTIONS;
  const transitions = maxExecutions === null ? TRANSITIONS : Number.POSITIVE_INFINITY;
  return listExecutions(program, verdict, { counted, listed: counted, transitions, shouldStop }).count;
}

interface Told extends Pick<ReportedFailure, 'causes'> {
  readonly told: ReportedFinding;
  readonly report: string;
}

/** Findings in the words of recorded runs. */
class Words {
  /** Of what was asked for first. */
  report = '';
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  /** A failure as its simplest run shows it. */
  ofFailure({ kind, schedule }: Failure, findings: readonly SearchFinding[]): Told {
    const found = findings.find((finding) => finding.kind === kind && finding.reached);
    if (found === undefined) throw new Error(`a failure without a finding: ${kind}`);
    const said = this.of(found, schedule);
    if (this.report === '') this.report = said.report;
    return said;
  }

  of(found: SearchFinding, schedule: Schedule): Told {
    const { kind, reached } = found;
    const shown = this.replayed(schedule, found);
    const told = {
      kind,
      line: shown?.line ?? found.line,
      thread: shown?.places[0]?.threadName ?? (found.thread === 0 ? 'main' : `T${found.thread}`),
      reached,
      text: shown?.sentence ?? (found.text || kind),
    };
    const causes = (shown?.causes ?? []).map(({ step, line, text }) => ({ step, line, text }));
    return { told, report: shown?.report ?? '', causes };
  }

  /** The same finding, from a recorded run of the schedule; undefined where that run does not show it. */
  private replayed(schedule: Schedule, { kind, reached }: SearchFinding): Finding | undefined {
    const runner = new Runner(this.program, { granularity: schedule.granularity });
    runner.open(schedule);
    return runner.findings().find((each) => each.kind === kind && each.reached === reached);
  }
}

const distinct = (findings: readonly ReportedFinding[]): ReportedFinding[] =>
  distinctBy(findings, ({ kind, line, thread, reached }) => `${kind} ${line} ${thread} ${reached}`);
