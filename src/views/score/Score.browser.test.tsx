/** The Score as a hand, a keyboard and a screen reader find it, on a run written by hand. */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../base.css';
import type { AtomicView, TraceView } from '../../engine';
import { Sprite } from '../parts/Icon';
import '../tokens.css';
import { fitScore, panScoreRight, zoomScoreIn } from './commands';
import { markKind } from './marks/mark';
import { ScoreView } from './ScoreView';
import { longTrace } from './testing/longTrace';
import { finding, PLANNED, scene } from './testing/scene';

let root: Root;
let host: HTMLElement;
const seen = vi.fn();
const noAtomics: readonly AtomicView[] = [];

function Stage({ trace, from }: { readonly trace: TraceView; readonly from: number }) {
  const [at, setAt] = useState(from);
  const [focus, setFocus] = useState<number | null>(null);
  const findings = trace === scene && at >= 17 ? [finding] : [];
  return (
    <div style={{ height: 320 }}>
      <Sprite />
      <ScoreView
        {...{ trace, at, findings, focus }}
        atomics={noAtomics}
        planned={trace === scene ? PLANNED : trace.steps.length}
        finding={findings[0] ?? null}
        forkedAt={null}
        goneLocks={new Set()}
        resting={new Map()}
        text={`Step ${at}`}
        onSeek={(step) => {
          seen(step);
          setAt(step);
        }}
        onFocus={setFocus}
      />
    </div>
  );
}

const show = async (from: number, width = 1440, trace: TraceView = scene) => {
  await page.viewport(width, 400);
  flushSync(() => root.render(<Stage trace={trace} from={from} />));
};
const slider = () => page.getByRole('slider', { name: 'Step' });
const grid = () => page.getByRole('grid', { name: 'Score, by lane and step' });
const at = async (step: number) => expect.element(slider()).toHaveAttribute('aria-valuenow', String(step));
/** A point of the plot: the middle of a step's column, in the first lane. */
const pointOf = (step: number) => {
  const { left, top, width } = slider().element().getBoundingClientRect();
  return { clientX: left + ((step - 0.5) * width) / PLANNED, clientY: top + 45 };
};
const fire = (type: string, point: { clientX: number; clientY: number }, pointerType = 'mouse') => {
  const target = document.elementFromPoint(point.clientX, point.clientY);
  const init = {
    ...point,
    bubbles: true,
    pointerId: 1,
    pointerType,
    button: 0,
    buttons: type === 'pointermove' && pointerType === 'mouse' ? 0 : 1,
  };
  target?.dispatchEvent(type === 'click' ? new MouseEvent(type, init) : new PointerEvent(type, init));
};
/** One zoom closer. What listens to it is a chunk that comes after the first picture. */
const zoomed = <T,>(read: () => T): T => {
  flushSync(() => zoomScoreIn());
  return read();
};

beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  document.body.style.margin = '0';
});
afterEach(() => {
  root.unmount();
  host.remove();
  seen.mockClear();
});

test('a click goes to the step, and not beyond the run', async () => {
  await show(17);
  fire('click', pointOf(6));
  await at(6);
  fire('click', pointOf(22));
  await at(17);
});

test('the ruler is a slider', async () => {
  await show(5);
  slider().element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  await at(6);
  await userEvent.keyboard('{End}');
  await at(17);
});

test('the grid has a row per lane, names its cells, and Enter goes to the step', async () => {
  await show(15);
  grid().element().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
  const active = grid().element().getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(active)?.textContent).toBe('worker, step 16, stores null to mgr');
  expect(grid().element().querySelectorAll('[role=row]')).toHaveLength(11);
  expect(grid().element().querySelectorAll('[role=gridcell]').length).toBeLessThan(10);
  await userEvent.keyboard('{Enter}');
  await at(16);
});

test('pointing at a step says what it did, and what the lane was then', async () => {
  await show(17);
  fire('pointermove', pointOf(16));
  await expect.element(page.getByText('worker stores null to mgr')).toBeVisible();
  await expect.element(page.getByText('main: waiting: joins bucket_del')).toBeVisible();
});

test('a staff folds by its bracket', async () => {
  await show(17);
  const locks = page.getByRole('button', { name: 'locks', exact: true });
  await expect.element(page.getByTitle('streamMutex')).toBeVisible();
  await locks.click();
  await expect.element(locks).toHaveAttribute('aria-expanded', 'false');
  await expect.element(page.getByText('1 of 4 held')).toBeVisible();
});

test('zoomed in, the cursor stays in view, and fit shows all again', async () => {
  await show(2);
  const numbers = () =>
    [...slider().element().querySelectorAll('text')].map((text) => Number(text.textContent));
  expect(numbers()).toContain(23);
  await expect.poll(() => zoomed(numbers)).not.toContain(23);
  flushSync(() => panScoreRight());
  slider().element().focus();
  await userEvent.keyboard('{End}');
  await expect.poll(numbers).toContain(16);
  flushSync(() => fitScore());
  await expect.poll(numbers).toContain(1);
});

test('a narrow Score is a window of seven steps that a finger moves', async () => {
  await show(9, 390);
  const numbers = [...slider().element().querySelectorAll('text')].map((text) => text.textContent);
  expect(numbers).toEqual(['5', '6', '7', '8', '10', '11']);
  const { left, top, width } = slider().element().getBoundingClientRect();
  const from = { clientX: left + width / 2, clientY: top + 45 };
  fire('pointerdown', from, 'touch');
  fire('pointermove', { ...from, clientX: from.clientX - (2.2 * width) / 7 }, 'touch');
  fire('pointerup', from, 'touch');
  await at(11);
});

test('a long run is painted on a canvas until one looks closer', async () => {
  await show(3000, 1440, longTrace(10_000));
  expect(document.querySelector('canvas')).not.toBeNull();
  // The time is of a page that hangs: each picture on the way is of thousands of marks.
  await expect.poll(() => zoomed(() => document.querySelector('canvas'))).toBeNull();
});

test('a mark is drawn again only where it is not what it was', () => {
  const svg = vi.fn(({ x }: { readonly key: string; readonly x: number }) => <i>{x}</i>);
  const { Svg } = markKind({ name: 'numbers', layOut: () => [], svg, paint: () => {} });
  const drawn = (x: number) => {
    flushSync(() => root.render(<Svg mark={{ x, key: 'same' }} />));
    return [host.textContent, svg.mock.calls.length];
  };
  expect([drawn(1), drawn(1), drawn(2)]).toEqual([
    ['1', 1],
    ['1', 1],
    ['2', 2],
  ]);
});
