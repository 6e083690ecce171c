/** What a search answers. */
import type { FindingKind } from '../bytecode/fault';
import type { SchedulePoints } from '../machine';
import type { Explosion } from './counterexample/explosion';
import type { Failure, SearchFinding } from './counterexample/failures';
import type { Bounded } from './counterexample/preemption-bound';
import type { Limit } from './search-limits';

export interface Verdict {
  readonly kind: FindingKind | 'clean';
  /** All interleavings were covered. */
  readonly complete: boolean;
  readonly limit: Limit | null;
  /** Of a limit that a run came to: the line of the user's file it was at. */
  readonly limitLine: number | null;
  /** Where not all was covered and nothing failed: within which bounds all was. */
  readonly bounded: Bounded | null;
  /** Where not all was covered: what makes the program large. */
  readonly explosion: Explosion | null;
  /** Of the last pass, in which everything was known. */
  readonly states: number;
  readonly transitions: number;
  /** Of all passes. */
  readonly allTransitions: number;
  readonly passes: number;
  /** Where steps stop, by all that the search has learned: what Schedules mean by a step, or finer. */
  readonly points: SchedulePoints;
  /** Objects by which threads communicated though nothing orders what they did there; and one more if they also shared what is no such object. */
  readonly contended: number;
  /** Of a program that tells what it does not order: threads that run beside each other share a word that no mutex guards, and that is no atomic. */
  readonly sharesUnguarded: boolean;
  /** Gravest first. What is only predicted is one as long as not every order was tried. */
  readonly findings: readonly SearchFinding[];
  /** Predicted from a run, and reached by no order: all were tried. */
  readonly notes: readonly SearchFinding[];
  /** One of each kind that is reached, gravest first; empty if they were not asked for. */
  readonly failures: readonly Failure[];
  /**
   * The one with the fewest preemptions of all; among those the gravest. Proven: with fewer nothing fails at all, in whatever way.
   */
  readonly minimal: Failure | null;
}

/**
 * Whether a proof, which is for sequentially consistent memory, holds whatever memory orders the program names: whether every execution that RC11
 * allows it is sequentially consistent (robustness: Lahav & Margalit, "Robustness against release/acquire semantics", PLDI 2019). It is
 * where threads that run beside each other share one object alone, an atomic one; and where they share none but under locks:
 *
 *     what is not that object passes from thread to thread by starts, joins and locks, so by happens-before (hb), whatever orders the object has:
 *     that nothing races there does not rest on them
 *     on that object coherence puts all writes in a row, and each read behind the write it is of: nothing goes back there, by hb neither
 *     so happens-before and communication together have no circle, and any order that goes along with both is an interleaving
 *
 * A first step that was not as in some interleaving there can be none: before it everything was, so it is at an object at which an
 * interleaving has it too. A relaxed flag and what is plain behind it are two: the search takes every atomic for one that synchronizes.
 */
export const isRobust = ({
  kind,
  complete,
  contended,
}: Pick<Verdict, 'kind' | 'complete' | 'contended'>): boolean =>
  complete && kind === 'clean' && contended < 2;
