/**
 * A policy: who runs next. The run loop asks it before every step and nothing else does, so a new policy is one new file.
 * Policies are deterministic: the same answers for the same questions in the same order.
 */
import type { ThreadId } from '../bytecode/program';

export interface Scheduler {
  /**
   * The thread of the next step, one of `ready` (ascending, never empty), or null to stop the run here. `last` took the step
   * before; null at the first. `yields`: `last` asks to let others go first. `ready` is only lent.
   */
  next(ready: readonly ThreadId[], last: ThreadId | null, yields: boolean): ThreadId | null;
  /** For a step of `thread` that has `choices` ways to go (which waiter notify_one wakes, which value an input has): its index; any other stops the run here. */
  pick(thread: ThreadId, choices: number): number;
}
