/**
 * Which accesses a step has to stop before. Plain accesses that happens-before orders need no switch point: a program without
 * races behaves as if its steps were the synchronisations alone (Adve & Hill, "Weak ordering", ISCA 1990). A quick look at many
 * runs, each access a step of its own, finds those that race and the owner counts whose order matters.
 */
import { opcodes } from '../bytecode/opcodes';
import type { Pc, Program } from '../bytecode/program';
import { Races } from '../detect/races';
import {
  blockOf,
  checkpoint,
  createMachine,
  logEnd,
  logStart,
  type Machine,
  restore,
  visibleTable,
} from '../machine';
import { nonpreemptive } from '../schedule/nonpreemptive';
import { random } from '../schedule/random';
import { run } from '../schedule/run';
import type { Granularity } from '../schedule/schedule';
import type { Scheduler } from '../schedule/scheduler';
import { sticky } from '../schedule/sticky';

/** Runs and, over all of them, steps: what a scenario needs many times over, and a loop can not make long. */
const RUNS = 300;
const MAX_STEPS = 60_000;
const MAX_STEPS_OF_RUN = 3_000;

/** The pcs at which the granularity 'sync' stops besides synchronisation. The same for the same program, always. */
export function findVisible(program: Program): ReadonlySet<Pc> {
  const machine = createMachine(program);
  const visible = visibleTable(program, 'all');
  const start = checkpoint(machine);
  const races = new Races((block) => blockOf(machine, block)?.words ?? 1);
  let left = MAX_STEPS;
  for (let i = 0; i < RUNS && left > 0; i++) {
    races.reset();
    restore(machine, start);
    left -= watch(machine, policy(i), visible, races, Math.min(left, MAX_STEPS_OF_RUN));
  }
  const shared = [...races.contended].filter((pc) => opcodes[program.code[pc]].visible === 'shared');
  return new Set(shared.sort((a, b) => a - b) as Pc[]);
}

/** One run, seen by the detector; answers its length. */
function watch(
  machine: Machine,
  scheduler: Scheduler,
  visible: Uint8Array,
  races: Races,
  limit: number,
): number {
  let steps = 0;
  run(
    machine,
    scheduler,
    visible,
    (thread) => {
      races.feed(++steps, thread, machine.words, logStart(machine), logEnd(machine));
      return 'go';
    },
    { limit },
  );
  return steps;
}

/** Without switches first, then few of them, then many. */
function policy(index: number): Scheduler {
  if (index === 0) return nonpreemptive;
  return index % 2 === 0 ? random(index) : sticky(index, 4 + (index % 32));
}

/** Where steps stop at a granularity; for `step`. */
export const visibleAt = (program: Program, granularity: Granularity, shared: ReadonlySet<Pc>): Uint8Array =>
  visibleTable(program, granularity === 'access' ? 'all' : shared);
