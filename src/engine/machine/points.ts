/**
 * Where steps stop, as one value that is passed whole: searches, runs, real threads and links mean the same steps by the same points.
 * A step runs from one point to the next. It stops before every operation that another thread could notice (`visible` of the opcode
 * rows), before the plain accesses whose order with another thread's matters, and before whatever else is at `pcs`.
 */
import { assert } from '../../base/assert';
import { forEachInstruction } from '../bytecode/decode';
import { CHOOSE, EITHER, EITHER2, opcodes, SPAWN, START } from '../bytecode/opcodes';
import type { Pc, Program } from '../bytecode/program';

/**
 * What the choices of a Schedule decide. sync: who takes each step, from one synchronisation or racing access to the next. access: from one
 * access that another thread could see to the next. rc11: from one synchronisation to the next, and which write each atomic load reads.
 */
export type Granularity = 'sync' | 'access' | 'rc11';

export interface SchedulePoints {
  readonly granularity: Granularity;
  /** Points besides those that the granularity has in every program, ascending. */
  readonly pcs: readonly Pc[];
  /** Whether a thread that is alone stops at them too, so that its steps do not depend on whether others have ended. */
  readonly whenAlone: boolean;
  /** By pc, all that `step` has to know before an instruction: the opcode below, and above it which thread stops there. */
  readonly table: Uint16Array;
}

/** In an entry of the table: the opcode below, and above it one of the two kinds of points. */
export const STOP_SHIFT = 8;
export const STOP = 1 << STOP_SHIFT;
assert(opcodes.length <= STOP, 'an opcode is a byte of the table');

/** A stop while another thread is unfinished; a stop always. */
const AMONG_OTHERS = 1 << STOP_SHIFT;
const ALWAYS = 2 << STOP_SHIFT;

/** Before these a thread stops that is alone, too: others begin, or what it goes on with is chosen. */
const HOLDS_ANYBODY: ReadonlySet<number> = new Set([SPAWN, START, CHOOSE, EITHER, EITHER2]);

/** The one place where points are made. */
export function schedulePoints(
  program: Program,
  pcs: Iterable<number> = [],
  granularity: Granularity = 'sync',
): SchedulePoints {
  const these = new Set(pcs);
  const { code } = program;
  const table = Uint16Array.from(code, (word) => word & (STOP - 1));
  for (const info of program.functions) {
    forEachInstruction(code, info.start, info.end, (pc, opcode) => {
      const { visible } = opcodes[opcode];
      const isPoint = visible === 'always' || (visible === 'shared' && granularity === 'access');
      const stop = HOLDS_ANYBODY.has(opcode) ? ALWAYS : isPoint || these.has(pc) ? AMONG_OTHERS : 0;
      table[pc] |= stop;
    });
  }
  return { granularity, pcs: ascending(these), whenAlone: false, table };
}

/** The same points, also for a thread that is alone. */
export const evenAlone = (points: SchedulePoints): SchedulePoints => ({
  ...points,
  whenAlone: true,
  table: points.table.map((entry) => (entry < STOP ? entry : ALWAYS | (entry & (STOP - 1)))),
});

/** The same points and more, at instructions of any kind; a thread that is alone stops at these too. */
export function withPoints(points: SchedulePoints, pcs: readonly number[]): SchedulePoints {
  const table = points.table.slice();
  for (const pc of pcs) table[pc] = ALWAYS | (table[pc] & (STOP - 1));
  return { ...points, pcs: ascending(new Set([...points.pcs, ...pcs])), table };
}

/** The same points but for the instructions of one kind. */
export function withoutPoints(
  program: Program,
  points: SchedulePoints,
  omits: (pc: number, opcode: number) => boolean,
): SchedulePoints {
  const table = points.table.slice();
  for (const { start, end } of program.functions)
    forEachInstruction(program.code, start, end, (pc, opcode) => {
      if (omits(pc, opcode)) table[pc] = opcode;
    });
  return { ...points, table };
}

/** The points of both. */
export const joined = (one: SchedulePoints, other: SchedulePoints): SchedulePoints => ({
  granularity: one.granularity === 'sync' ? other.granularity : 'access',
  pcs: ascending(new Set([...one.pcs, ...other.pcs])),
  whenAlone: one.whenAlone && other.whenAlone,
  table: one.table.map((entry, pc) => Math.max(entry, other.table[pc])),
});

/** Whether a step stops before the instruction at `pc`, if others are unfinished. */
export const stopsAt = ({ table }: SchedulePoints, pc: number): boolean => table[pc] >= STOP;

const ascending = (pcs: ReadonlySet<number>): readonly Pc[] => [...pcs].sort((a, b) => a - b) as Pc[];
