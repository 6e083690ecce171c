/**
 * The parts of a value: members of a class, elements of an array or of a container. Containers are told by the fields
 * that the headers in compiler/library give them, so that a new one of the same make needs nothing here:
 *
 *     data_ size_               vector, string        data_ head_ size_ capacity_   deque, queue: a ring
 *     head_ size_               map, set, list: nodes {value_, next_}, a pair's first is the key
 *     items_                    array, queue, map     value_                       atomic: wrappers of one value
 *     ptr_ of an optional       its value, apart
 *     ptr_ control_ / ptr_      shared_ptr, weak_ptr / unique_ptr: no parts, they point
 *     words_                    bitset, vector<bool>: bits, 64 to a word
 *     state_ (4 words)          a lock                waiters_ (2 words)            a condition variable
 */
import type { Program, TypeId } from '../bytecode/program';
import type { Machine } from '../machine/memory';
import { CV_WORDS, LOCK_WORDS } from '../machine/sync';
import { quoted, wordAt } from '../machine/words';
import { classOf, fieldOf, fieldWord, libraryOf, pointee, scalarText } from './reader';

export interface Member {
  /** 'streams', '[0]', '["key"]'; '' for the value in a wrapper and the inside of a library class, which have no name of their own. */
  readonly label: string;
  readonly type: TypeId;
  readonly address: number;
  /** What the member stands for: of the value in a map, the pair. */
  readonly whole?: { readonly type: TypeId; readonly address: number };
}

/** Elements of an array or container that are looked at. */
const MOST_ELEMENTS = 256;

export type Shape =
  | 'lock'
  | 'condition'
  | 'shared'
  | 'unique'
  | 'nodes'
  | 'ring'
  | 'string'
  | 'run'
  | 'bits'
  | 'optional'
  | 'wrapper'
  | 'guard'
  | 'thread'
  | 'callable'
  | 'plain';

const shapes = new WeakMap<Program, (Shape | undefined)[]>();

/** How a class of the library is to be read; 'plain' for all else. */
export function shapeOf({ program }: Machine, type: TypeId): Shape {
  let known = shapes.get(program);
  if (known === undefined) {
    known = [];
    shapes.set(program, known);
  }
  known[type] ??= shapeByFields(program, type);
  return known[type];
}

function shapeByFields(program: Program, type: TypeId): Shape {
  const info = classOf(program, type);
  if (info === null || info.library === '') return 'plain';
  const has = (name: string): boolean => info.fields.some((field) => field.name === name);
  const words = (name: string): number => program.types[fieldOf(program, type, name)?.type ?? -1]?.words ?? 0;
  if (words('state_') === LOCK_WORDS) return 'lock';
  if (words('waiters_') === CV_WORDS) return 'condition';
  if (info.library === 'optional') return 'optional';
  if (has('words_')) return 'bits';
  if (has('ptr_')) return has('control_') ? 'shared' : 'unique';
  if (has('data_') && has('size_')) {
    if (has('head_')) return 'ring';
    return info.library === 'string' || info.library === 'basic_string' ? 'string' : 'run';
  }
  if (has('head_') && has('size_')) return 'nodes';
  if (has('target_')) return 'callable';
  if (has('mutex_')) return 'guard';
  if (info.library === 'thread' || info.library === 'jthread') return 'thread';
  return has('value_') || has('items_') ? 'wrapper' : 'plain';
}

/** The parts of the value of a type at an address, in order; none for scalars and pointers of every kind. */
export function membersOf(machine: Machine, type: TypeId, address: number): Member[] {
  const { program } = machine;
  const info = program.types[type];
  if (info?.kind === 'array') return run(machine, info.of, address, info.length);
  const shape = shapeOf(machine, type);
  switch (shape) {
    case 'plain':
      return (classOf(program, type)?.fields ?? [])
        .filter((field) => !field.name.startsWith('__'))
        .map((field) => ({
          label: isInside(program, type, field.name) ? '' : field.name,
          type: field.type,
          address: address + field.offset,
        }));
    case 'run':
    case 'ring':
      return buffer(machine, type, address);
    case 'bits':
      return bitWords(machine, type, address);
    case 'nodes':
      return nodes(machine, type, address);
    case 'optional':
      return inside(machine, type, address);
    case 'wrapper':
      return [wrapped(machine, type, address)];
    default:
      return [];
  }
}

/** Members that the library keeps to itself: whoever touches one touches the whole. */
const isInside = (program: Program, type: TypeId, name: string): boolean =>
  name.endsWith('_') && libraryOf(program, type) !== '';

