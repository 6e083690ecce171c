/** An operation in words and in place: what a thread does next, and what it did, with the value it saw. */

import { stackEffect } from '../bytecode/decode';
import {
  EV_ATOMIC_ENTER,
  EV_ATOMIC_LEAVE,
  EV_ATOMIC_READ,
  EV_ATOMIC_RMW,
  EV_CHOICE,
  EV_FAULT,
  EV_NOTIFY,
  EV_TRY_FAILED,
  eventKind,
  nextEvent,
} from '../bytecode/event';
import { FAULT_KINDS, FAULT_LIVELOCK } from '../bytecode/fault';
import * as op from '../bytecode/opcodes';
import type { Pc, TypeId } from '../bytecode/program';
import { recordOf, T_SP } from '../machine/layout';
import { logEnd, logStart } from '../machine/log';
import type { Machine } from '../machine/memory';
import { faultOf, nextPc, threadCount, wouldTimeOut } from '../machine/query';
import { userPc } from '../machine/stack';
import { isTimed, told } from './acts';
import { Names, nameOfStart } from './names';
import { countedAt } from './owners';
import { lineAt, spanAt } from './source';
import { operandText, pointedName, type Scope, unnamed, valueText } from './values';
import type { OperationView } from './view';

type Words = Pick<OperationView, 'kind' | 'target' | 'text'>;

/** What an operation is about. */
interface Operand {
  /** The object's address; of a thread operation, the thread's id. */
  readonly address: number;
  /** Read or written; undefined where it is not known yet. */
  readonly value: number | undefined;
  /** Its upper word, where it has two. */
  readonly high: number;
}

function wordsOf(scope: Scope, pc: number, target: string, { address, value, high }: Operand): Words {
  const seen = value === undefined ? '' : operandText(scope, address, { low: value, high });
  const [kind, text] = told({ code: scope.machine.program.code, pc, target, value, seen });
  return { kind, target, text: text.trim() };
}

/** The name of what an instruction is about. */
function targetName(
  { machine, names }: Scope,
  thread: number,
  pc: number,
  address: number,
  at: number,
): string {
  const { program } = machine;
  switch (program.code[pc]) {
    case op.SPAWN:
      // Before it happens the thread has no id, only the name its place gives it.
      return address > 0 && address < threadCount(machine)
        ? names.thread(address)
        : nameOfStart(program, at, threadCount(machine));
    case op.JOIN:
    case op.AWAIT:
    case op.DETACH:
      return names.thread(address);
    case op.START:
    case op.YIELD:
      return names.thread(thread);
    case op.COUNT_ADD:
    case op.COUNT_DROP:
    case op.COUNT_TRY_ADD:
    case op.COUNT_READ: {
      const counted = countedAt(machine, address);
      if (counted === null) return 'an object';
      const name = names.object(counted.object) || pointedName({ machine, names }, counted.object);
      return counted.weak ? `${name} (weak)` : name;
    }
    case op.FREE: {
      // What make_shared made stands in one block with its counts, which are at the block's start.
      const counted = countedAt(machine, address);
      return names.object(counted?.object ?? address) || 'memory';
    }
    default:
      return names.at(machine, address) || unnamed(machine, address);
  }
}

/** How deep below the top of the operand stack the address stands that an instruction is about: its first operand; 0 for none. */
function depthOfAddress({ program }: Machine, pc: number): number {
  return op.opcodes[program.code[pc]].visible === 'never' ? 0 : stackEffect(program, pc).pops;
}

function view(scope: Scope, pc: number, at: number, words: Words): OperationView {
  const { program } = scope.machine;
  const span = spanAt(program, at);
  return { pc: pc as Pc, span, line: lineAt(program, span), ...words };
}

