/**
 * Reading a memory as C++ values: nothing here throws, whatever the bytes are; what makes no sense reads as '?'.
 * How classes of the standard library look is known here and in members.ts, by the fields our own headers give them.
 */
import { numberOf, singleOf } from '../../base/float';
import type { Program, TypeId, TypeInfo, Variable } from '../bytecode/program';
import { decimal } from '../machine/decimal';
import { DEAD, FREED, RAW } from '../machine/layout';
import type { Machine } from '../machine/memory';
import { join } from '../machine/wide';
import { shadowAt, wordAt } from '../machine/words';

export type ClassInfo = Extract<TypeInfo, { kind: 'class' }>;

export const classOf = (program: Program, type: TypeId): ClassInfo | null => {
  const info = program.types[type];
  return info?.kind === 'class' ? info : null;
};

/** A field of a class by name; null where the type is no class or has none of that name. */
export const fieldOf = (program: Program, type: TypeId, name: string): Variable | null =>
  classOf(program, type)?.fields.find((field) => field.name === name) ?? null;

/** The name of the library class a type is; '' for the user's own and for what is no class. */
export const libraryOf = (program: Program, type: TypeId): string => classOf(program, type)?.library ?? '';

/** The low word of a field of a class at `address`; null where there is no such field or no value. */
export function fieldWord(machine: Machine, type: TypeId, address: number, name: string): number | null {
  const field = fieldOf(machine.program, type, name);
  return field === null ? null : wordAt(machine, address + field.offset);
}

export const pointee = (program: Program, type: TypeId): TypeId | null => {
  const info = program.types[type];
  return info?.kind === 'pointer' || info?.kind === 'reference' ? info.to : null;
};

/** What a run of words has in common: all dead, or all raw; else '' (a value, or part of one). */
export function fateOf(machine: Machine, address: number, count: number): '' | 'destroyed' | 'uninitialised' {
  if (count === 0) return '';
  const first = shadowAt(machine, address);
  if (first !== DEAD && first !== FREED && first !== RAW) return '';
  for (let at = address + 1; at < address + count; at++) if (shadowAt(machine, at) !== first) return '';
  return first === RAW ? 'uninitialised' : 'destroyed';
}

/** The text of a value that is no class, array or pointer, of the words [low, high]. */
export function plainText(program: Program, info: TypeInfo, low: number, high: number): string {
  switch (info.kind) {
    case 'bool':
      return low === 0 ? 'false' : 'true';
    case 'char':
      return low >= 32 && low < 127 ? `'${String.fromCharCode(low)}'` : String(low);
    case 'int':
      return wholeText(
        info.bits === 64 ? join(low, high, info.signed) : BigInt(info.signed ? low : low >>> 0),
        info,
      );
    case 'float':
      return floatText(info.bits, low, high);
    case 'enum':
      return enumeratorText(info, low, high);
    case 'function':
      return low === 0 ? 'null' : (program.functions[low - 1]?.name ?? '?');
    default:
      return '?';
  }
}

function enumeratorText(
  { enumerators, words }: Extract<TypeInfo, { kind: 'enum' }>,
  low: number,
  high: number,
): string {
  const value = words === 2 ? Number(join(low, high, true)) : low;
  return enumerators.find(([known]) => known === value || known === value + 2 ** 32)?.[1] ?? String(value);
}
/** As cout has it. */
function floatText(bits: 32 | 64, low: number, high: number): string {
  const value = bits === 32 ? singleOf(low) : numberOf(low, high);
  return ((bits === 32 ? low : high) < 0 ? '-' : '') + decimal(value, 'g', 6, false);
}

/** An unsigned number with bits in the upper one of two words is a mask, a tagged value or -1, and no count: it is read in hexadecimal. */
const wholeText = (value: bigint, { signed, bits }: Extract<TypeInfo, { kind: 'int' }>): string =>
  !signed && bits === 64 && value >> 32n !== 0n ? `0x${value.toString(16)}` : String(value);

/** The same for a value in memory. */
export function scalarText(machine: Machine, type: TypeId, address: number): string {
  const info = machine.program.types[type];
  if (info === undefined) return '?';
  const fate = fateOf(machine, address, info.words);
  if (fate !== '') return fate;
  const low = wordAt(machine, address);
  const high = info.words === 2 ? wordAt(machine, address + 1) : 0;
  return low === null || high === null ? '?' : plainText(machine.program, info, low, high);
}
