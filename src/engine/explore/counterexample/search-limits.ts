/** What a search is given, and what it tells of: the kinds of failures that it meets. */
import type { FindingKind, RunLimit } from '../../bytecode/fault';
import type { Pc, ThreadId } from '../../bytecode/program';
import type { Granularity, Schedule } from '../../schedule/schedule';
import type { Orders } from '../refinement/refinement';
import type { Explosion } from './explosion';
import type { Bounded } from './preemption-bound';

export interface SearchLimits {
  readonly granularity?: Granularity;
  /** 'reduced' where nothing is said. */
  readonly orders?: Orders;
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
  /** Searches for a counterexample with at most so many preemptions; 0 … ; without it, until the fewest is proven. */
  readonly preemptions?: number;
  /** Transitions from which on a search is shared among workers; what it answers depends on it, not on how many they are. */
  readonly large?: number;
  /** No counterexample is wanted. */
  readonly noMinimal?: boolean;
}

/** What a search does: it goes through all states, while nothing is met or to find what else there is; or it looks for the simplest schedules. */
export type SearchPart = 'states' | 'other failures' | 'simplest';

/** Why a search is not complete: its own limits, or one that a run came to. rounds: of loops, by who asked; threads: more than a run or a search can have. */
export type Limit = 'states' | 'memory' | 'rounds' | 'stopped' | RunLimit;

export interface SearchFinding {
  readonly kind: FindingKind;
  /** False for what was predicted from a run without it. */
  readonly reached: boolean;
  readonly thread: ThreadId;
  readonly pc: Pc;
  /** 1-based, in the user's file, as well as it is known without the run; 0 if not at all. A recorded run knows better. */
  readonly line: number;
  /** Of an assertion; '' else. */
  readonly text: string;
  /** A schedule that shows it: as it was met, not the simplest. */
  readonly schedule: Schedule;
}

/** A kind of failure that some order reaches, by its simplest schedule: fewest preemptions, among those fewest steps. */
export interface Failure {
  readonly kind: FindingKind;
  readonly preemptions: number;
  readonly steps: number;
  readonly schedule: Schedule;
  /** Whether fewer preemptions are proven not to be enough. */
  readonly proven: boolean;
}
