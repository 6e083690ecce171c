/** What follows from a Session: pure, and the same object for the same session, so that each may serve as a store's selector. */
import type { Finding, StepIndex, StepView, ThreadId, Verdict } from '../engine';
import type { Beat, Outline, Scenario, Variant } from '../scenarios';
import type { Explored, Session } from './state';
import { toldBy } from './story';

/** Undefined on the home page, and while it is being fetched. */
export function scenarioOf({ route, library }: Session): Scenario | undefined {
  return route.page === 'scenario' ? library[route.scenario] : undefined;
}

export function variantOf(session: Session): Variant | undefined {
  const { route } = session;
  return route.page === 'scenario'
    ? scenarioOf(session)?.variants.find(({ slug }) => slug === route.variant)
    : undefined;
}

/** Who stands beside the variant shown: the one asked for, else the fix; beside the fix the code before it. */
export function comparedWith(session: Session): Variant | undefined {
  const here = variantOf(session);
  const variants = scenarioOf(session)?.variants.filter((each) => each !== here);
  const role = here?.role === 'landed' ? 'before' : 'landed';
  return (
    variants?.find(({ slug }) => slug === session.compare) ??
    variants?.find((each) => each.role === role) ??
    variants?.[0]
  );
}

/** The code with the bug, or, where that was only slow, the first change that fails: what the home page tells of. */
export const failingVariant = <V extends Outline>({ variants }: { readonly variants: readonly V[] }): V =>
  variants.find(({ expected }) => expected.verdict !== 'clean') ?? variants[0];

const noStory: readonly Beat[] = [];

/** The beats that are told; none where nothing is. */
export function storyOf(session: Session): readonly Beat[] {
  const scenario = scenarioOf(session);
  return scenario === undefined ? noStory : toldBy(scenario, session.story);
}

export const exploredKey = (scenario: string, variant: string): string => `${scenario}/${variant}`;

/** What was read, with the told story up to its part `beat`. */
export function readUpTo(session: Session, beat: number): Session['read'] {
  const { read, story } = session;
  const scenario = scenarioOf(session);
  if (scenario === undefined || story === '') return read;
  const key = exploredKey(scenario.id, story);
  return beat <= (read[key] ?? -1) ? read : { ...read, [key]: beat };
}

/** What is known of the interleavings of the variant shown. */
export function exploredHere({ route, explored }: Session): Explored | undefined {
  return route.page === 'scenario' ? explored[exploredKey(route.scenario, route.variant)] : undefined;
}

/** A search is about to answer, or to tell more. */
export const isUnderWay = (explored: Explored | undefined): boolean =>
  explored?.phase === 'exploring' || explored?.phase === 'counting';

/** All interleavings were tried, and none fails; what is only predicted does not count. */
export const neverFails = ({ complete, findings }: Pick<Verdict, 'complete' | 'findings'>): boolean =>
  complete && !findings.some(({ reached }) => reached);

/** The step that led to where the user stands; null before the first. */
export function stepAt({ trace, at }: Session): StepView | null {
  return trace?.steps[at - 1] ?? null;
}

/** Who takes the next step of the line; null at its end. */
export function plannedThread({ schedule, at }: Session): ThreadId | null {
  return schedule.choices[at]?.thread ?? null;
}

const noFindings: readonly Finding[] = [];
let lastFindings: { of: readonly Finding[]; at: StepIndex; shown: readonly Finding[] } | null = null;

/** Findings of the steps taken so far. */
export function findingsAt({ findings, at }: Session): readonly Finding[] {
  if (lastFindings === null || lastFindings.of !== findings || lastFindings.at !== at) {
    const shown = findings.filter(({ step }) => step <= at);
    lastFindings = { of: findings, at, shown: shown.length === 0 ? noFindings : shown };
  }
  return lastFindings.shown;
}

/** What broke the run up to `at`, and the preemptions up to there; null while nothing did. */
export function brokenBy({
  trace,
  findings,
  at,
}: Pick<Session, 'trace' | 'findings' | 'at'>): { finding: Finding; preemptions: number } | null {
  const finding = findings.find(({ step, reached }) => reached && step <= at);
  return finding === undefined ? null : { finding, preemptions: preemptionsUpTo(trace, finding.step) };
}

export function preemptionsUpTo(trace: Session['trace'], at: number): number {
  return trace?.steps.slice(0, at).filter(({ preemption }) => preemption).length ?? 0;
}

/** The finding whose report is open; null when none is, or when its step lies ahead and none of its causes is looked at. */
export function shownFinding({ findings, finding, cause, at }: Session): Finding | null {
  const shown = finding === null ? undefined : findings[finding];
  return shown !== undefined && (shown.step <= at || cause !== null) ? shown : null;
}

/** 'Step 7 of 23: worker locks connsLock'. Never throws, whatever is missing. */
export function statusText(session: Session): string {
  const { phase, trace, at, diagnostics, snapshot } = session;
  if (diagnostics.length > 0) return 'This file does not compile';
  if (phase === 'failed') return 'No run';
  if (trace === null) return 'Starting';
  const steps = trace.steps.length;
  if (at === 0) return steps === 0 ? 'Before the first step' : `Before the first of ${steps} steps`;
  const end = at === steps && snapshot !== null ? ending[snapshot.status] : '';
  return `Step ${at} of ${steps}: ${stepAt(session)?.text ?? ''}${end}`;
}
const ending = {
  running: '',
  finished: '. All threads have ended',
  failed: '',
  stuck: '. No thread can go on',
};

/** Nothing is under way: what stands on the page stays until somebody does something. */
export function isIdle({ phase, pending, playing }: Session): boolean {
  return (phase === 'ready' || phase === 'failed') && !pending && !playing;
}
