/** The explorer: a verdict on every interleaving of a program, found alone or with others. */
import type { Program } from '../bytecode/program';
import { SMALL_LIMITS } from '../machine';
import { Exploration } from './exploration';
import { exploreWithin } from './few-preemptions';
import {
  type Look,
  type ProofInput,
  type ProofResult,
  sharedBytes,
  takePart,
} from './parallel/parallel-proof';
import type { Proving } from './refinement/refinement';
import type { SearchLimits } from './search-limits';
import { withUnorderedRaces } from './unordered-races';
import type { Verdict } from './verdict';

const smaller = new WeakMap<Program, Program>();

/** In a small memory first: to make and clear large ones would be most of the work of a small search. Where it does not do, all again. */
function* inSmallMemory(program: Program, limits: SearchLimits): Proving<Verdict> {
  const small = smaller.get(program) ?? { ...program, limits: SMALL_LIMITS };
  smaller.set(program, small);
  let told = false;
  const onFailure: SearchLimits['onFailure'] = (finding) => {
    if (!told) limits.onFailure?.(finding);
    told = true;
  };
  const exploration = new Exploration(small, { ...limits, onFailure });
  const verdict = yield* exploration.explore();
  if (!exploration.isOutOfRoom) return withUnorderedRaces(program, verdict, limits);
  const all = yield* new Exploration(program, { ...limits, onFailure }).explore();
  return withUnorderedRaces(program, all, limits);
}

/** All runs, or those within a bound of preemptions alone. */
function* verdictOf(program: Program, limits: SearchLimits): Proving<Verdict> {
  const { preemptions } = limits;
  return preemptions === undefined
    ? yield* inSmallMemory(program, limits)
    : exploreWithin(program, preemptions, limits);
}

/** Alone, in this thread. */
export function explore(program: Program, limits: SearchLimits = {}): Verdict {
  const search = verdictOf(program, limits);
  let next = search.next();
  while (!next.done) {
    const result = takePart(next.value, new ArrayBuffer(sharedBytes(next.value)), lookOf(limits));
    next = search.next(result === null ? [] : [result]);
  }
  return next.value;
}

/** Goes through a task with others, looking up now and then; answers what all who took part found. */
export type Together = (task: ProofInput, look: Look) => Promise<readonly ProofResult[]>;

/** The same with others to help where a search is large, and with the same answer. */
export async function exploreTogether(
  program: Program,
  limits: SearchLimits,
  together: Together,
): Promise<Verdict> {
  const search = verdictOf(program, limits);
  let next = search.next();
  while (!next.done) next = search.next(await together(next.value, lookOf(limits)));
  return next.value;
}

/** What one of those who take part in a task looks at on behalf of all. */
const lookOf =
  ({ shouldStop, onProgress }: SearchLimits): Look =>
  (states, transitions) => {
    onProgress?.(states, transitions);
    return shouldStop?.('states') ?? false;
  };
