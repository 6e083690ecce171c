/**
 * The ground truth: every interleaving at every access, nothing reduced and nothing hashed (states are compared word by word), and
 * races as what they are: two threads whose next accesses conflict, reachable together. Slow, and written without a
 * line of the search.
 */

import * as ev from '../../bytecode/event';
import { nextEvent } from '../../bytecode/event';
import { type FindingKind, kindOfFault } from '../../bytecode/fault';
import * as op from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import { leakOf } from '../../detect/leaks';
import {
  blockOf,
  canStep,
  checkpoint,
  createMachine,
  evenAlone,
  FAULTED,
  faultOf,
  isProcessOver,
  logEnd,
  logStart,
  type Machine,
  MORE,
  pickCount,
  restore,
  runStatus,
  type SchedulePoints,
  schedulePoints,
  step,
  threadCount,
} from '../../machine';
import { recordOf, T_PC, T_SP } from '../../machine/layout';
import { isOnStack, unsettledThread } from '../../machine/local';

export interface Truth {
  /** Sorted; 'stuck' for deadlocks and lost wakeups. */
  readonly kinds: readonly string[];
  readonly states: number;
}

interface Access {
  readonly from: number;
  readonly to: number;
  readonly writes: boolean;
  readonly atomic: boolean;
}

/** Null if there are more than `most` states. */
export function exhaust(program: Program, most: number): Truth | null {
  const machine = createMachine(program);
  const points = evenAlone(schedulePoints(program, [], 'access'));
  const kinds = new Set<string>();
  const seen = new Set<string>();
  const open: Int32Array[] = [];
  const visit = (): void => {
    const state = checkpoint(machine);
    const key = String.fromCharCode(...new Uint16Array(state.buffer));
    if (seen.has(key)) return;
    seen.add(key);
    open.push(state);
  };
  visit();
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (seen.size > most) return null;
    restore(machine, state);
    const status = runStatus(machine);
    if (status === 'stuck') kinds.add('stuck');
    const ready: number[] = [];
    for (let t = 0; t < threadCount(machine); t++) if (canStep(machine, t)) ready.push(t);
    const next = ready.map((t) => accessesOf(machine, t));
    for (let i = 0; i < next.length; i++)
      for (let j = 0; j < i; j++)
        if (next[i].some((p) => next[j].some((q) => races(p, q)))) kinds.add('data-race');
    for (const thread of ready) {
      const picks = pickCount(machine, thread);
      for (let pick = 0; pick < picks; pick++) {
        restore(machine, state);
        let outcome: number;
        do outcome = step(machine, thread, pick, points);
        while (outcome === MORE);
        if (outcome === FAULTED) kinds.add(kindOf(machine));
        else visit();
      }
    }
  }
  return { kinds: [...kinds].sort(), states: seen.size };
}

function kindOf(machine: Machine): FindingKind {
  const fault = faultOf(machine);
  if (fault === null) throw new Error('no fault');
  return kindOfFault(fault.kind, fault.text);
}

const races = (p: Access, q: Access): boolean =>
  p.from < q.to && q.from < p.to && (p.writes || q.writes) && !(p.atomic && q.atomic);

function accessesOf(machine: Machine, thread: number): Access[] {
  const { words, program } = machine;
  const { code } = program;
  const pc = words[recordOf(thread) + T_PC];
  const sp = words[recordOf(thread) + T_SP];
  const access = (at: number, size: number, writes: boolean, atomic: boolean): Access => ({
    from: words[at],
    to: words[at] + size,
    writes,
    atomic,
  });
  const n = code[pc + 1];
  switch (code[pc]) {
    case op.LOAD:
      return [access(sp - 1, 1, false, false)];
    case op.LOAD2:
      return [access(sp - 1, 2, false, false)];
    case op.STORE:
      return [access(sp - 2, 1, true, false)];
    case op.STORE2:
      return [access(sp - 3, 2, true, false)];
    case op.COPY:
      return [access(sp - 2, n, true, false), access(sp - 1, n, false, false)];
    case op.ALOAD:
      return [access(sp - 1, n, false, true)];
    case op.ASTORE:
    case op.ARMW:
      return [access(sp - 1 - n, n, true, true)];
    case op.FREE:
      return [access(sp - 1, blockOf(machine, words[sp - 1])?.words ?? 1, true, false)];
    case op.ACAS:
      return [access(sp - 2 - n, n, true, true)];
    default:
      return [];
  }
}

