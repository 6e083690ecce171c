/**
 * The simplest schedule of a livelock, or of a deadlock through a spin: to a state, and round back to it with a step of every thread that could take one there. Fewest
 * preemptions, among those fewest steps, and always the same one: Dijkstra's algorithm over (state, who ran last, where the
 * round began, who moved and who could since), on the whole graph of states without reduction.
 */
import {
  canStep,
  checkpoint,
  choices,
  FAULTED,
  hashState,
  type Machine,
  MORE,
  restore,
  step,
  threadCount,
} from '../machine';
import { SEARCHED_THREADS } from '../machine/local';
import { couldGoOn } from '../schedule/preemption';
import type { Choice } from '../schedule/schedule';
import type { Setup } from '../states/setup';
import { Visited } from '../states/visited';
import { kindOfRound } from './stuck';

const MAX_STATES = 20_000;
const MAX_NODES = 500_000;
const NOBODY = -1;
/** The round has not begun. */
const NOWHERE = -1;

interface State {
  readonly edges: { readonly choice: Choice; readonly to: number }[];
  /** Threads that can step; of these, threads whose being left is a preemption. */
  enabled: number;
  goingOn: number;
  /** On a way from a circle to a circle. */
  round: boolean;
}

interface Node {
  readonly state: number;
  readonly last: number;
  readonly entry: number;
  readonly moved: number;
  /** Threads that could step in some state of the round. */
  readonly able: number;
  readonly before: Node | null;
  /** The step that led here; null where only the round begins. */
  readonly choice: Choice | null;
}

/** Null if there are too many states to say. */
export function findLasso(
  machine: Machine,
  setup: Setup,
  always: Uint8Array,
  kind: 'deadlock' | 'livelock',
): { path: readonly Choice[]; preemptions: number } | null {
  const states = graph(machine, setup, always);
  if (states === null) return null;
  trim(states);
  const kinds = new Map<string, string>();
  const isSought = (node: Node): boolean => {
    const { entry, moved, able } = node;
    const round = `${entry} ${moved} ${able}`;
    if (!kinds.has(round)) {
      restore(machine, setup.state);
      kinds.set(round, kindOfRound(machine, always, pathTo(node), moved, able));
    }
    return kinds.get(round) === kind;
  };
  const seen = new Set<string>();
  const start = { state: 0, last: 0, entry: NOWHERE, moved: 0, able: 0, before: null, choice: null };
  let now: Node[][] = [[start]];
  for (let preemptions = 0; now.length > 0; preemptions++) {
    const later: Node[][] = [];
    for (let steps = 0; steps < now.length; steps++) {
      // Grows while it is gone through: a round may begin anywhere.
      const nodes = now[steps] ?? [];
      for (const node of nodes) {
        const { state, entry, moved, able } = node;
        const { edges, enabled, goingOn, round } = states[state];
        if (state === entry && moved !== 0 && (enabled & ~moved) === 0 && isSought(node))
          return { path: pathTo(node), preemptions };
        const last = node.last >= 0 && (goingOn & (1 << node.last)) !== 0 ? node.last : NOBODY;
        const key = `${state} ${last} ${entry} ${moved} ${able}`;
        if (seen.has(key)) continue;
        if (seen.add(key).size > MAX_NODES) return null;
        if (entry === NOWHERE && round)
          nodes.push({ ...node, entry: state, able: enabled, before: node, choice: null });
        for (const { choice, to } of edges) {
          const { thread } = choice;
          if (entry !== NOWHERE && !states[to].round) continue;
          const buckets = last === NOBODY || last === thread ? now : later;
          buckets[steps + 1] ??= [];
          buckets[steps + 1].push({
            state: to,
            last: thread,
            entry,
            moved: entry === NOWHERE ? 0 : moved | (1 << thread),
            able: entry === NOWHERE ? 0 : able | states[to].enabled,
            before: node,
            choice,
          });
        }
      }
    }
    now = later;
  }
  return null;
}

function pathTo(end: Node): Choice[] {
  const path: Choice[] = [];
  for (let node: Node | null = end; node !== null; node = node.before)
    if (node.choice !== null) path.push(node.choice);
  return path.reverse();
}

/** All states behind the set-up, the first one first; null if there are too many, or too many threads. */
function graph(machine: Machine, setup: Setup, always: Uint8Array): State[] | null {
  const visited = new Visited();
  const states: State[] = [];
  const open: Int32Array[] = [];
  const enter = (): number => {
    const known = visited.enter(hashState(machine), machine.hash[1]);
    if (known >= 0) return known;
    open.push(checkpoint(machine));
    return states.push({ edges: [], enabled: 0, goingOn: 0, round: true }) - 1;
  };
  restore(machine, setup.state);
  enter();
  for (let at = 0; at < states.length; at++) {
    if (states.length > MAX_STATES) return null;
    const copy = open[at];
    delete open[at];
    restore(machine, copy);
    const state = states[at];
    const threads = threadCount(machine);
    if (threads > SEARCHED_THREADS) return null;
    for (let thread = 0; thread < threads; thread++) {
      if (canStep(machine, thread)) state.enabled |= 1 << thread;
      if (couldGoOn(machine, thread)) state.goingOn |= 1 << thread;
    }
    for (let thread = 0; thread < threads; thread++) {
      if ((state.enabled & (1 << thread)) === 0) continue;
      const ways = choices(machine, thread);
      for (let pick = 0; pick < ways; pick++) {
        restore(machine, copy);
        let outcome: number;
        do outcome = step(machine, thread, pick, always);
        while (outcome === MORE);
        if (outcome !== FAULTED)
          state.edges.push({ choice: { thread: thread as Choice['thread'], pick }, to: enter() });
      }
      restore(machine, copy);
    }
  }
  return states;
}

/** Takes out of the rounds what no circle leads to, and what leads to none. */
function trim(states: readonly State[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    const reached = new Set<number>();
    for (const { edges, round } of states) if (round) for (const { to } of edges) reached.add(to);
    states.forEach((state, at) => {
      const stays = reached.has(at) && state.edges.some(({ to }) => states[to].round);
      if (!state.round || stays) return;
      state.round = false;
      changed = true;
    });
  }
}
