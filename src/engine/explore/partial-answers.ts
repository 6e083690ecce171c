/**
 * What a part of all interleavings tells of a program that turns out to be large, before all are tried, or in place of it: each part is
 * a search of its own, and soon done.
 */
import type { Program } from '../bytecode/program';
import type { Machine } from '../machine';
import type { Choice } from '../schedule/schedule';
import type { Met, SearchFinding } from './counterexample/failures';
import { type Bounded, LOOP_BOUNDS, withinPreemptions } from './counterexample/preemption-bound';
import { kindOfEnding } from './counterexample/stuck';
import { isCleanWithOpenLoops, type SearchOpen } from './open-proof';
import { mayCommute } from './reduction/commuting-steps';
import { SharedWords } from './reduction/shared-words';
import type { Refinement } from './refinement/refinement';
import type { SearchLimits } from './search-limits';
import type { Verdict } from './verdict';

/** What was met in a part, or that nothing fails in one. */
export type PartialAnswer = { readonly first: Met } | { readonly bounded: Bounded };

/** A search with other limits, of whose failures nobody is told. */
export interface Part {
  readonly verdict: Verdict;
  /** All of the part was tried. */
  readonly covered: boolean;
  readonly first: Met | undefined;
  /** Somebody would wait for ever if nobody were fair. */
  readonly starves: boolean;
}

export interface Large {
  readonly program: Program;
  readonly limits: SearchLimits;
  readonly refinement: Refinement;
  /** Free to be led anywhere. */
  readonly machine: Machine;
  /** `program`: another one in place of it. */
  part(limits: SearchLimits, program?: Program): Part;
  found(kind: SearchFinding['kind'], path: readonly Choice[]): SearchFinding;
}

/** Of the first rounds of a large program. */
const BOUNDED_STATES = 100_000;
/** Of a proof by steps that commute: where it is one, every state has one step. */
const COMMUTING_STATES = 250_000;

/**
 * Where threads only add to what they share, under locks or not, few orders are left: a proof of them is one of all. 'coalesced': also where
 * those left are many. Null: there is no proof.
 */
function cleanByCommuting(
  { program, limits, part }: Large,
  tried: 'commuting' | 'coalesced',
): Verdict | null {
  const { orders = 'reduced' } = limits;
  if (orders !== 'reduced' || !mayCommute(program)) return null;
  const { verdict, covered, starves } = part({ orders: tried, states: COMMUTING_STATES });
  return covered && verdict.kind === 'clean' && !starves ? verdict : null;
}

/** Of a program with its counters left out. */
const OPEN_STATES = 100_000;

/** Where loops only count, one round stands for all (open-proof.ts). Null: there is no proof. */
function cleanByOpenLoops({ program, limits, part }: Large): Verdict | null {
  const { orders = 'reduced' } = limits;
  if (orders !== 'reduced') return null;
  let last: Verdict | null = null;
  const search: SearchOpen = (open, leftOut) => {
    const { verdict, covered, starves } = part({ orders: { leftOut }, states: OPEN_STATES }, open);
    last = verdict;
    return covered && verdict.kind === 'clean' && !starves;
  };
  const isClean = isCleanWithOpenLoops(program, search, () => limits.shouldStop?.('states') ?? false);
  // Races that no two neighbouring steps show are looked for in what a program does with its counters, if it is small.
  return isClean && !last!.sharesUnguarded ? last : null;
}

/** A proof by fewer orders or states than there are, the quickest first. Null: there is none. */
export const cleanByFewer = (large: Large): Verdict | null =>
  cleanByCommuting(large, 'commuting') ?? cleanByOpenLoops(large) ?? cleanByCommuting(large, 'coalesced');

/** The first failure ends it. */
export function* answersWithinBounds(large: Large): Generator<PartialAnswer> {
  const { refinement, limits, machine } = large;
  const { setup, points } = refinement;
  const shared = new SharedWords(machine);
  shared.learn([refinement.shared.touched()]);
  const known = shared.count;
  const { covered, found } = withinPreemptions({
    ...{ machine, setup, points, shared },
    limits: { memory: limits.memory, shouldStop: () => limits.shouldStop?.('states') ?? false },
  });
  // An access that nobody had known to be shared may have been in no window.
  const preemptions = covered >= 0 && shared.count === known ? covered : null;
  yield { bounded: { preemptions, rounds: null } };
  for (const [ending, { path }] of found) {
    const kind = kindOfEnding(machine, setup, points, ending, path);
    return yield { first: { ending, finding: large.found(kind, path) } };
  }
  for (const rounds of LOOP_BOUNDS) {
    const { covered, first } = large.part({ orders: { rounds }, states: BOUNDED_STATES });
    if (first !== undefined) return yield { first };
    if (covered) return yield { bounded: { preemptions, rounds } };
  }
}
