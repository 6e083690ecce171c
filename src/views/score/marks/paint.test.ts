import { expect, test, vi } from 'vitest';
import { Brush } from '../brush';
import { frameOf, type Now } from '../frame';
import { hueIn, type Palette } from '../palette';
import { arrange } from '../staffs';
import { finding, scene } from '../testing/scene';
import { indexTrace } from '../timeline';
import { layersOf } from '.';

vi.stubGlobal('Path2D', class {});

const palette = new Proxy({ hues: ['slate', 'one', 'two', 'three', 'four', 'five'] } as never as Palette, {
  get: (target, name) => (name === 'hues' ? target.hues : String(name)),
});

/** A context that writes down what it was told, with the colour and the strength it had then. */
function recorder() {
  const calls: (readonly unknown[])[] = [];
  const state: Record<string, unknown> = {};
  const ctx = new Proxy(state, {
    get: (target, name) =>
      name in target
        ? target[String(name)]
        : (...args: unknown[]) => calls.push([name, ...args, state.fillStyle, state.globalAlpha]),
  });
  return { ctx: ctx as never as CanvasRenderingContext2D, calls };
}

const timeline = indexTrace(scene);
const arrangement = arrange(timeline, { folded: new Set(), allLocks: false, struck: null, narrow: false });

/** What is told to a canvas where steps are five px wide. */
function painted(now: Now, focus: number | null = null) {
  const { ctx, calls } = recorder();
  const brush = new Brush(ctx, palette);
  const frame = frameOf(timeline, arrangement, { width: 400, x: 0, cell: 5 }, 300, now);
  for (const layer of layersOf(frame)) layer.paint(brush, focus);
  return calls;
}
const ended: Now = { at: 17, planned: 17, findings: [], finding: null, atomics: [], orders: null };

test('merged cells are filled in the hue of their thread, with their count', () => {
  const calls = painted(ended);
  expect(calls).toContainEqual(['fillRect', 0, 7, 14.5, 18, 'slate', expect.closeTo(0.3)]);
  expect(calls).toContainEqual(['fillText', '9', expect.any(Number), expect.any(Number), 'ink', 1]);
});

test('cells of threads that are not in focus fade', () => {
  const fill = (focus: number) =>
    painted(ended, focus)
      .find(([name, x, y]) => name === 'fillRect' && x === 0 && y === 7)
      ?.at(-1);
  expect(fill(0)).toBeCloseTo(0.3);
  expect(fill(1)).toBeCloseTo(0.105);
});

test('the verdict and its causes are painted last, over all else', () => {
  const calls = painted({ at: 17, planned: 23, findings: [finding], finding, atomics: [], orders: null });
  expect(calls.at(-1)?.slice(0, 2)).toEqual(['fillText', '4']);
  expect(calls.filter(([name, ...rest]) => name === 'fill' && rest.includes('fail'))).toHaveLength(1);
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
