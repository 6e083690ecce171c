/** The graph of all states that some threads can lead to from where a machine stands: equal states are merged, and nothing is reduced. */
import {
  canStep,
  checkpoint,
  createMachine,
  FAULTED,
  isProcessOver,
  type Machine,
  pickCount,
  restore,
  type SchedulePoints,
  threadCount,
} from '../../machine';
import { type Held, locksAwaited, WORD_THREADS } from '../../machine/local';
import type { Choice } from '../../schedule/schedule';
import { FingerprintSet } from '../steps/fingerprint-set';
import { ReversibleStepper } from '../steps/stepper';
import { type Effect, takeWithEffect } from './effect';

/** A step that was taken; `to` is the number of a state, below 0 for a fault. */
export interface Edge extends Effect {
  readonly choice: Choice;
  readonly to: number;
}

export interface State {
  readonly edges: Edge[];
  /** A bit for each thread that can step. */
  readonly enabled: number;
  /** Threads that wait for locks. */
  readonly waits: readonly Wait[];
  /** The process may end here. */
  readonly isOver: boolean;
}

export interface Wait {
  readonly thread: number;
  readonly locks: readonly Held[];
}

export interface Extent {
  /** States at most. */
  readonly most: number;
  /** Which threads take steps; default: all. */
  readonly moves?: (thread: number) => boolean;
  /** Whether what a thread does next it does only so often in any run: such steps are left out. */
  readonly isBounded?: ((machine: Machine, thread: number) => boolean) | undefined;
  /** Called in each state, numbered from 0, and with -1 after a step that ended in a fault; false ends it. */
  readonly meet?: (machine: Machine, state: number) => boolean;
}

/** Numbered as they are met, breadth first. Null if there are too many of them or of threads, or `meet` ended it. */
export function statesFrom(
  from: Machine,
  points: SchedulePoints,
  { most, moves = () => true, isBounded, meet }: Extent,
): State[] | null {
  const machine = createMachine(from.program, { limits: from.layout.limits });
  restore(machine, checkpoint(from));
  const stepper = new ReversibleStepper(machine, points);
  const { journal } = stepper;
  const seen = new FingerprintSet();
  const states: State[] = [];
  const open: Int32Array[] = [];
  const enter = (): number => {
    const state = seen.put(journal.hash0, journal.hash1);
    if (state === open.length) open.push(checkpoint(machine));
    return state;
  };
  enter();
  for (let at = 0; at < open.length; at++) {
    if (seen.count > most) return null;
    restore(machine, open[at]);
    delete open[at];
    journal.follow();
    const threads = threadCount(machine);
    if (threads > WORD_THREADS || meet?.(machine, at) === false) return null;
    const here = stepper.here();
    const edges: Edge[] = [];
    const waits: Wait[] = [];
    let enabled = 0;
    for (let thread = 0; thread < threads; thread++) {
      if (!canStep(machine, thread)) {
        const locks = locksAwaited(machine, thread);
        if (locks.length > 0) waits.push({ thread, locks });
        continue;
      }
      enabled |= 1 << thread;
      if (!moves(thread) || isBounded?.(machine, thread) === true) continue;
      const picks = pickCount(machine, thread);
      for (let pick = 0; pick < picks; pick++) {
        const { outcome, writes, reads } = takeWithEffect(stepper, thread, pick);
        const choice = { thread: thread as Choice['thread'], pick };
        const isFault = outcome === FAULTED;
        edges.push({ thread, choice, writes, reads, to: isFault ? -1 : enter() });
        if (isFault && meet?.(machine, -1) === false) return null;
        stepper.back(here);
      }
    }
    states.push({ edges, enabled, waits, isOver: isProcessOver(machine) });
  }
  return states;
}

/** States of a round that a way round it comes through, if it is not as large. */
const MAX_CYCLE_PATH = 200;

/** A way from the first state to a round, and once round: with a step of each thread that moves, and through all states, or many. */
export function cyclePath(states: readonly State[], within: ReadonlySet<number>): Choice[] {
  const way = pathTo(states, 0, (at) => within.has(at));
  const start = way.at(-1)?.to ?? 0;
  const isInside = ({ to }: Edge): boolean => within.has(to);
  const movers = new Set([...within].flatMap((at) => states[at].edges.filter(isInside).map((e) => e.thread)));
  const left = new Set([...within].slice(0, MAX_CYCLE_PATH));
  let at = start;
  const go = (more: readonly Edge[]): void => {
    for (const edge of more) {
      way.push(edge);
      movers.delete(edge.thread);
      left.delete(edge.to);
      at = edge.to;
    }
  };
  left.delete(start);
  while (left.size > 0) go(pathTo(states, at, (state) => left.has(state), within));
  while (movers.size > 0) {
    const moves = (edge: Edge): boolean => movers.has(edge.thread) && isInside(edge);
    go(pathTo(states, at, (state) => states[state].edges.some(moves), within));
    go(states[at].edges.filter(moves).slice(0, 1));
  }
  go(pathTo(states, at, (state) => state === start, within));
  return way.map(({ choice }) => choice);
}

/** The shortest way to a state that is sought; through these states only. */
function pathTo(
  states: readonly State[],
  from: number,
  isSought: (state: number) => boolean,
  within?: ReadonlySet<number>,
): Edge[] {
  const before = new Map<number, { readonly edge: Edge; readonly from: number }>();
  const open = [from];
  for (const at of open) {
    if (isSought(at)) {
      const way: Edge[] = [];
      for (let state = at; state !== from; ) {
        const step = before.get(state)!;
        way.unshift(step.edge);
        state = step.from;
      }
      return way;
    }
    for (const edge of states[at].edges) {
      const { to } = edge;
      if (to < 0 || to === from || before.has(to) || (within !== undefined && !within.has(to))) continue;
      before.set(to, { edge, from: at });
      open.push(to);
    }
  }
  return [];
}
