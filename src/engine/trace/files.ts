/**
 * Files that a program keeps in its objects, read out of a Snapshot by the names of types and members: what is drawn is what the C++ did.
 * A file here is an append-only row of blocks, documents and headers (commits), as couchstore's are.
 */
import type { Address } from '../bytecode/program';
import type { FieldView, ObjectView, Snapshot } from '../inspect/view';

/** How a scenario's program says it. Paths are member names joined by dots; those outside a file begin with a variable of main, or of a cursor's thread. */
export interface FilesDeclaration {
  /** Class of a file. */
  readonly type: string;
  /** What its name begins with on the page; its revision follows. */
  readonly prefix: string;
  /** Members of a file: its revision, an array of blocks, how many of them are written, and how many a reader may see. */
  readonly rev: string;
  readonly blocks: string;
  readonly size: string;
  readonly committed: string;
  /** Members of a block. A header ends a commit. */
  readonly header: string;
  readonly seqno: string;
  readonly key: string;
  /** Member of a block that says when a header was written, in seconds, where the program has such a one. */
  readonly time?: string;
  /** Seconds: of each such period a reader may ask for what there was at its last header. Without it, for the latest only. */
  readonly period?: number;
  /** Map from revision to the file with that name, and the revision that is open to everybody. */
  readonly directory: string;
  readonly current: string;
  /** The highest sequence number that was acknowledged as stored. */
  readonly persisted: string;
  /** Who has a file open, and where in it. */
  readonly cursors: readonly CursorDeclaration[];
  /** The copy that is being made: the pointer to its file, and the number of blocks of the original that it is to have in the end. */
  readonly copy?: { readonly file: string; readonly end: string };
}

export interface CursorDeclaration {
  /** Name of the thread. */
  readonly thread: string;
  /** 'copies up to here' */
  readonly label: string;
  /** Path of the pointer to the file: of a variable of the thread, or else of one of main. */
  readonly file: string;
  /** Path of the number of blocks it stands behind; the end of the file without one. */
  readonly at?: string;
}

export interface FileBlock {
  readonly header: boolean;
  readonly seqno: number;
  /** '' in a header. */
  readonly key: string;
  /** When it was written, in seconds, as the program has it; only in a header, and only where times are declared. */
  readonly time?: number;
}

/**
 * current: what a reader opens. named: in the directory. unnamed: only open, not yet or no longer in the directory. gone: destroyed without a
 * name, so deleted. closed: what it belonged to was destroyed while it was current; it is at rest, as a file is when its program has ended.
 */
export type FileState = 'current' | 'named' | 'unnamed' | 'gone' | 'closed';

export interface FileView {
  readonly object: Address;
  readonly name: string;
  readonly rev: number;
  readonly state: FileState;
  readonly blocks: readonly FileBlock[];
  /** Blocks that a reader may see. */
  readonly committed: number;
}

export interface FileCursor {
  readonly thread: string;
  readonly label: string;
  readonly object: Address;
  /** Behind so many blocks. */
  readonly at: number;
}

/** All files after a step. */
export interface FilesView {
  readonly files: readonly FileView[];
  readonly cursors: readonly FileCursor[];
  readonly persisted: number;
  /** Seconds of which the last header is to be kept; absent where none is but the latest. */
  readonly period?: number;
  /** The file that is being filled from another one, up to the block `end` of that; a new end begins a new round, from 1. Null while none is. */
  readonly copy: { readonly object: Address; readonly end: number; readonly round: number } | null;
}

export const noFiles: FilesView = { files: [], cursors: [], persisted: 0, copy: null };

