/** Whether a run can still end badly, or go round for ever, from where it stands: every continuation is tried, nothing is reduced. */
import type { Pc, Program } from '../bytecode/program';
import { endedWell } from '../detect/leaks';
import { createMachine, MORE, runStatus, step, visibleTable } from '../machine';
import { alwaysStopping } from '../machine/local';
import type { Schedule } from '../schedule/schedule';
import { fairRounds } from '../states/fairness';
import { statesFrom } from '../states/graph';
import { stopsAt } from '../states/stops';

/** unknown: there are too many states to say no, or too many threads. */
export type Reach = 'can' | 'cannot' | 'unknown';

const MAX_STATES = 60_000;

/**
 * Faults, threads that wait for ever or go round for ever, things left behind; races are not ends. `contended` is what a search has
 * found.
 */
export function canFail(program: Program, contended: readonly Pc[], line: Schedule): Reach {
  const visible = stopsAt(program, line.granularity);
  const machine = createMachine(program);
  for (const { thread, pick } of line.choices) while (step(machine, thread, pick, visible) === MORE);
  let fails = false;
  const table = alwaysStopping(visibleTable(program, new Set(contended)));
  const states = statesFrom(machine, table, {
    most: MAX_STATES,
    meet: (there) => {
      fails = runStatus(there) !== 'running' && !endedWell(there);
      return !fails;
    },
  });
  if (fails) return 'can';
  if (states === null) return 'unknown';
  return fairRounds(states).length > 0 ? 'can' : 'cannot';
}
