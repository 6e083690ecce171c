/** What the files have been through up to a step: who wrote which block, what became of acknowledged documents. Pure. */
import type { FileBlock, FilesView, FileView, StepView, TraceView } from '../../engine';
import type { SessionState } from '../../session';

/** A block and how it came there. */
export interface Written extends FileBlock {
  /** Step after which it stood in the file; 0 for what was there before the first. */
  readonly step: number;
  /** Index of the thread that wrote it. */
  readonly thread: number;
  /** The copy round that wrote it; null if no copy did. */
  readonly round: number | null;
  /** A reader may see it. */
  readonly committed: boolean;
  /** A later header took it back. */
  readonly rolledBack: boolean;
  /** A later document has the same key. */
  readonly replaced: boolean;
}

export interface FileHistory extends Omit<FileView, 'blocks'> {
  readonly blocks: readonly Written[];
  /** First step after which it was the current one, and the one after which it was no more; null: not, or not yet. */
  readonly currentFrom: number | null;
  readonly currentTo: number | null;
  /** First step after which it was at rest; null while it is not. */
  readonly closedAt: number | null;
}

export interface FilesHistory {
  readonly files: readonly FileHistory[];
  readonly persisted: number;
  /** Every acknowledged document up to here can be read. */
  readonly readable: number;
  /** Sequence numbers that were acknowledged and cannot be read any more, ascending. */
  readonly missing: readonly number[];
  /** Taken back by a rollback, and to be read again, ascending. */
  readonly revived: readonly number[];
  /** Seconds of acknowledged headers that were the last of their period, of which period no header is left, ascending. */
  readonly lostTimes: readonly number[];
}

/** Whether the run shown has files. */
export const hasFiles = ({ trace }: Pick<SessionState, 'trace'>): boolean => (trace?.files.length ?? 0) > 0;

export const nothingYet: FilesHistory = {
  files: [],
  persisted: 0,
  readable: 0,
  missing: [],
  revived: [],
  lostTimes: [],
};

/** The files after `at` steps; null where the program has none. */
export function historyAt({ files: rows, steps }: TraceView, at: number): FilesHistory | null {
  const now = rows[Math.min(at, rows.length - 1)];
  if (now === undefined || now.files.length === 0) return null;
  const files = now.files.map((file) => fileHistory(file, rows.slice(0, at + 1), steps));
  const current = files.find(({ state }) => state === 'current' || state === 'closed');
  const { missing, revived } = lostAndFound(files, current, now.persisted);
  return {
    files,
    persisted: now.persisted,
    readable: missing.length === 0 ? now.persisted : missing[0] - 1,
    missing,
    revived,
    lostTimes: lostTimesOf(files, current, now),
  };
}

/** Where one may go back to the last header of each period: those of which a file had a header, and the one that is open has none. */
function lostTimesOf(
  files: readonly FileHistory[],
  current: FileHistory | undefined,
  { period, persisted }: FilesView,
): readonly number[] {
  if (period === undefined || current === undefined) return [];
  const timesIn = (file: FileHistory): readonly number[] =>
    file.blocks.flatMap(({ header, committed, seqno, time }) =>
      header && committed && seqno <= persisted && time !== undefined ? [time] : [],
    );
  const kept = new Set(timesIn(current).map((time) => Math.floor(time / period)));
  const last = new Map<number, number>();
  for (const time of files.flatMap(timesIn)) {
    const at = Math.floor(time / period);
    if (!kept.has(at)) last.set(at, Math.max(time, last.get(at) ?? 0));
  }
  return [...last.values()].sort((a, b) => a - b);
}

function fileHistory(file: FileView, rows: TraceView['files'], steps: readonly StepView[]): FileHistory {
  const blocks: Written[] = [];
  let currentFrom: number | null = null;
  let currentTo: number | null = null;
  let closedAt: number | null = null;
  rows.forEach(({ files, copy }, step) => {
    const then = files.find(({ object }) => object === file.object);
    if (then?.state === 'current') currentFrom ??= step;
    else if (then?.state === 'closed') closedAt ??= step;
    else if (currentFrom !== null) currentTo ??= step;
    const written = then?.blocks.length ?? 0;
    while (blocks.length < written) {
      const thread = steps[step - 1]?.thread ?? 0;
      const round = copy?.object === file.object ? copy.round : null;
      blocks.push({ ...file.blocks[blocks.length], step, thread, round, ...fateOf(file, blocks.length) });
    }
  });
  return { ...file, blocks, currentFrom, currentTo, closedAt };
}

function fateOf(file: FileView, index: number) {
  const { blocks, committed } = file;
  const { header, key } = blocks[index];
  const isLater = (block: FileBlock, i: number): boolean =>
    i > index && i < committed && !block.header && block.key === key && !isTakenBack(file, i);
  return {
    committed: index < committed,
    rolledBack: !header && isTakenBack(file, index),
    replaced: !header && blocks.some(isLater),
  };
}

/** A later header that ends below it. */
const isTakenBack = ({ blocks, committed }: FileView, index: number): boolean =>
  blocks.slice(index + 1, committed).some(({ header, seqno }) => header && seqno < blocks[index].seqno);

const counts = ({ header, committed, rolledBack, replaced }: Written): boolean =>
  !header && committed && !rolledBack && !replaced;

function lostAndFound(
  files: readonly FileHistory[],
  current: FileHistory | undefined,
  persisted: number,
): Pick<FilesHistory, 'missing' | 'revived'> {
  const readable = current?.blocks.filter(counts) ?? [];
  const takenBack = new Set(
    files.flatMap(({ blocks }) => blocks.filter(({ rolledBack }) => rolledBack).map(({ seqno }) => seqno)),
  );
  const missing = new Set<number>();
  if (current !== undefined) {
    for (const { header, committed, seqno, key } of files.flatMap(({ blocks }) => blocks)) {
      const isThere = readable.some((block) => block.key === key && block.seqno >= seqno);
      if (!header && committed && seqno <= persisted && !takenBack.has(seqno) && !isThere) missing.add(seqno);
    }
  }
  return {
    missing: [...missing].sort((a, b) => a - b),
    revived: readable.map(({ seqno }) => seqno).filter((seqno) => takenBack.has(seqno)),
  };
}
