/**
 * A machine: one program and one memory. Copies of the memory are compact (what is in use of stacks and arenas), so
 * that a search can keep many.
 *
 * A checkpoint is the run header, the records of the started threads, then data and shadow of the globals and of each
 * thread's stack and arena. How long each part is follows from the records, so none of it is written down.
 */
import { assert } from '../../base/assert';
import { FAULT_NONE } from '../bytecode/fault';
import type { Limits, Program } from '../bytecode/program';
import {
  arenaOf,
  DEFAULT_LIMITS,
  GUARDED,
  type Layout,
  LIVE,
  LOG_END,
  layOut,
  MAX_THREADS,
  READY,
  RUN,
  RUN_FAULT,
  RUN_THREADS,
  RUN_UNFINISHED,
  RUN_WORDS,
  recordOf,
  stackOf,
  T_BRK,
  T_FP,
  T_PC,
  T_SP,
  T_STATUS,
  THREAD_WORDS,
  THREADS,
  withLogs,
} from './layout';
import { type Tables, tablesOf } from './tables';

export interface Machine {
  readonly program: Program;
  /** All mutable state of the run. For others: only to wait and notify on, at the addresses `blockedOn` gives. */
  readonly words: Int32Array<ArrayBufferLike>;
  readonly layout: Layout;
  readonly tables: Tables;
  /** The two words of the last `hashState`. */
  readonly hash: Int32Array;
  /** A step that logged so many events stops right after the last of them and answers MORE. */
  eventLimit: number;
  /** Scratch between a helper and `step`: the address a fault is about. */
  culprit: number;
  /** The thread whose step answered MORE and goes on with the next call; -1 in general. */
  resuming: number;
  /** Instructions of one step before it counts as an endless loop. */
  longest: number;
  /** What that step left: the bar for stopping points, the states at the ends of its parts, and the words logged since (recurrence.ts). */
  bar: number;
  readonly parts: Set<number>;
  drained: number;
  /** Of the last call of `step`: the instructions that the step might still have run, of `longest`. */
  budget: number;
}

export interface MachineOptions {
  /** Over a SharedArrayBuffer, for real threads. */
  readonly shared?: boolean;
  /** Attach to the memory of another machine of the same program and limits, as it is. */
  readonly buffer?: ArrayBufferLike;
  readonly limits?: Partial<Limits>;
  /** Of a Memory in which threads run at once: how many logs it has, and to which of them this machine's steps write. */
  readonly logs?: { readonly index: number; readonly count: number };
}

/** About a second. */
const LONGEST_STEP = 50_000_000;

export function createMachine(program: Program, options: MachineOptions = {}): Machine {
  const limits = { ...(program.limits ?? DEFAULT_LIMITS), ...options.limits };
  assert(limits.threads >= 1 && limits.threads <= MAX_THREADS, 'a machine has 1 … 64 threads');
  const { index, count } = options.logs ?? { index: 0, count: 1 };
  const layout = withLogs(layOut(program, limits), index, count);
  const bytes = layout.size * 4;
  const { buffer } = options;
  assert(!buffer || buffer.byteLength === bytes, 'a machine needs the memory of the same program and limits');
  const machine: Machine = {
    program,
    words: new Int32Array(buffer ?? (options.shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes))),
    layout,
    tables: tablesOf(program),
    hash: new Int32Array(2),
    eventLimit: Number.POSITIVE_INFINITY,
    culprit: 0,
    resuming: -1,
    longest: LONGEST_STEP,
    bar: 0,
    parts: new Set(),
    drained: 0,
    budget: 0,
  };
  if (!buffer) reset(machine);
  return machine;
}

/** Back to before the first step: main stands at its entry. */
export function reset(machine: Machine): void {
  const { words, layout, program } = machine;
  for (let thread = 0; thread < words[RUN_THREADS]; thread++) {
    const record = recordOf(thread);
    clear(words, stackOf(layout, thread), words[record + T_SP], layout.shadow);
    clear(words, arenaOf(layout, thread), words[record + T_BRK], layout.shadow);
  }
  words.fill(0, LOG_END, layout.globalsEnd);
  words[LOG_END] = layout.log;
  words.set(program.globalImage, layout.globals);
  words.fill(READY, layout.globals + layout.shadow, layout.globalsEnd + layout.shadow);
  for (const at of program.guards) words[layout.globals + at + layout.shadow] = GUARDED;
  words[RUN_THREADS] = 1;
  words[RUN_UNFINISHED] = 1;
  enter(machine, 0, program.entry, 0);
  forgetHalfStep(machine);
}

