/**
 * The interpreter: `step` runs one thread from where it rests to its next stopping point. One function, one `case` per
 * row of opcodes.ts, in the order of the table; a case that is more than a few lines calls a helper beside this file.
 * Long because it must be: state that is used by every instruction lives in locals, and a call would cost more than
 * most instructions.
 *
 * A simple case ends in `continue`; one that logged an event ends in `break`, which leads to the test for a full log.
 * The labels are numbers, and a test holds them to their names: only of literals does V8 make a jump table, and not every
 * tool that runs this file inlines imported constants. With names the tests ran it twenty times slower.
 *
 * A case that cannot go on sets `cause` (a FAULT_ number, or WAIT) and leaves `pc` and `sp` as they were.
 */
import { InternalError } from '../../base/assert';
import {
  EV_ATOMIC_ENTER,
  EV_ATOMIC_LEAVE,
  EV_BIRTH,
  EV_CHOICE,
  EV_COUNT_ADD,
  EV_COUNT_DROP,
  EV_COUNT_LOCK,
  EV_COUNT_READ,
  EV_DEATH,
  EV_FAULT,
  EV_FENCE,
  EV_READ,
  EV_START,
  EV_STORAGE_DEAD,
  EV_WRITE,
  EV_YIELD,
  EVENT_WORDS,
  eventWords,
} from '../bytecode/event';
import {
  FAULT_BOUNDS,
  FAULT_DIVISION,
  FAULT_FREED,
  FAULT_HEAP,
  FAULT_LIVELOCK,
  FAULT_NONE,
  FAULT_NULL,
  FAULT_SCOPE,
  FAULT_STACK,
  FAULT_STEP,
  FAULT_TERMINATE,
  FAULT_UNINITIALIZED,
} from '../bytecode/fault';
import * as op from '../bytecode/opcodes';
import { FRAME_HEADER } from '../bytecode/program';
import { mark, READ, refusal, TOUCH, WRITE } from './access';
import { numberOf, pointerOf } from './address';
import { compareExchange, load, modify, store } from './atomics';
import { announce, endTimed, notify, wait, wake } from './conditions';
import { calculate, compare, fromInteger, roundToSingle, toInteger, widen } from './float';
import { allocate, allocateArray, countOf, free } from './heap';
import {
  BLOCK_MARK,
  CRASHED,
  CUT_OFF,
  DEAD,
  FREED,
  GUARDED,
  LIVE,
  NOTHING,
  NULL_PAGE,
  RAW,
  READY,
  RUN_FAULT,
  RUN_FAULT_ADDRESS,
  RUN_FAULT_TEXT,
  RUN_FAULT_THREAD,
  RUN_UNFINISHED,
  recordOf,
  stackEnd,
  T_FP,
  T_PC,
  T_SP,
  T_STATUS,
} from './layout';
import { endLock, lock, lockAll, lockShared, tryLock, tryLockShared, unlock, unlockShared } from './locks';
import { closeLog, logCursor, moveLogCursor, note } from './log';
import { applyFunction, applyFunction2 } from './math';
import { beginParts, type Machine } from './memory';
import { draw } from './mersenne';
import { type SchedulePoints, STOP, STOP_SHIFT } from './points';
import { print } from './print';
import { digitOf } from './printf';
import { isProcessOver } from './query';
import { recurs } from './recurrence';
import { WAIT } from './sync';
import { awaitEnd, detach, exit, join, loosen, quit, spawn } from './threads';
import { isTaken, type Landing, unwind } from './unwind';
import { divide, multiply, shiftLeft, shiftRight } from './wide';

/** STEPPED: the thread rests before its next stopping point. */
export const STEPPED = 0;
/** BLOCKED: it cannot proceed now and nothing changed; `blockedOn` says what it waits for, if it may ever go on. */
export const BLOCKED = 1;
/** MORE: the log is full or the event limit is reached: drain it and call `step` for the same thread again. */
export const MORE = 2;
/** FAULTED: the program stopped with a finding, the last event. Nothing can step any more. */
export const FAULTED = 3;
/** FINISHED: this thread ended. */
export const FINISHED = 4;
export type Outcome = 0 | 1 | 2 | 3 | 4;

/** Where an exception lands; read at once. */
const landing: Landing = { pc: 0, fp: 0, sp: 0, top: 0 };

/** What the table says of a pc must exceed this to stop a step. */
const BAR_AMONG_OTHERS = 0;
const BAR_ALONE = 1;
/** Between AENTER and ALEAVE. */
const BAR_ATOMIC = 2;

/**
 * Runs one step of `thread`: the instruction it rests at, then on to the next of the points. `pick` is the choice where that
 * instruction has one: the waiter of a notify_one, the value of an input. Never waits, never throws for what the program does. The events of this call stand in the log.
 */
