/**
 * What a thread is about to do, as far as it depends on the thread alone: where it stands and what it holds in variables and
 * operands nobody else can write. A search learns from it what a thread may yet touch.
 */
import { assertNever } from '../../base/assert';
import { forEachInstruction } from '../bytecode/decode';
import {
  ACAS,
  ALOAD,
  ARMW,
  GET,
  GET2,
  RESET,
  RESET2,
  SET,
  SET2,
  waitsForThread,
  waitsOf,
} from '../bytecode/opcodes';
import { FRAME_HEADER, type Program } from '../bytecode/program';
import { EXCHANGE, operationOf } from '../bytecode/rmw';
import { isNotified } from './conditions';
import {
  arenaOf,
  BLOCK_FREED,
  BLOCK_HEADER,
  BLOCK_STATE,
  BLOCK_WORDS,
  CUT_OFF,
  JOINED,
  LIVE,
  OWNED,
  QUITTED,
  REDZONE,
  RUN_THREADS,
  recordOf,
  stackEnd,
  stackOf,
  T_BRK,
  T_FP,
  T_PC,
  T_SP,
  T_STATUS,
} from './layout';
import { sharesLock } from './locks';
import type { Machine } from './memory';
import { nextPc } from './query';
import { hasQuit, ownerOf } from './threads';

/** By function, by frame offset: 1 where only the thread itself can read and write. */
export function privateWords({ code, functions }: Program): readonly Uint8Array[] {
  return functions.map((info) => {
    const own = new Uint8Array(info.frameWords);
    own.fill(1, info.argWords, info.argWords + FRAME_HEADER);
    forEachInstruction(code, info.start, info.end, (pc, opcode) => {
      const at = code[pc + 1];
      if (ONE.has(opcode) || TWO.has(opcode)) own[at] = 1;
      if (TWO.has(opcode)) own[at + 1] = 1;
    });
    return own;
  });
}

const ONE: ReadonlySet<number> = new Set([GET, SET, RESET]);
const TWO: ReadonlySet<number> = new Set([GET2, SET2, RESET2]);

/** Two words that stand for it, into out[at], out[at + 1]. */
export function hashLocal(
  machine: Machine,
  thread: number,
  own: readonly Uint8Array[],
  out: Int32Array,
  at: number,
): void {
  const { words, tables } = machine;
  const record = recordOf(thread);
  const bottom = stackOf(machine.layout, thread);
  let pc = words[record + T_PC];
  let fp = words[record + T_FP];
  let end = words[record + T_SP];
  let one = Math.imul(pc + 1, 0x9e3779b1) ^ thread;
  let two = Math.imul(pc + 7, 0x85ebca6b) ^ Math.imul(thread, 0x297a2d39);
  while (fp >= bottom) {
    const index = tables.functionAt[pc];
    const mask = own[index];
    const operands = fp + tables.frames[index];
    for (let word = fp; word < end; word++) {
      if (word < operands && mask[word - fp] === 0) continue;
      one = Math.imul((one << 13) | (one >>> 19), 5) ^ Math.imul(words[word], 0x5bd1e995);
      two = Math.imul(two ^ words[word], 0x2c1b3c6d);
      two ^= two >>> 15;
    }
    one ^= fp;
    const header = fp + tables.args[index];
    end = fp;
    pc = words[header];
    fp = words[header + 1];
  }
  out[at] = one ^ (one >>> 16);
  out[at + 1] = two ^ (two >>> 13);
}

/** All of it, as a text: equal ones are equal. Of its stack also what is initialised there. */
export function localState(machine: Machine, thread: number): string {
  const { words, layout } = machine;
  const record = recordOf(thread);
  const from = stackOf(layout, thread);
  const end = words[record + T_SP];
  const stack = words.subarray(from, end);
  const initialised = words.subarray(from + layout.shadow, end + layout.shadow);
  return `${nextPc(machine, thread)} ${words[record + T_STATUS]} ${stack.join()} ${initialised.join()}`;
}

/** The thread whose end it waits for, if that is what it does next; else -1. */
export function joinTarget(machine: Machine, thread: number): number {
  const { words, program } = machine;
  const record = recordOf(thread);
  return words[record + T_STATUS] === LIVE && waitsForThread(program.code[words[record + T_PC]])
    ? words[words[record + T_SP] - 1]
    : -1;
}

