/** Who owns what: which control block counts for which object, and what a lock's words say. */
import type { ThreadId, TypeId } from '../bytecode/program';
import { blockOf } from '../machine/heap';
import { NOTHING, RUN_THREADS } from '../machine/layout';
import { sharesLock } from '../machine/locks';
import type { Machine } from '../machine/memory';
import { LOCK_WORDS } from '../machine/sync';
import { shadowAt } from '../machine/words';
import { shapeOf } from './members';
import type { Names } from './names';
import { allRoots, objectOf, SHARED_BLOCK, walk } from './place';
import { classOf, fateOf, fieldOf, fieldWord } from './reader';
import type { LockView } from './view';

/** Control block → object it counts for, of every pair that some pointer knows. */
export function controls(machine: Machine): Map<number, number> {
  const found = new Map<number, number>();
  for (const root of allRoots(machine)) {
    walk(machine, root, (type, address) => {
      if (shapeOf(machine, type) !== 'shared') return;
      const object = fieldWord(machine, type, address, 'ptr_');
      const control = fieldWord(machine, type, address, 'control_');
      if (object && control) found.set(control, object);
    });
  }
  return found;
}

/** The object that the count at `address` is about, and whether it counts the weak ones; null if none is known. */
export function countedAt(
  machine: Machine,
  address: number,
): { readonly object: number; readonly weak: boolean } | null {
  const { program } = machine;
  const block = blockOf(machine, address);
  if (block === null) return null;
  const type = block.type as TypeId;
  const together = classOf(program, type)?.library === SHARED_BLOCK;
  const control = together ? (classOf(program, type)?.fields[0]?.type ?? type) : type;
  const weak = fieldOf(program, control, 'weak_')?.offset === address - block.address;
  const object = together ? objectOf(machine, block).address : controls(machine).get(block.address);
  return object === undefined ? null : { object, weak };
}

/** An owner of an object that has a name: of a variable its thread and itself ('' for a temporary or the library's), of a member its object. */
export interface Owner {
  /** null for a global and for a member of a heap object. */
  readonly thread: ThreadId | null;
  /** 'connMap.map_[7]', 'DcpProducer.backfillMgr' */
  readonly name: string;
}

/** Object → its shared_ptrs and unique_ptrs that stand in variables and in objects. Those in what a thread was started with are not seen. */
export function strongOwners(machine: Machine, names: Names): Map<number, Owner[]> {
  const found = new Map<number, Owner[]>();
  for (const root of allRoots(machine)) {
    if (root.block?.freed) continue;
    walk(machine, root, (type, address, path) => {
      const shape = shapeOf(machine, type);
      const info = classOf(machine.program, type);
      if ((shape !== 'shared' && shape !== 'unique') || info === null || info.library === 'weak_ptr') return;
      const value = fieldWord(machine, type, address, 'ptr_');
      const block = value ? blockOf(machine, value) : null;
      if (block === null || fateOf(machine, address, machine.program.types[type].words) !== '') return;
      const object = objectOf(machine, block).address;
      const inLibrary = root.frame !== null && machine.tables.library[root.frame.function] !== 0;
      const name =
        inLibrary || (root.frame !== null && root.name === '')
          ? ''
          : names.place({ root, path, type, address });
      const owner = { thread: root.frame === null ? null : (root.thread as ThreadId), name };
      found.set(object, [...(found.get(object) ?? []), owner]);
    });
  }
  return found;
}

/** Owner counts in a control block; null where it is gone or none. */
export function countsAt(machine: Machine, control: number): { strong: number; weak: number } | null {
  const { program } = machine;
  const block = blockOf(machine, control);
  if (block === null || block.freed) return null;
  let type = block.type as TypeId;
  if (classOf(program, type)?.library === SHARED_BLOCK) type = classOf(program, type)!.fields[0].type;
  const strong = fieldWord(machine, type, control, 'strong_');
  const weak = fieldWord(machine, type, control, 'weak_');
  // All strong owners together hold one weak count.
  return strong === null || weak === null ? null : { strong, weak: strong > 0 ? weak - 1 : weak };
}

export type LockState = Pick<LockView, 'kind' | 'state' | 'holder' | 'readers'>;

/** What the words of a lock say. */
export function lockState(machine: Machine, type: TypeId, address: number): LockState {
  const { words, program } = machine;
  const library = classOf(program, type)?.library ?? '';
  const kind = library.includes('recursive')
    ? 'recursive_mutex'
    : library.includes('shared')
      ? 'shared_mutex'
      : 'mutex';
  const gone = shadowAt(machine, address) === NOTHING || fateOf(machine, address, LOCK_WORDS) === 'destroyed';
  if (gone) return { kind, state: 'destroyed', holder: null, readers: [] };
  const state = words[address];
  if (state > 0) return { kind, state: 'held', holder: (state - 1) as ThreadId, readers: [] };
  const readers: ThreadId[] = [];
  for (let thread = 0; thread < words[RUN_THREADS]; thread++) {
    if (sharesLock(words, address, thread)) readers.push(thread as ThreadId);
  }
  return { kind, state: state < 0 ? 'shared' : 'free', holder: null, readers };
}