/** Of a state that was put in place of another: no thread is in the middle of a step. */
export function forgetHalfStep(machine: Machine): void {
  machine.resuming = -1;
}

/** A thread is in the middle of a step, of which it has taken so many instructions: its next call of `step` goes on with that. */
export function resumeStep(machine: Machine, thread: number, taken: number): void {
  machine.resuming = thread;
  machine.budget = machine.longest - taken;
  beginParts(machine);
}

/** Nothing of a step is compared yet. */
export function beginParts(machine: Machine): void {
  machine.drained = 0;
  if (machine.parts.size > 0) machine.parts.clear();
}

/** The fault that stopped the run is forgotten: the thread that met it goes on at `pc`. */
export function passFault({ words }: Machine, thread: number, pc: number): void {
  words[RUN_FAULT] = FAULT_NONE;
  words[recordOf(thread) + T_STATUS] = LIVE;
  words[recordOf(thread) + T_PC] = pc;
}

/** Writes the record and first frame of a thread that is about to call functions[index] with `argument`. */
export function enter(machine: Machine, thread: number, index: number, argument: number): void {
  const { words, layout, tables } = machine;
  const record = recordOf(thread);
  const fp = stackOf(layout, thread);
  words[record + T_STATUS] = LIVE;
  words[record + T_PC] = tables.starts[index];
  words[record + T_FP] = fp;
  words[record + T_SP] = fp + tables.frames[index];
  words[record + T_BRK] = arenaOf(layout, thread);
  if (tables.args[index] > 0) {
    words[fp] = argument;
    words[fp + layout.shadow] = READY;
  }
}

/** Words a checkpoint of the state as it is now takes. */
export function stateWords(machine: Machine): number {
  const { words, layout } = machine;
  const threads = words[RUN_THREADS];
  let used = layout.globalsEnd - layout.variables;
  for (let thread = 0; thread < threads; thread++) {
    const record = recordOf(thread);
    used += words[record + T_SP] - stackOf(layout, thread) + words[record + T_BRK] - arenaOf(layout, thread);
  }
  return RUN_WORDS + threads * THREAD_WORDS + 2 * used;
}

/**
 * A compact copy of the state: `stateWords` words in an array of its own, or in `into` from `at` on, for those who keep
 * many and want no array for each.
 */
export function checkpoint(machine: Machine, into?: Int32Array, at = 0): Int32Array {
  const { words, layout } = machine;
  const copy = into ?? new Int32Array(stateWords(machine));
  const threads = words[RUN_THREADS];
  let to = copyOut(words, RUN, THREADS + threads * THREAD_WORDS, copy, at);
  to = copyBothOut(machine, layout.variables, layout.globalsEnd, copy, to);
  for (let thread = 0; thread < threads; thread++) {
    const record = recordOf(thread);
    to = copyBothOut(machine, stackOf(layout, thread), words[record + T_SP], copy, to);
    to = copyBothOut(machine, arenaOf(layout, thread), words[record + T_BRK], copy, to);
  }
  return copy;
}

/** Makes the state what it was at the checkpoint, and everything beyond it zero. A half-done step is given up. */
export function restore(machine: Machine, copy: Int32Array, at = 0): void {
  const { words, layout } = machine;
  const started = words[RUN_THREADS];
  const threads = copy[at + RUN_THREADS - RUN];
  for (let thread = 0; thread < started; thread++) {
    const record = recordOf(thread);
    const saved = at + record - RUN;
    const kept = thread < threads;
    const sp = kept ? copy[saved + T_SP] : stackOf(layout, thread);
    const brk = kept ? copy[saved + T_BRK] : arenaOf(layout, thread);
    clear(words, sp, words[record + T_SP], layout.shadow);
    clear(words, brk, words[record + T_BRK], layout.shadow);
    if (!kept) words.fill(0, record, record + THREAD_WORDS);
  }
  const head = RUN_WORDS + threads * THREAD_WORDS;
  let from = copyIn(copy, at, words, RUN, RUN + head);
  from = copyBothIn(copy, from, machine, layout.variables, layout.globalsEnd);
  for (let thread = 0; thread < threads; thread++) {
    const record = recordOf(thread);
    from = copyBothIn(copy, from, machine, stackOf(layout, thread), words[record + T_SP]);
    from = copyBothIn(copy, from, machine, arenaOf(layout, thread), words[record + T_BRK]);
  }
  forgetHalfStep(machine);
}

