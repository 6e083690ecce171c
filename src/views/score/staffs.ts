/** Which rows the Score has and where they stand. Positions hang on the run and on what is folded, never on the step. */
import { assertNever } from '../../base/assert';
import type { Address, ThreadId } from '../../engine';
import { CAPTION, FOLDED_ROW, NAME, ROWS, STAFF_GAP, TOP } from './geometry';
import { spansIn, type Timeline } from './timeline';

export const STAFF_NAMES = ['threads', 'locks', 'files', 'objects'] as const;
export type StaffName = (typeof STAFF_NAMES)[number];

interface Row {
  readonly key: string;
  readonly name: string;
  readonly y: number;
  readonly height: number;
  /** Room kept above `y` for the name, where the label column is too narrow for it; else 0. */
  readonly caption: number;
}
export interface ThreadLane extends Row {
  readonly kind: 'thread';
  readonly thread: ThreadId;
  readonly letter: string;
}
/** One lock, or all those nobody ever waited for, in one row. */
export interface LockLane extends Row {
  readonly kind: 'lock';
  readonly locks: readonly Address[];
}
export interface ObjectLane extends Row {
  readonly kind: 'object';
  readonly object: Address;
}
export interface FileLane extends Row {
  readonly kind: 'file';
  readonly object: Address;
}
/** What was promised, and what can be read. */
export interface MeterLane extends Row {
  readonly kind: 'meter';
}
export type Lane = ThreadLane | LockLane | ObjectLane | FileLane | MeterLane;

export interface Staff {
  readonly name: StaffName;
  readonly y: number;
  readonly height: number;
  readonly folded: boolean;
  readonly lanes: readonly Lane[];
  /** Rows it has, shown or not. */
  readonly size: number;
}
export interface Arrangement {
  readonly staffs: readonly Staff[];
  readonly lanes: readonly Lane[];
  readonly height: number;
}

export interface Folding {
  readonly folded: ReadonlySet<StaffName>;
  /** Uncontended locks have rows of their own, however many. */
  readonly allLocks: boolean;
  /** The object a verdict is about: it keeps its row in a folded staff. */
  readonly struck: Address | null;
  /** The label column has room for pills only. */
  readonly narrow: boolean;
}

/** So many locks have rows of their own before the uncontended ones share one. */
const LOCK_ROWS = 8;

export function arrange(timeline: Timeline, folding: Folding): Arrangement {
  const staffs: Staff[] = [];
  let y = TOP;
  for (const name of STAFF_NAMES) {
    const all = rowsOf(name, timeline, folding);
    if (all.length === 0) continue;
    const folded = folding.folded.has(name);
    const top = y;
    if (folded) y += FOLDED_ROW;
    const lanes: Lane[] = [];
    for (const row of all) {
      if (folded && !(row.kind === 'object' && row.object === folding.struck)) continue;
      const height = ROWS[row.kind];
      const caption = folding.narrow && row.kind !== 'thread' ? CAPTION : 0;
      lanes.push({ ...row, y: y + caption, height, caption });
      y += caption + height;
    }
    if (!folded && !folding.narrow) y = Math.max(y, top + NAME.arrow + name.length * NAME.letter);
    staffs.push({ name, y: top, height: y - top, folded, lanes, size: all.length });
    y += STAFF_GAP;
  }
  return { staffs, lanes: staffs.flatMap(({ lanes }) => lanes), height: Math.max(0, y - STAFF_GAP) + TOP };
}

type Unplaced<T> = T extends Lane ? Omit<T, 'y' | 'height' | 'caption'> : never;

function rowsOf(name: StaffName, timeline: Timeline, folding: Folding): Unplaced<Lane>[] {
  const { trace } = timeline;
  switch (name) {
    case 'threads':
      return trace.threads.map(({ id, name, letter }) => ({
        kind: 'thread',
        key: `thread ${id}`,
        name,
        letter,
        thread: id,
      }));
    case 'locks':
      return lockRows(timeline, folding.allLocks);
    case 'files':
      return fileRows(timeline);
    case 'objects':
      return trace.objects.map(({ id, name }) => ({
        kind: 'object',
        key: `object ${id}`,
        name,
        object: id,
      }));
    default:
      return assertNever(name, 'staff');
  }
}

function fileRows({ files }: Timeline): Unplaced<FileLane | MeterLane>[] {
  if (files === null) return [];
  const rows = files.last.files.map(({ object, name }) => ({
    kind: 'file' as const,
    key: `file ${object}`,
    name,
    object,
  }));
  return [...rows, { kind: 'meter', key: 'meter', name: 'persisted and readable' }];
}

function lockRows(timeline: Timeline, all: boolean): Unplaced<LockLane>[] {
  const used = timeline.trace.locks.filter(({ id }) => timeline.heldOf.has(id));
  const rows = used.map(({ id, name }) => ({
    kind: 'lock' as const,
    key: `lock ${id}`,
    name,
    locks: [id],
  }));
  if (all || rows.length <= LOCK_ROWS) return rows;
  const contended = rows.filter(({ locks: [id] }) => isContended(timeline, id));
  const others = used.filter(({ id }) => !isContended(timeline, id)).map(({ id }) => id);
  if (others.length < 2) return rows;
  const name = `${others.length} ${contended.length === 0 ? 'locks' : 'more'}, uncontended`;
  return [...contended, { kind: 'lock', key: 'locks uncontended', name, locks: others }];
}

/** Somebody waited for it, or tried in vain. */
function isContended(timeline: Timeline, lock: Address): boolean {
  return spansIn(timeline.heldOf.get(lock), 1, timeline.length).some(
    ({ mode }) => mode === 'waiting' || mode === 'failed-try',
  );
}

/** The lane a row of the grid stands for. */
export function laneAt(arrangement: Arrangement, y: number): Lane | undefined {
  return arrangement.lanes.find((lane) => y >= lane.y && y < lane.y + lane.height);
}