export function step(machine: Machine, thread: number, pick: number, points: SchedulePoints): Outcome {
  const { words, program, layout } = machine;
  const { starts, args, frames, extents, exposedFrom, functionAt } = machine.tables;
  const { code } = program;
  const { table } = points;
  const record = recordOf(thread);
  moveLogCursor(layout.log);
  const resumed = machine.resuming === thread;
  // A step that goes on was begun before somebody else failed, where threads run at once.
  if ((words[RUN_FAULT] !== FAULT_NONE && !resumed) || words[record + T_STATUS] !== LIVE) {
    closeLog(words);
    return BLOCKED;
  }

  const { shadow, globals, variables } = layout;
  const readable = layout.end - globals;
  const writable = layout.end - variables;
  const limit = stackEnd(layout, thread);
  const full = layout.logFull;
  machine.resuming = -1;
  if (!resumed) beginParts(machine);

  let pc = words[record + T_PC];
  let fp = words[record + T_FP];
  let sp = words[record + T_SP];
  /** Everything from here up is zero: the end of the operands that the running function can have. */
  let top = fp + extents[functionAt[pc]];
  const first = resumed ? -1 : pc;
  /** The stopping point that may be passed: where the step begins, once. */
  let passable = first;
  let bar = resumed ? machine.bar : words[RUN_UNFINISHED] > 1 ? BAR_AMONG_OTHERS : BAR_ALONE;
  let budget = resumed ? machine.budget : machine.longest;
  let stop = Math.min(full, layout.log + EVENT_WORDS * machine.eventLimit);
  let cause: number = FAULT_NONE;
  let text = 0;
  let outcome: Outcome = STEPPED;

  run: for (;;) {
    let opcode = table[pc];
    if (opcode >= STOP) {
      if (opcode >>> STOP_SHIFT > bar) {
        if (pc !== passable) break;
        passable = -1;
      }
      opcode &= STOP - 1;
    }
    if (--budget < 0) {
      machine.culprit = 0;
      cause = FAULT_STEP;
      break;
    }
    switch (opcode) {
      // Constants and the operand stack
      case 0 /* CONST */:
        words[sp++] = code[pc + 1];
        pc += 2;
        continue;
      case 1 /* CONST2 */:
        words[sp] = code[pc + 1];
        words[sp + 1] = code[pc + 2];
        sp += 2;
        pc += 3;
        continue;
      case 2 /* GLOBAL */:
        words[sp++] = globals + code[pc + 1];
        pc += 2;
        continue;
      case 3 /* DROP */:
        sp -= code[pc + 1];
        pc += 2;
        continue;
      case 4 /* DUP */:
        {
          const n = code[pc + 1];
          for (let i = 0; i < n; i++) words[sp + i] = words[sp - n + i];
          sp += n;
          pc += 2;
          continue;
        }

      // Frame variables whose address nobody takes
      case 5 /* GET */:
        {
          const at = fp + code[pc + 1];
          if (words[at + shadow] !== READY) {
            cause = unready(machine, at);
            break run;
          }
          words[sp++] = words[at];
          pc += 2;
          continue;
        }
      case 6 /* SET */:
        {
          const at = fp + code[pc + 1];
          words[at] = words[--sp];
          words[at + shadow] = READY;
          pc += 2;
          continue;
        }
      case 7 /* GET2 */:
        {
          const at = fp + code[pc + 1];
          if (words[at + shadow] !== READY || words[at + 1 + shadow] !== READY) {
            cause = unready(machine, at);
            break run;
          }
          words[sp] = words[at];
          words[sp + 1] = words[at + 1];
          sp += 2;
          pc += 2;
          continue;
        }
      case 8 /* SET2 */:
        {
          const at = fp + code[pc + 1];
          sp -= 2;
          words[at] = words[sp];
          words[at + 1] = words[sp + 1];
          words[at + shadow] = READY;
          words[at + 1 + shadow] = READY;
          pc += 2;
          continue;
        }
      case 9 /* FRAME */:
        words[sp++] = fp + code[pc + 1];
        pc += 2;
        continue;
      case 10 /* STORAGE_LIVE */:
        {
          const from = fp + code[pc + 1];
          for (let at = from; at < from + code[pc + 2]; at++) {
            words[at] = 0;
            words[at + shadow] = RAW;
          }
          pc += 3;
          continue;
        }
      case 11 /* STORAGE_DEAD */:
        {
          const from = fp + code[pc + 1];
          for (let at = from; at < from + code[pc + 2]; at++) {
            words[at] = 0;
            words[at + shadow] = NOTHING;
          }
          note(words, EV_STORAGE_DEAD | (code[pc + 2] << 8), pc + 3, from, 0);
          pc += 3;
          break;
        }

      // Memory by address
      case 12 /* LOAD */:
        {
          const at = words[sp - 1];
          if ((at - globals) >>> 0 >= readable || words[at + shadow] !== READY) {
            cause = refusal(machine, at, 1, READ);
            break run;
          }
          words[sp - 1] = words[at];
          note(words, EV_READ | (1 << 8), pc, at, words[at]);
          pc += 1;
          break;
        }
      case 13 /* LOAD2 */:
        {
          const at = words[sp - 1];
          cause = refusal(machine, at, 2, READ);
          if (cause !== FAULT_NONE) break run;
          words[sp - 1] = words[at];
          words[sp] = words[at + 1];
          sp += 1;
          note(words, EV_READ | (2 << 8), pc, at, words[at]);
          pc += 1;
          break;
        }
      case 14 /* STORE */:
        {
          const at = words[sp - 2];
          const value = words[sp - 1];
          if ((at - variables) >>> 0 >= writable || (words[at + shadow] - RAW) >>> 0 > 1) {
            cause = refusal(machine, at, 1, WRITE);
            break run;
          }
          words[at] = value;
          words[at + shadow] = READY;
          sp -= 2;
          note(words, EV_WRITE | (1 << 8), pc, at, value);
          pc += 1;
          break;
        }
      case 15 /* STORE2 */:
        {
          const at = words[sp - 3];
          cause = refusal(machine, at, 2, WRITE);
          if (cause !== FAULT_NONE) break run;
          words[at] = words[sp - 2];
          words[at + 1] = words[sp - 1];
          words[at + shadow] = READY;
          words[at + 1 + shadow] = READY;
          note(words, EV_WRITE | (2 << 8), pc, at, words[sp - 2]);
          sp -= 3;
          pc += 1;
          break;
        }
      case 16 /* COPY */:
        {
          const n = code[pc + 1];
          const to = words[sp - 2];
          const from = words[sp - 1];
          cause = refusal(machine, from, n, TOUCH) || refusal(machine, to, n, WRITE);
          if (cause !== FAULT_NONE) break run;
          words.copyWithin(to, from, from + n);
          words.copyWithin(to + shadow, from + shadow, from + shadow + n);
          sp -= 2;
          note(words, EV_READ | (n << 8), pc, from, words[to]);
          note(words, EV_WRITE | (n << 8), pc, to, words[to]);
          pc += 2;
          break;
        }
      case 17 /* FIELD */:
        if (words[sp - 1] >>> 0 < NULL_PAGE) {
          machine.culprit = words[sp - 1];
          cause = FAULT_NULL;
          break run;
        }
        words[sp - 1] += code[pc + 1];
        pc += 2;
        continue;
      case 18 /* NONNULL */:
        if (words[sp - 1] >>> 0 < NULL_PAGE) {
          machine.culprit = words[sp - 1];
          cause = FAULT_NULL;
          break run;
        }
        pc += 1;
        continue;
      case 19 /* INDEX */:
        {
          const index = words[sp - 1];
          const at = words[sp - 2] + Math.imul(index, code[pc + 1]);
          if (index >>> 0 >= code[pc + 2]) {
            machine.culprit = at;
            cause = FAULT_BOUNDS;
            break run;
          }
          words[--sp - 1] = at;
          pc += 3;
          continue;
        }
      case 20 /* OFFSET */:
        sp -= 1;
        words[sp - 1] += Math.imul(words[sp], code[pc + 1]);
        pc += 2;
        continue;
      case 21 /* DISTANCE */:
        {
          const distance = ((words[sp - 2] - words[sp - 1]) / code[pc + 1]) | 0;
          words[sp - 2] = distance;
          words[sp - 1] = distance >> 31;
          pc += 2;
          continue;
        }
      case 22 /* BOUNDS */:
        if (words[sp - 2] >>> 0 >= words[sp - 1] >>> 0) {
          machine.culprit = 0;
          cause = FAULT_BOUNDS;
          break run;
        }
        sp -= 2;
        pc += 1;
        continue;

      // 32-bit arithmetic
      case 23 /* ADD */:
        sp -= 1;
        words[sp - 1] += words[sp];
        pc += 1;
        continue;
      case 24 /* SUB */:
        sp -= 1;
        words[sp - 1] -= words[sp];
        pc += 1;
        continue;
      case 25 /* MUL */:
        sp -= 1;
        words[sp - 1] = Math.imul(words[sp - 1], words[sp]);
        pc += 1;
        continue;
      case 26 /* DIV */:
      case 27 /* MOD */:
      case 28 /* UDIV */:
      case 29 /* UMOD */:
        {
          const by = words[sp - 1];
          if (by === 0) {
            machine.culprit = 0;
            cause = FAULT_DIVISION;
            break run;
          }
          const value = words[sp - 2];
          sp -= 1;
          if (opcode === op.DIV) words[sp - 1] = value / by;
          else if (opcode === op.MOD) words[sp - 1] = value % by;
          else if (opcode === op.UDIV) words[sp - 1] = (value >>> 0) / (by >>> 0);
          else words[sp - 1] = (value >>> 0) % (by >>> 0);
          pc += 1;
          continue;
        }
      case 30 /* AND */:
        sp -= 1;
        words[sp - 1] &= words[sp];
        pc += 1;
        continue;
      case 31 /* OR */:
        sp -= 1;
        words[sp - 1] |= words[sp];
        pc += 1;
        continue;
      case 32 /* XOR */:
        sp -= 1;
        words[sp - 1] ^= words[sp];
        pc += 1;
        continue;
      case 33 /* SHL */:
        sp -= 1;
        words[sp - 1] <<= words[sp];
        pc += 1;
        continue;
      case 34 /* SHR */:
        sp -= 1;
        words[sp - 1] >>= words[sp];
        pc += 1;
        continue;
      case 35 /* USHR */:
        sp -= 1;
        words[sp - 1] >>>= words[sp];
        pc += 1;
        continue;
      case 36 /* NEG */:
        words[sp - 1] = -words[sp - 1];
        pc += 1;
        continue;
      case 37 /* NOT */:
        words[sp - 1] = ~words[sp - 1];
        pc += 1;
        continue;
      case 38 /* LNOT */:
        words[sp - 1] = words[sp - 1] === 0 ? 1 : 0;
        pc += 1;
        continue;
      case 39 /* BOOL */:
        words[sp - 1] = words[sp - 1] !== 0 ? 1 : 0;
        pc += 1;
        continue;
      case 40 /* NARROW */:
        {
          const spare = 32 - code[pc + 1];
          const raised = words[sp - 1] << spare;
          words[sp - 1] = code[pc + 2] !== 0 ? raised >> spare : raised >>> spare;
          pc += 3;
          continue;
        }
      case 41 /* EQ */:
        sp -= 1;
        words[sp - 1] = words[sp - 1] === words[sp] ? 1 : 0;
        pc += 1;
        continue;
      case 42 /* NE */:
        sp -= 1;
        words[sp - 1] = words[sp - 1] !== words[sp] ? 1 : 0;
        pc += 1;
        continue;
      case 43 /* LT */:
        sp -= 1;
        words[sp - 1] = words[sp - 1] < words[sp] ? 1 : 0;
        pc += 1;
        continue;
      case 44 /* LE */:
        sp -= 1;
        words[sp - 1] = words[sp - 1] <= words[sp] ? 1 : 0;
        pc += 1;
        continue;
      case 45 /* GT */:
        sp -= 1;
        words[sp - 1] = words[sp - 1] > words[sp] ? 1 : 0;
        pc += 1;
        continue;
      case 46 /* GE */:
        sp -= 1;
        words[sp - 1] = words[sp - 1] >= words[sp] ? 1 : 0;
        pc += 1;
        continue;
      case 47 /* ULT */:
        sp -= 1;
        words[sp - 1] = words[sp - 1] >>> 0 < words[sp] >>> 0 ? 1 : 0;
        pc += 1;
        continue;
      case 48 /* ULE */:
        sp -= 1;
        words[sp - 1] = words[sp - 1] >>> 0 <= words[sp] >>> 0 ? 1 : 0;
        pc += 1;
        continue;
      case 49 /* UGT */:
        sp -= 1;
        words[sp - 1] = words[sp - 1] >>> 0 > words[sp] >>> 0 ? 1 : 0;
        pc += 1;
        continue;
      case 50 /* UGE */:
        sp -= 1;
        words[sp - 1] = words[sp - 1] >>> 0 >= words[sp] >>> 0 ? 1 : 0;
        pc += 1;
        continue;

      // 64-bit arithmetic
      case 51 /* ADD2 */:
        {
          sp -= 2;
          const low = words[sp - 2] + words[sp];
          const carry = low >>> 0 < words[sp] >>> 0 ? 1 : 0;
          words[sp - 2] = low;
          words[sp - 1] += words[sp + 1] + carry;
          pc += 1;
          continue;
        }
      case 52 /* SUB2 */:
        {
          sp -= 2;
          const borrow = words[sp - 2] >>> 0 < words[sp] >>> 0 ? 1 : 0;
          words[sp - 2] -= words[sp];
          words[sp - 1] -= words[sp + 1] + borrow;
          pc += 1;
          continue;
        }
      case 53 /* MUL2 */:
        multiply(words, sp);
        sp -= 2;
        pc += 1;
        continue;
      case 54 /* DIV2 */:
      case 55 /* MOD2 */:
      case 56 /* UDIV2 */:
      case 57 /* UMOD2 */:
        {
          if ((words[sp - 2] | words[sp - 1]) === 0) {
            machine.culprit = 0;
            cause = FAULT_DIVISION;
            break run;
          }
          const opcode = code[pc];
          const signed = opcode === op.DIV2 || opcode === op.MOD2;
          divide(words, sp, signed, opcode === op.MOD2 || opcode === op.UMOD2);
          sp -= 2;
          pc += 1;
          continue;
        }
      case 58 /* AND2 */:
        sp -= 2;
        words[sp - 2] &= words[sp];
        words[sp - 1] &= words[sp + 1];
        pc += 1;
        continue;
      case 59 /* OR2 */:
        sp -= 2;
        words[sp - 2] |= words[sp];
        words[sp - 1] |= words[sp + 1];
        pc += 1;
        continue;
      case 60 /* XOR2 */:
        sp -= 2;
        words[sp - 2] ^= words[sp];
        words[sp - 1] ^= words[sp + 1];
        pc += 1;
        continue;
      case 61 /* SHL2 */:
        shiftLeft(words, sp);
        sp -= 1;
        pc += 1;
        continue;
      case 62 /* SHR2 */:
        shiftRight(words, sp, true);
        sp -= 1;
        pc += 1;
        continue;
      case 63 /* USHR2 */:
        shiftRight(words, sp, false);
        sp -= 1;
        pc += 1;
        continue;
      case 64 /* NEG2 */:
        words[sp - 1] = words[sp - 2] === 0 ? -words[sp - 1] : ~words[sp - 1];
        words[sp - 2] = -words[sp - 2];
        pc += 1;
        continue;
      case 65 /* NOT2 */:
        words[sp - 2] = ~words[sp - 2];
        words[sp - 1] = ~words[sp - 1];
        pc += 1;
        continue;
      case 66 /* BOOL2 */:
        sp -= 1;
        words[sp - 1] = (words[sp - 1] | words[sp]) !== 0 ? 1 : 0;
        pc += 1;
        continue;
      case 67 /* EQ2 */:
        sp -= 3;
        words[sp - 1] = words[sp - 1] === words[sp + 1] && words[sp] === words[sp + 2] ? 1 : 0;
        pc += 1;
        continue;
      case 68 /* NE2 */:
        sp -= 3;
        words[sp - 1] = words[sp - 1] !== words[sp + 1] || words[sp] !== words[sp + 2] ? 1 : 0;
        pc += 1;
        continue;
      // a at sp - 1, b at sp + 1 from here on. The upper words decide; equal ones leave it to the lower, without sign.
      case 69 /* LT2 */:
        sp -= 3;
        if (words[sp] === words[sp + 2]) words[sp - 1] = words[sp - 1] >>> 0 < words[sp + 1] >>> 0 ? 1 : 0;
        else words[sp - 1] = words[sp] < words[sp + 2] ? 1 : 0;
        pc += 1;
        continue;
      case 70 /* LE2 */:
        sp -= 3;
        if (words[sp] === words[sp + 2]) words[sp - 1] = words[sp - 1] >>> 0 <= words[sp + 1] >>> 0 ? 1 : 0;
        else words[sp - 1] = words[sp] < words[sp + 2] ? 1 : 0;
        pc += 1;
        continue;
      case 71 /* GT2 */:
        sp -= 3;
        if (words[sp] === words[sp + 2]) words[sp - 1] = words[sp - 1] >>> 0 > words[sp + 1] >>> 0 ? 1 : 0;
        else words[sp - 1] = words[sp] > words[sp + 2] ? 1 : 0;
        pc += 1;
        continue;
      case 72 /* GE2 */:
        sp -= 3;
        if (words[sp] === words[sp + 2]) words[sp - 1] = words[sp - 1] >>> 0 >= words[sp + 1] >>> 0 ? 1 : 0;
        else words[sp - 1] = words[sp] > words[sp + 2] ? 1 : 0;
        pc += 1;
        continue;
      case 73 /* ULT2 */:
        sp -= 3;
        if (words[sp] === words[sp + 2]) words[sp - 1] = words[sp - 1] >>> 0 < words[sp + 1] >>> 0 ? 1 : 0;
        else words[sp - 1] = words[sp] >>> 0 < words[sp + 2] >>> 0 ? 1 : 0;
        pc += 1;
        continue;
      case 74 /* ULE2 */:
        sp -= 3;
        if (words[sp] === words[sp + 2]) words[sp - 1] = words[sp - 1] >>> 0 <= words[sp + 1] >>> 0 ? 1 : 0;
        else words[sp - 1] = words[sp] >>> 0 < words[sp + 2] >>> 0 ? 1 : 0;
        pc += 1;
        continue;
      case 75 /* UGT2 */:
        sp -= 3;
        if (words[sp] === words[sp + 2]) words[sp - 1] = words[sp - 1] >>> 0 > words[sp + 1] >>> 0 ? 1 : 0;
        else words[sp - 1] = words[sp] >>> 0 > words[sp + 2] >>> 0 ? 1 : 0;
        pc += 1;
        continue;
      case 76 /* UGE2 */:
        sp -= 3;
        if (words[sp] === words[sp + 2]) words[sp - 1] = words[sp - 1] >>> 0 >= words[sp + 1] >>> 0 ? 1 : 0;
        else words[sp - 1] = words[sp] >>> 0 > words[sp + 2] >>> 0 ? 1 : 0;
        pc += 1;
        continue;
      case 77 /* SEXT */:
        words[sp] = words[sp - 1] >> 31;
        sp += 1;
        pc += 1;
        continue;
      case 78 /* ZEXT */:
        words[sp] = 0;
        sp += 1;
        pc += 1;
        continue;
      case 79 /* WRAP */:
        sp -= 1;
        pc += 1;
        continue;

      // Control
      case 80 /* JUMP */:
        pc = code[pc + 1];
        continue;
      case 81 /* JZ */:
        pc = words[--sp] === 0 ? code[pc + 1] : pc + 2;
        continue;
      case 82 /* JNZ */:
        pc = words[--sp] !== 0 ? code[pc + 1] : pc + 2;
        continue;
      case 83 /* CALL */:
      case 84 /* CALLPTR */:
        {
          let callee = code[pc + 1];
          if (opcode === op.CALLPTR) {
            callee = words[sp - 1] - 1;
            machine.culprit = words[sp - 1];
            if (words[sp - 1] === 0) cause = FAULT_NULL;
            else if (callee >>> 0 >= starts.length || args[callee] !== code[pc + 1]) cause = FAULT_BOUNDS;
            if (cause !== FAULT_NONE) break run;
            sp -= 1;
          }
          const count = args[callee];
          const next = sp - count;
          if (next + extents[callee] > limit) {
            if (opcode === op.CALLPTR) sp += 1;
            machine.culprit = next;
            cause = FAULT_STACK;
            break run;
          }
          for (let at = next; at < sp; at++) words[at + shadow] = READY;
          // What the caller computed and dropped above its stack would show through in the callee's locals.
          for (let at = sp + FRAME_HEADER; at < top; at++) words[at] = 0;
          words[sp] = pc + 2;
          words[sp + 1] = fp;
          fp = next;
          sp = fp + frames[callee];
          top = fp + extents[callee];
          pc = starts[callee];
          continue;
        }
      case 85 /* RET */:
        {
          const n = code[pc + 1];
          const callee = functionAt[pc];
          const header = fp + args[callee];
          const back = words[header];
          const caller = words[header + 1];
          const values = sp - n;
          const frameEnd = fp + frames[callee];
          for (let i = 0; i < n; i++) words[fp + i] = words[values + i];
          for (let at = fp + n; at < top; at++) words[at] = 0;
          for (let at = fp; at < frameEnd; at++) words[at + shadow] = NOTHING;
          const exposed = frames[callee] - exposedFrom[callee];
          if (exposed > 0) {
            const next = caller === 0 ? -1 : back;
            note(words, EV_STORAGE_DEAD | (exposed << 8), next, fp + exposedFrom[callee], 0);
          }
          if (caller === 0) {
            for (let at = fp; at < fp + n; at++) words[at] = 0;
            exit(machine, thread, pc);
            closeLog(words);
            return FINISHED;
          }
          sp = fp + n;
          fp = caller;
          pc = back;
          top = fp + extents[functionAt[pc]];
          break;
        }
      case 86 /* TRAP */:
        machine.culprit = 0;
        cause = code[pc + 1];
        text = code[pc + 2] + 1;
        break run;

      // Heap
      case 87 /* NEW */:
        {
          const at = allocate(machine, thread, pc, fp, code[pc + 1], -1);
          if (at === 0) {
            machine.culprit = 0;
            cause = FAULT_HEAP;
            break run;
          }
          words[sp++] = at;
          pc += 2;
          break;
        }
      case 88 /* NEWN */:
        {
          const at = allocateArray(machine, thread, pc, fp, code[pc + 1], words[sp - 1]);
          if (at === 0) {
            machine.culprit = 0;
            cause = FAULT_HEAP;
            break run;
          }
          words[sp - 1] = at;
          pc += 2;
          break;
        }
      case 89 /* FREE */:
        cause = free(machine, pc, words[sp - 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 1;
        break;
      case 90 /* BIRTH */:
      case 91 /* DEATH */:
        {
          const n = code[pc + 1];
          const at = words[sp - 1];
          const ends = opcode === op.DEATH;
          cause = storage(machine, at, n, ends);
          if (cause !== FAULT_NONE) break run;
          mark(machine, at, n, ends ? DEAD : RAW);
          note(words, (ends ? EV_DEATH : EV_BIRTH) | (n << 8), pc, at, 0);
          sp -= 1;
          pc += 2;
          break;
        }

      // Locks
      case 92 /* LOCK */:
        cause = lock(machine, thread, pc, words[sp - 1], code[pc + 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 2;
        break;
      case 93 /* TRYLOCK */:
        cause = tryLock(machine, thread, pc, words[sp - 1], code[pc + 1], sp - 1);
        if (cause !== FAULT_NONE) break run;
        pc += 3;
        break;
      case 94 /* UNLOCK */:
        cause = unlock(machine, thread, pc, words[sp - 1], code[pc + 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 2;
        break;
      case 95 /* LOCK_SHARED */:
        cause = lockShared(machine, thread, pc, words[sp - 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 1;
        break;
      case 96 /* TRYLOCK_SHARED */:
        cause = tryLockShared(machine, thread, pc, words[sp - 1], sp - 1);
        if (cause !== FAULT_NONE) break run;
        pc += 2;
        break;
      case 97 /* UNLOCK_SHARED */:
        cause = unlockShared(machine, thread, pc, words[sp - 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 1;
        break;
      case 98 /* LOCKALL */:
        {
          const n = code[pc + 1];
          cause = lockAll(machine, thread, pc, sp - n, n);
          if (cause !== FAULT_NONE) break run;
          sp -= n;
          pc += 2;
          break;
        }
      case 99 /* LOCKEND */:
        cause = endLock(machine, pc, words[sp - 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 1;
        break;

      // Condition variables
      case 100 /* CVWAIT */:
        cause = wait(machine, thread, pc, words[sp - 2], words[sp - 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 2;
        pc += 1;
        break;
      case 101 /* CVRELOCK */:
        cause = wake(machine, thread, pc, words[sp - 2], words[sp - 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 2;
        pc += 1;
        break;
      case 102 /* NOTIFY */:
        cause = notify(machine, pc, words[sp - 1], code[pc + 1] !== 0, pick);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 2;
        break;

      // Atomics
      case 103 /* ALOAD */:
        cause = load(machine, pc, sp - 1, code[pc + 1]);
        if (cause !== FAULT_NONE) break run;
        sp += code[pc + 1] - 1;
        pc += 2;
        break;
      case 104 /* ASTORE */:
        cause = store(machine, pc, sp - 1 - code[pc + 1], code[pc + 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1 + code[pc + 1];
        pc += 2;
        break;
      case 105 /* ARMW */:
        cause = modify(machine, pc, sp - 1 - code[pc + 1], code[pc + 1], code[pc + 2]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 3;
        break;
      case 106 /* ACAS */:
        cause = compareExchange(machine, pc, sp - 2 - code[pc + 1], code[pc + 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1 + code[pc + 1];
        pc += 2;
        break;
      case 107 /* AENTER */:
        cause = refusal(machine, words[sp - 1], 1, TOUCH);
        if (cause !== FAULT_NONE) break run;
        bar = BAR_ATOMIC;
        sp -= 1;
        note(words, EV_ATOMIC_ENTER | (code[pc + 1] << 8), pc, words[sp], code[pc + 1]);
        pc += 2;
        break;
      case 108 /* ALEAVE */:
        cause = refusal(machine, words[sp - 1], 1, TOUCH);
        if (cause !== FAULT_NONE) break run;
        bar = words[RUN_UNFINISHED] > 1 ? BAR_AMONG_OTHERS : BAR_ALONE;
        sp -= 1;
        note(words, EV_ATOMIC_LEAVE | (code[pc + 1] << 8), pc, words[sp], words[words[sp]]);
        pc += 2;
        break;

      // Owner counts
      case 109 /* COUNT_ADD */:
        {
          const at = words[sp - 1];
          cause = refusal(machine, at, 1, READ);
          if (cause !== FAULT_NONE) break run;
          words[at] += 1;
          sp -= 1;
          note(words, EV_COUNT_ADD, pc, at, words[at]);
          pc += 1;
          break;
        }
      case 110 /* COUNT_DROP */:
        {
          const at = words[sp - 1];
          cause = refusal(machine, at, 1, READ);
          if (cause !== FAULT_NONE) break run;
          words[at] -= 1;
          words[sp - 1] = words[at];
          note(words, EV_COUNT_DROP, pc, at, words[at]);
          pc += 1;
          break;
        }
      case 111 /* COUNT_TRY_ADD */:
        {
          const at = words[sp - 1];
          cause = refusal(machine, at, 1, READ);
          if (cause !== FAULT_NONE) break run;
          const taken = words[at] === 0 ? 0 : 1;
          words[at] += taken;
          words[sp - 1] = taken;
          note(words, EV_COUNT_LOCK, pc, at, taken);
          pc += 1;
          break;
        }
      case 112 /* COUNT_READ */:
        {
          const at = words[sp - 1];
          cause = refusal(machine, at, 1, READ);
          if (cause !== FAULT_NONE) break run;
          words[sp - 1] = words[at];
          note(words, EV_COUNT_READ, pc, at, words[at]);
          pc += 1;
          break;
        }

      // Threads
      case 113 /* SPAWN */:
        cause = spawn(machine, thread, pc, fp, words[sp - 2], words[sp - 1], sp - 2);
        if (cause !== FAULT_NONE) break run;
        bar = BAR_AMONG_OTHERS;
        sp -= 1;
        pc += 1;
        break;
      case 114 /* START */:
        note(words, EV_START, pc, thread, 0);
        pc += 1;
        break;
      case 115 /* JOIN */:
        cause = join(machine, thread, pc, words[sp - 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 1;
        break;
      case 116 /* DETACH */:
        cause = detach(machine, pc, words[sp - 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 1;
        break;
      case 117 /* SELF */:
        words[sp++] = thread;
        pc += 1;
        continue;
      case 118 /* YIELD */:
        note(words, EV_YIELD, pc, thread, 0);
        pc += 1;
        break;

      // Output
      case 119 /* PRINT */:
        {
          const n = code[pc + 2];
          const from = logCursor();
          cause = print(machine, pc, code[pc + 1], sp - n, sp);
          if (cause !== FAULT_NONE) break run;
          sp -= n;
          pc += 3;
          // The payload takes room, but is no event.
          stop = Math.min(full, stop + eventWords(words[from]));
          break;
        }

      // Floating point
      case 120 /* FADD */:
      case 121 /* FSUB */:
      case 122 /* FMUL */:
      case 123 /* FDIV */:
        calculate(words, sp, opcode);
        sp -= 2;
        pc += 1;
        continue;
      case 124 /* FNEG */:
        words[sp - 1] ^= 0x80000000;
        pc += 1;
        continue;
      case 125 /* FEQ */:
      case 126 /* FNE */:
      case 127 /* FLT */:
      case 128 /* FLE */:
      case 129 /* FGT */:
      case 130 /* FGE */:
        words[sp - 4] = compare(words, sp, opcode);
        sp -= 3;
        pc += 1;
        continue;
      case 131 /* FWIDEN */:
        widen(words, sp);
        sp += 1;
        pc += 1;
        continue;
      case 132 /* FROUND */:
        roundToSingle(words, sp);
        sp -= 1;
        pc += 1;
        continue;
      case 133 /* FFROM */:
        fromInteger(words, sp, code[pc + 1], code[pc + 2] !== 0);
        pc += 3;
        continue;
      case 134 /* FTO */:
        toInteger(words, sp, code[pc + 1] !== 0);
        pc += 2;
        continue;
      case 135 /* FMATH */:
        applyFunction(words, sp, code[pc + 1]);
        pc += 2;
        continue;
      case 136 /* FMATH2 */:
        applyFunction2(words, sp, code[pc + 1]);
        sp -= 2;
        pc += 2;
        continue;

      // Exceptions
      case 137 /* THROW */:
      case 138 /* RESUME */:
        {
          const exception = words[sp - 1];
          if (opcode === op.THROW && !isTaken(machine, pc, fp, exception)) {
            sp -= 1;
            pc += 1;
            continue;
          }
          unwind(machine, pc, fp, top, exception, landing);
          ({ pc, fp, sp, top } = landing);
          break;
        }
      case 139 /* UNCAUGHT */:
        machine.culprit = words[sp - 1];
        cause = FAULT_TERMINATE;
        break run;
      case 140 /* THREADLOCAL */:
        words[sp++] = globals + code[pc + 1] + thread * code[pc + 2];
        pc += 3;
        continue;
      case 141 /* FDIGIT */:
        words[sp - 4] = digitOf(code[pc + 1], words[sp - 4], words[sp - 3], words[sp - 2], words[sp - 1]);
        sp -= 3;
        pc += 2;
        continue;

      // Timed and announced waits
      case 142 /* CVTIMED */:
        cause = endTimed(machine, thread, pc, words[sp - 2], words[sp - 1], sp - 2);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 1;
        break;
      case 143 /* CVENTER */:
        cause = announce(machine, thread, pc, words[sp - 1]);
        if (cause !== FAULT_NONE) break run;
        sp -= 1;
        pc += 1;
        break;
      case 144 /* AWAIT */:
        cause = awaitEnd(machine, thread, pc, words[sp - 1], sp - 1);
        if (cause !== FAULT_NONE) break run;
        pc += 1;
        break;
      case 145 /* LOOSEN */:
        loosen(machine, pc, words[sp - 1]);
        pc += 1;
        break;

      // Pointers as numbers
      case 146 /* NUMBER */:
        numberOf(words, sp - 1);
        sp += 1;
        pc += 1;
        continue;
      case 147 /* POINTER */:
        pointerOf(words, sp - 2);
        sp -= 1;
        pc += 1;
        continue;
      case 148 /* MERSENNE */:
        sp -= 1;
        draw(words, sp - 2, code[pc + 1], words[sp]);
        pc += 2;
        continue;
      // Of a block, and of the process
      case 149 /* COUNT */:
        words[sp - 1] = countOf(machine, words[sp - 1]);
        pc += 1;
        continue;
      case 150 /* QUIT */:
        words[record + T_PC] = pc;
        words[record + T_FP] = fp;
        words[record + T_SP] = sp;
        quit(machine, thread, pc);
        closeLog(words);
        return FINISHED;
      case 151 /* FENCE */:
        note(words, EV_FENCE, pc, 0, words[--sp]);
        pc += 1;
        break;
      case 152 /* CHOOSE */:
        {
          const size = code[pc + 1];
          const count = code[pc + 2];
          const chosen = Math.min(pick, count / size - 1);
          sp -= count;
          words.copyWithin(sp, sp + chosen * size, sp + (chosen + 1) * size);
          note(words, EV_CHOICE, pc, chosen, words[sp]);
          sp += size;
          pc += 4;
          break;
        }
      case 153 /* PEEK */:
        {
          const size = code[pc + 1];
          const at = words[--sp];
          const there = refusal(machine, at, size, READ) === FAULT_NONE;
          for (let i = 0; i < size; i++) words[sp++] = there ? words[at + i] : 0;
          if (there) note(words, EV_READ | (size << 8), pc, at, words[at]);
          pc += 2;
          break;
        }
      case 154 /* GUARD */:
        words[fp + code[pc + 1] + shadow] = GUARDED;
        pc += 2;
        continue;
      case 155 /* KEEP */:
        sp -= 1;
        note(words, EV_CHOICE, pc, fp, words[sp]);
        pc += 1;
        break;
      case 156 /* KEEP2 */:
        sp -= 2;
        note(words, EV_CHOICE, pc, fp, words[sp]);
        note(words, EV_CHOICE, pc, fp, words[sp + 1]);
        pc += 1;
        break;
      case 157 /* EITHER */:
        sp -= 1;
        note(words, EV_CHOICE, pc, 2 * fp + pick, words[sp - 1]);
        note(words, EV_CHOICE, pc, 2 * fp + pick, words[sp]);
        words[sp - 1] = pick;
        pc += 1;
        break;
      case 158 /* EITHER2 */:
        sp -= 3;
        for (let i = -1; i < 3; i++) note(words, EV_CHOICE, pc, 2 * fp + pick, words[sp + i]);
        words[sp - 1] = pick;
        pc += 1;
        break;
      case 159 /* RESET */:
        {
          const at = fp + code[pc + 1];
          words[at] = words[--sp];
          words[at + shadow] = READY;
          note(words, EV_CHOICE, pc, fp, words[at]);
          pc += 2;
          break;
        }
      case 160 /* RESET2 */:
        {
          const at = fp + code[pc + 1];
          sp -= 2;
          for (let i = 0; i < 2; i++) {
            words[at + i] = words[sp + i];
            words[at + i + shadow] = READY;
            note(words, EV_CHOICE, pc, fp, words[at + i]);
          }
          pc += 2;
          break;
        }
      default:
        unknown(opcode, pc);
    }
    if (logCursor() >= stop) {
      outcome = MORE;
      break;
    }
  }

  // A wait in the middle of a step (a thread that is alone does not stop before it) ends the step there.
  if (cause === WAIT) outcome = pc === first && budget === machine.longest - 1 ? BLOCKED : STEPPED;
  for (let at = sp; at < top; at++) words[at] = 0;
  words[record + T_PC] = pc;
  words[record + T_FP] = fp;
  words[record + T_SP] = sp;
  machine.budget = budget;
  if (outcome === MORE && recurs(machine, logCursor() - layout.log)) {
    machine.culprit = 0;
    if (isProcessOver(machine)) {
      words[record + T_STATUS] = CUT_OFF;
      outcome = STEPPED;
    } else cause = words[RUN_UNFINISHED] <= 1 ? FAULT_LIVELOCK : FAULT_STEP;
  }
  if (cause > FAULT_NONE) {
    words[record + T_STATUS] = CRASHED;
    words[RUN_FAULT] = cause;
    words[RUN_FAULT_THREAD] = thread;
    words[RUN_FAULT_ADDRESS] = machine.culprit;
    words[RUN_FAULT_TEXT] = text;
    note(words, EV_FAULT, pc, machine.culprit, cause);
    outcome = FAULTED;
  }
  closeLog(words);
  if (outcome === MORE) {
    machine.resuming = thread;
    machine.bar = bar;
  }
  return outcome;
}

/** Why a variable of the frame cannot be read. */
function unready(machine: Machine, at: number): number {
  const { words, layout } = machine;
  machine.culprit = words[at + layout.shadow] === READY ? at + 1 : at;
  return words[machine.culprit + layout.shadow] === RAW ? FAULT_UNINITIALIZED : FAULT_SCOPE;
}

/** Whether `count` words at an address can begin or end a life: within the data, not in a redzone, not in a freed block. */
function storage(machine: Machine, address: number, count: number, ends: boolean): number {
  if (ends) return refusal(machine, address, count, WRITE);
  const { words, layout } = machine;
  machine.culprit = address;
  if (address >>> 0 < NULL_PAGE) return FAULT_NULL;
  if (address < layout.variables || address + count > layout.end) return FAULT_BOUNDS;
  for (let at = address; at < address + count; at++) {
    const shadow = words[at + layout.shadow];
    machine.culprit = at;
    if (shadow === FREED) return FAULT_FREED;
    if (shadow === NOTHING || shadow === BLOCK_MARK) {
      return at >= layout.stacks && at < layout.heaps ? FAULT_SCOPE : FAULT_BOUNDS;
    }
  }
  return FAULT_NONE;
}

function unknown(opcode: number, pc: number): never {
  throw new InternalError(`no opcode ${opcode} at pc ${pc}`);
}
