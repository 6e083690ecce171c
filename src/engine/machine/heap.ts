/** Blocks in a thread's arena; the layout is drawn in layout.ts. */
import { EV_ALLOC, EV_FREE } from '../bytecode/event';
import { FAULT_DOUBLE_FREE, FAULT_NONE } from '../bytecode/fault';
import { mark } from './access';
import {
  arenaEnd,
  arenaOf,
  BLOCK_ALIVE,
  BLOCK_COUNT,
  BLOCK_FREED,
  BLOCK_HEADER,
  BLOCK_INNER,
  BLOCK_MARK,
  BLOCK_OF_LIBRARY,
  BLOCK_PC,
  BLOCK_STATE,
  BLOCK_TYPE,
  BLOCK_WORDS,
  FREED,
  RAW,
  REDZONE,
  RUN_THREADS,
  recordOf,
  T_BRK,
} from './layout';
import { note } from './log';
import type { Machine } from './memory';
import { userPcAt } from './stack';

/** Address of a new block for `count` values of types[type], or 0 where the arena is full. `count` is -1 for a lone one. */
export function allocate(
  machine: Machine,
  thread: number,
  pc: number,
  fp: number,
  type: number,
  count: number,
): number {
  const { words, layout, program } = machine;
  const record = recordOf(thread);
  const header = words[record + T_BRK];
  const payload = header + BLOCK_HEADER;
  const size = program.types[type].words * (count < 0 ? 1 : count);
  const next = payload + size + REDZONE;
  if (next > arenaEnd(layout, thread)) return 0;
  words[record + T_BRK] = next;
  words[header + BLOCK_TYPE] = type;
  words[header + BLOCK_COUNT] = count;
  words[header + BLOCK_WORDS] = size;
  const { library, inner, functionAt } = machine.tables;
  const caller = functionAt[pc];
  words[header + BLOCK_STATE] =
    BLOCK_ALIVE + BLOCK_OF_LIBRARY * library[caller] + BLOCK_INNER * inner[caller];
  words[header + BLOCK_PC] = userPcAt(machine, pc, fp);
  words[header + layout.shadow] = BLOCK_MARK;
  mark(machine, payload, size, RAW);
  note(words, EV_ALLOC, pc, payload, type);
  return payload;
}

/** An array of `count`, which comes from the program: a negative one is refused as too many. */
export const allocateArray = (
  machine: Machine,
  thread: number,
  pc: number,
  fp: number,
  type: number,
  count: number,
): number => (count < 0 ? 0 : allocate(machine, thread, pc, fp, type, count));

/** Gives a block back: FAULT_NONE, or why not. Its words are zeroed, so that states do not differ in what is gone. */
export function free(machine: Machine, pc: number, address: number): number {
  if (address === 0) return FAULT_NONE;
  const { words, layout } = machine;
  const header = address - BLOCK_HEADER;
  machine.culprit = address;
  // No block begins there: it lies within one, or was never on the heap.
  if (header < layout.heaps || address >= layout.end) return FAULT_DOUBLE_FREE;
  if (words[header + layout.shadow] !== BLOCK_MARK) return FAULT_DOUBLE_FREE;
  if ((words[header + BLOCK_STATE] & BLOCK_FREED) !== 0) return FAULT_DOUBLE_FREE;
  words[header + BLOCK_STATE] += BLOCK_FREED - BLOCK_ALIVE;
  mark(machine, address, words[header + BLOCK_WORDS], FREED);
  note(words, EV_FREE, pc, address, words[header + BLOCK_TYPE]);
  return FAULT_NONE;
}

/** Elements of the array whose block begins at the address; 0 where there is none, or no more. */
export function countOf({ words, layout }: Machine, address: number): number {
  const header = address - BLOCK_HEADER;
  if (header < layout.heaps || address >= layout.end) return 0;
  if (words[header + layout.shadow] !== BLOCK_MARK) return 0;
  return (words[header + BLOCK_STATE] & BLOCK_FREED) !== 0 ? 0 : Math.max(0, words[header + BLOCK_COUNT]);
}

export interface Block {
  /** First payload word: what a pointer to it holds. */
  readonly address: number;
  readonly thread: number;
  readonly type: number;
  /** Elements of an array, -1 for a lone value. */
  readonly count: number;
  readonly words: number;
  readonly freed: boolean;
  /** Allocated by a library function: the buffer of a container, a control block, an object of make_shared. */
  readonly library: boolean;
  /** The inside of a value that keeps it apart: of an optional, of a std::function. */
  readonly inner: boolean;
  /** The user's instruction that allocated it. */
  readonly pc: number;
}

/** Every block of the run, freed ones included: by thread, then in order of allocation. */
export function blocks(machine: Machine): Block[] {
  const { words, layout } = machine;
  const found: Block[] = [];
  for (let thread = 0; thread < words[RUN_THREADS]; thread++) {
    const end = words[recordOf(thread) + T_BRK];
    for (let header = arenaOf(layout, thread); header < end; header = nextBlock(words, header)) {
      found.push(blockAt(machine, thread, header));
    }
  }
  return found;
}

/** The block that has the address in its payload, or in the redzone behind it. */
export function blockOf(machine: Machine, address: number): Block | null {
  const { words, layout } = machine;
  if (address < layout.heaps || address >= layout.end) return null;
  for (let thread = 0; thread < words[RUN_THREADS]; thread++) {
    const end = words[recordOf(thread) + T_BRK];
    let header = arenaOf(layout, thread);
    if (address < header || address >= end) continue;
    while (nextBlock(words, header) <= address) header = nextBlock(words, header);
    return address < header + BLOCK_HEADER ? null : blockAt(machine, thread, header);
  }
  return null;
}

const nextBlock = (words: Int32Array, header: number): number =>
  header + BLOCK_HEADER + words[header + BLOCK_WORDS] + REDZONE;

function blockAt({ words }: Machine, thread: number, header: number): Block {
  return {
    address: header + BLOCK_HEADER,
    thread,
    type: words[header + BLOCK_TYPE],
    count: words[header + BLOCK_COUNT],
    words: words[header + BLOCK_WORDS],
    freed: (words[header + BLOCK_STATE] & BLOCK_FREED) !== 0,
    library: (words[header + BLOCK_STATE] & BLOCK_OF_LIBRARY) !== 0,
    inner: (words[header + BLOCK_STATE] & BLOCK_INNER) !== 0,
    pc: words[header + BLOCK_PC],
  };
}
