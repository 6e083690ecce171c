/** A value in words: what a FieldView says. */
import type { Address, TypeId } from '../bytecode/program';
import { waiters } from '../machine/conditions';
import { blockOf } from '../machine/heap';
import { DEAD, NOTHING } from '../machine/layout';
import type { Machine } from '../machine/memory';
import { quoted, shadowAt, wordAt } from '../machine/words';
import { bitsText, membersOf, shapeOf, stringText } from './members';
import type { Names } from './names';
import { lockState } from './owners';
import { isObject, locate, objectOf } from './place';
import { fateOf, fieldWord, libraryOf, plainText, scalarText } from './reader';
import type { EdgeKind, FieldView } from './view';

/** What is needed to put a machine into words. */
export interface Scope {
  readonly machine: Machine;
  readonly names: Names;
}

type Target = FieldView['targets'][number];
type Value = Pick<FieldView, 'text' | 'targets' | 'fields'>;

/** Values within values beyond this are only counted. */
const DEEPEST = 6;

const plain = (text: string): Value => ({ text, targets: [], fields: [] });

/** A variable or member of a type at an address. */
export function fieldView(scope: Scope, name: string, type: TypeId, address: number, depth = 0): FieldView {
  return {
    name,
    type: scope.machine.program.types[type]?.name ?? '?',
    ...contentOf(scope, type, address, depth),
  };
}

function contentOf(scope: Scope, type: TypeId, address: number, depth: number): Value {
  const { machine, names } = scope;
  const info = machine.program.types[type];
  if (info === undefined) return plain('?');
  const fate = fateOf(machine, address, info.words);
  const shape = shapeOf(machine, type);
  if (fate === 'destroyed' || (fate !== '' && shape !== 'lock')) return plain(fate);
  switch (info.kind) {
    case 'pointer':
    case 'reference':
      return pointer(scope, type, address);
    case 'array':
    case 'class':
      break;
    default:
      return plain(scalarText(machine, type, address));
  }
  switch (shape) {
    case 'lock':
      return plain(lockText(scope, type, address));
    case 'condition': {
      const count = waiters(machine.words, address);
      return plain(count === 0 ? 'nobody waits' : `${count} waiting`);
    }
    case 'shared':
    case 'unique': {
      const edge = info.kind === 'class' && info.library === 'weak_ptr' ? 'weak' : 'strong';
      const pointee = info.kind === 'class' ? info.args[0] : undefined;
      return arrow(scope, fieldWord(machine, type, address, 'ptr_'), edge, pointee);
    }
    case 'string':
      return plain(stringText(machine, type, address));
    case 'bits':
      return plain(bitsText(machine, type, address));
    case 'callable': {
      const target = fieldWord(machine, type, address, 'target_');
      return plain(target === 0 ? 'empty' : target === null ? '?' : callableText(machine, target));
    }
    case 'guard': {
      const lock = fieldWord(machine, type, address, 'mutex_');
      if (lock === null || lock === 0) return plain(lock === 0 ? 'no lock' : '?');
      const owns = fieldWord(machine, type, address, 'owns_') !== 0;
      return plain(`${owns ? 'holds' : 'does not hold'} ${names.at(machine, lock)}`);
    }
    case 'thread': {
      const id = fieldWord(machine, type, address, 'id_');
      return plain(id === null ? '?' : id > 0 ? names.thread(id) : 'not joinable');
    }
    default:
      return parts(scope, type, address, depth);
  }
}

/** What a std::function has: the name of the function or of the lambda. */
function callableText(machine: Machine, target: number): string {
  const type = blockOf(machine, target)?.type as TypeId | undefined;
  if (type === undefined) return '?';
  const info = machine.program.types[type];
  return info.kind === 'function' ? scalarText(machine, type, target) : info.name;
}

/** Classes, arrays, containers, wrappers. */
function parts(scope: Scope, type: TypeId, address: number, depth: number): Value {
  const { machine } = scope;
  const members = membersOf(machine, type, address);
  const shape = shapeOf(machine, type);
  if (shape === 'optional' && members.length === 0) return plain('empty');
  if (members.length === 1 && members[0].label === '') {
    return contentOf(scope, members[0].type, members[0].address, depth);
  }
  if (members.some(({ label }) => label === '')) return plain(insideText(machine, type, address));
  const counted = shape === 'run' || shape === 'ring' || shape === 'nodes';
  const isList = counted || machine.program.types[type].kind === 'array';
  const fields =
    depth < DEEPEST
      ? members.map((member) => fieldView(scope, member.label, member.type, member.address, depth + 1))
      : [];
  const size = counted ? (fieldWord(machine, type, address, 'size_') ?? 0) : members.length;
  const text = isList
    ? `{${size} ${size === 1 ? 'element' : 'elements'}}`
    : members.length === 0
      ? '{}'
      : '{…}';
  return { text, targets: isList ? fields.flatMap((field) => field.targets) : [], fields };
}

