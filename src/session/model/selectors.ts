/** What follows from the state of a session: pure, and the same object for the same state, so that each may serve as a store's selector. */
import {
  type Continuations,
  type Finding,
  isRefuted,
  type Schedule,
  type StepIndex,
  type StepView,
  type ThreadId,
  type Verdict,
  type Weakest,
} from '../../engine';
import type { Beat, Outline, Scenario, Variant } from '../../scenarios';
import { type Collection, type Document, keyOf, OWN } from './document';
import type { AskedQuery, Explored, Mode, Pending, SessionState, StoryState } from './state';
import { beatEnd, tellerOf, toldBy } from './storyline';

/** The documents that belong to the one shown; undefined on the home page, and while they are being fetched. */
export function collectionOf({ route, library }: SessionState): Collection | undefined {
  return route.page === 'document' ? library[route.collection] : undefined;
}

/** The document that is open. */
export function documentOf(state: SessionState): Document | undefined {
  const { route } = state;
  return route.page === 'document'
    ? collectionOf(state)?.documents.find(({ origin }) => origin.slug === route.slug)
    : undefined;
}

/** Names the document on the page, also while it is being fetched; '' on the home page. */
export const keyHere = (state: SessionState): string =>
  documentOf(state)?.key ?? (state.route.page === 'document' ? keyOf(state.route) : '');

/** The document is a person's own program: it can be edited where it stands, and nothing is told of it. */
export const isOwn = ({ route }: Pick<SessionState, 'route'>): boolean =>
  route.page === 'document' && Object.values<string>(OWN).includes(route.collection);

/** What was asked about the document shown. */
export const askedHere = (state: SessionState): AskedQuery | null =>
  state.asked !== null && state.asked.key === keyHere(state) ? state.asked : null;

/** The run that is shown is behind the text: that is being written, or does not compile. */
export const isBehindText = ({ typing, diagnostics }: SessionState): boolean =>
  typing || diagnostics.length > 0;

/** The last text did not compile: what the page shows is the run of a text before. */
export const isRunOfOlderText = ({ diagnostics, trace }: SessionState): boolean =>
  diagnostics.length > 0 && trace !== null;

/** What is told of the document that is open; undefined where it is of no scenario. */
export const scenarioOf = (state: SessionState): Scenario | undefined =>
  collectionOf(state)?.scenario ?? undefined;

export function variantOf(state: SessionState): Variant | undefined {
  const { route } = state;
  return route.page === 'document'
    ? scenarioOf(state)?.variants.find(({ slug }) => slug === route.slug)
    : undefined;
}

/** The run that is the answer to it; null without one. */
export function answeringRun({ result, weak }: AskedQuery): Schedule | null {
  for (const each of [result, weak])
    if (each !== null && typeof each === 'object' && each.answer === 'yes') return each.schedule;
  return null;
}

/** What stands beside the document shown: the one asked for, else the fix; beside the fix the code before it. */
export function comparedWith(state: SessionState): Document | undefined {
  const here = documentOf(state);
  const others = collectionOf(state)?.documents.filter((each) => each !== here);
  const role = variantOf(state)?.role === 'landed' ? 'before' : 'landed';
  const usual = scenarioOf(state)?.variants.find((variant) => variant.role === role);
  return (
    others?.find(({ origin }) => origin.slug === state.compare) ??
    others?.find(({ origin }) => origin.slug === usual?.slug) ??
    others?.[0]
  );
}

/** The code with the bug, or, where that was only slow, the first change that fails: what the home page tells of. */
export const failingVariant = <V extends Outline>({ variants }: { readonly variants: readonly V[] }): V =>
  variants.find(({ expected }) => expected.verdict !== 'clean') ?? variants[0];

/** The beats that are told; none where nothing is. */
export function storyOf(state: SessionState): readonly Beat[] {
  return toldBy(scenarioOf(state), state.story);
}

/** The part of the story that is told at the step one stands at; undefined before the first, and where what was told last is of another document. */
export function partHere(state: SessionState): Beat | undefined {
  const part = storyOf(state)[state.beat];
  return state.route.page === 'document' && part?.variant === state.route.slug ? part : undefined;
}

/** One stands at the last part of the story: what is left to do comes next. */
export const isAtEnd = (state: SessionState): boolean =>
  state.onRails && partHere(state) !== undefined && state.beat === storyOf(state).length - 1;

/** The story was left at a question of the part one stands at, or on the way from there to the next part: it is an answer. */
function isReply(state: SessionState): boolean {
  const part = partHere(state);
  const forkedAt = state.branches.find(({ id }) => id === state.branch)?.forkedAt;
  return part?.question !== undefined && forkedAt !== undefined && beatEnd(part) <= forkedAt;
}