/** `before` is the view of the step before: what a destroyed file held is known from there, and all of it once main has returned. */
export function filesAt(snapshot: Snapshot, declared: FilesDeclaration, before: FilesView): FilesView {
  const variablesOf = (thread: number) =>
    snapshot.roots.filter((root) => root.thread === thread).map(({ field }) => field);
  const variables = variablesOf(0);
  const read = (path: string): FieldView | undefined => memberAt(variables, path);
  const readAs = (name: string) => {
    const thread = snapshot.threads.find((each) => each.name === name);
    const own = thread === undefined ? [] : variablesOf(thread.id);
    return (path: string): FieldView | undefined => memberAt([...own, ...variables], path);
  };
  const directory = read(declared.directory);
  const named = new Set(directory?.fields.flatMap(({ targets }) => targets.map(({ object }) => object)));
  const current = numberOf(read(declared.current));
  const files = snapshot.objects
    .filter(({ type }) => type === declared.type)
    .map((object) => {
      const old = before.files.find((file) => file.object === object.id);
      if (object.state !== 'alive')
        return old === undefined ? null : { ...old, state: ended(old, directory === undefined) };
      const file = fileOf(object, declared);
      const state = directory === undefined ? (old?.state ?? 'unnamed') : null;
      const isNamed = named.has(object.id);
      return {
        ...file,
        state: state ?? (isNamed ? (file.rev === current ? 'current' : 'named') : 'unnamed'),
      };
    })
    .filter((file) => file !== null);
  if (directory === undefined) return { ...before, files };
  return {
    files,
    cursors: declared.cursors.flatMap((cursor) => cursorOf(cursor, files, readAs(cursor.thread))),
    persisted: numberOf(read(declared.persisted)),
    ...(declared.period !== undefined && { period: declared.period }),
    copy: copyOf(declared, read, before.copy),
  };
}

/** What becomes of a file whose object is destroyed: with its directory, the current one keeps its name. */
function ended({ state }: FileView, isClosing: boolean): FileState {
  return state === 'closed' || (isClosing && state === 'current') ? 'closed' : 'gone';
}

function copyOf(
  { copy }: FilesDeclaration,
  read: (path: string) => FieldView | undefined,
  before: FilesView['copy'],
): FilesView['copy'] {
  const object = copy === undefined ? undefined : read(copy.file)?.targets[0]?.object;
  if (copy === undefined || object === undefined) return null;
  const end = numberOf(read(copy.end));
  const old = before?.object === object ? before : { end: 0, round: 0 };
  return { object, end, round: old.round + (end === old.end ? 0 : 1) };
}

function fileOf({ id, fields }: ObjectView, declared: FilesDeclaration): Omit<FileView, 'state'> {
  const rev = numberOf(memberAt(fields, declared.rev));
  const size = numberOf(memberAt(fields, declared.size));
  const blocks = memberAt(fields, declared.blocks)?.fields.slice(0, size) ?? [];
  return {
    object: id,
    name: `${declared.prefix}${rev}`,
    rev,
    blocks: blocks.map((block) => blockOf(block, declared)),
    committed: numberOf(memberAt(fields, declared.committed)),
  };
}

function blockOf({ fields }: FieldView, declared: FilesDeclaration): FileBlock {
  const header = memberAt(fields, declared.header)?.text === 'true';
  const key = memberAt(fields, declared.key)?.text.replace(/^'(.*)'$/, '$1') ?? '';
  const seqno = numberOf(memberAt(fields, declared.seqno));
  if (!header) return { header, seqno, key };
  const time = declared.time === undefined ? undefined : memberAt(fields, declared.time);
  return { header, seqno, key: '', ...(time === undefined ? {} : { time: numberOf(time) }) };
}

function cursorOf(
  { thread, label, file, at }: CursorDeclaration,
  files: readonly FileView[],
  read: (path: string) => FieldView | undefined,
): FileCursor[] {
  const object = read(file)?.targets[0]?.object;
  const open = files.find((each) => each.object === object);
  if (open === undefined) return [];
  const place = at === undefined ? open.blocks.length : numberOf(read(at));
  return [{ thread, label, object: open.object, at: place }];
}

function memberAt(fields: readonly FieldView[], path: string): FieldView | undefined {
  let found: FieldView | undefined;
  let inside = fields;
  for (const name of path.split('.')) {
    found = inside.find((field) => field.name === name);
    if (found === undefined) return undefined;
    inside = found.fields;
  }
  return found;
}

/** What is not (yet) a number counts as none. */
const numberOf = (field: FieldView | undefined): number => Number(field?.text) || 0;
