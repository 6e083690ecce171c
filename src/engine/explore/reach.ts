/** Whether a run can still end badly, or go round for ever, from where it stands: every continuation is tried, nothing is reduced. */
import type { Program } from '../bytecode/program';
import { endedWell } from '../detect/leaks';
import { createMachine, evenAlone, MORE, runStatus, type SchedulePoints, step } from '../machine';
import type { Schedule } from '../schedule/schedule';
import { fairRounds } from './fairness/fair-cycles';
import { statesFrom } from './fairness/state-graph';
import { pointsOf } from './refinement/points';

/** unknown: there are too many states to say no, or too many threads. */
export type Reach = 'can' | 'cannot' | 'unknown';

const MAX_STATES = 60_000;

/**
 * Faults, threads that wait for ever or go round for ever, things left behind; races are not ends. `points` are those
 * of a search's verdict.
 */
export function canFail(program: Program, points: SchedulePoints, line: Schedule): Reach {
  const taken = pointsOf(program, line.granularity);
  const machine = createMachine(program);
  for (const { thread, pick } of line.choices) while (step(machine, thread, pick, taken) === MORE);
  let fails = false;
  const states = statesFrom(machine, evenAlone(points), {
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
