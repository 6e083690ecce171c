/**
 * The memory map: all mutable state of a run in one Int32Array, and every offset in it, named once. Offsets never leave
 * this folder.
 *
 *     0         NULL PAGE     never valid: a null pointer and the members behind it
 *     64        LOG CURSOR    where the next event goes                                          not part of the state
 *     72        RUN HEADER    threads, unfinished threads, the fault
 *     80        THREAD TABLE  a record per thread
 *     globals   GLOBALS       constants first                               ┐
 *     stacks    STACKS        main's, then equal ones                       │ data: every word has a shadow word
 *     heaps     HEAPS         an arena per thread, the first ones larger    │
 *     end                                                                   ┘
 *     end       SHADOW        of globals … end, at the constant distance `shadow`
 *     log       LOG           events; one more for each thread that runs at once with others     not part of the state
 *     size
 *
 * A thread allocates from its own arena and never reuses a block, so an address depends on nothing but what that
 * thread did before: allocations of two threads commute, and give equal states.
 *
 * A stack grows upwards; whatever is above sp is zero when a step ends. A frame:
 *
 *     fp        arguments     argWords
 *               return pc     0 in a thread's first function    ┐ FRAME_HEADER
 *               caller's fp   0 in a thread's first function    ┘
 *               locals
 *     fp + frameWords         operand stack … sp
 *
 * An arena holds blocks, one after the other, up to the thread's T_BRK:
 *
 *     BLOCK_TYPE  BLOCK_COUNT  BLOCK_WORDS  BLOCK_STATE  BLOCK_PC | payload, BLOCK_WORDS words | redzone, 1 word
 */
import { assert } from '../../base/assert';
import { initially } from '../../base/sizes';
import { EVENT_WORDS } from '../bytecode/event';
import type { Limits, Program } from '../bytecode/program';

export const NULL_PAGE = 64;

export const LOG_END = 64;

export const RUN = 72;
export const RUN_WORDS = 8;
export const RUN_THREADS = RUN + 0;
export const RUN_UNFINISHED = RUN + 1;
/** A FAULT_ number; the rest of the header says more about it once it is not 0. */
export const RUN_FAULT = RUN + 2;
export const RUN_FAULT_THREAD = RUN + 3;
export const RUN_FAULT_ADDRESS = RUN + 4;
/** Index into Program.texts + 1. */
export const RUN_FAULT_TEXT = RUN + 5;

export const THREADS = RUN + RUN_WORDS;
export const THREAD_WORDS = 8;
export const T_STATUS = 0;
export const T_PC = 1;
export const T_FP = 2;
export const T_SP = 3;
export const T_BRK = 4;
/** The user's instruction that started it. */
export const T_SPAWN_PC = 5;
/** Thread that started it + 1. */
export const T_PARENT = 6;
/** Who answers for its end: OWNED, JOINED, DETACHED or LOOSE; and NOTIFIED. */
export const T_OWNER = 7;

// T_STATUS; 0 in a record that no thread has yet.
export const LIVE = 1;
export const ENDED = 2;
export const CRASHED = 3;
/** It ended the process: it goes no further, its stack stays, and who joins it waits. */
export const QUITTED = 4;
/** Its process is over before it would end: it goes round for ever, or wants to end the process once more. Who joins it waits. */
export const CUT_OFF = 5;

export const OWNED = 0;
export const JOINED = 1;
export const DETACHED = 2;
/** It may be joined or detached, and ends with main if it is not. */
export const LOOSE = 3;
/**
 * Beside that: a notify has come for it since it began to wait. The thread has it and not the condition variable, which may be destroyed
 * as soon as all who wait on it are notified ([thread.condition.condvar]), before they have woken up.
 */
export const NOTIFIED = 4;

// Shadow words. NOTHING: redzone, or no variable lives here now.
export const NOTHING = 0;
export const RAW = 1;
export const READY = 2;
export const DEAD = 3;
/** Dead for good: the block was given back. */
export const FREED = 4;
/** The shadow of a block's first header word: tells the start of a block from any other address. */
export const BLOCK_MARK = 5;
/** Behind an array that is a variable. */
export const GUARDED = 6;

export const BLOCK_TYPE = 0;
/** Elements; -1 where it is one value and not an array. */
export const BLOCK_COUNT = 1;
export const BLOCK_WORDS = 2;
export const BLOCK_STATE = 3;
/** The user's instruction that allocated it. */
export const BLOCK_PC = 4;
export const BLOCK_HEADER = 5;
export const REDZONE = 1;