/** What the thread's next step begins with; where it crashed, the crash; null once it has finished. */
export function nextOperation(
  machine: Machine,
  thread: number,
  names: Names = new Names(machine.program).observe(machine),
): OperationView | null {
  const pc = nextPc(machine, thread);
  if (pc < 0) return null;
  const scope = { machine, names };
  const at = userPc(machine, thread);
  const { words, program } = machine;
  const sp = words[recordOf(thread) + T_SP];
  const fault = faultOf(machine);
  if (fault?.thread === thread)
    return view(scope, pc, at, crashWords(scope, fault.kind, fault.address, fault.text));
  if (op.waitsOf(program.code[pc]) === 'locks') {
    const count = program.code[pc + 1];
    const locks = Array.from(words.subarray(sp - count, sp), (lock) => names.at(machine, lock) || 'a lock');
    return view(scope, pc, at, {
      kind: 'lock',
      target: locks.join(', '),
      text: `locks ${locks.join(' and ')}`,
    });
  }
  if (program.code[pc] === op.CHOOSE) {
    const options = optionsAt(scope, pc, sp);
    const text = `takes one of ${options.join(', ')}`;
    return { ...view(scope, pc, at, { kind: 'choose', target: '', text }), options };
  }
  const depth = depthOfAddress(machine, pc);
  const address = depth === 0 ? thread : words[sp - depth];
  const target = targetName(scope, thread, pc, program.code[pc] === op.SPAWN ? 0 : address, at);
  const value = STORES.has(program.code[pc])
    ? words[sp - depth + 1]
    : wouldTimeOut(machine, thread)
      ? 0
      : undefined;
  return view(scope, pc, at, wordsOf(scope, pc, target, { address, value, high: words[sp - depth + 2] }));
}

/** The values that a CHOOSE has on the stack. */
function optionsAt(scope: Scope, pc: number, sp: number): string[] {
  const { words, program } = scope.machine;
  const [size, count, type] = program.code.subarray(pc + 1, pc + 4);
  return Array.from({ length: count / size }, (_, i) => {
    const at = sp - count + i * size;
    return valueText(scope, type as TypeId, { low: words[at], high: words[at + 1] });
  });
}

const STORES: ReadonlySet<number> = new Set([op.STORE, op.STORE2, op.ASTORE]);

function crashWords(scope: Scope, kind: number, address: number, text: string): Words {
  if (kind === FAULT_LIVELOCK) return { kind: 'crash', target: '', text: 'goes round for ever' };
  const target = address === 0 ? '' : scope.names.at(scope.machine, address);
  const what = (FAULT_KINDS[kind] ?? 'fault').replaceAll('-', ' ');
  return { kind: 'crash', target, text: `stops: ${what}${text === '' ? '' : `: ${text}`}` };
}

/**
 * What `before` (of `nextOperation`, just before the step) turned out to be: the same with the value it saw, from the log
 * of the `step` call that did it. An event has the lower word of a value: the upper one is read where the value stands, so that
 * call should have ended with the operation (setEventLimit).
 */
export function doneOperation(
  machine: Machine,
  before: OperationView,
  names: Names = new Names(machine.program).observe(machine),
): OperationView {
  const { words, program } = machine;
  const scope = { machine, names };
  const opcode = program.code[before.pc];
  for (let event = logStart(machine); event < logEnd(machine); event = nextEvent(machine.words, event)) {
    const kind = eventKind(words[event]);
    const address = words[event + 2];
    const value = words[event + 3];
    const here = words[event + 1] === before.pc;
    // A larger atomic shows its value only when the access is over.
    if (kind === EV_ATOMIC_LEAVE ? opcode !== op.AENTER : !here || kind === EV_ATOMIC_ENTER) continue;
    if (kind === EV_FAULT)
      return { ...before, ...crashWords(scope, value, address, faultOf(machine)?.text ?? '') };
    if (kind === EV_CHOICE) return { ...before, text: `takes ${before.options?.[address] ?? value}` };
    if (opcode === op.ACAS && kind === EV_ATOMIC_READ) {
      return {
        ...before,
        text: `finds ${before.target} changed: ${operandText(scope, address, { low: value, high: words[address + 1] })}`,
      };
    }
    if (opcode === op.ACAS && kind !== EV_ATOMIC_RMW) continue;
    if (kind === EV_TRY_FAILED)
      return {
        ...before,
        text: `fails to lock ${before.target}${isTimed(program.code, before.pc) ? ': timed out' : ''}`,
      };
    if (opcode === op.TRYLOCK || opcode === op.TRYLOCK_SHARED)
      return { ...before, text: `locks ${before.target}, having tried` };
    if (opcode === op.SPAWN)
      return { ...before, ...retold(scope, before, names.thread(address), address, value) };
    if (kind === EV_NOTIFY && value > 0 && program.code[before.pc + 1] === 0) {
      return { ...before, text: `notifies ${names.thread(value - 1)} on ${before.target}` };
    }
    const waits = op.waitsOf(opcode);
    if (waits === 'locks' || waits === 'notify' || opcode === op.CVWAIT || opcode === op.COPY) return before;
    return { ...before, ...retold(scope, before, before.target, address, value) };
  }
  return before;
}

const retold = (scope: Scope, before: OperationView, target: string, address: number, value: number): Words =>
  wordsOf(scope, before.pc, target, { address, value, high: scope.machine.words[address + 1] });
