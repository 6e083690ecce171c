/**
 * Who stored the null that a thread stumbled over. The bytecode tells which read gave the pointer; from that word the search goes back to
 * the write that made it null, and through the thread's own copies on to where the null was first put. Never a guess: undefined where it cannot be told.
 */

import { forEachInstruction, INSTRUCTION_WORDS } from '../bytecode/decode';
import { EV_COUNT_DROP, EV_COUNT_LOCK } from '../bytecode/event';
import { ALOAD, CALL, CALLPTR, FIELD, GET, LOAD, NONNULL, SET } from '../bytecode/opcodes';
import type { FunctionInfo, Program } from '../bytecode/program';
import { backwards, covers, type History, isRead, isWrite, lastEvent, type PastEvent } from './history';

export interface NullOrigin {
  /** The store of null. */
  readonly stored: PastEvent;
  /** The read of the word it was stored to, by the thread that crashed. */
  readonly read: PastEvent;
  /** weak_ptr::lock gave it: the question, and who had let go of the last owner. */
  readonly gone: { readonly asked: PastEvent; readonly dropped: PastEvent } | null;
}

/** A chain of copies longer than this is not followed. */
const MAX_COPIES = 32;

interface Run {
  readonly history: History;
  readonly program: Program;
}

export function originOfNull(run: Run, fault: PastEvent): NullOrigin | undefined {
  const { history, program } = run;
  let read = readOfPointer(run, fault);
  for (let copies = 0; read !== undefined && copies < MAX_COPIES; copies++) {
    const { address, value } = read;
    if (value !== 0) return undefined;
    const stored = lastEvent(history, (event) => isWrite(event) && covers(event, address), read);
    if (stored === undefined) return undefined;
    // What another thread stored is the story; where that one had it from is not.
    if (stored.thread !== fault.thread) return { stored, read, gone: null };
    const source = readBefore(history, stored);
    if (source === undefined || !isCopy(program, source, stored))
      return { stored, read, gone: refusal(history, stored) };
    read = source;
  }
  return undefined;
}

/** The last access to the pointer at `at` that tells what it led to before it was null. */
export const pointerBefore = (history: History, at: PastEvent): PastEvent | undefined =>
  lastEvent(
    history,
    (event) => (isRead(event) || isWrite(event)) && event.value !== 0 && covers(event, at.address),
    at,
  );

/** What weak_ptr::lock was told, where the null is its answer: the thread has done nothing since but to store it. */
function refusal(history: History, stored: PastEvent): NullOrigin['gone'] {
  for (const asked of backwards(history, stored)) {
    if (asked.thread !== stored.thread || (isWrite(asked) && asked.value === 0)) continue;
    if (asked.kind !== EV_COUNT_LOCK || asked.value !== 0) return null;
    const drops = ({ kind, value, address }: PastEvent): boolean =>
      kind === EV_COUNT_DROP && value === 0 && address === asked.address;
    const dropped = lastEvent(history, drops, asked);
    return dropped === undefined ? null : { asked, dropped };
  }
  return null;
}

/** The read that gave the null pointer, by the instruction before the one that used it. */
export function readOfPointer({ history, program }: Run, fault: PastEvent): PastEvent | undefined {
  const { code } = program;
  const inside = functionOf(program, fault.pc);
  if (inside === undefined) return undefined;
  const before = producerOf(program, inside, fault.pc);
  const own = (fits: (pc: number) => boolean): PastEvent | undefined =>
    lastEvent(history, ({ thread, pc }) => thread === fault.thread && fits(pc), fault);
  switch (code[before]) {
    case LOAD:
    case ALOAD:
      return own((pc) => pc === before);
    case CALL:
    case CALLPTR: {
      // Returned by a function: the last it read.
      const read = readBefore(history, fault);
      return read !== undefined && functionOf(program, read.pc) !== inside ? read : undefined;
    }
    case GET:
      return own((pc) => setAfter(program, pc) === code[before + 1] && functionOf(program, pc) === inside);
    default:
      return undefined;
  }
}

/** The variable that the value of a load goes to, by its offset; -1 where it goes elsewhere. */
function setAfter({ code }: Program, pc: number): number {
  const next = pc + INSTRUCTION_WORDS[code[pc]];
  return (code[pc] === LOAD || code[pc] === ALOAD) && code[next] === SET ? code[next + 1] : -1;
}

/** The instruction before `pc` that is no mere step from an object to its member. */
function producerOf({ code }: Program, { start }: FunctionInfo, pc: number): number {
  let before = -1;
  forEachInstruction(code, start, pc, (at, opcode) => {
    if (opcode !== FIELD && opcode !== NONNULL) before = at;
  });
  return before;
}

const functionOf = ({ functions }: Program, pc: number): FunctionInfo | undefined =>
  functions.find(({ start, end }) => start <= pc && pc < end);

/** The last read or write of a thread before `event`, if it was a read. */
function readBefore(history: History, event: PastEvent): PastEvent | undefined {
  for (const past of backwards(history, event)) {
    if (past.thread !== event.thread) continue;
    if (isRead(past)) return past;
    if (isWrite(past)) return undefined;
  }
  return undefined;
}

/** Whether a write stored what was just read: one COPY, or a load with the store right behind it. */
function isCopy({ code }: Program, source: PastEvent, stored: PastEvent): boolean {
  if (source.value !== stored.value) return false;
  return source.pc === stored.pc || source.pc + INSTRUCTION_WORDS[code[source.pc]] === stored.pc;
}