/**
 * How the page is shown. Guided, where it was asked for and there is something to tell: whoever tries to break the program, or steps freely
 * away from the story, has every pane until he is back.
 */
export function modeOf(state: SessionState): Mode {
  const { mode, challenge, onRails, trace } = state;
  if (mode === 'explore' || challenge !== 'off' || storyOf(state).length === 0) return 'explore';
  const line = state.branches.find(({ id }) => id === state.branch);
  const free = !onRails && trace !== null && (line?.forkedAt ?? 0) > 0 && !isReply(state);
  return free ? 'explore' : 'guided';
}

/** Another document's page tells its own story, from the start. */
export function telling(state: SessionState, slug: string): Partial<StoryState> {
  const story = tellerOf(scenarioOf(state), slug, state.story);
  return story === state.story ? {} : { story, beat: -1 };
}

/** What was read, with the told story up to its part `beat`. */
export function readUpTo(state: SessionState, beat: number): SessionState['read'] {
  const { read, story, route } = state;
  if (route.page === 'home' || story === '') return read;
  const key = keyOf({ collection: route.collection, slug: story });
  return beat <= (read[key] ?? -1) ? read : { ...read, [key]: beat };
}

/** What is known of the interleavings of the document shown. */
export const exploredHere = (state: SessionState): Explored | undefined => state.explored[keyHere(state)];

/** The weakest orders of the document shown, as far as somebody has asked. */
export const weakestHere = (state: SessionState): Pending<Weakest> | null =>
  state.weakest?.key === keyHere(state) ? state.weakest.result : null;

/** Whether the line is stepped with the memory orders as C++ has them. */
export const isWeak = ({ schedule }: SessionState): boolean => schedule.granularity === 'rc11';

/** What weaker memory orders allow in the document shown; undefined until somebody asks. */
export const weakHere = (state: SessionState): SessionState['weak'][string] | undefined =>
  state.weak[keyHere(state)];

/** What the first `at` steps of the line can still become under RC11; null where that is not known. */
export const weakOutcomeAt = (
  { outcomes, schedule }: Pick<SessionState, 'outcomes' | 'schedule'>,
  at: number,
): Continuations | null => (outcomes?.schedule === schedule ? outcomes.byStep[at] : undefined) ?? null;

export const weakOutcomeHere = (state: SessionState): Continuations | null => weakOutcomeAt(state, state.at);

/** A search is about to answer, or to tell more. */
export const isUnderWay = (explored: Explored | undefined): boolean =>
  explored?.phase === 'exploring' || explored?.phase === 'counting';

/** A failing run is there to be opened: the simplest one, or, while that is being looked for, the first that was met; or one that C++ allows. */
export function isKnownToFail(state: SessionState): boolean {
  const weak = weakHere(state);
  if (typeof weak === 'object' && weak.failures.length > 0) return true;
  const explored = exploredHere(state);
  if (explored === undefined) return false;
  return explored.verdict === null ? explored.met !== null : explored.verdict.minimal !== null;
}

/** All interleavings were tried, and none fails. */
export const neverFails = ({ complete, findings }: Pick<Verdict, 'complete' | 'findings'>): boolean =>
  complete && !findings.some(({ reached }) => reached);

/** A challenge that is not decided yet, of what the user has not solved before: nothing on the page may tell whether it can fail, or how. */
export function isOpenChallenge(state: SessionState): boolean {
  if (isHiddenExercise(state)) return true;
  return state.challenge === 'on' && brokenBy(state) === null && state.best[keyHere(state)] === undefined;
}

/** An exercise whose maker does not want it told what the search knows, and which is not solved yet. */
export const isHiddenExercise = (state: SessionState): boolean =>
  documentOf(state)?.exercise?.hidden === true && state.assessment?.accepted !== true;

const isGuessed = ({ guess, story }: SessionState, beat: number): boolean =>
  guess !== null && guess.story === story && guess.beat === beat;

/** Which option was chosen at the prediction of the part one stands at; null where none was. */
export const guessHere = (state: SessionState): number | null =>
  isGuessed(state, state.beat) ? (state.guess?.choice ?? null) : null;

/** The user follows the story, its part `index` asks something of the document shown, and he has not read on. */
function isOpenQuestion(state: SessionState, index: number): boolean {
  const { onRails, route } = state;
  const part = storyOf(state)[index];
  const asks = part?.question !== undefined || (part?.predict !== undefined && !isGuessed(state, index));
  if (!asks || !onRails || route.page === 'home') return false;
  return part.variant === route.slug && readUpTo(state, index + 1) !== state.read;
}

/** He stands at a question of the story for the first time: the steps that the story takes next are its answer, and nothing may show them. */
export const isAtStoryQuestion = (state: SessionState): boolean =>
  isOpenQuestion(state, state.beat) && state.at === beatEnd(storyOf(state)[state.beat]);

