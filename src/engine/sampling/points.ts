/**
 * Where threads that run at once stop: wherever a search stops, and before what they do to words of the machine that no two of them may
 * change at the same time, though the order is nothing to anybody: counts of owners, and the end of a thread.
 */
import { forEachInstruction } from '../bytecode/decode';
import { COUNT_ADD, COUNT_DROP, COUNT_READ, COUNT_TRY_ADD, RET, START } from '../bytecode/opcodes';
import type { Program } from '../bytecode/program';
import { pointsOf } from '../explore/refinement/points';
import { evenAlone, joined, type SchedulePoints, withPoints } from '../machine';

const COUNTS: ReadonlySet<number> = new Set([COUNT_ADD, COUNT_DROP, COUNT_TRY_ADD, COUNT_READ]);

export interface FreePoints {
  /** Where a search stops, and before counts of owners. */
  readonly counts: SchedulePoints;
  /** And before the ends of threads: all of it. */
  readonly all: SchedulePoints;
}

/** `searched`: the points of a search that has learned of more than a Schedule knows. */
export function freePoints(program: Program, searched: SchedulePoints): FreePoints {
  const { code, functions } = program;
  const counts: number[] = [];
  const ends: number[] = [];
  functions.forEach(({ start, end }, index) => {
    const isFirst = index === program.entry || code[start] === START;
    forEachInstruction(code, start, end, (pc, opcode) => {
      if (COUNTS.has(opcode)) counts.push(pc);
      if (isFirst && opcode === RET) ends.push(pc);
    });
  });
  const fine = evenAlone(withPoints(joined(pointsOf(program, 'sync'), searched), counts));
  return { counts: fine, all: withPoints(fine, ends) };
}
