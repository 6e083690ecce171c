/** Where an address is: which variable or heap object, and which part of it. */
import type { Local, TypeId } from '../bytecode/program';
import { type Block, blockOf, blocks } from '../machine/heap';
import { NOTHING, RUN_THREADS } from '../machine/layout';
import type { Machine } from '../machine/memory';
import { type Frame, stackFrames } from '../machine/stack';
import { shadowAt } from '../machine/words';
import { type Member, membersOf } from './members';
import { classOf, fieldOf } from './reader';

/** A thing that is part of nothing else: a global, a local variable, an object on the heap. */
export interface Root {
  readonly storage: 'global' | 'stack' | 'heap';
  /** Of the variable; '' for a heap object, which others name. */
  readonly name: string;
  readonly type: TypeId;
  readonly address: number;
  readonly words: number;
  /** Whose stack it is on, or whose arena it is in; -1 for a global. */
  readonly thread: number;
  readonly frame: Frame | null;
  readonly block: Block | null;
}

export interface Place {
  readonly root: Root;
  /** Member labels from the root down: 'containers', '[0]', 'rwlock'. */
  readonly path: readonly string[];
  /** Of the innermost thing at the address. */
  readonly type: TypeId;
  readonly address: number;
}

/** What a make_shared block is: counts and object in one. */
export const SHARED_BLOCK = '__shared_block';

/**
 * Whether a person would call a block an object of its own. A container's buffer, a node, a control block, and the copy
 * of a lambda that a thread or a function keeps are parts of what owns them.
 */
export function isObject({ program }: Machine, block: Block): boolean {
  const info = classOf(program, block.type as TypeId);
  if (info?.lambda || block.inner) return false;
  if (!block.library) return true;
  if (block.count >= 0) return false;
  return info === null || info.library === SHARED_BLOCK || !INNARDS.test(info.library);
}

/** Library classes that are parts of others: nodes, control blocks, what a thread was started with. */
const INNARDS = /^(__|thread task$)/;

/** The object in a block: behind the counts, where there are some. */
export function objectOf(machine: Machine, block: Block): Root {
  const { program } = machine;
  const type = block.type as TypeId;
  const value = classOf(program, type)?.library === SHARED_BLOCK ? fieldOf(program, type, 'value_') : null;
  const address = block.address + (value?.offset ?? 0);
  const words = value ? program.types[value.type].words : block.words;
  return {
    storage: 'heap',
    name: '',
    type: value?.type ?? type,
    address,
    words,
    thread: block.thread,
    frame: null,
    block,
  };
}

/** The variables of a frame that have storage. */
const storedLocals = (machine: Machine, frame: Frame): Local[] =>
  machine.program.functions[frame.function].locals.filter(
    (local) =>
      local.begin <= frame.pc &&
      frame.pc < local.to &&
      shadowAt(machine, frame.fp + local.offset) !== NOTHING,
  );

/** The variables of a frame that are alive. */
export const liveLocals = (machine: Machine, frame: Frame): Local[] =>
  storedLocals(machine, frame).filter((local) => local.from <= frame.pc);

function localRoot(machine: Machine, thread: number, frame: Frame, local: Local): Root {
  const { name, type } = local;
  const { words } = machine.program.types[type];
  return {
    storage: 'stack',
    name,
    type,
    address: frame.fp + local.offset,
    words,
    thread,
    frame,
    block: null,
  };
}

export function globalRoots({ program, layout }: Machine): Root[] {
  return program.globals.map(({ name, type, offset }) => {
    const { words } = program.types[type];
    return {
      storage: 'global',
      name,
      type,
      address: layout.globals + offset,
      words,
      thread: -1,
      frame: null,
      block: null,
    };
  });
}

function stackRoots(machine: Machine, thread: number): Root[] {
  return stackFrames(machine, thread).flatMap((frame) =>
    storedLocals(machine, frame).map((local) => localRoot(machine, thread, frame, local)),
  );
}

export const heapRoots = (machine: Machine): Root[] =>
  blocks(machine)
    .filter((block) => isObject(machine, block))
    .map((block) => objectOf(machine, block));

