/** The files staff: what was written when and by whom, what was copied from where, the switch, and promised against readable. */
import type { FileHistory, FilesHistory, Written } from '../files/history';
import { isRead } from '../files/strips';
import { stepX } from './geometry';
import type { Frame } from './layoutThreads';
import type { FileLineMark, FilesMarks, FileWriteMark, MeterMark } from './marks';
import type { FileLane, MeterLane } from './staffs';
import { fitting, textWidth } from './words';

const BOX_TOP = 7;
const BOX_HEIGHT = 15;
const BASE = 26;
/** Flags need steps at least this wide. */
const FLAG_CELL = 24;

/** Blocks that one step wrote to a file. */
interface Write {
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

export function filesIn(
  frame: Frame,
  lanes: readonly FileLane[],
  meter: MeterLane | undefined,
): FilesMarks | null {
  const { timeline, at } = frame;
  if (timeline.files === null || meter === undefined) return null;
  const { last, rows } = timeline.files;
  const now = rows[Math.min(at, rows.length - 1)];
  const placed = last.files.flatMap((file) => {
    const lane = lanes.find(({ object }) => object === file.object);
    return lane === undefined ? [] : [{ file, lane, writes: writesOf(file) }];
  });
  const boxes = placed.map(({ file, lane, writes }) =>
    writes.map((write) => boxOf(frame, file, lane, write, now)),
  );
  return {
    lines: placed.flatMap(({ file, lane }) => linesOf(frame, file, lane)),
    writes: boxes.flat(),
    copies: placed.flatMap(({ file, writes }, i) =>
      i === 0 ? [] : copiesOf(file, writes, boxes[i], placed[i - 1].writes, boxes[i - 1]),
    ),
    switches: placed.flatMap(({ file }, i) => switchOf(frame, file, placed[i - 1], placed[i].lane, now)),
    meter: meterIn(frame, meter, rows),
  };
}

function boxOf(
  frame: Frame,
  file: FileHistory,
  lane: FileLane,
  write: Write,
  now: FilesHistory,
): FileWriteMark {
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

/** Where a file stands: from its first block until it is gone; dashed once it has no name any more. */
function linesOf({ timeline, view }: Frame, file: FileHistory, lane: FileLane): FileLineMark[] {
  const rows = timeline.trace.files;
  const has = (step: number) =>
    rows[step]?.files.some(({ object, state }) => object === file.object && state !== 'gone');
  let from = 0;
  while (from < rows.length && !has(from)) from++;
  let to = from;
  while (to + 1 < rows.length && has(to + 1)) to++;
  if (from >= rows.length) return [];
  const y = lane.y + BASE;
  const key = `file ${file.object}`;
  const split = file.currentTo === null ? to + 1 : Math.min(file.currentTo, to + 1);
  const start = stepX(view, Math.max(1, from));
  const lines = [{ key, x: start, width: stepX(view, split) - start, y, unlinked: false }];
  if (split > to) return lines;
  const x = stepX(view, split);
  return [...lines, { key: `${key} unlinked`, x, width: stepX(view, to + 1) - x, y, unlinked: true }];
}

/** From a document in the older file to its copy. */
function copiesOf(
  file: FileHistory,
  writes: readonly Write[],
  boxes: readonly FileWriteMark[],
  older: readonly Write[],
  olderBoxes: readonly FileWriteMark[],
): FilesMarks['copies'] {
  return writes.flatMap(({ blocks }, i) => {
    const copied = blocks.filter(({ header, round }) => !header && round !== null).at(-1);
    const from = older.findLastIndex((write) =>
      write.blocks.some(({ header, seqno }) => !header && seqno === copied?.seqno),
    );
    if (copied === undefined || from < 0) return [];
    const [a, b] = [olderBoxes[from], boxes[i]];
    const [x1, y1, x2, y2] = [a.x + a.width / 2, a.y + a.height, b.x + Math.min(b.width, 14) / 2, b.y - 1];
    const path = `M${x1} ${y1}C${x1 + 12} ${y2 - 4} ${x2 - 26} ${y1 + 4} ${x2} ${y2}`;
    return [
      {
        key: `copy ${file.object} ${blocks[0].step}`,
        path,
        x: x2,
        y: y2,
        thread: copied.thread,
        ahead: b.ahead,
      },
    ];
  });
}

function switchOf(
  { view, at }: Frame,
  file: FileHistory,
  older: { readonly file: FileHistory; readonly lane: FileLane } | undefined,
  lane: FileLane,
  now: FilesHistory,
): FilesMarks['switches'] {
  const step = file.currentFrom;
  if (older === undefined || step === null || step === 0) return [];
  return [
    {
      key: `switch ${file.object}`,
      x: stepX(view, step) + view.cell / 2,
      from: older.lane.y + 1,
      to: lane.y + lane.height - 1,
      text: `${older.file.rev} → ${file.rev}`,
      lost: now.missing.length + now.revived.length > 0,
      ahead: step > at,
    },
  ];
}

/** Two lines over the steps, on one scale, and what is between them. */
function meterIn(
  { view, first, last, at }: Frame,
  lane: MeterLane,
  rows: readonly FilesHistory[],
): MeterMark {
  const values = rows.flatMap(({ persisted, readable }) => [persisted, readable]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = (seqno: number): number =>
    lane.y + lane.height - 6 - ((seqno - low) / Math.max(1, high - low)) * (lane.height - 13);
  const shown = rows.slice(first, last + 1).map((row, i) => ({ ...row, x: stepX(view, first + i) }));
  const line = (of: 'persisted' | 'readable', shift: number): string =>
    shown.map((row, i) => `${i === 0 ? `M${row.x} ` : `H${row.x}V`}${y(row[of]) + shift}`).join('') +
    (shown.length > 0 ? `h${view.cell}` : '');
  return {
    persisted: line('persisted', 0),
    readable: line('readable', 2.5),
    gaps: shown
      .filter(({ persisted, readable }) => readable < persisted)
      .map((row) => ({
        x: row.x,
        y: y(row.persisted),
        width: view.cell,
        height: y(row.readable) - y(row.persisted) + 2.5,
      })),
    labels: shown
      .filter((row, i) => i > 0 && row.persisted !== shown[i - 1].persisted)
      .map((row) => ({
        x: row.x + 3,
        y: y(row.persisted) - 2,
        text: String(row.persisted),
        ahead: first > at,
      })),
  };
}
