/**
 * What the steps taken at a question of a story are worth, judged by all executions and not by what the story does next: whatever keeps
 * possible what was asked for is right. Pure.
 */
import { type Finding, type FindingKind, reachOf } from '../../engine';
import { isWeak, storyOf } from '../model/selectors';
import type { SessionState } from '../model/state';
import { outcomeAt } from './consistentExecutions';

export type Reply =
  | { readonly fate: 'reached'; readonly finding: Finding }
  /** `orders` of the `left` executions that can follow end in what was asked for. */
  | { readonly fate: 'can'; readonly orders: number; readonly left: number }
  /** None of the `left` executions that can follow does; `failing` of them end in another failure, all of `kind` if there is one. */
  | {
      readonly fate: 'cannot';
      readonly left: number;
      readonly failing: number;
      readonly kind: FindingKind | null;
    }
  /** Not all executions are known. */
  | { readonly fate: 'unknown' };

/** The defect that the story comes to after its question; null where it comes to none, and where any will do: failures of RC11 are not told apart. */
export function askedFor(state: SessionState): FindingKind | null {
  if (isWeak(state)) return null;
  const story = storyOf(state);
  const asked = story[state.beat];
  const claims = story
    .slice(state.beat + 1)
    .flatMap((beat) => (beat.variant === asked?.variant ? beat.claims : []));
  return claims.find(({ finding }) => finding !== undefined)?.finding ?? null;
}

export function replyOf(state: SessionState): Reply {
  const wanted = askedFor(state);
  const isIt = (kind: FindingKind | null): boolean => kind !== null && (wanted === null || kind === wanted);
  const finding = state.findings.find(({ kind, reached, step }) => reached && step <= state.at && isIt(kind));
  if (finding !== undefined) return { fate: 'reached', finding };
  const outcome = outcomeAt(state, state.at, isIt);
  if (outcome === null) return { fate: 'unknown' };
  const fate = reachOf(outcome);
  if (fate === 'can') return { fate, orders: outcome.failing, left: outcome.left };
  return fate === 'unknown' ? { fate } : { fate, ...elsewhere(state) };
}

/** What else the executions that can follow come to. */
function elsewhere(state: SessionState): { left: number; failing: number; kind: FindingKind | null } {
  const kinds = new Set<FindingKind>();
  const { left, failing } = outcomeAt(state, state.at, (kind) => {
    if (kind !== null) kinds.add(kind);
    return kind !== null;
  }) ?? { left: 0, failing: 0 };
  const [kind = null, ...more] = kinds;
  return { left, failing, kind: more.length > 0 ? null : kind };
}
