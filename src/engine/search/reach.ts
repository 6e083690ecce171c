/** Whether a run can still end badly, or go round for ever, from where it stands: every continuation is tried, nothing is reduced. */
import type { Pc, Program } from '../bytecode/program';
import { endedWell } from '../detect/leaks';
import {
  canStep,
  checkpoint,
  choices,
  createMachine,
  hashState,
  MORE,
  restore,
  runStatus,
  step,
  threadCount,
  visibleTable,
} from '../machine';
import { alwaysStopping, SEARCHED_THREADS } from '../machine/local';
import type { Schedule } from '../schedule/schedule';
import { components } from '../states/rounds';
import { stopsAt } from '../states/stops';

/** unknown: there are too many states to say no, or too many threads. */
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
    if (runStatus(machine) !== 'running' && !endedWell(machine)) return 'can';
    if (states.length > MAX_STATES || threadCount(machine) > SEARCHED_THREADS) return 'unknown';
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

/** Whether there are states that lead to each other, in one of which all threads that can step take part: then no fair scheduler need ever leave them. */
function canGoRound(states: readonly State[]): boolean {
  const from = states.flatMap(({ edges }, id) => edges.map(() => id));
  const to = states.flatMap(({ edges }) => edges.map((edge) => edge.to));
  const component = components(states.length, from, to);
  const moved = new Int32Array(states.length);
  states.forEach(({ edges }, id) => {
    for (const edge of edges)
      if (component[edge.to] === component[id]) moved[component[id]] |= 1 << edge.thread;
  });
  return states.some(({ enabled }, id) => {
    const moving = moved[component[id]];
    return moving !== 0 && (enabled & ~moving) === 0;
  });
}
