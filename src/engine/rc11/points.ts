/** Where steps stop under RC11: before every synchronisation, of a thread that is alone too, and where the count of owners is looked at. */
import { forEachInstruction } from '../bytecode/decode';
import { COUNT_DROP, COUNT_READ, COUNT_TRY_ADD, LOCKEND } from '../bytecode/opcodes';
import type { Program } from '../bytecode/program';
import { evenAlone, type SchedulePoints, schedulePoints } from '../machine';

const COUNTING: ReadonlySet<number> = new Set([COUNT_DROP, COUNT_READ, COUNT_TRY_ADD, LOCKEND]);

export function weakPoints(program: Program): SchedulePoints {
  const { code, functions } = program;
  const counts: number[] = [];
  for (const { start, end } of functions)
    forEachInstruction(code, start, end, (pc, opcode) => {
      if (COUNTING.has(opcode)) counts.push(pc);
    });
  return evenAlone(schedulePoints(program, counts, 'rc11'));
}
