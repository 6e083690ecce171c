/**
 * The common coin: which thread takes each step, and which choice where a step has one. A search yields many, a real run one, a story
 * pins one, the URL carries one, `record` consumes one.
 */
import type { ThreadId } from '../bytecode/program';
import type { Granularity } from '../machine';

export type { Granularity };

export interface Schedule {
  readonly granularity: Granularity;
  readonly choices: readonly Choice[];
}
/** One step: the thread that takes it; `pick` is the index of the woken waiter for notify_one, 0 otherwise. */
export interface Choice {
  readonly thread: ThreadId;
  readonly pick: number;
}