/** The fewest preemptions with which a fault of a kind (or 'stuck') is reached in steps of `points`; null if it never is. */
export function fewestPreemptions(program: Program, points: SchedulePoints, kind: string): number | null {
  const machine = createMachine(program);
  const seen = new Set<string>();
  let now: { state: Int32Array; last: number }[] = [{ state: checkpoint(machine), last: 0 }];
  for (let preemptions = 0; now.length > 0; preemptions++) {
    const later: typeof now = [];
    for (let node = now.pop(); node !== undefined; node = now.pop()) {
      const { state, last } = node;
      const key = `${last} ${String.fromCharCode(...new Uint16Array(state.buffer))}`;
      if (seen.has(key)) continue;
      seen.add(key);
      restore(machine, state);
      if (kind === 'stuck' && runStatus(machine) === 'stuck') return preemptions;
      const stays = canStep(machine, last);
      for (let thread = 0; thread < threadCount(machine); thread++) {
        restore(machine, state);
        if (!canStep(machine, thread)) continue;
        const picks = pickCount(machine, thread);
        for (let pick = 0; pick < picks; pick++) {
          restore(machine, state);
          let outcome: number;
          do outcome = step(machine, thread, pick, points);
          while (outcome === MORE);
          const free = thread === last || !stays;
          if (outcome === FAULTED) {
            if (kindOf(machine) !== kind) continue;
            if (free) return preemptions;
            later.push({ state: checkpoint(machine), last: -1 });
          } else (free ? now : later).push({ state: checkpoint(machine), last: thread });
        }
      }
      if (last === -1) return preemptions;
    }
    now = later;
  }
  return null;
}

/** Steps of the longest interleaving that is followed, and of the longest round. */
const MAX_DEPTH = 300;
const MAX_ROUND = 40;

/**
 * The number of different partial orders among all interleavings: each is written down as the pairs of its steps that depend on
 * each other. A thread waits if alone it comes round to the state it is in and only its first step touches anything, one word. Null if
 * there are more than `most` interleavings, or one has no end.
 */
export function countOrders(
  program: Program,
  points: SchedulePoints,
  most: number,
): { orders: number; failing: number } | null {
  const machine = createMachine(program);
  const orders = new Map<string, boolean>();
  const events: { name: string; log: readonly number[][] }[] = [];
  let runs = 0;
  const waits = (thread: number): boolean => {
    const state = checkpoint(machine);
    const words = new Set<number>();
    for (let steps = 0; steps < MAX_ROUND && canStep(machine, thread); steps++) {
      if (pickCount(machine, thread) > 1) break;
      const { log, outcome } = take(machine, thread, 0, points);
      const touched = log.filter(([kind, address]) => touches(kind) && !isOnStack(machine, thread, address));
      for (const [, address] of touched) words.add(address);
      if (outcome === FAULTED || (steps > 0 && touched.length > 0) || words.size > 1) break;
      if (checkpoint(machine).every((word, at) => word === state[at])) {
        restore(machine, state);
        return true;
      }
    }
    restore(machine, state);
    return false;
  };
  const walk = (): boolean => {
    if (events.length > MAX_DEPTH) return false;
    const state = checkpoint(machine);
    let any = false;
    for (let thread = 0; thread < threadCount(machine); thread++) {
      restore(machine, state);
      if (!canStep(machine, thread) || waits(thread)) continue;
      any = true;
      const picks = pickCount(machine, thread);
      for (let pick = 0; pick < picks; pick++) {
        restore(machine, state);
        const { log, outcome } = take(machine, thread, pick, points);
        const nth = events.filter(({ name }) => name.startsWith(`${thread}.`)).length;
        const fault = outcome === FAULTED ? '!' : '';
        events.push({ name: `${thread}.${nth}${picks > 1 ? `:${pick}` : ''}${fault}`, log });
        const on = outcome === FAULTED ? record(true) : walk();
        events.pop();
        if (!on) return false;
      }
    }
    restore(machine, state);
    return (
      any || record(!isProcessOver(machine) || leakOf(machine, 0) !== null || unsettledThread(machine) >= 0)
    );
  };
  const record = (failed: boolean): boolean => {
    const pairs: string[] = events.map(({ name }) => name);
    events.forEach((b, j) => {
      for (let i = 0; i < j; i++)
        if (orderMatters(events[i].log, b.log)) pairs.push(`${events[i].name}<${b.name}`);
    });
    orders.set(pairs.sort().join(' '), failed);
    return ++runs <= most;
  };
  if (!walk()) return null;
  return { orders: orders.size, failing: [...orders.values()].filter(Boolean).length };
}