/** Globals, then the variables of each thread, then heap objects. */
export function allRoots(machine: Machine): Root[] {
  const found = globalRoots(machine);
  for (let thread = 0; thread < machine.words[RUN_THREADS]; thread++)
    found.push(...stackRoots(machine, thread));
  return [...found, ...heapRoots(machine)];
}

/** Deeper than any program nests its values; a guard against memory that makes no sense. */
const DEEPEST = 24;

const NUMBERS: ReadonlySet<string> = new Set(['bool', 'char', 'int', 'enum', 'function', 'void']);

/**
 * Calls `visit` for a value and all its parts, containers' elements included, outermost first. Numbers among them only
 * where asked for: a walk is most often after locks and pointers.
 */
export function walk(
  machine: Machine,
  root: Root,
  visit: (type: TypeId, address: number, path: readonly string[]) => void,
  numbers = false,
): void {
  const { types } = machine.program;
  const go = (type: TypeId, address: number, path: readonly string[]): void => {
    visit(type, address, path);
    if (path.length > DEEPEST) return;
    for (const { label, type: inner, address: at, whole } of partsOf(machine, root, type, address)) {
      if (!numbers && NUMBERS.has(types[inner]?.kind ?? 'void')) continue;
      const next = label === '' ? path : [...path, label];
      if (whole) visit(whole.type, whole.address, next);
      go(inner, at, next);
    }
  };
  go(root.type, root.address, []);
}

/** Parts of a value in a root; elements of an array that was allocated as one. */
function partsOf(machine: Machine, root: Root, type: TypeId, address: number): Member[] {
  const count = root.block?.count ?? -1;
  if (count < 0 || address !== root.address || type !== root.type) return membersOf(machine, type, address);
  const { words } = machine.program.types[type];
  return Array.from({ length: Math.min(count, 256) }, (_, i) => ({
    label: `[${i}]`,
    type,
    address: address + i * words,
  }));
}

/**
 * Where an address is; null where nothing is that has a name. An object and its first member have one address: `type` says
 * which is meant, without it the innermost is.
 */
export function locate(machine: Machine, address: number, type?: TypeId): Place | null {
  const root = rootAt(machine, address);
  if (root !== null) return within(machine, root, address, type);
  // In a buffer or a node: look for the container.
  const block = blockOf(machine, address);
  if (block === null) return null;
  for (const owner of allRoots(machine)) {
    const place = within(machine, owner, address, type);
    if (place !== null) return place;
  }
  return null;
}

/** The variable or heap object that has the address in its own words. */
function rootAt(machine: Machine, address: number): Root | null {
  const { layout, words } = machine;
  const holds = (root: Root): boolean => address >= root.address && address < root.address + root.words;
  if (address < layout.stacks) return globalRoots(machine).find(holds) ?? null;
  if (address >= layout.heaps) {
    const block = blockOf(machine, address);
    return block !== null && isObject(machine, block) ? objectOf(machine, block) : null;
  }
  for (let thread = 0; thread < words[RUN_THREADS]; thread++) {
    const found = stackRoots(machine, thread).find(holds);
    if (found) return found;
  }
  return null;
}

/** Types are one but for a const in front. */
function sameType({ program }: Machine, one: TypeId, other: TypeId): boolean {
  const bare = (type: TypeId): string => (program.types[type]?.name ?? '').replace(/^const /, '');
  return one === other || bare(one) === bare(other);
}

/** The part of a root at an address: the one of a type, else the innermost; null if none has it. */
function within(machine: Machine, root: Root, address: number, wanted?: TypeId): Place | null {
  let best: Place | null = null;
  let exact: Place | null = null;
  walk(
    machine,
    root,
    (type, at, path) => {
      const words = machine.program.types[type]?.words ?? 0;
      if (address < at || address >= at + words) return;
      best = { root, path, type, address: at };
      if (wanted !== undefined && at === address && sameType(machine, type, wanted)) exact ??= best;
    },
    true,
  );
  if (exact !== null) return exact;
  if (best !== null || root.block === null || address < root.address || address >= root.address + root.words)
    return best;
  return { root, path: [], type: root.type, address: root.address };
}