/** He stands where a thread is to be stepped for an answer. */
export function isAsked(state: SessionState): boolean {
  const part = partHere(state);
  return part?.question !== undefined && state.onRails && state.at === beatEnd(part);
}

/** He has stepped on from a question along the story, and has not read what comes: that was the answer. */
export function isAnswered(state: SessionState): boolean {
  const part = partHere(state);
  const open = part?.question !== undefined && isOpenQuestion(state, state.beat);
  return open && state.at > beatEnd(part);
}

/** He is asked what a thread will see: a picture of what is there would tell it. */
export const isSightHidden = (state: SessionState): boolean =>
  storyOf(state)[state.beat]?.predict?.kind === 'sight' && isAtStoryQuestion(state);

/** So many steps one stands behind the place that the words are about. */
export function stepsBehindPart(state: SessionState): number {
  const part = partHere(state);
  return part === undefined || !state.onRails ? 0 : Math.max(0, state.at - beatEnd(part));
}

/** The step of the line at which the story asks next; null where it does not. */
export function nextQuestion(state: SessionState): StepIndex | null {
  const next = storyOf(state).find(
    (part, index) => index > state.beat && isOpenQuestion(state, index) && beatEnd(part) > state.at,
  );
  return next === undefined ? null : beatEnd(next);
}

/** The step that led to where the user stands; null before the first. */
export function stepAt({ trace, at }: SessionState): StepView | null {
  return trace?.steps[at - 1] ?? null;
}

/** Who takes the next step of the line; null at its end. */
export function plannedThread({ schedule, at }: SessionState): ThreadId | null {
  return schedule.choices[at]?.thread ?? null;
}

const noFindings: readonly Finding[] = [];
/** By list of findings: those shown last. The same list for the same question. */
const shownLast = new WeakMap<readonly Finding[], Shown>();
interface Shown {
  readonly at: StepIndex;
  readonly verdict: Verdict | null;
  readonly shown: readonly Finding[];
}

/** Findings of the steps taken so far, without predictions that a search of all orders has refuted: those are notes of its verdict. */
export function findingsAt(state: SessionState): readonly Finding[] {
  const { findings, at } = state;
  // What no interleaving does another execution may.
  const verdict = isWeak(state) ? null : (exploredHere(state)?.verdict ?? null);
  const last = shownLast.get(findings);
  if (last?.at === at && last.verdict === verdict) return last.shown;
  const holds = (finding: Finding): boolean => verdict === null || !isRefuted(verdict, finding);
  const found = findings.filter((finding) => finding.step <= at && holds(finding));
  const same = found.length === last?.shown.length && found.every((each, i) => each === last.shown[i]);
  const shown = found.length === 0 ? noFindings : same ? last.shown : found;
  shownLast.set(findings, { at, verdict, shown });
  return shown;
}

/** What broke the run up to `at`, and the preemptions up to there; null while nothing did. */
export function brokenBy({
  trace,
  findings,
  at,
}: Pick<SessionState, 'trace' | 'findings' | 'at'>): { finding: Finding; preemptions: number } | null {
  const finding = findings.find(({ step, reached }) => reached && step <= at);
  return finding === undefined ? null : { finding, preemptions: preemptionsUpTo(trace, finding.step) };
}

export function preemptionsUpTo(trace: SessionState['trace'], at: number): number {
  return trace?.steps.slice(0, at).filter(({ preemption }) => preemption).length ?? 0;
}

/** The finding whose report is open; null when none is, or when its step lies ahead and none of its causes is looked at. */
export function shownFinding({ findings, finding, cause, at }: SessionState): Finding | null {
  const shown = finding === null ? undefined : findings[finding];
  return shown !== undefined && (shown.step <= at || cause !== null) ? shown : null;
}

/** 'Step 7 of 23: worker locks connsLock'. Never throws, whatever is missing. */
export function statusText(state: SessionState): string {
  const { phase, trace, at, diagnostics, snapshot } = state;
  if (diagnostics.length > 0) return 'This file does not compile';
  if (phase === 'failed') return 'No run';
  if (trace === null) return 'Starting';
  const steps = trace.steps.length;
  if (at === 0) return steps === 0 ? 'Before the first step' : `Before the first of ${steps} steps`;
  const end = at === steps && snapshot !== null ? ending[snapshot.status] : '';
  return `Step ${at} of ${steps}: ${stepAt(state)?.text ?? ''}${end}`;
}
const ending = {
  running: '',
  finished: '. All threads have ended',
  failed: '',
  stuck: '. No thread can go on',
};

/** Nothing is under way: what stands on the page stays until somebody does something. */
export function isIdle({ phase, pending, playing, typing }: SessionState): boolean {
  return (phase === 'ready' || phase === 'failed') && !pending && !playing && !typing;
}