/** Takes a step; `log` has the kind, the address and the value of what its visible operation did, word by word. */
function take(machine: Machine, thread: number, pick: number, points: SchedulePoints) {
  const pc = machine.words[recordOf(thread) + T_PC];
  const log: number[][] = [];
  let outcome: number;
  do {
    outcome = step(machine, thread, pick, points);
    const { words } = machine;
    let inside = false;
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(machine.words, at)) {
      const kind = words[at] & 255;
      if (kind === ev.EV_ATOMIC_LEAVE || (words[at + 1] !== pc && !inside)) break;
      if (kind === ev.EV_ATOMIC_ENTER) inside = true;
      for (let i = 0; i < sizeOf(machine, at); i++) log.push([kind, words[at + 2] + i, words[at + 3]]);
    }
  } while (outcome === MORE);
  return { log, outcome };
}

/** Words from the one that an event names. */
function sizeOf(machine: Machine, at: number): number {
  const head = machine.words[at];
  if ((head & 255) === ev.EV_FREE) return blockOf(machine, machine.words[at + 2])?.words ?? 1;
  return Math.max(1, head >>> 8);
}

const READS = new Set([ev.EV_READ, ev.EV_ATOMIC_READ]);
/** They ask for the state of a lock and leave it as it is, or of a condition variable and change what is their thread's alone. */
const LOOKS = new Set([ev.EV_TRY_FAILED, ev.EV_LOCK_END, ev.EV_CV_TIMED]);
const SHARES = new Set([ev.EV_LOCK_SHARED, ev.EV_UNLOCK_SHARED]);

const orderMatters = (first: readonly number[][], second: readonly number[][]): boolean =>
  first.some((one) => second.some((two) => one[1] === two[1] && matters(one, two)));

function matters([one, , value]: readonly number[], [two, , value2]: readonly number[]): boolean {
  if (isCount(one) && isCount(two))
    return decides(one, value, two, value2) || decides(two, value2, one, value);
  if (!touches(one) || !touches(two)) return false;
  if (READS.has(one) && READS.has(two)) return false;
  if (SHARES.has(one) && SHARES.has(two)) return false;
  return !LOOKS.has(one) || !LOOKS.has(two);
}

/** Waking comes behind the notify that was for it in every order, and minds no others. */
const touches = (kind: number): boolean =>
  (kind >= ev.EV_READ && kind <= ev.EV_NOTIFY && kind !== ev.EV_CV_WOKEN) ||
  kind === ev.EV_FREE ||
  kind === ev.EV_LOCK_END ||
  kind === ev.EV_CV_TIMED ||
  kind === ev.EV_DEATH ||
  isCount(kind);

const isCount = (kind: number): boolean => kind >= ev.EV_COUNT_ADD && kind <= ev.EV_COUNT_READ;

/** Whether an operation on an owner count looks at what another one changed: the last drop, an attempt, a question. */
function decides(kind: number, value: number, other: number, otherValue: number): boolean {
  if (kind === ev.EV_COUNT_READ)
    return other !== ev.EV_COUNT_READ && !(other === ev.EV_COUNT_LOCK && otherValue === 0);
  return kind === ev.EV_COUNT_DROP && value === 0;
}
