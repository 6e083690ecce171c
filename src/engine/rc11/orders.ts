/**
 * Memory orders (std::memory_order, [atomics.order]) of the operation a thread is about to do. The machine has no notion of them: an
 * operation's order is the argument of that name of the library function around it, which stands in its frame.
 */
import { ACAS, AENTER } from '../bytecode/opcodes';
import { type Machine, nextPc } from '../machine';
import { frameOf } from '../machine/stack';

/** As std::memory_order numbers them; 1 is consume. */
export const RELAXED = 0;
export const ACQUIRE = 2;
export const RELEASE = 3;
export const ACQ_REL = 4;
export const SEQ_CST = 5;
/** By number, as they are written. */
export const ORDER_NAMES: readonly string[] = [
  'relaxed',
  'consume',
  'acquire',
  'release',
  'acq_rel',
  'seq_cst',
];
/** Of a failed compare-and-exchange whose own order nobody named. */
const AS_SUCCESS = 6;

export interface Orders {
  readonly order: number;
  /** Of a compare-and-exchange that fails. */
  readonly failure: number;
}

/** [atomics.order]: consume is taken for acquire, as all compilers do. */
export const acquires = (order: number): boolean => order !== RELAXED && order !== RELEASE;
export const releases = (order: number): boolean => order >= RELEASE;

/** What has one order when it succeeds and another when it fails. */
const TRIES: ReadonlySet<number> = new Set([ACAS, AENTER]);

/** Of what `thread` rests at. */
export function ordersOf(machine: Machine, thread: number): Orders {
  const { words, program, tables } = machine;
  const pc = nextPc(machine, thread);
  const { locals, library } = program.functions[tables.functionAt[pc]];
  const fp = frameOf(machine, thread);
  const argument = (name: string): number | undefined => {
    if (!library) return undefined;
    const local = locals.find((each) => each.name === name && each.role === 'argument');
    return local === undefined ? undefined : words[fp + local.offset];
  };
  if (!TRIES.has(program.code[pc])) {
    const order = argument('order') ?? SEQ_CST;
    return { order, failure: order };
  }
  const order = argument('success') ?? argument('order') ?? SEQ_CST;
  const failure = argument('failure') ?? AS_SUCCESS;
  return { order, failure: failure === AS_SUCCESS ? withoutRelease(order) : failure };
}

/**
 * Whether `thread` is about to operate on an atomic object of a class with an order that is weaker than the one it gets: what such an
 * object is read and written by are plain accesses with nobody between them, as if all of it were seq_cst.
 */
export function isStrengthened(machine: Machine, thread: number): boolean {
  if (machine.program.code[nextPc(machine, thread)] !== AENTER) return false;
  const { order, failure } = ordersOf(machine, thread);
  return order < SEQ_CST || failure < SEQ_CST;
}

function withoutRelease(order: number): number {
  if (order === ACQ_REL) return ACQUIRE;
  return order === RELEASE ? RELAXED : order;
}

/** sc: every operation on an atomic is sequentially consistent. rc11: it is what its memory order says. */
export type MemoryModel = 'sc' | 'rc11';

/** Whether a text asks for less than sequential consistency; else C++ allows no other executions, unless there is a data race (DRF-SC). */
export const namesWeakOrders = (source: string): boolean =>
  /\bmemory_order(?:_|::)(?:relaxed|consume|acquire|release|acq_rel)\b|\b__ATOMIC_(?!SEQ_CST)[A-Z]|\busing enum (?:std::)?memory_order\b/.test(
    source,
  );

/** The memory that a text is written for. */
export const memoryOf = (source: string): MemoryModel => (namesWeakOrders(source) ? 'rc11' : 'sc');
