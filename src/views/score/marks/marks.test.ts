import { expect, test } from 'vitest';
import type { Order } from '../../../engine';
import { type Frame, frameOf, type Now } from '../frame';
import { stride, type Viewport } from '../geometry';
import { SVG_MARKS } from '../Plot';
import { rulerOf } from '../rulerMarks';
import { arrange, laneAt } from '../staffs';
import { longTrace } from '../testing/longTrace';
import { finding, OBJECTS, PLANNED, scene } from '../testing/scene';
import { indexTrace } from '../timeline';
import { layersOf } from '.';
import { ahead } from './ahead';
import { arrows, arrowsAhead } from './arrows';
import { beads } from './beads';
import { causes, slurs } from './causes';
import { cells } from './cells';
import { ends } from './ends';
import { holds } from './holds';
import { lives } from './lives';
import { notes } from './notes';
import { readsFrom } from './readsFrom';
import { struck } from './struck';

const folding = { folded: new Set<never>(), allLocks: false, struck: null, narrow: false };
const timeline = indexTrace(scene);
const arrangement = arrange(timeline, folding);
const whole: Viewport = { width: 1219, x: 0, cell: 53 };
const crashed: Now = { at: 17, planned: PLANNED, findings: [finding], finding, atomics: [], orders: null };
const before: Now = { at: 9, planned: PLANNED, findings: [], finding: null, atomics: [], orders: null };

const frameAt = (now: Now, view = whole) => frameOf(timeline, arrangement, view, 300, now);
const rulerAt = (now: Now, view = whole) => rulerOf(frameAt(now, view));

test('each step has a cell in the lane of its thread', () => {
  const all = cells.layOut(frameAt(crashed));
  expect(all).toHaveLength(17);
  const at = (step: number) => all.find((cell) => cell.step === step);
  expect(at(4)).toMatchObject({ x: 160, y: 36, width: 51, height: 18, look: 'taken', text: 'conns' });
  expect(at(2)).toMatchObject({ x: 54, y: 7, kind: 'spawn', text: 'B' });
  expect(at(17)).toMatchObject({ x: 849, y: 36, look: 'crashed' });
});

test('the cell at the cursor stands out, those ahead are planned', () => {
  const looks = [...cells.layOut(frameAt(before))].sort((a, b) => a.step - b.step).map(({ look }) => look);
  expect(looks.slice(7, 11)).toEqual(['taken', 'current', 'planned', 'planned']);
});

test('narrow cells lose their words, then their icons', () => {
  const cellsAt = (cell: number) => cells.layOut(frameAt(crashed, { width: 1219, x: 0, cell }));
  expect(cellsAt(39).every(({ text, kind }) => text === '' && kind !== null)).toBe(true);
  expect(cellsAt(23).every(({ text, kind }) => text === '' && kind === null)).toBe(true);
});

test('cells below six pixels merge into runs with a count; the cursor keeps its own', () => {
  const runs = cells
    .layOut(frameAt(before, { width: 1219, x: 0, cell: 4 }))
    .map(({ step, count, look }) => [step, count, look]);
  expect(runs).toEqual([
    [1, 3, 'taken'],
    [4, 4, 'taken'],
    [17, 1, 'ahead'],
    [8, 2, 'taken'],
    [10, 7, 'ahead'],
    [9, 1, 'current'],
  ]);
});

test('the verdict bar is kept, violated, planned and not reached, without gaps', () => {
  const bar = (now: Now) => rulerAt(now).verdict.map(({ kind, x, width }) => [kind, x, width]);
  expect(bar(crashed)).toEqual([
    ['kept', 0, 848],
    ['violated', 848, 53],
    ['unreached', 901, 318],
  ]);
  expect(bar(before)).toEqual([
    ['kept', 0, 477],
    ['planned', 477, 424],
    ['unreached', 901, 318],
  ]);
});

test('the flag of the cursor has room between the numbers', () => {
  const steps = rulerAt(crashed).ticks.map(({ step }) => step);
  expect(steps).toContain(16);
  expect(steps).not.toContain(17);
  expect(steps.at(-1)).toBe(23);
  const dense = rulerAt(crashed, { width: 1219, x: 0, cell: 10 }).ticks.map(({ step }) => step);
  expect(dense).toEqual([5, 10, 20]);
});