/** Calls `visit` for each lock without which the thread's next instruction would wait; `shared`: a reader is not in the way. */
export function wantedLocks(
  machine: Machine,
  thread: number,
  visit: (lock: number, shared: boolean) => void,
): void {
  const { words, program } = machine;
  const record = recordOf(thread);
  if (words[record + T_STATUS] !== LIVE) return;
  const pc = words[record + T_PC];
  const sp = words[record + T_SP];
  const waits = waitsOf(program.code[pc]);
  switch (waits) {
    case 'nothing':
    case 'thread':
    case 'any thread':
      break;
    case 'lock':
    case 'notify':
    case 'notify or time':
      visit(words[sp - 1], false);
      break;
    case 'shared lock':
      visit(words[sp - 1], true);
      break;
    case 'locks':
      for (let i = 1; i <= program.code[pc + 1]; i++) visit(words[sp - i], false);
      break;
    default:
      assertNever(waits);
  }
}

/** A lock that is held, and by whom. */
export interface Held {
  readonly lock: number;
  readonly holder: number;
}

/** The locks that a thread waits for, once for each holder; empty where it waits for none. */
export function locksAwaited(machine: Machine, thread: number): Held[] {
  const { words, program } = machine;
  const record = recordOf(thread);
  const found: Held[] = [];
  if (waitsOf(program.code[words[record + T_PC]]) === 'notify' && !isNotified(machine, thread)) return found;
  wantedLocks(machine, thread, (lock, shared) => {
    const state = words[lock];
    if (state > 0) found.push({ lock, holder: state - 1 });
    if (state >= 0 || shared) return;
    for (let holder = 0; holder < words[RUN_THREADS]; holder++)
      if (sharesLock(words, lock, holder)) found.push({ lock, holder });
  });
  return found;
}

export const isLive = (machine: Machine, thread: number): boolean =>
  machine.words[recordOf(thread) + T_STATUS] === LIVE;

/** Whether another thread has waited for its end. */
export const isJoined = (machine: Machine, thread: number): boolean => ownerOf(machine, thread) === JOINED;

/** The first thread that nobody joined or detached, though it may have ended; -1: there is none, or the process was ended by exit. */
export function unsettledThread(machine: Machine): number {
  const { words } = machine;
  if (hasQuit(machine)) return -1;
  for (let thread = 1; thread < words[RUN_THREADS]; thread++) {
    if (ownerOf(machine, thread) === OWNED) return thread;
  }
  return -1;
}

/** What the stacks of threads hold that have not ended, when the process does. */
export function stacksLeftBehind({
  words,
  layout,
}: Machine): { readonly address: number; readonly words: number }[] {
  const stacks = [];
  for (let thread = 0; thread < words[RUN_THREADS]; thread++) {
    const address = stackOf(layout, thread);
    const status = words[recordOf(thread) + T_STATUS];
    if (status === LIVE || status === QUITTED || status === CUT_OFF)
      stacks.push({ address, words: words[recordOf(thread) + T_SP] - address });
  }
  return stacks;
}

/** Whether any block is not freed: the quick question before the exact one. */
export function hasLiveBlocks({ words, layout }: Machine): boolean {
  for (let thread = 0; thread < words[RUN_THREADS]; thread++) {
    const end = words[recordOf(thread) + T_BRK];
    for (let header = arenaOf(layout, thread); header < end; ) {
      if ((words[header + BLOCK_STATE] & BLOCK_FREED) === 0) return true;
      header += BLOCK_HEADER + words[header + BLOCK_WORDS] + REDZONE;
    }
  }
  return false;
}

/**
 * Threads that the bits of one word tell apart: of so many, executions are counted and rounds without progress are judged. A run and a
 * search of its states may have more (MAX_THREADS).
 */
export const WORD_THREADS = 31;

/** An atomic object of one word that an instruction looks at. */
export interface AtomicLook {
  readonly word: number;
  readonly found: number;
  /** What it puts there; null: nothing, it is a load, or an exchange that fails. */
  readonly puts: number | null;
}

/** What a thread does next, if it is a load, an exchange or a compare-and-exchange, of one word; else null. */
export function atomicNext({ words, program: { code } }: Machine, thread: number): AtomicLook | null {
  const record = recordOf(thread);
  if (words[record + T_STATUS] !== LIVE) return null;
  const pc = words[record + T_PC];
  const sp = words[record + T_SP];
  const look = (word: number, puts: number | null): AtomicLook => ({ word, found: words[word], puts });
  if (code[pc + 1] !== 1) return null;
  if (code[pc] === ALOAD) return look(words[sp - 1], null);
  if (code[pc] === ARMW && operationOf(code[pc + 2]) === EXCHANGE) return look(words[sp - 2], words[sp - 1]);
  const [word, expected, desired] = words.subarray(sp - 3, sp);
  return code[pc] === ACAS ? look(word, words[word] === words[expected] ? desired : null) : null;
}

/** Whether an address is of the stack of a thread, in frames that have ended in the step that is looked at, too. */
export const isOnStack = ({ layout }: Machine, thread: number, address: number): boolean =>
  address >= stackOf(layout, thread) && address < stackEnd(layout, thread);

/** First address behind all data. */
export const dataEnd = (machine: Machine): number => machine.layout.end;
