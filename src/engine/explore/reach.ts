/** Whether a run can still end badly, or go round for ever, from where it stands: every continuation is tried, nothing is reduced. */
import type { Program } from '../bytecode/program';
import { endedWell } from '../detect/ends';
import { createMachine, evenAlone, runStatus, type SchedulePoints } from '../machine';
import type { Reach } from '../schedule/continuations';
import type { Schedule } from '../schedule/schedule';
import { fairCycles } from './fairness/fair-cycles';
import { statesFrom } from './fairness/state-graph';
import { pointsOf } from './refinement/points';
import { Stepper } from './steps/stepper';

const MAX_STATES = 60_000;

/**
 * Faults, threads that wait for ever or go round for ever, things left behind; races are not ends. `points` are those
 * of a search's verdict.
 */
export function canFail(program: Program, points: SchedulePoints, line: Schedule): Reach {
  const taken = pointsOf(program, line.granularity);
  const machine = createMachine(program);
  new Stepper(machine, taken).follow(line.choices);
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
  return fairCycles(states).length > 0 ? 'can' : 'cannot';
}
