/** Whether a run can still end badly from where it stands: every continuation is tried, nothing is reduced. */
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

/** Faults, threads that wait for ever, things left behind; races are not ends. `contended` is what a search has found. */
export function canFail(program: Program, contended: readonly Pc[], line: Schedule): Reach {
  const visible = stopsAt(program, line.granularity);
  const machine = createMachine(program);
  for (const { thread, pick } of line.choices) while (step(machine, thread, pick, visible) === MORE);
  const table = alwaysStopping(visibleTable(program, new Set(contended)));
  const seen = new Set<number>();
  const open: Int32Array[] = [];
  const visit = (): void => {
    hashState(machine);
    const key = (machine.hash[0] >>> 0) * 2 ** 21 + (machine.hash[1] >>> 11);
    if (seen.has(key)) return;
    seen.add(key);
    open.push(checkpoint(machine));
  };
  visit();
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    restore(machine, state);
    if (hasEndedBadly(machine)) return 'can';
    if (seen.size > MAX_STATES) return 'unknown';
    for (let thread = 0; thread < threadCount(machine); thread++) {
      restore(machine, state);
      if (!canStep(machine, thread)) continue;
      const ways = choices(machine, thread);
      for (let pick = 0; pick < ways; pick++) {
        restore(machine, state);
        while (step(machine, thread, pick, table) === MORE);
        visit();
      }
    }
  }
  return 'cannot';
}

function hasEndedBadly(machine: Machine): boolean {
  const status = runStatus(machine);
  if (status === 'running') return false;
  if (status !== 'finished') return true;
  return (hasLiveBlocks(machine) && leakOf(machine, 0) !== null) || unsettledThread(machine) >= 0;
}
