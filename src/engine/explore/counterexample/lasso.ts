/**
 * The simplest lasso of a livelock, or of a deadlock through a spin: a path to a state (the stem), and from there round back to it (the
 * loop), with a step of every thread that could take one on the way round. It has the fewest preemptions, and of those lassos
 * the fewest steps; it is always the same one. Dijkstra's algorithm finds it on the whole graph of states, without reduction: its nodes are
 * (state, who ran last, where the round began, who has moved and who could have since).
 */
import { type Machine, restore, type SchedulePoints, threadCount } from '../../machine';
import { couldGoOn } from '../../schedule/preemption';
import type { Choice } from '../../schedule/schedule';
import { fairCycles, isFair } from '../fairness/fair-cycles';
import { type Edge, type State, statesFrom } from '../fairness/state-graph';
import type { Setup } from '../steps/setup';
import { kindOfCycle } from './stuck';

const MAX_STATES = 20_000;
const MAX_NODES = 500_000;
const NOBODY = -1;
/** The round has not begun. */
const NOWHERE = -1;

interface Node {
  readonly state: number;
  readonly last: number;
  readonly entry: number;
  readonly moved: number;
  /** Threads that could step in some state of the round. */
  readonly able: number;
  readonly before: Node | null;
  /** The step that led here; null where only the round begins. */
  readonly edge: Edge | null;
}

/** `path` is null where there is none; null if there are too many states to say. */
export function findLasso(
  machine: Machine,
  setup: Setup,
  points: SchedulePoints,
  kind: 'deadlock' | 'livelock',
): { path: readonly Choice[]; preemptions: number } | { path: null } | null {
  restore(machine, setup.state);
  /** By state: threads whose being left is a preemption; and the number of its round, -1 if there is none. */
  const goingOn: number[] = [];
  const meet = (there: Machine, state: number): boolean => {
    if (state < 0) return true;
    goingOn[state] = 0;
    for (let thread = 0; thread < threadCount(there); thread++)
      if (couldGoOn(there, thread)) goingOn[state] |= 1 << thread;
    return true;
  };
  const states = statesFrom(machine, points, { most: MAX_STATES, meet });
  if (states === null) return null;
  const cycleOf = new Int32Array(states.length).fill(-1);
  fairCycles(states).forEach((cycle, index) => {
    for (const state of cycle.states) cycleOf[state] = index;
  });
  const kinds = new Map<string, string>();
  const isSought = (node: Node): boolean => {
    const { entry, moved, able } = node;
    const around = `${entry} ${moved} ${able}`;
    if (!kinds.has(around)) {
      restore(machine, setup.state);
      kinds.set(around, kindOfCycle(machine, points, pathTo(node), moved, able));
    }
    return kinds.get(around) === kind;
  };
  const seen = new Set<string>();
  const start = { state: 0, last: 0, entry: NOWHERE, moved: 0, able: 0, before: null, edge: null };
  let now: Node[][] = [[start]];
  for (let preemptions = 0; now.length > 0; preemptions++) {
    const later: Node[][] = [];
    for (let steps = 0; steps < now.length; steps++) {
      // Grows while it is gone through: a round may begin anywhere.
      const nodes = now[steps] ?? [];
      for (const node of nodes) {
        const { state, entry, moved, able } = node;
        const { edges, enabled } = states[state];
        if (
          state === entry &&
          moved !== 0 &&
          (able & ~moved) === 0 &&
          isFairCycle(states, node) &&
          isSought(node)
        )
          return { path: pathTo(node), preemptions };
        const last = node.last >= 0 && (goingOn[state] & (1 << node.last)) !== 0 ? node.last : NOBODY;
        const key = `${state} ${last} ${entry} ${moved} ${able}`;
        if (seen.has(key)) continue;
        if (seen.add(key).size > MAX_NODES) return null;
        if (entry === NOWHERE && cycleOf[state] >= 0)
          nodes.push({ ...node, entry: state, able: enabled, before: node, edge: null });
        for (const edge of edges) {
          const { thread, to } = edge;
          if (to < 0 || (entry !== NOWHERE && cycleOf[to] !== cycleOf[entry])) continue;
          const buckets = last === NOBODY || last === thread ? now : later;
          buckets[steps + 1] ??= [];
          buckets[steps + 1].push({
            state: to,
            last: thread,
            entry,
            moved: entry === NOWHERE ? 0 : moved | (1 << thread),
            able: entry === NOWHERE ? 0 : able | states[to].enabled,
            before: node,
            edge,
          });
        }
      }
    }
    now = later;
  }
  return { path: null };
}

function pathTo(end: Node): Choice[] {
  const path: Choice[] = [];
  for (let node: Node | null = end; node !== null; node = node.before)
    if (node.edge !== null) path.push(node.edge.choice);
  return path.reverse();
}

/** Whether these steps can be repeated for ever: a part of a fair round need not be one. */
function isFairCycle(states: readonly State[], end: Node): boolean {
  const within = new Set<number>();
  const steps: Edge[] = [];
  for (let node: Node | null = end; node?.edge; node = node.before) {
    within.add(node.state);
    steps.push(node.edge);
  }
  return isFair(states, within, steps);
}