function inside(machine: Machine, type: TypeId, address: number): Member[] {
  const field = fieldOf(machine.program, type, 'ptr_');
  const value = field === null ? null : pointee(machine.program, field.type);
  const at = fieldWord(machine, type, address, 'ptr_');
  return value === null || !at ? [] : [{ label: '', type: value, address: at }];
}

function wrapped({ program }: Machine, type: TypeId, address: number): Member {
  const field = fieldOf(program, type, 'value_') ?? fieldOf(program, type, 'items_')!;
  return { label: '', type: field.type, address: address + field.offset };
}

function run({ program }: Machine, type: TypeId, address: number, length: number): Member[] {
  const words = program.types[type]?.words ?? 1;
  const count = Math.max(0, Math.min(length, MOST_ELEMENTS));
  return Array.from({ length: count }, (_, i) => ({ label: `[${i}]`, type, address: address + i * words }));
}

/** The words that bits stand in: who writes a bit writes all of its word. */
function bitWords(machine: Machine, type: TypeId, address: number): Member[] {
  const field = fieldOf(machine.program, type, 'words_')!;
  const count = bitsOf(machine, type, address);
  return membersOf(machine, field.type, address + field.offset).map((word, i) => ({
    ...word,
    label: `[${i * 64}…${Math.min(count, (i + 1) * 64) - 1}]`,
  }));
}
/** How many bits there are: of a bitset its argument. */
const bitsOf = (machine: Machine, type: TypeId, address: number): number =>
  fieldWord(machine, type, address, 'size_') ??
  Number(/<(\d+)/.exec(machine.program.types[type].name)?.[1] ?? 0);
/** The bits, of a vector the first one first, of a bitset as it is printed. */
export function bitsText(machine: Machine, type: TypeId, address: number): string {
  const words = bitWords(machine, type, address);
  const bit = (i: number): string => {
    const word = words[Math.floor(i / 64)];
    const half = wordAt(machine, (word?.address ?? 0) + (i % 64 < 32 ? 0 : 1));
    return half === null ? '?' : String((half >>> (i % 32)) & 1);
  };
  const shown = Math.min(bitsOf(machine, type, address), MOST_ELEMENTS);
  const bits = Array.from({ length: shown }, (_, i) => bit(i));
  return (libraryOf(machine.program, type) === 'bitset' ? bits.reverse() : bits).join('');
}

function buffer(machine: Machine, type: TypeId, address: number): Member[] {
  const { program } = machine;
  const element = pointee(program, fieldOf(program, type, 'data_')!.type);
  const data = fieldWord(machine, type, address, 'data_');
  const size = fieldWord(machine, type, address, 'size_');
  if (element === null || !data || !size) return [];
  const head = fieldWord(machine, type, address, 'head_') ?? 0;
  const capacity = fieldWord(machine, type, address, 'capacity_') ?? 0;
  const words = program.types[element]?.words ?? 1;
  const elements = run(machine, element, data, size);
  if (shapeOf(machine, type) !== 'ring' || capacity <= 0) return elements;
  return elements.map((one, i) => ({ ...one, address: data + ((head + i) % capacity) * words }));
}

function nodes(machine: Machine, type: TypeId, address: number): Member[] {
  const { program } = machine;
  const node = pointee(program, fieldOf(program, type, 'head_')!.type);
  const value = node === null ? null : fieldOf(program, node, 'value_');
  const next = node === null ? null : fieldOf(program, node, 'next_');
  const found: Member[] = [];
  if (value === null || next === null) return found;
  let at = fieldWord(machine, type, address, 'head_');
  while (at && found.length < MOST_ELEMENTS) {
    found.push(entry(machine, value.type, at + value.offset, found.length));
    at = wordAt(machine, at + next.offset);
  }
  return found;
}

/** A node's value: of a pair the second, under the text of the first. */
function entry(machine: Machine, type: TypeId, address: number, index: number): Member {
  const key = fieldOf(machine.program, type, 'first');
  const value = fieldOf(machine.program, type, 'second');
  if (libraryOf(machine.program, type) !== 'pair' || key === null || value === null) {
    return { label: `[${index}]`, type, address };
  }
  const text = keyText(machine, key.type, address + key.offset) ?? String(index);
  return { label: `[${text}]`, type: value.type, address: address + value.offset, whole: { type, address } };
}

function keyText(machine: Machine, type: TypeId, address: number): string | null {
  if (shapeOf(machine, type) === 'string') return stringText(machine, type, address);
  const text = scalarText(machine, type, address);
  return text === '?' ? null : text;
}

export function stringText(machine: Machine, type: TypeId, address: number): string {
  const data = fieldWord(machine, type, address, 'data_');
  const size = fieldWord(machine, type, address, 'size_');
  if (size === 0) return '""';
  return data === null || size === null ? '?' : quoted(machine, data, size);
}
