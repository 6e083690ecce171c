/** What a card and a lock say is whole, at every width they are drawn at: in every part of every story. */
import { expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import { layoutWaits } from '../locks/layout';
import { waitGraph } from '../locks/waits';
import { textWidth, uiWidth } from '../parts/lines';
import { allParts, runTo } from '../testing/told';
import { type Card, cardsOf } from './cards';
import { gridOf } from './layout';
import { shapeOf } from './shape';

/** Of panes: a frame 600 wide, a phone, 1366, 1440 and a large screen. */
const PANES = [240, 270, 320, 390, 396, 418, 640];

const together = (lines: readonly string[]): string => lines.join('').replace(/\s/g, '');
const whole = (text: string): string => text.replace(/\s/g, '');

function expectWhole(card: Card, width: number): void {
  const shape = shapeOf(card, width);
  expect(together(shape.title)).toBe(whole(card.title));
  expect(together(shape.notes)).toBe(whole(card.notes.join('')));
  for (const { row, name } of shape.rows) {
    const parts = row.name.split('.');
    expect([row.name, parts[0], parts.at(-1)].map((each) => whole(each!))).toContain(together(name));
    for (const line of name) expect(textWidth(line, 11)).toBeLessThanOrEqual(width - 20);
  }
  // Two rows of a card are never called the same, but where the variables are.
  const called = shape.rows.map(({ name }) => together(name));
  const distinct = new Set(shape.rows.map(({ row }) => row.name));
  expect(new Set(called).size, called.join()).toBe(distinct.size);
  for (const line of shape.notes) expect(uiWidth(line, 11)).toBeLessThanOrEqual(width - 14);
}

const parts = few(
  allParts.filter(({ name }) => /^mb-/.test(name)),
  allParts,
);

test.each(parts.map((part) => [part.name, part] as const))('%s', (_, part) => {
  const { runner, at, trace } = runTo(part);
  const snapshot = runner.snapshotAt(at);
  const { roots, objects } = cardsOf(snapshot, trace, null);
  for (const pane of PANES) {
    for (const card of [...roots, ...objects]) expectWhole(card, gridOf(pane).cardWidth);
    for (const { lock, owner, member } of layoutWaits(waitGraph(snapshot), pane).locks)
      expect(together([...owner, ...(owner.length > 0 ? ['.'] : []), ...member])).toBe(whole(lock.name));
  }
});
