/** Where main is alone again: it has waited for the ends of all threads, and looks at what they have left. */
import { forEachInstruction, INSTRUCTION_WORDS } from '../../bytecode/decode';
import { waitsForThread } from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import { type Machine, nextPc, type SchedulePoints, threadCount, withPoints } from '../../machine';
import { isJoined } from '../../machine/local';

/** The same points and those behind a join: there main may be alone again. */
export function behindJoins(program: Program, points: SchedulePoints): SchedulePoints {
  const pcs: number[] = [];
  for (const { start, end } of program.functions)
    forEachInstruction(program.code, start, end, (pc, opcode) => {
      if (waitsForThread(opcode)) pcs.push(pc + INSTRUCTION_WORDS[opcode]);
    });
  return withPoints(points, pcs);
}

/** Whether main has waited for the ends of all threads that it started. */
export function isAloneAgain(machine: Machine): boolean {
  const count = threadCount(machine);
  if (count === 1 || nextPc(machine, 0) < 0) return false;
  for (let thread = 1; thread < count; thread++) if (!isJoined(machine, thread)) return false;
  return true;
}