test('numbers come in ones, twos, fives and tens', () => {
  expect([0.5, 1.1, 3, 6, 11, 240, 999].map(stride)).toEqual([1, 2, 5, 10, 20, 500, 1000]);
});

test('states become words where the lane has room', () => {
  const words = notes.layOut(frameAt(crashed)).map(({ state, text, y }) => [state, text, y]);
  expect(words).toEqual([
    ['waiting', 'joins bucket_del', 7],
    ['ready', 'ready, preempted after step 7', 36],
    ['blocked', 'waits: conn…', 65],
  ]);
});

test('words of a long state stay in sight when its beginning is not', () => {
  const waiting = notes.layOut(frameAt(crashed, { width: 1000, x: -1000, cell: 106 }))[0];
  expect(waiting.x).toBe(1);
});

test('arrows go down to started threads and over to the woken one', () => {
  const all = [...arrowsAhead.layOut(frameAt(crashed)), ...arrows.layOut(frameAt(crashed))];
  const drawn = all.map(({ kind, x, y, up, text }) => [kind, x, y, up, text]);
  expect(drawn).toEqual([
    ['spawn', 101, 55, false, ''],
    ['spawn', 154, 84, false, ''],
    ['hand-off', 271, 75, false, 'woken'],
  ]);
});

test('a load of another thread has an arrow from the store that it read, dashed where the two do not synchronize', () => {
  const store = (thread: number | null, at: number, readers: readonly object[]) => ({
    ...{ thread, step: at, line: 1, value: '7', order: 'release', readers },
  });
  const reader = (thread: number, at: number, synchronizes: boolean) => ({
    ...{ thread, step: at, line: 2, order: 'acquire', synchronizes },
  });
  const stores = [
    store(null, 0, [reader(1, 4, false)]),
    store(1, 5, [reader(2, 9, true), reader(0, 8, false), reader(1, 6, false)]),
  ];
  const atomics = [{ id: 1, name: 'flag', stores, oldest: [] }] as unknown as Now['atomics'];
  const drawn = readsFrom.layOut(frameAt({ ...crashed, atomics }));
  expect(drawn.map(({ x, y, up, synchronizes }) => [x, y, up, synchronizes])).toEqual([
    [450.5, 65, false, true],
    [397.5, 25, true, false],
  ]);
  expect(drawn[0].words).toBe('Step 9 reads flag: 7, stored in step 5; the two synchronize');
  expect(readsFrom.layOut(frameAt({ ...crashed, atomics }, { ...whole, cell: 8 }))).toEqual([]);
});

test('a lock shows its holder, and over it who waits', () => {
  const marks = holds.layOut(frameAt(crashed)).filter(({ y }) => y === 102);
  expect(marks.map(({ thread, mode, x, width, text }) => [thread, mode, x, width, text])).toEqual([
    [1, 'exclusive', 160, 104, 'B'],
    [2, 'exclusive', 372, 104, 'W'],
    [2, 'waiting', 212, 52, 'W waits'],
  ]);
});

test('an object is taller with two strong owners, ends with a cap and leaves a tail', () => {
  const manager = lives.layOut(frameAt(crashed)).slice(4, 8);
  expect(manager.map(({ phase, height, text, more, cap }) => [phase, height, text, more, cap])).toEqual([
    ['alive', 13, '1', ' strong', false],
    ['alive', 17, '2', '', false],
    ['alive', 13, '1', ' strong', true],
    ['gone', 13, '', '', false],
  ]);
});

test('the shown finding strikes the object that is gone, and numbers its causes', () => {
  expect(struck.layOut(frameAt(crashed))).toMatchObject([{ x: 874.5, y: 217, fromY: 54.5 }]);
  expect(causes.layOut(frameAt(crashed)).map(({ number, x, y }) => [number, x, y])).toEqual([
    [1, 291.5, 32],
    [2, 503.5, 61],
    [3, 821.5, 61],
    [4, 874.5, 32],
  ]);
  expect(slurs.layOut(frameAt(crashed))).toHaveLength(3);
  expect(struck.layOut(frameAt(before))).toEqual([]);
});

test('the end of a thread is marked once it has come', () => {
  expect(ends.layOut(frameAt(crashed)).map(({ thread, x }) => [thread, x])).toEqual([[2, 855]]);
  expect(ends.layOut(frameAt(before))).toEqual([]);
});

