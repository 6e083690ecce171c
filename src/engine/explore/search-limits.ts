/** What a search is given: how much it may try, and what it tells its caller on the way. */
import type { RunLimit } from '../bytecode/fault';
import type { Granularity } from '../schedule/schedule';
import type { Explosion } from './counterexample/explosion';
import type { SearchFinding } from './counterexample/failures';
import type { Bounded } from './counterexample/preemption-bound';
import type { Orders } from './refinement/refinement';

export interface SearchLimits {
  readonly granularity?: Granularity;
  /** 'reduced' where nothing is said. */
  readonly orders?: Orders;
  /** Tries the runs with at most so many preemptions alone, whatever `orders` says (few-preemptions.ts). */
  readonly preemptions?: number;
  /** States to hold at most. */
  readonly states?: number;
  /** Bytes the search may use for what grows. */
  readonly memory?: number;
  /** Asked every few thousand transitions: true ends the search, or its present part. The engine has no clock; its caller does. */
  readonly shouldStop?: (part: SearchPart) => boolean;
  /** Called with what is known of a large program before all of it is; again when it is more. */
  readonly onBounded?: (bounded: Bounded) => void;
  /** Called once a program has turned out to be large, with what makes it so. */
  readonly onExplosion?: (explosion: Explosion) => void;
  /** Called with the first failure as soon as it is met: by a schedule that shows it, not yet the simplest. */
  readonly onFailure?: (first: SearchFinding) => void;
  /** Called now and then, for those who show progress. */
  readonly onProgress?: (states: number, transitions: number) => void;
  /** Transitions from which on a search is shared among workers; what it answers depends on it, not on how many they are. */
  readonly large?: number;
  /** No counterexample is wanted. */
  readonly noMinimal?: boolean;
}

/** What a search does: it goes through all states, while nothing is met or to find what else there is; or it looks for the simplest schedules. */
export type SearchPart = 'states' | 'other failures' | 'simplest';

/** Why a search is not complete: its own limits, or one that a run came to. bound: of rounds or preemptions, by who asked; threads: more than a run can have. */
export type Limit = 'states' | 'memory' | 'bound' | 'stopped' | RunLimit;
