/**
 * Atomic objects of one or two words. The operands of each operation stand in words[at …): the address first; what it
 * pushes replaces them from there. All are sequentially consistent, for nothing else runs during an instruction.
 */
import {
  EV_ATOMIC_READ,
  EV_ATOMIC_RMW,
  EV_ATOMIC_WRITE,
  EV_CHOICE,
  EV_READ,
  EV_WRITE,
} from '../bytecode/event';
import { FAULT_NONE } from '../bytecode/fault';
import { ADD, AND, EXCHANGE, KEEP, narrownessOf, OR, operationOf, SUB } from '../bytecode/rmw';
import { READ, refusal, WRITE } from './access';
import { READY } from './layout';
import { note } from './log';
import type { Machine } from './memory';

export function load(machine: Machine, pc: number, at: number, count: number): number {
  const { words } = machine;
  const address = words[at];
  const fault = refusal(machine, address, count, READ);
  if (fault !== FAULT_NONE) return fault;
  words[at] = words[address];
  if (count === 2) words[at + 1] = words[address + 1];
  note(words, EV_ATOMIC_READ | (count << 8), pc, address, words[address]);
  return FAULT_NONE;
}

export function store(machine: Machine, pc: number, at: number, count: number): number {
  const { words } = machine;
  const address = words[at];
  const fault = refusal(machine, address, count, WRITE);
  if (fault !== FAULT_NONE) return fault;
  put(machine, address, at + 1, count);
  note(words, EV_ATOMIC_WRITE | (count << 8), pc, address, words[address]);
  return FAULT_NONE;
}

/** `rmw`: the operand of the instruction (bytecode/rmw.ts). */
export function modify(machine: Machine, pc: number, at: number, count: number, rmw: number): number {
  const { words } = machine;
  const operation = operationOf(rmw);
  const address = words[at];
  const fault = refusal(machine, address, count, READ) || refusal(machine, address, count, WRITE);
  if (fault !== FAULT_NONE) return fault;
  if (operation === KEEP) for (let i = 1; i <= count; i++) note(words, EV_CHOICE, pc, 0, words[at + i]);
  const low = words[address];
  const operand = words[at + 1];
  words[address] = narrowed(combine(low, operand, operation), narrownessOf(rmw));
  words[at] = low;
  if (count === 2) {
    const high = words[address + 1];
    words[address + 1] = combine(high, words[at + 2], operation) + carry(low, operand, operation);
    words[at + 1] = high;
  }
  note(words, EV_ATOMIC_RMW | (count << 8), pc, address, words[address]);
  return FAULT_NONE;
}

function combine(value: number, operand: number, operation: number): number {
  if (operation === EXCHANGE) return operand;
  if (operation === KEEP) return value;
  if (operation === ADD) return (value + operand) | 0;
  if (operation === SUB) return (value - operand) | 0;
  if (operation === AND) return value & operand;
  return operation === OR ? value | operand : value ^ operand;
}

/** A sum as an object of 8 or 16 bits has it: 1 and 2 of 8 bits, 3 and 4 of 16, with a sign where odd; 0: a whole word. */
function narrowed(value: number, width: number): number {
  if (width === 0) return value;
  const unused = width < 3 ? 24 : 16;
  return width % 2 === 1 ? (value << unused) >> unused : (value << unused) >>> unused;
}

/** What a sum or difference of the lower words adds to the upper. */
function carry(low: number, operand: number, operation: number): number {
  if (operation === ADD) return (low + operand) >>> 0 < operand >>> 0 ? 1 : 0;
  return operation === SUB && low >>> 0 < operand >>> 0 ? -1 : 0;
}

/** Operands: address, address of the expected value, desired value. Leaves 1 or 0. */
export function compareExchange(machine: Machine, pc: number, at: number, count: number): number {
  const { words } = machine;
  const address = words[at];
  const expected = words[at + 1];
  const fault =
    refusal(machine, address, count, READ) ||
    refusal(machine, address, count, WRITE) ||
    refusal(machine, expected, count, READ) ||
    refusal(machine, expected, count, WRITE);
  if (fault !== FAULT_NONE) return fault;
  const equal =
    words[address] === words[expected] && (count === 1 || words[address + 1] === words[expected + 1]);
  note(words, EV_READ | (count << 8), pc, expected, words[expected]);
  if (equal) {
    put(machine, address, at + 2, count);
    note(words, EV_ATOMIC_RMW | (count << 8), pc, address, words[address]);
  } else {
    note(words, EV_ATOMIC_READ | (count << 8), pc, address, words[address]);
    put(machine, expected, address, count);
    note(words, EV_WRITE | (count << 8), pc, expected, words[expected]);
  }
  words[at] = equal ? 1 : 0;
  return FAULT_NONE;
}

function put(machine: Machine, to: number, from: number, count: number): void {
  const { words, layout } = machine;
  for (let i = 0; i < count; i++) {
    words[to + i] = words[from + i];
    words[to + i + layout.shadow] = READY;
  }
}
