/** Whether a run can still end badly, or go round for ever, from where it stands: every continuation is tried, nothing is reduced. */
import type { Pc, Program } from '../bytecode/program';
import { leakOf } from '../detect/leaks';
import {
  canStep,
  checkpoint,
  choices,
  createMachine,
  hashState,
  type Machine,
  MORE,
  restore,
  runStatus,
  step,
  threadCount,
  visibleTable,
} from '../machine';
import { alwaysStopping, hasLiveBlocks, unsettledThread } from '../machine/local';
import type { Schedule } from '../schedule/schedule';
import { stopsAt } from '../states/stops';

/** unknown: there are too many states to say no. */
export type Reach = 'can' | 'cannot' | 'unknown';

const MAX_STATES = 60_000;

interface State {
  /** Steps that were taken from it: by whom, and to which state. */
  readonly edges: { readonly thread: number; readonly to: number }[];
  /** A bit for each thread that can step. */
  enabled: number;
}

/**
 * Faults, threads that wait for ever or go round for ever, things left behind; races are not ends. `contended` is what a search has
 * found.
 */
export function canFail(program: Program, contended: readonly Pc[], line: Schedule): Reach {
  const visible = stopsAt(program, line.granularity);
  const machine = createMachine(program);
  for (const { thread, pick } of line.choices) while (step(machine, thread, pick, visible) === MORE);
  const table = alwaysStopping(visibleTable(program, new Set(contended)));
  const seen = new Map<number, number>();
  const states: State[] = [];
  const open: { readonly state: Int32Array; readonly id: number }[] = [];
  const visit = (): number => {
    hashState(machine);
    const key = (machine.hash[0] >>> 0) * 2 ** 21 + (machine.hash[1] >>> 11);
    const known = seen.get(key);
    if (known !== undefined) return known;
    const id = states.push({ edges: [], enabled: 0 }) - 1;
    seen.set(key, id);
    open.push({ state: checkpoint(machine), id });
    return id;
  };
  visit();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { state, id } = next;
    restore(machine, state);
    if (hasEndedBadly(machine)) return 'can';
    if (states.length > MAX_STATES) return 'unknown';
    for (let thread = 0; thread < threadCount(machine); thread++) {
      restore(machine, state);
      if (!canStep(machine, thread)) continue;
      states[id].enabled |= 1 << thread;
      const ways = choices(machine, thread);
      for (let pick = 0; pick < ways; pick++) {
        restore(machine, state);
        while (step(machine, thread, pick, table) === MORE);
        states[id].edges.push({ thread, to: visit() });
      }
    }
  }
  return canGoRound(states) ? 'can' : 'cannot';
}

/**
 * Whether there are states that lead to each other, in one of which all threads that can step take part: then no fair scheduler need
 * ever leave them. Components by Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972), without recursion.
 */
function canGoRound(states: readonly State[]): boolean {
  const UNSEEN = -1;
  const number = new Int32Array(states.length).fill(UNSEEN);
  const low = new Int32Array(states.length);
  const done = new Uint8Array(states.length);
  const members: number[] = [];
  const way: { readonly id: number; edge: number }[] = [];
  let count = 0;
  const enter = (id: number): void => {
    number[id] = count;
    low[id] = count++;
    members.push(id);
    way.push({ id, edge: 0 });
  };
  enter(0);
  for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
    const { id } = top;
    const edge = states[id].edges[top.edge++];
    if (edge !== undefined) {
      if (number[edge.to] === UNSEEN) enter(edge.to);
      else if (done[edge.to] === 0) low[id] = Math.min(low[id], number[edge.to]);
      continue;
    }
    way.pop();
    const before = way.at(-1);
    if (before !== undefined) low[before.id] = Math.min(low[before.id], low[id]);
    if (low[id] !== number[id]) continue;
    const component = new Set(members.splice(members.lastIndexOf(id)));
    for (const each of component) done[each] = 1;
    if (isRound(states, component)) return true;
  }
  return false;
}

function isRound(states: readonly State[], component: ReadonlySet<number>): boolean {
  let moved = 0;
  for (const id of component)
    for (const { thread, to } of states[id].edges) if (component.has(to)) moved |= 1 << thread;
  if (moved === 0) return false;
  for (const id of component) if ((states[id].enabled & ~moved) === 0) return true;
  return false;
}

function hasEndedBadly(machine: Machine): boolean {
  const status = runStatus(machine);
  if (status === 'running') return false;
  if (status !== 'finished') return true;
  return (hasLiveBlocks(machine) && leakOf(machine, 0) !== null) || unsettledThread(machine) >= 0;
}
