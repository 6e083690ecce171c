/**
 * Which accesses a step has to stop before. Plain accesses that happens-before orders need no switch point: a program without
 * races behaves as if its steps were the synchronisations alone (Adve & Hill, "Weak ordering", ISCA 1990). A quick look at many
 * runs finds those that race and the owner counts whose order matters.
 */
import { opcodes } from '../bytecode/opcodes';
import type { Pc, Program, ThreadId } from '../bytecode/program';
import { Races } from '../detect/races';
import {
  blockOf,
  canStep,
  checkpoint,
  createMachine,
  logEnd,
  logStart,
  type Machine,
  MORE,
  restore,
  step,
  threadCount,
  visibleTable,
} from '../machine';
import { STOP_AMONG_OTHERS } from '../machine/tables';
import { nonpreemptive } from '../schedule/nonpreemptive';
import { random } from '../schedule/random';
import { run, type Verdict } from '../schedule/run';
import type { Granularity } from '../schedule/schedule';
import type { Scheduler } from '../schedule/scheduler';
import { sticky } from '../schedule/sticky';

/** Runs at most. Enough are four times as many as it took to find the last one, and some more. */
const MAX_RUNS = 300;
const ENOUGH_RUNS = 40;
/** Steps of one run, and what all may cost, in steps: a program that loops is looked at only so far. */
const MAX_STEPS_OF_RUN = 2_000;
const MAX_COST = 20_000;
/** Words of log that cost as much as a step. */
const LOG_OF_A_STEP = 64;

/**
 * The pcs at which the granularity 'sync' stops besides synchronisation. The same for the same program, always. Runs stop at what is
 * known to be contended so far: happens-before sees a race whatever the order, and each one found opens the orders that lead to more.
 */
export function findVisible(program: Program): ReadonlySet<Pc> {
  const machine = createMachine(program);
  const shared = new Set<Pc>();
  let visible = tableOf(program, shared);
  const start = beforeFirstSpawn(machine, visible);
  const races = new Races((block) => blockOf(machine, block)?.words ?? 1);
  let left = MAX_COST;
  for (let i = 0, news = 0; i < Math.min(MAX_RUNS, ENOUGH_RUNS + 4 * news) && left > 0; i++) {
    races.reset();
    restore(machine, start);
    left -= watch(machine, policy(i), visible, races, left);
    const known = shared.size;
    for (const pc of races.contended) {
      if (opcodes[program.code[pc]].visible !== 'always') shared.add(pc as Pc);
    }
    if (shared.size === known) continue;
    news = i;
    visible = tableOf(program, shared);
  }
  return new Set([...shared].sort((a, b) => a - b));
}

/** What main does alone happened before all else: every run begins behind it. */
function beforeFirstSpawn(machine: Machine, visible: Uint8Array): Int32Array {
  let start = checkpoint(machine);
  for (let steps = 0; steps < MAX_STEPS_OF_RUN && canStep(machine, 0); steps++) {
    while (step(machine, 0, 0, visible) === MORE);
    if (threadCount(machine) > 1) break;
    start = checkpoint(machine);
  }
  return start;
}

/** One run, seen by the detector; answers what it cost. */
function watch(
  machine: Machine,
  scheduler: Scheduler,
  visible: Uint8Array,
  races: Races,
  limit: number,
): number {
  let steps = 0;
  let cost = 0;
  const see = (thread: ThreadId): Verdict => {
    const from = logStart(machine);
    const to = logEnd(machine);
    races.feed(++steps, thread, machine.words, from, to);
    cost += 1 + (to - from) / LOG_OF_A_STEP;
    return cost < limit ? 'go' : 'stop';
  };
  run(machine, scheduler, visible, see, { limit: MAX_STEPS_OF_RUN });
  return cost;
}

/** Without switches first, then few of them, then many. */
function policy(index: number): Scheduler {
  if (index === 0) return nonpreemptive;
  return index % 2 === 0 ? random(index) : sticky(index, 4 + (index % 32));
}

/** Where steps stop at a granularity; for `step`. */
export const visibleAt = (program: Program, granularity: Granularity, shared: ReadonlySet<Pc>): Uint8Array =>
  granularity === 'access' ? tableOf(program, shared, 'all') : tableOf(program, shared);

/** The end of storage, which in general needs no switch point, is one where it races with a use. */
function tableOf(
  program: Program,
  shared: ReadonlySet<Pc>,
  accesses: 'all' | ReadonlySet<Pc> = shared,
): Uint8Array {
  const table = visibleTable(program, accesses);
  for (const pc of shared) table[pc] ||= STOP_AMONG_OTHERS;
  return table;
}