test('only what is visible is laid out', () => {
  const frame = frameAt(crashed, { width: 106, x: -424, cell: 53 });
  expect([frame.first, frame.last]).toEqual([9, 10]);
  expect(cells.layOut(frame).map(({ step }) => step)).toEqual([9, 10]);
});

test('a folded staff keeps a bead for each thing that happened', () => {
  const closed = arrange(timeline, { ...folding, folded: new Set(['locks'] as const) });
  const frame = frameOf(timeline, closed, whole, 300, crashed);
  expect(holds.layOut(frame)).toEqual([]);
  expect(beads.layOut(frame)).toHaveLength(7);
});

test('ten thousand steps make no more marks than there are pixels', () => {
  const long = indexTrace(longTrace(10_000));
  const rows = arrange(long, folding);
  const now = { at: 3000, planned: 10_000, findings: [], finding: null, atomics: [], orders: null };
  const zoomedOut = frameOf(long, rows, { width: 1219, x: 0, cell: 0.1219 }, 300, now);
  const zoomedIn = frameOf(long, rows, { width: 1219, x: -250_000, cell: 50 }, 300, now);
  const count = (frame: Frame) => layersOf(frame).reduce((sum, layer) => sum + layer.count, 0);
  expect(count(zoomedOut)).toBeGreaterThan(SVG_MARKS);
  expect(count(zoomedOut)).toBeLessThan(10_000);
  expect(rulerOf(zoomedOut).ticks.length).toBeLessThan(45);
  expect(count(zoomedIn)).toBeLessThan(250);
});

test('a run without steps is drawn, empty', () => {
  const empty = indexTrace({ ...scene, steps: [], states: [], held: [], lives: [] });
  const now = { at: 0, planned: 0, findings: [], finding: null, atomics: [], orders: null };
  const frame = frameOf(empty, arrange(empty, folding), whole, 300, now);
  const ruler = rulerOf(frame);
  expect([cells.layOut(frame), ruler.verdict, ruler.ticks]).toEqual([[], [], []]);
  expect(ruler.cursor).toMatchObject({ left: 0, right: 0 });
});

test('a point is in a lane, or between staffs', () => {
  expect(laneAt(arrangement, 40)?.name).toBe('bucket_del');
  expect(laneAt(arrangement, 94)).toBeUndefined();
});

test('around a marked step, each cell says how it is ordered to it', () => {
  const orders = timeline.trace.steps.map((_, i) =>
    i < 2 ? 'before' : i === 2 ? 'self' : 'concurrent',
  ) as Order[];
  const all = cells.layOut(frameAt({ ...before, at: timeline.length, orders }));
  expect(new Set(all.filter(({ step }) => step < 3).map(({ order }) => order))).toEqual(new Set(['before']));
  expect(all.find(({ step }) => step === 3)?.order).toBe('self');
  const zoomedOut = cells.layOut(frameAt({ ...before, at: timeline.length, orders }, { ...whole, cell: 2 }));
  for (const { step, count, order } of zoomedOut)
    if (count > 1) expect(order).toBe(step > 3 ? 'concurrent' : null);
});

test('an object tells its owners by name where there is room, the threads of variables by their letter', () => {
  const bars = lives
    .layOut(frameAt(crashed))
    .filter(({ object, phase }) => object === OBJECTS.stream0 && phase === 'alive');
  expect(bars.map(({ text, more }) => text + more)).toEqual(['1 streams', '2 B found, W']);
});

test('what lies ahead is veiled, and what the run did not reach is counted', () => {
  const looks = (now: Now) => ahead.layOut(frameAt(now)).map(({ look, x, text }) => [look, x, text]);
  expect(looks(before)).toEqual([
    ['veil', 477, ''],
    ['hatch', 901, '6 planned steps not reached'],
  ]);
  expect(looks({ ...before, at: 17, planned: 17 })).toEqual([['veil', 901, '']]);
});

test('no two marks of a kind have one key', () => {
  for (const { name, svg } of layersOf(frameAt(crashed))) {
    const keys = (svg(null, '') as readonly { readonly key: string }[]).map(({ key }) => key);
    expect([name, keys.length]).toEqual([name, new Set(keys).size]);
  }
});