// BLOCK_STATE: one of the first two, perhaps with the others.
export const BLOCK_ALIVE = 1;
export const BLOCK_FREED = 2;
export const BLOCK_OF_LIBRARY = 4;
/** The value in an optional, the callable in a function: part of what has it. */
export const BLOCK_INNER = 8;

/** Events that fit in the log before it must be drained, usually. */
export const LOG_EVENTS = 4096;
/** Words behind them for what one instruction may add: the payload of a PRINT, a lock of many. */
export const LOG_MARGIN = 4096;

/** Addresses are packed with other small numbers in events and in keys. */
const MAX_WORDS = 2 ** 24;
/** Readers of a lock and waiters of a condition variable are a bit each in two words. */
export const MAX_THREADS = 64;

/** About 4 MB in all: a search makes several memories, and what it knows by address is as large. */
export const DEFAULT_LIMITS: Limits = {
  threads: MAX_THREADS,
  mainStack: 16_384,
  mainHeap: 131_072,
  threadStack: 2048,
  threadHeap: 16_384,
  laterHeap: 2048,
};

/** A fifteenth of that: enough for most programs. */
export const SMALL_LIMITS: Limits = {
  threads: 16,
  mainStack: 2048,
  mainHeap: 8192,
  threadStack: 512,
  threadHeap: 2048,
  laterHeap: 256,
};

/** Twelve times that, for those that need it (schedule/room.ts). */
export const LARGE_LIMITS: Limits = {
  threads: MAX_THREADS,
  mainStack: 131_072,
  mainHeap: 1_048_576,
  threadStack: 16_384,
  threadHeap: 524_288,
  laterHeap: 32_768,
};

/** Threads beside main that have a large heap. */
const FIRST_THREADS = 7;

export interface Layout {
  readonly limits: Limits;
  readonly globals: number;
  /** First global that may be written. */
  readonly variables: number;
  readonly globalsEnd: number;
  readonly stacks: number;
  readonly heaps: number;
  readonly end: number;
  /** Distance from a data word to its shadow word. */
  readonly shadow: number;
  readonly log: number;
  /** Where the events in the log are so many that it must be drained. */
  readonly logFull: number;
  readonly size: number;
}

export function layOut(program: Program, limits: Limits): Layout {
  const others = limits.threads - 1;
  const globals = THREADS + limits.threads * THREAD_WORDS;
  const globalsEnd = globals + program.globalWords;
  const stacks = globalsEnd + REDZONE;
  const heaps = stacks + limits.mainStack + others * limits.threadStack + REDZONE;
  const first = Math.min(others, FIRST_THREADS);
  const end = heaps + limits.mainHeap + first * limits.threadHeap + (others - first) * limits.laterHeap;
  const shadow = end - globals;
  const log = end + shadow;
  const logFull = log + EVENT_WORDS * initially(LOG_EVENTS);
  const size = logFull + LOG_MARGIN;
  assert(size <= MAX_WORDS, 'a memory has addresses of 24 bits');
  const variables = globals + program.constantWords;
  return { limits, globals, variables, globalsEnd, stacks, heaps, end, shadow, log, logFull, size };
}

/**
 * The map of a Memory with `count` logs, as the thread that writes log `index` sees it: threads that run at once need one each. All else
 * stands where it stands in every Memory.
 */
export function withLogs(layout: Layout, index: number, count: number): Layout {
  assert(index < count, 'a thread writes one of the logs there are');
  const words = layout.size - layout.log;
  const { log, logFull } = layout;
  return { ...layout, log: log + index * words, logFull: logFull + index * words, size: log + count * words };
}

export const recordOf = (thread: number): number => THREADS + thread * THREAD_WORDS;

export function stackOf(layout: Layout, thread: number): number {
  const { mainStack, threadStack } = layout.limits;
  return thread === 0 ? layout.stacks : layout.stacks + mainStack + (thread - 1) * threadStack;
}
export const stackEnd = (layout: Layout, thread: number): number =>
  stackOf(layout, thread) + (thread === 0 ? layout.limits.mainStack : layout.limits.threadStack);

export function arenaOf(layout: Layout, thread: number): number {
  const { mainHeap, threadHeap, laterHeap } = layout.limits;
  if (thread === 0) return layout.heaps;
  const first = Math.min(thread - 1, FIRST_THREADS);
  return layout.heaps + mainHeap + first * threadHeap + (thread - 1 - first) * laterHeap;
}
export const arenaEnd = (layout: Layout, thread: number): number =>
  thread + 1 < layout.limits.threads ? arenaOf(layout, thread + 1) : layout.end;
