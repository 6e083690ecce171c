import { expect, test } from 'vitest';
import type { FileBlock, FilesView, StepView, TraceView } from '../../engine';
import { historyAt } from './history';
import { stripsOf } from './strips';
import { gapText, stateText } from './words';

const doc = (seqno: number, key: string): FileBlock => ({ header: false, seqno, key });
const header = (seqno: number): FileBlock => ({ header: true, seqno, key: '' });
const old = [doc(1, 'a'), doc(2, 'b'), doc(3, 'a'), header(3)];

interface Row {
  /** The program has closed its files. */
  readonly closed?: boolean;
  readonly first?: readonly FileBlock[];
  readonly second?: readonly FileBlock[];
  readonly current: 1 | 2;
  readonly persisted: number;
  readonly round?: number;
}

/** A run of two files; each row is what they hold after a step, the first one before the first step. */
function historyOf(rows: readonly Row[]) {
  const files = rows.map(({ first = old, second, current, persisted, round, closed = false }): FilesView => {
    const views = [first, second].flatMap((blocks, i) =>
      blocks === undefined ? [] : [{ ...{ object: i, name: `0.couch.${i + 1}`, rev: i + 1, blocks } }],
    );
    return {
      files: views.map((view) => ({
        ...view,
        state: view.rev === current ? (closed ? 'closed' : 'current') : 'unnamed',
        committed: view.blocks.findLastIndex((block) => block.header) + 1,
      })),
      cursors: [],
      persisted,
      copy: round === undefined ? null : { object: 1, end: 0, round },
    } as unknown as FilesView;
  });
  const steps = rows.slice(1).map((_, i) => ({ index: i + 1, thread: 1 + (i % 2) }) as unknown as StepView);
  const history = historyAt({ files, steps } as unknown as TraceView, rows.length - 1);
  if (history === null) throw new Error('no files');
  return history;
}

/** A letter for the look of each slot: 'd1 H3' */
const drawn = (history: ReturnType<typeof historyOf>, strip: number): string =>
  stripsOf(history, [])
    .strips[strip].slots.map(({ look, seqno, column }) => `${column}:${look} ${seqno}`)
    .join(', ');

test('a copy stands under its original; what was replaced is left out of it', () => {
  const history = historyOf([
    { current: 1, persisted: 3 },
    { second: [doc(2, 'b'), doc(3, 'a'), header(3)], current: 1, persisted: 3, round: 1 },
  ]);
  expect(drawn(history, 0)).toBe('0:deleted 1, 1:doc 2, 2:doc 3, 3:header 3');
  expect(drawn(history, 1)).toBe('0:purged 1, 1:doc 2, 2:doc 3, 3:header 3');
  expect(stripsOf(history, []).strips[1].brackets).toEqual([
    { from: 1, to: 3, text: 'first copy', lost: false },
  ]);
  expect(gapText(history)).toBe('');
});

test('what was acknowledged in the old file and is not in the new one is lost', () => {
  const first = [...old, doc(4, 'c'), header(4)];
  const second = [doc(2, 'b'), doc(3, 'a'), header(3)];
  const history = historyOf([
    { current: 1, persisted: 3 },
    { second, current: 1, persisted: 3, round: 1 },
    { first, second, current: 1, persisted: 4 },
    { first, second, current: 2, persisted: 4 },
  ]);
  expect(history).toMatchObject({ missing: [4], readable: 3, persisted: 4 });
  expect(drawn(history, 0)).toContain('4:lost 4');
  expect(drawn(history, 1)).toContain('4:missing 4');
  expect(gapText(history)).toBe('4 was acknowledged and is gone');
});

test('a file at rest still tells what can be read in it', () => {
  const second = [doc(2, 'b'), doc(3, 'a'), header(3)];
  const lost = { first: [...old, doc(4, 'c'), header(4)], second, current: 2, persisted: 4 } as const;
  const history = historyOf([lost, { ...lost, closed: true }]);
  expect(history).toMatchObject({ missing: [4], readable: 3 });
  expect(drawn(history, 1)).toContain('4:missing 4');
  expect(history.files.map((file) => stateText(file, false))).toEqual([
    'no name yet',
    'closed at step 1, at rest on disk',
  ]);
});

test('before it is acknowledged nothing is lost', () => {
  const first = [...old, doc(4, 'c'), header(4)];
  const second = [doc(2, 'b'), doc(3, 'a'), header(3)];
  expect(historyOf([{ first, second, current: 2, persisted: 3 }]).missing).toEqual([]);
});

test('a replaced document is not lost', () => {
  const second = [doc(2, 'b'), doc(3, 'a'), header(3)];
  expect(historyOf([{ second, current: 2, persisted: 3 }]).missing).toEqual([]);
});

test('what a rollback took back is not lost, and comes back only by mistake', () => {
  const first = [...old, doc(4, 'c'), header(4), header(3)];
  const clean = historyOf([{ first, current: 1, persisted: 3 }]);
  expect(clean).toMatchObject({ missing: [], revived: [], readable: 3 });
  expect(drawn(clean, 0)).toContain('4:taken-back 4');
  const second = [doc(2, 'b'), doc(3, 'a'), doc(4, 'c'), header(4)];
  const back = historyOf([{ first, second, current: 2, persisted: 3 }]);
  expect(back).toMatchObject({ missing: [], revived: [4] });
  expect(gapText(back)).toBe('4 was rolled back and can be read again');
});

test('a document that a rollback took back has replaced nothing', () => {
  const first = [...old, doc(4, 'b'), header(4), header(3)];
  expect(drawn(historyOf([{ first, current: 1, persisted: 3 }]), 0)).toContain('1:doc 2');
});

test('blocks know their step, their thread and their round', () => {
  const history = historyOf([
    { current: 1, persisted: 3 },
    { second: [doc(2, 'b')], current: 1, persisted: 3, round: 1 },
    { second: [doc(2, 'b'), doc(3, 'a')], current: 1, persisted: 3, round: 2 },
  ]);
  expect(history.files[1].blocks.map(({ step, thread, round }) => [step, thread, round])).toEqual([
    [1, 1, 1],
    [2, 2, 2],
  ]);
  expect(stripsOf(history, []).strips[1].brackets.map(({ text }) => text)).toEqual(['first copy', 'round 2']);
});

test('of each period a header must be left, where one may go back to it', () => {
  const at = (time: number, seqno: number): FileBlock => ({ header: true, seqno, key: '', time });
  const blocks = [
    doc(1, 'a'),
    at(2, 1),
    doc(2, 'b'),
    at(6, 2),
    doc(3, 'c'),
    at(12, 3),
    doc(4, 'd'),
    at(23, 4),
  ];
  const file = (object: number, state: string, blocks: readonly FileBlock[]) => ({
    ...{ object, name: `f${object}`, rev: object, state, blocks, committed: blocks.length },
  });
  const copied = (times: readonly FileBlock[]) => {
    const second = [doc(1, 'a'), doc(2, 'b'), doc(3, 'c'), doc(4, 'd'), ...times];
    const row = { files: [file(1, 'gone', blocks), file(2, 'current', second)], persisted: 4, period: 10 };
    const history = historyAt({ files: [row], steps: [] } as unknown as TraceView, 0);
    return history === null ? '' : gapText(history);
  };
  expect(copied([at(6, 2), at(12, 3), at(23, 4)])).toBe('');
  expect(copied([at(6, 2), at(23, 4)])).toBe('nobody can go back to second 12');
});
