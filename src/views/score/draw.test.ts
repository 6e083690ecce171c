import { expect, test } from 'vitest';
import { drawScore } from './draw';
import { layoutScore } from './layout';
import { hueIn, type Palette } from './palette';
import { arrange } from './staffs';
import { finding, scene } from './testing/scene';
import { indexTrace } from './timeline';

const palette = new Proxy({ hues: ['slate', 'one', 'two', 'three', 'four', 'five'] } as never as Palette, {
  get: (target, name) => (name === 'hues' ? target.hues : String(name)),
});

/** A context that writes down what it was told, with the colour it had then. */
function recorder() {
  const calls: (readonly unknown[])[] = [];
  const state: Record<string, unknown> = {};
  const ctx = new Proxy(state, {
    get: (target, name) =>
      name in target
        ? target[String(name)]
        : (...args: unknown[]) => calls.push([name, ...args, state.fillStyle]),
  });
  return { ctx: ctx as never as CanvasRenderingContext2D, calls };
}

const timeline = indexTrace(scene);
const arrangement = arrange(timeline, { folded: new Set(), allLocks: false, struck: null, narrow: false });

test('merged cells are filled in the hue of their thread, with their count', () => {
  const { ctx, calls } = recorder();
  const view = { width: 400, x: 0, cell: 5 };
  const marks = layoutScore(timeline, arrangement, view, {
    at: 17,
    planned: 17,
    findings: [],
    finding: null,
    orders: null,
  });
  drawScore(ctx, marks, palette, { width: 400, height: 300 });
  expect(calls).toContainEqual(['fillRect', 0, 7, 14.5, 18, 'slate']);
  expect(calls).toContainEqual(['fillText', '9', expect.any(Number), expect.any(Number), 'ink']);
  expect(calls.filter(([name]) => name === 'fillRect').length).toBeGreaterThan(marks.count);
});

test('the verdict is drawn last, over all else', () => {
  const { ctx, calls } = recorder();
  const now = { at: 17, planned: 23, findings: [finding], finding, orders: null };
  const marks = layoutScore(timeline, arrangement, { width: 400, x: 0, cell: 5 }, now);
  drawScore(ctx, marks, palette, { width: 400, height: 300 });
  expect(calls.at(-1)).toEqual(['fill', 'fail']);
});

test('hues repeat after the sixth thread, and never give main its slate away', () => {
  expect([0, 1, 5, 6, 10, 11].map((thread) => hueIn(palette, thread))).toEqual([
    'slate',
    'one',
    'five',
    'one',
    'five',
    'one',
  ]);
});
