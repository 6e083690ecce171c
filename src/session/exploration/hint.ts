/** What can come of the next step, in words: pure, and fetched with the first hint. */
import type { FindingKind, Located, Reach } from '../../engine';
import type { Judgement, Outlook } from '../../host/client';
import { neverFails } from '../model/selectors';
import type { SessionState } from '../model/state';
import { outcomeBehind, reachOf } from './consistentExecutions';
import { nounOf } from './noun';

export interface HintInput {
  readonly state: Pick<SessionState, 'trace' | 'snapshot' | 'at'>;
  readonly verdict: Judgement;
  readonly outlook: Outlook;
  readonly located: Located | null;
}

/** 'Running worker next keeps the crash possible; running bucket_del next makes it impossible.' */
export function hintOf({ state, verdict, outlook, located }: HintInput): string {
  const status = state.snapshot?.status;
  if (status === 'failed' || status === 'finished' || outlook.length === 0)
    return 'This run is over: step back to choose again.';
  const kinds = kindsOf(verdict);
  if (kinds.size === 0) {
    return neverFails(verdict)
      ? 'No interleaving fails, whichever thread runs next.'
      : 'No interleaving that was tried fails; not all of them were.';
  }
  const what = nounOf(kinds);
  const fates = new Map<number, Reach>();
  for (const next of outlook) {
    const raced = next.fails !== 'can' && kinds.has('data-race');
    const fate = raced ? raceReach(verdict, located, state.at, next) : next.fails;
    fates.set(next.thread, worse(fates.get(next.thread), fate));
  }
  const names = (fate: Reach): string[] =>
    [...fates].filter(([, each]) => each === fate).map(([thread]) => nameOf(state, thread));
  const [can, cannot, unknown] = [names('can'), names('cannot'), names('unknown')];
  const parts: string[] = [];
  if (cannot.length === fates.size) {
    return `${capital(what)} is impossible from here on${lastChance(verdict, located, state.at)}.`;
  }
  if (can.length === fates.size) {
    return can.length === 1
      ? `Only ${can[0]} can run next, and ${what} stays possible.`
      : `${capital(what)} stays possible, whichever thread runs next.`;
  }
  if (can.length > 0) parts.push(`running ${listed(can)} next keeps ${what} possible`);
  if (cannot.length > 0) parts.push(`running ${listed(cannot)} next makes it impossible`);
  if (unknown.length > 0)
    parts.push(`for ${listed(unknown)} it is not known: there was too much to try (bounded)`);
  return `${capital(parts.join('; '))}.`;
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

const ORDER: readonly Reach[] = ['cannot', 'unknown', 'can'];
const worse = (one: Reach | undefined, two: Reach): Reach =>
  one !== undefined && ORDER.indexOf(one) > ORDER.indexOf(two) ? one : two;

/** Where one would have to go back to. */
function lastChance(verdict: Judgement, located: Located | null, at: number): string {
  for (let step = at - 1; located !== null && step >= 0; step--)
    if (outcomeBehind(verdict, located.steps.slice(0, step).flat()).failing > 0)
      return `: it was last possible after step ${step}`;
  return '';
}

const nameOf = ({ trace }: HintInput['state'], thread: number): string =>
  trace?.threads.find(({ id }) => id === thread)?.name ?? `thread ${thread}`;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
