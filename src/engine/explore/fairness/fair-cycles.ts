/**
 * Which cycles of states threads can go round in for ever. A scheduler is taken to be fair in this sense: a thread that waits gets on if it could again
 * and again. Formally, let X be the states that a run comes to infinitely often, and a *watcher* a thread of which no step within X
 * changes what another thread's step within X looks at: it stands blocked, or only looks, or takes locks and gives them back. A run
 * is fair if
 *
 * 1. no watcher, left alone in some state of X, would leave X. For a thread that takes no step it is strong fairness ("compassion":
 *    Manna & Pnueli, "The Temporal Logic of Reactive and Concurrent Systems", 1992): who waits for a lock that is free again and
 *    again gets it, who can always go on does. For one that goes round by try_lock, a failed exchange or a load, or that waits for
 *    a condition or a semaphore, it says the same: no scheduler makes it look always in the wrong moment.
 * 2. who waits for locks throughout X waits for one that some thread holds throughout X. Readers who follow each other so that the
 *    lock is never free keep no writer waiting, nor does one who gives back each of two locks keep from them who wants both at once.
 * 3. the process ends in time, once nobody keeps it from ending.
 *
 * - Threads that undo each other's progress (two that give way to each other) are no watchers: they keep each other from getting on.
 *
 * Real mutexes, and schedulers, promise less; that they could starve somebody is a note.
 *
 * Whether there is such an X is asked as for Streett automata (Lichtenstein & Pnueli, "Checking that finite state concurrent programs satisfy
 * their linear specification", POPL 1985): a watcher within a component is one within each part of it, so a fair part can
 * have none of the states that it could leave from; nor those in which nobody holds what a thread waits for, for some holder.
 */

import { WORD_THREADS } from '../../machine/local';
import { components } from './components';
import type { Effect } from './effect';
import type { Edge, State } from './state-graph';

/** States that threads can go round in for ever, and bits of those that do and of those that can step in some of the states. */
export interface FairCycle {
  readonly states: ReadonlySet<number>;
  readonly moved: number;
  readonly able: number;
}

/** The largest fair rounds among the states. */
export function fairCycles(states: readonly State[]): FairCycle[] {
  const found: FairCycle[] = [];
  const open: (readonly number[])[] = [states.map((_, at) => at)];
  for (let some = open.pop(); some !== undefined; some = open.pop()) {
    for (const part of cyclic(states, some)) {
      const left = leaving(states, part, stepsWithin(states, part));
      const held = left.size > 0 ? null : keptOut(states, part);
      if (left.size > 0) open.push([...part].filter((at) => !left.has(at)));
      else if (held !== null) open.push(...held);
      else found.push(cycleOf(states, part));
    }
  }
  return found;
}

/** Whether threads can go round in which none that can step throughout never does. */
export const hasRound = (states: readonly State[]): boolean =>
  cyclic(
    states,
    states.map((_, at) => at),
  ).some((part) => {
    let moved = 0;
    let always = -1;
    for (const { thread } of stepsWithin(states, part)) moved |= 1 << thread;
    for (const at of part) always &= states[at].enabled;
    return (always & ~moved) === 0;
  });

/** Whether a run that goes on for ever in these steps, which connect these states, is fair. */
export const isFair = (
  states: readonly State[],
  within: ReadonlySet<number>,
  steps: readonly Effect[],
): boolean => leaving(states, within, steps).size === 0 && keptOut(states, within) === null;

function stepsWithin(states: readonly State[], within: ReadonlySet<number>): Edge[] {
  return [...within].flatMap((at) => states[at].edges.filter(({ to }) => within.has(to)));
}

function cycleOf(states: readonly State[], within: ReadonlySet<number>): FairCycle {
  let moved = 0;
  let able = 0;
  for (const { thread } of stepsWithin(states, within)) moved |= 1 << thread;
  for (const at of within) able |= states[at].enabled;
  return { states: within, moved, able };
}

/** The strongly connected components of some of the states that have a step within. */
function cyclic(states: readonly State[], some: readonly number[]): Set<number>[] {
  const index = new Map(some.map((at, i) => [at, i]));
  const from: number[] = [];
  const to: number[] = [];
  for (const [i, at] of some.entries()) {
    for (const edge of states[at].edges) {
      const other = index.get(edge.to);
      if (other === undefined) continue;
      from.push(i);
      to.push(other);
    }
  }
  const component = components(some.length, from, to);
  const parts = new Map<number, Set<number>>();
  for (const [i, node] of from.entries())
    if (component[node] === component[to[i]]) parts.set(component[node], new Set());
  for (const [i, at] of some.entries()) parts.get(component[i])?.add(at);
  return [...parts.values()];
}

/** Threads whose steps change nothing that other threads' steps look at. */
export function watchersAmong(steps: readonly Effect[]): (thread: number) => boolean {
  const lookedAtBy = new Map<number, Set<number>>();
  for (const { thread, reads } of steps) {
    for (const address of reads) {
      const threads = lookedAtBy.get(address) ?? new Set();
      lookedAtBy.set(address, threads.add(thread));
    }
  }
  const active = new Set<number>();
  for (const { thread, writes } of steps) {
    const isSeen = writes.some((address) => {
      const threads = lookedAtBy.get(address);
      return threads !== undefined && threads.size > (threads.has(thread) ? 1 : 0);
    });
    if (isSeen) active.add(thread);
  }
  return (thread) => !active.has(thread);
}

/** States from which some watcher, left alone, would leave these states, or in which the process ends. */
function leaving(
  states: readonly State[],
  within: ReadonlySet<number>,
  steps: readonly Effect[],
): Set<number> {
  const isWatcher = watchersAmong(steps);
  const left = new Set([...within].filter((at) => states[at].isOver));
  for (let thread = 0; thread < WORD_THREADS; thread++) {
    const bit = 1 << thread;
    if (!isWatcher(thread)) continue;
    const mine = new Set<number>();
    const before = new Map<number, number[]>();
    for (const at of within) {
      const { edges, enabled } = states[at];
      const own = edges.filter((edge) => edge.thread === thread);
      // Where it can step and no step of it was followed, it takes none within.
      if ((enabled & bit) !== 0 && (own.length === 0 || own.some(({ to }) => !within.has(to)))) mine.add(at);
      for (const { to } of own) before.set(to, [...(before.get(to) ?? []), at]);
    }
    // Grows while it is gone through.
    for (const at of mine) for (const other of before.get(at) ?? []) mine.add(other);
    for (const at of mine) left.add(at);
  }
  return left;
}

/**
 * Of a thread that waits throughout these states for locks none of which somebody holds throughout: the states in which they are held,
 * by lock and holder. Null if there is no such thread.
 */
function keptOut(states: readonly State[], within: ReadonlySet<number>): number[][] | null {
  const [first] = within;
  for (const { thread } of states[first].waits) {
    const held = new Map<string, Set<number>>();
    let waits = true;
    for (const at of within) {
      const wait = states[at].waits.find((each) => each.thread === thread);
      waits &&= wait !== undefined;
      for (const { lock, holder } of wait?.locks ?? []) {
        const key = `${lock} ${holder}`;
        held.set(key, (held.get(key) ?? new Set()).add(at));
      }
    }
    const parts = [...held.values()].map((states) => [...states]);
    if (waits && parts.every((part) => part.length < within.size)) return parts;
  }
  return null;
}