/** Whether the state is the one of the checkpoint. */
export function sameState(machine: Machine, copy: Int32Array, at = 0): boolean {
  const { words, layout } = machine;
  const threads = words[RUN_THREADS];
  // Equal heads have equal records, so all parts behind them are equally long.
  const head = RUN_WORDS + threads * THREAD_WORDS;
  if (!same(words, RUN, RUN + head, copy, at)) return false;
  let from = at + head;
  const sameBoth = (start: number, end: number): boolean => {
    const first = from;
    const second = first + end - start;
    from = second + end - start;
    const { shadow } = layout;
    return same(words, start, end, copy, first) && same(words, start + shadow, end + shadow, copy, second);
  };
  if (!sameBoth(layout.variables, layout.globalsEnd)) return false;
  for (let thread = 0; thread < threads; thread++) {
    const record = recordOf(thread);
    if (!sameBoth(stackOf(layout, thread), words[record + T_SP])) return false;
    if (!sameBoth(arenaOf(layout, thread), words[record + T_BRK])) return false;
  }
  return true;
}

/** A hash of the state; `machine.hash` then holds two independent words of it, for tables that want 64 bits. */
export function hashState(machine: Machine): number {
  const { words, layout, hash } = machine;
  const threads = words[RUN_THREADS];
  hash[0] = 0x2545f491;
  hash[1] = 0x6c078965;
  absorb(machine, RUN, THREADS + threads * THREAD_WORDS, 0);
  absorb(machine, layout.variables, layout.globalsEnd, layout.shadow);
  for (let thread = 0; thread < threads; thread++) {
    const record = recordOf(thread);
    absorb(machine, stackOf(layout, thread), words[record + T_SP], layout.shadow);
    absorb(machine, arenaOf(layout, thread), words[record + T_BRK], layout.shadow);
  }
  hash[0] = spread(hash[0]);
  hash[1] = spread(hash[1]);
  return hash[0];
}

/** Two lanes a word: each takes data and shadow, with factors of its own, so that what one confuses the other tells. */
function absorb(machine: Machine, from: number, to: number, shadow: number): void {
  const { words, hash } = machine;
  let one = hash[0];
  let two = hash[1];
  for (let at = from; at < to; at++) {
    const word = words[at];
    const mark = shadow === 0 ? 0 : words[at + shadow];
    one = Math.imul((one << 13) | (one >>> 19), 5) ^ Math.imul(word ^ (mark << 29), 0x5bd1e995);
    two = Math.imul(two ^ word ^ (mark << 11), 0x01000193 | 0x2c000000);
    two ^= two >>> 15;
  }
  hash[0] = Math.imul(one ^ (to - from), 0x1b873593);
  hash[1] = Math.imul(two ^ (to - from), 0x19d699a5);
}

function spread(hash: number): number {
  let word = hash;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

function clear(words: Int32Array, from: number, to: number, shadow: number): void {
  if (from >= to) return;
  words.fill(0, from, to);
  words.fill(0, from + shadow, to + shadow);
}

/** Below this many words a loop is faster than a subarray and a block copy. */
const BLOCK_COPY = 96;

function copyOut(words: Int32Array, from: number, to: number, copy: Int32Array, at: number): number {
  if (to - from < BLOCK_COPY) for (let i = from, j = at; i < to; i++, j++) copy[j] = words[i];
  else copy.set(words.subarray(from, to), at);
  return at + to - from;
}
function copyBothOut(machine: Machine, from: number, to: number, copy: Int32Array, at: number): number {
  const { words, layout } = machine;
  const next = copyOut(words, from, to, copy, at);
  return copyOut(words, from + layout.shadow, to + layout.shadow, copy, next);
}

function copyIn(copy: Int32Array, at: number, words: Int32Array, from: number, to: number): number {
  if (to - from < BLOCK_COPY) for (let i = from, j = at; i < to; i++, j++) words[i] = copy[j];
  else words.set(copy.subarray(at, at + to - from), from);
  return at + to - from;
}
function copyBothIn(copy: Int32Array, at: number, machine: Machine, from: number, to: number): number {
  const { words, layout } = machine;
  const next = copyIn(copy, at, words, from, to);
  return copyIn(copy, next, words, from + layout.shadow, to + layout.shadow);
}

function same(words: Int32Array, from: number, to: number, copy: Int32Array, at: number): boolean {
  for (let i = from, j = at; i < to; i++, j++) if (words[i] !== copy[j]) return false;
  return true;
}
