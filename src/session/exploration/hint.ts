/** What can come of the next step, in words: pure, and fetched with the first hint. */
import { type FindingKind, type Located, type Reach, reachOf, type WeakJudgement } from '../../engine';
import type { Judgement, Outlook } from '../../host/client';
import { neverFails, weakOutcomeAt } from '../model/selectors';
import type { SessionState } from '../model/state';
import { outcomeBehind } from './consistentExecutions';
import { nounOf } from './noun';

type Here = Pick<SessionState, 'trace' | 'snapshot' | 'at'>;

export interface HintInput {
  readonly state: Here;
  readonly verdict: Judgement;
  readonly outlook: Outlook;
  readonly located: Located | null;
}

/** 'Running worker next keeps the crash possible; running bucket_del next makes it impossible.' */
export function hintOf({ state, verdict, outlook, located }: HintInput): string {
  const kinds = kindsOf(verdict);
  const withRaces = outlook.map((next) => {
    const raced = next.fails !== 'can' && kinds.has('data-race');
    return raced ? { ...next, fails: raceReach(verdict, located, state.at, next) } : next;
  });
  const noun = 'interleaving';
  const last =
    located === null
      ? -1
      : lastStep(state.at, (step) => outcomeBehind(verdict, located.steps.slice(0, step).flat()).failing > 0);
  return words({ state, outlook: withRaces, kinds, isClean: neverFails(verdict), noun, last });
}

/** The same of a run under RC11, of which `judgement` knows what can come of all; `outcomes` what of the steps taken. */
export function weakHintOf(
  state: Here & Pick<SessionState, 'outcomes' | 'schedule'>,
  judgement: WeakJudgement,
  outlook: Outlook,
): string {
  const last = lastStep(state.at, (step) => (weakOutcomeAt(state, step)?.failing ?? 0) > 0);
  const kinds = new Set(judgement.failures.map(({ kind }) => kind));
  const isClean = judgement.verdict === 'clean';
  return words({ state, outlook, kinds, isClean, noun: 'execution', last });
}

interface Scene {
  readonly state: Here;
  readonly outlook: Outlook;
  /** What a run can come to that fails. */
  readonly kinds: ReadonlySet<FindingKind>;
  readonly isClean: boolean;
  readonly noun: 'interleaving' | 'execution';
  /** The last step behind which it could still fail; negative if that is not known. */
  readonly last: number;
}

function words({ state, outlook, kinds, isClean, noun, last }: Scene): string {
  const status = state.snapshot?.status;
  if (status === 'failed' || status === 'finished' || outlook.length === 0)
    return 'This run is over: step back to choose again.';
  if (kinds.size === 0) {
    return isClean
      ? `No ${noun} fails, whichever thread runs next.`
      : `No ${noun} that was tried fails; not all of them were.`;
  }
  const what = nounOf(kinds);
  const fates = new Map(outlook.map((next) => [nameOf(state, next, outlook), next.fails]));
  const names = (fate: Reach): string[] => [...fates.keys()].filter((name) => fates.get(name) === fate);
  const [can, cannot, unknown] = [names('can'), names('cannot'), names('unknown')];
  if (cannot.length === fates.size) {
    const since = last < 0 ? '' : `: it was last possible after step ${last}`;
    return `${capital(what)} is impossible from here on${since}.`;
  }
  if (can.length === fates.size) {
    return can.length === 1
      ? `Only ${can[0]} can run next, and ${what} stays possible.`
      : `${capital(what)} stays possible, whichever thread runs next.`;
  }
  const parts: string[] = [];
  if (can.length > 0) parts.push(`running ${listed(can)} next keeps ${what} possible`);
  if (cannot.length > 0) parts.push(`running ${listed(cannot)} next makes it impossible`);
  if (unknown.length > 0)
    parts.push(`for ${listed(unknown)} it is not known: there was too much to try (bounded)`);
  return `${capital(parts.join('; '))}.`;
}

/** 'worker'; where it depends on what its step reads or takes, 'worker to read 0 (start)'. */
function nameOf({ trace, snapshot }: Here, { thread, pick, fails }: Outlook[number], all: Outlook): string {
  const name = trace?.threads.find(({ id }) => id === thread)?.name ?? `thread ${thread}`;
  if (all.every((next) => next.thread !== thread || next.fails === fails)) return name;
  const label = snapshot?.threads[thread]?.picks.find((each) => each.pick === pick)?.label;
  return `${name} to ${label === undefined ? `choice ${pick}` : label.charAt(0).toLowerCase() + label.slice(1)}`;
}

/** What executions end in; where not all of them are known, or there is no end of them, what else the search has met. */
function kindsOf({ executions = [], count, findings }: Judgement): ReadonlySet<FindingKind> {
  const met = count?.exact ? [] : findings.filter(({ reached }) => reached);
  const kinds = [...executions, ...met].map(({ kind }) => kind);
  return new Set(kinds.filter((kind) => kind !== null));
}

/** A race is no end of a run, so trying all ends does not find it: the executions that were listed tell. */
function raceReach(
  verdict: Judgement,
  located: Located | null,
  at: number,
  { thread, pick, fails }: Outlook[number],
): Reach {
  const next = located?.next.find((each) => each.thread === thread && each.pick === pick);
  if (located === null || next === undefined) return 'unknown';
  const events = [...located.steps.slice(0, at).flat(), ...next.events];
  const races = reachOf(outcomeBehind(verdict, events, (kind) => kind === 'data-race'));
  return races === 'cannot' ? fails : races;
}

/** The last step before `at` behind which the run could still fail: one would have to go back to it. -1 if none is known. */
function lastStep(at: number, couldFail: (step: number) => boolean): number {
  let step = at - 1;
  while (step >= 0 && !couldFail(step)) step--;
  return step;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
