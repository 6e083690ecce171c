/** What layout hands to both ways of drawing: places, words and identities, no colours. Keys are stable while the run grows. */
import type { Address, LockInterval, Order, StateInterval, StepView, ThreadId } from '../../engine';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** taken, current (at the cursor), crashed (a finding strikes here), planned (beyond the cursor), ahead (planned and merged). */
export type CellLook = 'taken' | 'current' | 'crashed' | 'planned' | 'ahead';

/** A step in its thread's lane, or `count` steps merged into one. */
export interface CellMark extends Box {
  readonly key: string;
  readonly step: number;
  readonly count: number;
  readonly thread: ThreadId;
  readonly look: CellLook;
  /** To the marked step; null while none is marked, and for merged steps that differ in it. */
  readonly order: Order | null;
  /** null where there is no room for an icon, or none is known yet. */
  readonly kind: StepView['operation']['kind'] | null;
  readonly text: string;
}

/** The 3 px under a thread's cells. */
export interface RibbonMark {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  /** Middle of the ribbon. */
  readonly y: number;
  readonly state: StateInterval['state'];
}

/** A state in words, where the lane has no cells. Blocked fills its box. */
export interface NoteMark extends Box {
  readonly key: string;
  readonly state: 'ready' | 'blocked' | 'waiting';
  readonly text: string;
}

/** From a step to the thread it started or woke. */
export interface ArrowMark {
  readonly key: string;
  readonly kind: 'spawn' | 'hand-off';
  readonly thread: ThreadId;
  /** The line, as an SVG path; its head points down or up at (x, y). */
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly up: boolean;
  readonly text: string;
  /** The step at the cursor did this: a lock passing hands shows. */
  readonly current: boolean;
  readonly ahead: boolean;
}

/** The square at the end of a thread's life. */
export interface EndMark {
  readonly key: string;
  readonly thread: ThreadId;
  readonly x: number;
  readonly y: number;
}

export interface LockMark extends Box {
  readonly key: string;
  readonly lock: Address;
  readonly thread: ThreadId;
  readonly mode: LockInterval['mode'];
  readonly text: string;
  readonly count: number;
}

export interface ObjectMark extends Box {
  readonly key: string;
  readonly object: Address;
  readonly phase: 'alive' | 'gone';
  /** Two strong owners or more: taller and darker. */
  readonly strong: number | null;
  /** '2', and then ' streams, B mapCopy' or ' strong, 1 weak'. */
  readonly text: string;
  readonly more: string;
  /** Destroyed at the right end. */
  readonly cap: boolean;
}

/** What the finding strikes, tied to the step that did it. */
export interface CrossMark {
  readonly x: number;
  readonly y: number;
  readonly fromY: number;
}

/** A numbered cause of the verdict, with the slur that leads to the next. */
export interface CauseMark {
  readonly key: string;
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly slur: string;
}

export interface Tick {
  readonly step: number;
  readonly x: number;
  readonly past: boolean;
}
export interface VerdictMark {
  readonly key: string;
  readonly kind: 'kept' | 'violated' | 'planned' | 'unreached';
  readonly x: number;
  readonly width: number;
}
/** A happening in a folded staff. */
export interface BeadMark {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/** Blocks written to a file: documents as a box, their header as a flag. */
export interface FileWriteMark extends Box {
  readonly key: string;
  readonly step: number;
  readonly thread: ThreadId | number;
  readonly text: string;
  readonly flag: string;
  /** Acknowledged, and in no file that can be read. */
  readonly lost: boolean;
  readonly ahead: boolean;
}
export interface FileLineMark {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly unlinked: boolean;
}
export interface MeterMark {
  /** SVG paths. */
  readonly persisted: string;
  readonly readable: string;
  readonly gaps: readonly Box[];
  readonly labels: readonly { readonly x: number; readonly y: number; readonly text: string }[];
}
export interface FilesMarks {
  readonly lines: readonly FileLineMark[];
  readonly writes: readonly FileWriteMark[];
  /** From a document to its copy; the head of the arrow is at (x, y). */
  readonly copies: readonly {
    readonly key: string;
    readonly path: string;
    readonly x: number;
    readonly y: number;
    readonly thread: number;
    readonly ahead: boolean;
  }[];
  /** Where another file becomes the current one. */
  readonly switches: readonly {
    readonly key: string;
    readonly x: number;
    readonly from: number;
    readonly to: number;
    readonly text: string;
    readonly lost: boolean;
    readonly ahead: boolean;
  }[];
  readonly meter: MeterMark;
}

export interface ScoreMarks {
  readonly first: number;
  readonly last: number;
  /** Left edges of steps, thinned out where steps are narrow. */
  readonly lines: readonly number[];
  readonly ticks: readonly Tick[];
  readonly verdict: readonly VerdictMark[];
  /** Edges of the step at the cursor; equal at step 0. */
  readonly cursor: {
    readonly step: number;
    readonly left: number;
    readonly right: number;
    readonly violated: boolean;
  };
  readonly cells: readonly CellMark[];
  readonly ribbons: readonly RibbonMark[];
  readonly notes: readonly NoteMark[];
  readonly arrows: readonly ArrowMark[];
  readonly ends: readonly EndMark[];
  readonly locks: readonly LockMark[];
  readonly objects: readonly ObjectMark[];
  /** Null where the program has no files, or the staff is folded. */
  readonly files: FilesMarks | null;
  readonly beads: readonly BeadMark[];
  readonly cross: CrossMark | null;
  readonly causes: readonly CauseMark[];
  /** Where steps of the run that lie ahead begin, and where those begin that are not reached. */
  readonly aheadX: number;
  readonly unreachedX: number;
  /** '6 planned steps not reached', '' when none. */
  readonly unreached: string;
  /** Marks in the viewport: decides between SVG and canvas. */
  readonly count: number;
}
