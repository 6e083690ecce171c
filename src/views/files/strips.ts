/** Files as strips of slots, one under the other, so that a document and its copy stand in the same column. Pure; no pixels. */
import type { FileCursor } from '../../engine';
import type { FileHistory, FilesHistory, Written } from './history';

/**
 * doc, header: a block. deleted: a document that a later one replaced. taken-back: a rollback took it back. purged: replaced, so not
 * copied. missing: acknowledged, and not here. lost: acknowledged, and only here. revived: taken back, and here again.
 */
export type SlotLook =
  | 'doc'
  | 'header'
  | 'deleted'
  | 'taken-back'
  | 'purged'
  | 'missing'
  | 'lost'
  | 'revived';

export interface Slot {
  readonly column: number;
  readonly look: SlotLook;
  readonly seqno: number;
  readonly key: string;
  /** Not yet behind a header: no reader sees it. */
  readonly pending: boolean;
  /** Null where there is no block. */
  readonly block: Written | null;
}

export interface Bracket {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly lost: boolean;
}

export interface Strip {
  readonly file: FileHistory;
  readonly slots: readonly Slot[];
  readonly brackets: readonly Bracket[];
  readonly cursors: readonly { readonly column: number; readonly label: string; readonly thread: string }[];
}

export interface Strips {
  readonly columns: number;
  readonly strips: readonly Strip[];
}

/** A reader opens it, or would if the program ran again. */
export const isRead = ({ state }: FileHistory): boolean => state === 'current' || state === 'closed';

type Identity = string;
const identity = ({ header, seqno }: Written): Identity => `${header ? 'H' : 'D'}${seqno}`;

export function stripsOf(history: FilesHistory, cursors: readonly FileCursor[]): Strips {
  const columns = columnsOf(history.files);
  const placed = history.files.map((file) => placesOf(file, columns));
  const missing = new Set(history.missing);
  const revived = new Set(history.revived);
  const strips = history.files.map((file, index): Strip => {
    const places = placed[index];
    const isCurrent = isRead(file);
    const slots = file.blocks.map((block, i): Slot => {
      const look = lookOf(block, isCurrent ? new Set() : missing, isCurrent ? revived : new Set());
      const { seqno, key } = block;
      return { column: places[i], look, seqno, key, pending: !block.committed, block };
    });
    const absent = absentFrom(history.files, placed, index, missing);
    return {
      file,
      slots: [...slots, ...absent].sort((a, b) => a.column - b.column),
      brackets: [...roundsOf(file, places), ...gapsOf(absent)],
      cursors: cursors
        .filter(({ object }) => object === file.object)
        .map(({ at, label, thread }) => ({ column: at === 0 ? -1 : (places[at - 1] ?? -1), label, thread })),
    };
  });
  return { columns: columns.length, strips };
}

/** All blocks of all files in one order: each file's own order is kept, and a copy finds its original's column. */
function columnsOf(files: readonly FileHistory[]): Identity[] {
  const columns: Identity[] = [];
  for (const { blocks } of files) {
    let last = -1;
    for (const block of blocks) {
      const name = identity(block);
      const found = columns.indexOf(name, last + 1);
      if (found >= 0) last = found;
      else columns.splice(++last, 0, name);
    }
  }
  return columns;
}

/** The column of each block. */
function placesOf({ blocks }: FileHistory, columns: readonly Identity[]): number[] {
  let last = -1;
  return blocks.map((block) => {
    last = columns.indexOf(identity(block), last + 1);
    return last;
  });
}

function lookOf(
  { header, seqno, rolledBack, replaced }: Written,
  lost: ReadonlySet<number>,
  revived: ReadonlySet<number>,
): SlotLook {
  if (header) return 'header';
  if (rolledBack) return 'taken-back';
  if (lost.has(seqno)) return 'lost';
  if (revived.has(seqno)) return 'revived';
  return replaced ? 'deleted' : 'doc';
}

/** What an older file has and this one has not: left out because it was replaced, or lost. What was not yet copied is neither. */
function absentFrom(
  files: readonly FileHistory[],
  placed: readonly (readonly number[])[],
  index: number,
  missing: ReadonlySet<number>,
): Slot[] {
  const file = files[index];
  const own = new Set(placed[index]);
  const end = placed[index].at(-1) ?? -1;
  const absent = new Map<number, Slot>();
  for (let older = 0; older < index; older++) {
    files[older].blocks.forEach((block, i) => {
      const column = placed[older][i];
      if (block.header || own.has(column)) return;
      const { seqno, key } = block;
      const slot = { column, seqno, key, pending: false, block: null };
      if (isRead(file) && missing.has(seqno)) absent.set(column, { ...slot, look: 'missing' });
      else if (block.replaced && column < end) absent.set(column, { ...slot, look: 'purged' });
    });
  }
  return [...absent.values()];
}

/** The blocks of each copy round. */
function roundsOf({ blocks }: FileHistory, places: readonly number[]): Bracket[] {
  const brackets: Bracket[] = [];
  let open: number | null = null;
  blocks.forEach(({ round }, i) => {
    const before = brackets.at(-1);
    if (round === null) open = null;
    else if (before !== undefined && round === open)
      brackets[brackets.length - 1] = { ...before, to: places[i] };
    else {
      open = round;
      const text = round <= 1 ? 'first copy' : `round ${round}`;
      brackets.push({ from: places[i], to: places[i], text, lost: false });
    }
  });
  return brackets;
}

/** Neighbouring slots that are missing, in one bracket. */
function gapsOf(absent: readonly Slot[]): Bracket[] {
  const brackets: Bracket[] = [];
  const columns = absent
    .filter(({ look }) => look === 'missing')
    .map(({ column }) => column)
    .sort((a, b) => a - b);
  for (const column of columns) {
    const before = brackets.at(-1);
    // A lost commit is a document and its header.
    if (before !== undefined && column <= before.to + 2)
      brackets[brackets.length - 1] = { ...before, to: column };
    else brackets.push({ from: column, to: column, text: 'never copied', lost: true });
  }
  return brackets;
}
