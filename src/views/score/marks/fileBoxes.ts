/** What was written to the files of a run, as boxes in their lanes: documents, and their copies and headers refer to where they stand. */
import type { ThreadId } from '../../../engine';
import type { FileHistory, FilesHistory, Written } from '../../files/history';
import { isRead } from '../../files/strips';
import { fitting, textWidth } from '../../parts/lines';
import { type Frame, lanesOf } from '../frame';
import { stepX } from '../geometry';
import type { FileLane } from '../staffs';
import type { Box, Mark } from './mark';

const BOX_TOP = 7;
const BOX_HEIGHT = 15;
/** Flags need steps at least this wide. */
const FLAG_CELL = 24;

/** Blocks that one step wrote to a file: documents as a box, their header as a flag. */
export interface FileBox extends Mark, Box {
  readonly step: number;
  readonly thread: ThreadId | number;
  readonly text: string;
  readonly flag: string;
  /** Acknowledged, and in no file that can be read. */
  readonly lost: boolean;
  readonly ahead: boolean;
}

export interface Write {
  readonly step: number;
  readonly blocks: readonly Written[];
}

/** Writes of one thread with nothing of another between them stand as one, at the step of the last: a document and its header. */
function writesOf({ blocks }: FileHistory): Write[] {
  const writes: Write[] = [];
  for (const block of blocks) {
    const before = writes.at(-1);
    const last = before?.blocks.at(-1);
    const goesOn = last !== undefined && !last.header && last.thread === block.thread;
    if (before !== undefined && goesOn)
      writes[writes.length - 1] = { step: block.step, blocks: [...before.blocks, block] };
    else writes.push({ step: block.step, blocks: [block] });
  }
  return writes;
}

/** '1–3', '2, 4' */
function seqnos(numbers: readonly number[]): string {
  const first = numbers[0];
  const isRow = numbers.every((seqno, i) => seqno === first + i);
  return isRow && numbers.length > 1 ? `${first}–${numbers.at(-1)}` : numbers.join(', ');
}

/** A file that has a lane, and what was written to it. */
export interface PlacedFile {
  readonly file: FileHistory;
  readonly lane: FileLane;
  readonly writes: readonly Write[];
  readonly boxes: readonly FileBox[];
}

/** In the order in which the files came to be; none where the program has no files, or the staff is folded. */
export function placedFiles(frame: Frame): PlacedFile[] {
  const { files } = frame.timeline;
  const lanes = lanesOf(frame, 'file');
  const now = filesNow(frame);
  if (files === null || now === null) return [];
  return files.last.files.flatMap((file) => {
    const lane = lanes.find(({ object }) => object === file.object);
    if (lane === undefined) return [];
    const writes = writesOf(file);
    return [{ file, lane, writes, boxes: writes.map((write) => boxOf(frame, file, lane, write, now)) }];
  });
}

/** All files as they are at the cursor. */
export function filesNow({ timeline: { files }, at }: Frame): FilesHistory | null {
  return files === null ? null : files.rows[Math.min(at, files.rows.length - 1)];
}

function boxOf(frame: Frame, file: FileHistory, lane: FileLane, write: Write, now: FilesHistory): FileBox {
  const { view } = frame;
  const { step, blocks } = write;
  const docs = blocks.filter(({ header }) => !header);
  const header = blocks.find((block) => block.header);
  const then = now.files.find(({ object }) => object === file.object);
  const isLost = then === undefined || !isRead(then);
  const step1 = Math.max(1, step);
  const flag = header === undefined || view.cell < FLAG_CELL ? '' : `H${header.seqno}`;
  // What follows in the same file stands some steps further: a box may reach beyond its own step.
  const text = fitting([seqnos(docs.map(({ seqno }) => seqno))], 2 * view.cell);
  return {
    key: `write ${file.object} ${step} ${blocks[0]?.seqno}`,
    step,
    thread: blocks[0]?.thread ?? 0,
    x: stepX(view, step1) + 2,
    y: lane.y + BOX_TOP,
    width: docs.length === 0 ? 0 : Math.max(13, textWidth(text) + 8),
    height: BOX_HEIGHT,
    text,
    flag,
    lost: isLost && docs.some(({ seqno }) => now.missing.includes(seqno)),
    ahead: step > frame.at,
  };
}
