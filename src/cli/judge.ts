/** One program, judged: what the search found, in the words of a recorded run where the run shows it. */
import {
  type Count,
  encodeSchedule,
  exploreTogether,
  type Finding,
  listExecutions,
  type Program,
  Runner,
  type Schedule,
  type SearchFinding,
  type Together,
  type Verdict,
} from '../engine';
import type { Options } from './arguments';

export interface ReportedFinding {
  readonly kind: string;
  readonly line: number;
  readonly thread: string;
  readonly reached: boolean;
  readonly text: string;
}

/** What --json prints. */
export interface Judgement {
  readonly verdict: string;
  readonly complete: boolean;
  readonly states: number;
  readonly transitions: number;
  /** Null where they were not all counted, or cannot be. */
  readonly executions: number | null;
  /** Of these, those that fail: as on the page (Executions.count). */
  readonly failing: number | null;
  readonly seconds: number;
  readonly findings: readonly ReportedFinding[];
  readonly minimal: {
    readonly preemptions: number;
    readonly steps: number;
    readonly schedule: string;
    readonly url: string;
  } | null;
}

export interface Judged {
  readonly judgement: Judgement;
  readonly verdict: Verdict;
  readonly count: Count | null;
  /** The sanitizers' report of the gravest finding; '' without one. */
  readonly report: string;
}

/** Without --max-executions, counting may take as long as this many. */
const EXECUTIONS = 20_000;
const SECONDS_OF_COUNT = 4;

export interface Judging {
  readonly options: Options;
  /** Seconds since the start. */
  readonly clock: () => number;
  readonly together: Together;
  readonly onProgress: (states: number) => void;
  /** The page for a schedule. */
  readonly urlOf: (schedule: string) => string;
}

export async function judge(program: Program, judging: Judging): Promise<Judged> {
  const { options, clock, together, onProgress, urlOf } = judging;
  const { granularity, preemptions, maxSeconds } = options;
  const start = clock();
  const last = start + (maxSeconds ?? Number.POSITIVE_INFINITY);
  const limits = {
    granularity,
    ...(preemptions === null ? {} : { preemptions }),
    shouldStop: () => clock() > last,
    onProgress,
  };
  const verdict = await exploreTogether(program, limits, together);
  const count = verdict.complete ? countWithin(program, verdict, options, clock, last) : null;
  const { findings, report } = inWords(program, verdict, options);
  const { minimal } = verdict;
  const schedule = minimal === null ? '' : encodeSchedule(minimal.schedule);
  const met = verdict.kind === 'clean' && !verdict.complete ? 'limit' : verdict.kind;
  const judgement: Judgement = {
    verdict: met,
    complete: verdict.complete,
    states: verdict.states,
    transitions: verdict.transitions,
    executions: count?.exact ? count.executions : null,
    failing: count?.exact ? count.failing : null,
    seconds: Math.round((clock() - start) * 1000) / 1000,
    findings,
    minimal:
      minimal === null
        ? null
        : { preemptions: minimal.preemptions, steps: minimal.steps, schedule, url: urlOf(schedule) },
  };
  return { judgement, verdict, count, report };
}

function countWithin(
  program: Program,
  verdict: Verdict,
  { maxExecutions }: Options,
  clock: () => number,
  last: number,
): Count {
  const end = maxExecutions === null ? Math.min(last, clock() + SECONDS_OF_COUNT) : last;
  const counted = maxExecutions ?? EXECUTIONS;
  return listExecutions(program, verdict, { counted, listed: counted, shouldStop: () => clock() > end })
    .count;
}

/** The gravest finding by the simplest schedule, the others as they were met. */
function inWords(
  program: Program,
  { findings, minimal }: Verdict,
  { all, json }: Options,
): { findings: ReportedFinding[]; report: string } {
  const told: ReportedFinding[] = [];
  let report = '';
  const wanted = all || json ? findings : findings.slice(0, 1);
  for (const [i, found] of wanted.entries()) {
    const schedule = i === 0 && minimal !== null ? minimal.schedule : found.schedule;
    const shown = replayed(program, schedule, found);
    if (i === 0) report = shown?.report ?? '';
    const line = shown?.line ?? found.line;
    const thread = shown?.places[0]?.threadName ?? (found.thread === 0 ? 'main' : `T${found.thread}`);
    const text = shown?.sentence ?? (found.text || found.kind);
    const same = told.some(
      (each) => each.kind === found.kind && each.line === line && each.thread === thread,
    );
    if (!same) told.push({ kind: found.kind, line, thread, reached: found.reached, text });
  }
  return { findings: told, report };
}

/** The same finding, from a recorded run of the schedule; undefined where that run does not show it. */
function replayed(
  program: Program,
  schedule: Schedule,
  { kind, reached }: SearchFinding,
): Finding | undefined {
  const runner = new Runner(program, { granularity: schedule.granularity });
  runner.open(schedule);
  return runner.findings().find((each) => each.kind === kind && each.reached === reached);
}
