/**
 * What holds of a large program before all of it is known: of the runs with few preemptions (Musuvathi & Qadeer, "Iterative context
 * bounding for systematic testing of multithreaded programs", PLDI 2007), and of the first rounds of its loops.
 */
import { GRAVITY } from '../../bytecode/fault';
import { findFewestPreemptions, type Simplest, type Sought } from './fewest-preemptions';
import type { Ending } from './stuck';

/** Nothing fails in the runs within one of these bounds; null: not known of any. */
export interface Bounded {
  /** At most so many preemptions. */
  readonly preemptions: number | null;
  /** No thread comes to one place in one call more often. */
  readonly rounds: number | null;
}

/** Preemptions tried; rounds tried, the most first. */
const PREEMPTIONS = 2;
export const LOOP_BOUNDS: readonly number[] = [3, 1];

/** Looks at the limits of a bounded search, each after a thousand transitions or more. */
const LOOKS = 30;

/** Whatever a run fails by, and a limit that it came to. */
export const ENDINGS: ReadonlySet<Ending> = new Set([
  ...GRAVITY.filter((kind) => kind !== 'deadlock' && kind !== 'lost-wakeup'),
  'cycle',
  'wait',
] as Ending[]);

/** The most preemptions within which all was tried, -1 if not even without; and what fails, if anything does. */
export function withinPreemptions(sought: Omit<Sought, 'endings'>): {
  readonly covered: number;
  readonly found: Simplest['found'];
} {
  let looks = 0;
  const shouldStop = (states: number, transitions: number): boolean =>
    ++looks > LOOKS || (sought.limits.shouldStop?.(states, transitions) ?? false);
  const limits = { ...sought.limits, preemptions: PREEMPTIONS, shouldStop };
  const { found, atLeast } = findFewestPreemptions({ ...sought, endings: ENDINGS, limits });
  // A run that comes to a limit does not fail, and what it would have come to is not covered.
  const cut = found.get('limit')?.preemptions ?? atLeast;
  const failing = new Map([...found].filter(([ending]) => ending !== 'limit'));
  return { covered: Math.min(cut, atLeast) - 1, found: failing };
}
