/** The run loop: asks a policy, takes the step, hands its log to a sink, until the run ends. */
import type { Program, ThreadId } from '../bytecode/program';
import {
  canStep,
  type Machine,
  MORE,
  type Outcome,
  pickCount,
  type SchedulePoints,
  step,
  threadCount,
} from '../machine';
import { asksToBeLeft } from './preemption';
import type { Scheduler } from './scheduler';

const STEPS = 10_000;

/** Steps that a run of the program has at most: one that goes on is cut off, and what it would have come to is not known. */
export const longestRun = (program: Program): number => program.longestRun ?? STEPS;

/** What whoever sees a step says of how to go on. yield: the thread spins, so others go first. */
export type Directive = 'go' | 'yield' | 'stop';

/** Called after every call of `step`: the log is in the machine. After MORE the same step goes on and the answer does not matter. */
export type Sink = (thread: ThreadId, pick: number, outcome: Outcome) => Directive;

export interface RunOptions {
  /** Steps to take at most. */
  readonly limit?: number;
  /** Who took the step before the first. */
  readonly last?: ThreadId | null;
  /** The picks that a step of a thread has, if the machine is not asked. */
  readonly picks?: (thread: ThreadId) => readonly number[];
  /** Takes one step, if not the machine's own `step` is to: on real threads it is done elsewhere. */
  readonly execute?: (thread: ThreadId, pick: number) => Outcome;
}

/** ended: no thread can step. stopped: by the policy or the sink. limit: it took as many steps as it may. */
export type RunEnd = 'ended' | 'stopped' | 'limit';

/** Runs from where the machine stands. */
export function run(
  machine: Machine,
  scheduler: Scheduler,
  points: SchedulePoints,
  sink: Sink,
  { limit = longestRun(machine.program), last = null, picks, execute }: RunOptions = {},
): RunEnd {
  const take = execute ?? ((thread: ThreadId, pick: number): Outcome => step(machine, thread, pick, points));
  const ready: ThreadId[] = [];
  let before = last;
  let directive: Directive = 'go';
  for (let steps = 0; ; steps++) {
    listReady(machine, ready);
    if (ready.length === 0) return 'ended';
    if (steps >= limit) return 'limit';
    const thread = scheduler.next(
      ready,
      before,
      directive === 'yield' || (before !== null && asksToBeLeft(machine, before)),
    );
    if (thread === null) return 'stopped';
    const allowed = picks?.(thread);
    const ways = allowed?.length ?? pickCount(machine, thread);
    const pick = scheduler.pick(thread, ways);
    if (allowed === undefined ? pick >= ways : !allowed.includes(pick)) return 'stopped';
    let outcome: Outcome;
    do {
      outcome = take(thread, pick);
      directive = sink(thread, pick, outcome);
    } while (outcome === MORE);
    if (directive === 'stop') return 'stopped';
    before = thread;
  }
}

/** The threads that can step now, ascending, into `ready`. */
function listReady(machine: Machine, ready: ThreadId[]): void {
  ready.length = 0;
  const count = threadCount(machine);
  for (let thread = 0; thread < count; thread++) {
    if (canStep(machine, thread)) ready.push(thread as ThreadId);
  }
}
