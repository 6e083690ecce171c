/** Where a search begins: behind what main does alone, which happens before all else. */
import { SPAWN } from '../../bytecode/opcodes';
import type { ThreadId } from '../../bytecode/program';
import { canStep, checkpoint, type Machine, nextPc, pickCount, type SchedulePoints } from '../../machine';
import type { Choice } from '../../schedule/schedule';
import { Stepper } from './stepper';

const MAX_SETUP = 100_000;

/** What main does before it starts the first thread, or before there is something to choose. */
export interface Setup {
  readonly state: Int32Array;
  readonly path: readonly Choice[];
}

/** Whether what main does next, alone, is no part of it any more. */
export const endsSetup = (machine: Machine): boolean =>
  machine.program.code[nextPc(machine, 0)] === SPAWN || pickCount(machine, 0) > 1;

export function setUp(machine: Machine, points: SchedulePoints): Setup {
  const stepper = new Stepper(machine, points);
  const path: Choice[] = [];
  while (path.length < MAX_SETUP && canStep(machine, 0) && !endsSetup(machine)) {
    path.push({ thread: 0 as ThreadId, pick: 0 });
    stepper.take(0, 0);
  }
  return { state: checkpoint(machine), path };
}
