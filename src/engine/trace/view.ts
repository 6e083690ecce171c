/** What views see of a Trace: one row per step, and the intervals the Score draws. Plain data, posted from the engine worker. */
import type { Address, StepIndex, ThreadId } from '../bytecode/program';
import type { Owner } from '../inspect/owners';
import type { OperationView } from '../inspect/view';
import type { FilesView } from './files';

export interface StepView {
  /** 1-based: the step that leads from index-1 to index. */
  readonly index: StepIndex;
  readonly thread: ThreadId;
  readonly pick: number;
  /** The visible operation of the step, with the value it saw. */
  readonly operation: OperationView;
  /** The same as a sentence: 'worker locks connsLock'. */
  readonly text: string;
  /** Threads that became able to run, or were started, by this step: where hand-off arrows go. */
  readonly woke: readonly ThreadId[];
  /** True if the thread of the step before could have gone on and this is another thread. */
  readonly preemption: boolean;
  /** printf output of the step, '' in general. */
  readonly output: string;
  /** The thread's own clock in this step, and by thread the latest clock that happened before its end: a vector clock (see order.ts). */
  readonly stamp: number;
  readonly knows: readonly number[];
}

/** Half-open in steps: drawn from the left edge of cell `from` to the right edge of cell `to` (1-based step indices, inclusive); `to` null = still. */
export interface Interval {
  readonly from: StepIndex;
  readonly to: StepIndex | null;
}
/** A thread's state along the run: not started before the first, finished after the last. */
export interface StateInterval extends Interval {
  readonly thread: ThreadId;
  readonly state: 'running' | 'ready' | 'blocked' | 'waiting' | 'crashed';
  /** 'waits for connsLock, held by bucket_del', 'joins worker', '' when it can run. */
  readonly reason: string;
}
export interface LockInterval extends Interval {
  readonly lock: Address;
  readonly thread: ThreadId;
  readonly mode: 'exclusive' | 'shared' | 'waiting' | 'failed-try';
}
export interface ObjectInterval extends Interval {
  readonly object: Address;
  /** 'alive', or 'gone': destroyed, address still known. */
  readonly phase: 'alive' | 'gone';
  readonly strong: number | null;
  readonly weak: number | null;
  /** Those strong ones that are known by name, which may be fewer; of a long run, only in its first steps. */
  readonly owners: readonly Owner[];
  readonly thread: ThreadId;
}

export interface TraceView {
  readonly threads: readonly {
    readonly id: ThreadId;
    readonly name: string;
    readonly letter: string;
    readonly startedAt: StepIndex;
    readonly startedBy: ThreadId | null;
  }[];
  readonly locks: readonly { readonly id: Address; readonly name: string }[];
  readonly objects: readonly { readonly id: Address; readonly name: string }[];
  readonly steps: readonly StepView[];
  readonly states: readonly StateInterval[];
  readonly held: readonly LockInterval[];
  readonly lives: readonly ObjectInterval[];
  /** Before the first step, and after each: only of a program whose files were declared, else empty. */
  readonly files: readonly FilesView[];
}
