/** What a run under RC11 can still become. */
import type { Program } from '../bytecode/program';
import type { Choice } from '../schedule/schedule';
import { exploreWeak, type WeakLimits } from './search';

export interface WeakOutcome {
  /** Executions that begin so. */
  readonly left: number;
  /** Of these, those that fail. */
  readonly failing: number;
  /** All of them were tried, and the steps are of those that are counted. */
  readonly exact: boolean;
}

/** Before the first step of a run, and behind each of them. */
export function weakOutcomes(
  program: Program,
  choices: readonly Choice[],
  limits: Omit<WeakLimits, 'from'> = {},
): WeakOutcome[] {
  // The last first: where time is short, it is for what can be answered soonest.
  const behind = Array.from({ length: choices.length + 1 }, (_, missing) => {
    const from = choices.slice(0, choices.length - missing);
    const { executions, failing, complete } = exploreWeak(program, { ...limits, from });
    // In the middle of a round that was taken in vain nothing is counted: such rounds are in no execution.
    return { left: executions, failing, exact: complete && executions > 0 };
  });
  return behind.reverse();
}
