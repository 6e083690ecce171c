/**
 * What an exploration under RC11 found, in words: each way to fail, as a recorded run of an execution that shows it tells it (trace/), and
 * what that run does with atomics.
 */
import { distinctBy } from '../../base/distinct';
import { byGravity, type FindingKind } from '../bytecode/fault';
import type { Program } from '../bytecode/program';
import type { Finding } from '../detect/finding';
import { lineAt, spanAt } from '../inspect/source';
import type { GraphEvent } from '../rc11/execution-graph';
import { ORDER_NAMES } from '../rc11/orders';
import type { UnorderedPair } from '../rc11/partial-execution';
import { encodeSchedule } from '../schedule/encode';
import type { Choice } from '../schedule/schedule';
import { Runner } from '../trace/runner';
import {
  choicesOf,
  exploreWeak,
  type WeakEnd,
  type WeakExecution,
  type WeakLimits,
  type WeakRace,
  type WeakVerdict,
} from './search';

export interface WeakFinding {
  readonly kind: FindingKind;
  readonly line: number;
  readonly thread: string;
  readonly text: string;
  /** It, step by step (schedule/encode.ts). */
  readonly schedule: string;
  /** What the threads did with atomics and fences, in an order in which it can have happened. */
  readonly run: readonly WeakStep[];
}
export interface WeakStep {
  readonly thread: string;
  readonly line: number;
  readonly text: string;
}

export interface WeakJudgement extends Omit<WeakVerdict, 'races' | 'failures'> {
  /** 'limit': not complete, and nothing found. */
  readonly verdict: FindingKind | 'clean';
  /** Each way to fail, gravest first: the first is the verdict. */
  readonly failures: readonly WeakFinding[];
  /** The executions are all there are; where only that is not known, the program is robust, and so the verdict is complete. */
  readonly counted: boolean;
}

/** All executions of a program under RC11, in words. */
export function judgeWeak(program: Program, limits: WeakLimits = {}): WeakJudgement {
  const { races, failures: met, ...rest } = exploreWeak(program, limits);
  const failures = findingsOf(program, races, met);
  const { complete } = rest;
  return {
    ...rest,
    verdict: failures[0]?.kind ?? (complete ? 'clean' : 'limit'),
    failures,
    counted: complete,
  };
}

/**
 * The same of a program that is robust: every execution is sequentially consistent, and none of those fails (explore/verdict.ts). Only their
 * number may be open. A failing one proves that it was not robust: nothing is taken from it then.
 */
export const settled = (judged: WeakJudgement): WeakJudgement =>
  judged.failures.length > 0 ? judged : { ...judged, verdict: 'clean', complete: true, strengthened: false };

function findingsOf(
  program: Program,
  races: readonly WeakRace[],
  failures: readonly WeakExecution[],
): WeakFinding[] {
  const found = [
    ...failures.map(({ path, end }) => told(program, choicesOf(path), KINDS[end], gravest)),
    // An access that comes too late for what is freed is a race like any other: here every order was tried.
    ...races.map(({ path, pair }) =>
      told(program, choicesOf(path).slice(0, pair.now.step), 'data-race', (all) => between(all, pair)),
    ),
  ];
  return distinctBy(found, ({ kind, line }) => `${kind} ${line}`).sort(byGravity);
}

/** What an end is called where its run says no more of it. */
const KINDS: Readonly<Record<WeakEnd, FindingKind>> = {
  ended: 'limit',
  fault: 'assertion-failure',
  stuck: 'deadlock',
  spinning: 'livelock',
  leak: 'memory-leak',
};

/** A failure in the words of a recorded run: `choose` among all that the run shows. */
function told(
  program: Program,
  choices: readonly Choice[],
  kind: FindingKind,
  choose: (findings: readonly Finding[]) => Finding | undefined,
): WeakFinding {
  const schedule = { granularity: 'rc11', choices } as const;
  const runner = new Runner(program, { granularity: 'rc11' });
  runner.open(schedule);
  const shown = choose(runner.findings());
  const { steps, threads } = runner.view();
  const last = steps[steps.length - 1];
  return {
    kind: shown === undefined || kind === 'data-race' ? kind : shown.kind,
    line: shown?.line ?? last?.operation.line ?? 1,
    thread: shown?.places[0]?.threadName ?? threads[last?.thread ?? 0].name,
    text: shown?.sentence ?? kind.replaceAll('-', ' '),
    schedule: encodeSchedule(schedule),
    run: stepsOf(runner),
  };
}

const gravest = (findings: readonly Finding[]): Finding | undefined =>
  findings.filter(({ kind, reached }) => reached && kind !== 'data-race').sort(byGravity)[0];

/** Of a statement that races in several ways a run tells one. */
const between = (findings: readonly Finding[], { now, before }: UnorderedPair): Finding | undefined =>
  findings.find(({ places }) => [now, before].every(({ step }) => places.some((at) => at.step === step))) ??
  findings.find(({ step, kind }) => step === now.step && kind !== 'memory-leak');

function stepsOf(runner: Runner): WeakStep[] {
  const { program, recorder } = runner;
  const { steps, threads } = runner.view();
  const lineOf = ({ pc }: GraphEvent): number => lineAt(program, spanAt(program, pc));
  const nameOf = ({ thread }: GraphEvent): string => threads[thread].name;
  const origin = (source: GraphEvent): string =>
    source.thread < 0 ? 'its first value' : `from ${nameOf(source)}, line ${lineOf(source)}`;
  return (recorder.main.weak?.partial.graph.all ?? []).map((event) => {
    const what = event.kind === 'fence' ? 'fence' : steps[event.step - 1].operation.text;
    const from = event.source === null ? '' : `, ${origin(event.source)}`;
    return {
      thread: nameOf(event),
      line: lineOf(event),
      text: `${what} (${ORDER_NAMES[event.order]})${from}`,
    };
  });
}