/** What a person asks of a library object that is made of others: how far it is, not what it is made of. */
function insideText(machine: Machine, type: TypeId, address: number): string {
  const word = (name: string): number => fieldWord(machine, type, address, name) ?? 0;
  switch (libraryOf(machine.program, type)) {
    case 'counting_semaphore':
    case 'binary_semaphore':
    case 'latch':
      return `count ${word('count_')}`;
    case 'barrier':
      return `${word('left_')} of ${word('expected_')} still to come`;
    case 'once_flag':
      return word('done_') !== 0 ? 'called' : 'not called';
    default:
      return '{…}';
  }
}

function pointer(scope: Scope, type: TypeId, address: number): Value {
  const { machine } = scope;
  const info = machine.program.types[type];
  const value = wordAt(machine, address);
  const to =
    info.kind === 'pointer' || info.kind === 'reference' ? machine.program.types[info.to] : undefined;
  if (value && to?.kind === 'char') return plain(quoted(machine, value));
  const pointee = info.kind === 'pointer' || info.kind === 'reference' ? info.to : undefined;
  // A smart pointer given by value is passed as the address of a copy that has no other name: the argument is that copy.
  const given =
    info.kind === 'reference' && value && onStack(machine, value) ? shapeOf(machine, info.to) : null;
  if (value && (given === 'shared' || given === 'unique') && scope.names.at(machine, value, pointee) === '')
    return contentOf(scope, pointee as TypeId, value, 0);
  return arrow(scope, value, 'raw', pointee);
}

/** '→ Stream 1' and its edge. */
function arrow(scope: Scope, value: number | null, edge: EdgeKind, type?: TypeId): Value {
  if (value === null) return plain('?');
  if (value === 0) return plain('null');
  const target = targetOf(scope, value, edge);
  return {
    text: `→ ${pointedName(scope, value, type)}`,
    targets: target === null ? [] : [target],
    fields: [],
  };
}

function targetOf({ machine }: Scope, value: number, edge: EdgeKind): Target | null {
  const block = blockOf(machine, value);
  if (block === null || !isObject(machine, block)) return null;
  const object = objectOf(machine, block).address as Address;
  return { object, edge, dangling: block.freed || shadowAt(machine, value) === DEAD };
}

/** The name of what a pointer points to, with its fate where it is gone: 'Stream 1', 'BackfillManager (destroyed)'. */
export function pointedName({ machine, names }: Scope, value: number, type?: TypeId): string {
  if (value === 0) return 'null';
  const block = blockOf(machine, value);
  const name = names.at(machine, value, type);
  if (block?.freed) return name === '' ? 'freed memory' : `${name} (freed)`;
  if (shadowAt(machine, value) === DEAD) return name === '' ? 'a destroyed object' : `${name} (destroyed)`;
  return name || unnamed(machine, value);
}

/** What is at an address that nothing has a name for. */
export function unnamed(machine: Machine, address: number): string {
  const block = blockOf(machine, address);
  if (block !== null) {
    const { name } = machine.program.types[block.type];
    return block.count < 0 ? `a ${name}` : `an array of ${name}`;
  }
  return onStack(machine, address) && shadowAt(machine, address) !== NOTHING
    ? 'a temporary'
    : 'nothing alive';
}

const onStack = ({ layout }: Machine, address: number): boolean =>
  address >= layout.stacks && address < layout.heaps;

function lockText({ machine, names }: Scope, type: TypeId, address: number): string {
  const { state, holder, readers } = lockState(machine, type, address);
  if (state === 'held') return `held by ${names.thread(holder ?? 0)}`;
  if (state === 'shared') return `shared by ${readers.map((reader) => names.thread(reader)).join(', ')}`;
  return state;
}

/** The words of a value, low one first; `high` counts where its type has two. */
export interface Operand {
  readonly low: number;
  readonly high: number;
}

/** A value an operation read or wrote, of the type that stands at `address`: 'null', '3', 'BackfillManager'. */
export function operandText(scope: Scope, address: number, value: Operand): string {
  const { machine } = scope;
  const place = locate(machine, address);
  return place === null || place.address !== address ? '' : valueText(scope, place.type, value);
}

/** A value of a type in words; '' for a class or an array, which has parts. */
export function valueText(scope: Scope, type: TypeId, { low, high }: Operand): string {
  const { machine } = scope;
  const info = machine.program.types[type];
  if (info === undefined) return '';
  if (info.kind === 'pointer' || info.kind === 'reference') return pointedName(scope, low, info.to);
  const shape = shapeOf(machine, type);
  if (shape === 'shared' || shape === 'unique')
    return pointedName(scope, low, info.kind === 'class' ? info.args[0] : undefined);
  if (info.kind === 'class' || info.kind === 'array') return '';
  return plainText(machine.program, info, low, high);
}
