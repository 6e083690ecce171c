/** Lock orders that could lead to a deadlock, from a few runs that had none. Only a search of all orders knows whether one of them does. */
import type { Pc, Program, ThreadId } from '../bytecode/program';
import { LockOrder } from '../detect/lock-order';
import { lineAt, spanAt } from '../inspect/source';
import { logEnd, logStart, type Machine, MORE, restore, runStatus } from '../machine';
import { nonpreemptive } from '../schedule/nonpreemptive';
import { random } from '../schedule/random';
import { run } from '../schedule/run';
import type { Choice, Granularity } from '../schedule/schedule';
import type { SearchFinding } from './counterexample/failures';
import { pointsOf } from './refinement/points';
import type { Setup } from './steps/setup';

const RUNS = 6;
const MAX_STEPS = 5000;
/** Instructions of a step: a run that has a longer one foretells nothing. */
const LONG_STEP = 1_000_000;

/** One of each place that waits. `machine` is free to be led anywhere. */
export function predicted(
  program: Program,
  machine: Machine,
  setup: Setup,
  granularity: Granularity,
): SearchFinding[] {
  const points = pointsOf(program, granularity);
  const found = new Map<number, SearchFinding>();
  const { longest } = machine;
  machine.longest = LONG_STEP;
  for (let i = 0; i < RUNS; i++) {
    restore(machine, setup.state);
    const order = new LockOrder(program.code);
    const choices: Choice[] = [...setup.path];
    run(
      machine,
      i === 0 ? nonpreemptive : random(i),
      points,
      (thread, pick, outcome) => {
        if (outcome !== MORE) choices.push({ thread, pick });
        order.feed(choices.length, thread, machine.words, logStart(machine), logEnd(machine));
        return 'go';
      },
      { limit: MAX_STEPS },
    );
    if (runStatus(machine) !== 'finished') continue;
    for (const [{ wanted }] of order.found) {
      if (found.has(wanted.pc)) continue;
      const pc = wanted.pc as Pc;
      found.set(pc, {
        kind: 'lock-order-inversion',
        reached: false,
        thread: wanted.thread as ThreadId,
        pc,
        line: lineAt(program, spanAt(program, pc)),
        text: '',
        schedule: { granularity, choices },
      });
    }
  }
  machine.longest = longest;
  return [...found.values()];
}
