import { expect, test } from 'vitest';
import { finding, scene, step, thread } from '../score/testing/scene';
import { cardsOf } from './cards';
import { gridOf, layoutGraph } from './layout';
import { MANY, nearCards } from './near';
import { NOWHERE, placeCards } from './placement';
import { rounded } from './route';
import { crashed } from './testing/snapshot';

const cards = cardsOf(crashed, scene, finding);
const placement = placeCards(cards, NOWHERE, gridOf(400).cardWidth);
const graph = layoutGraph(cards, placement, 400);
const at = (key: string) => graph.cards.find(({ card }) => card.key === key);

test('roots stand left, what they own right of them, what is gone at the end', () => {
  expect(graph.cards.map(({ card, x }) => [card.key, Math.round(x)])).toEqual([
    ['thread 0', 10],
    ['thread 1', 10],
    ['object 20', 149],
    ['object 22', 149],
    ['object 21', 287],
    ['object 23', 287],
  ]);
});

test('cards of a column do not touch', () => {
  for (const a of graph.cards)
    for (const b of graph.cards)
      if (a !== b && a.x === b.x) expect(a.y + a.height <= b.y - 10 || b.y + b.height <= a.y - 10).toBe(true);
});

test('a card stays where it was when others lose rows or go', () => {
  const later = {
    ...cards,
    roots: cards.roots.map((card) => ({ ...card, rows: [] })),
    objects: cards.objects.filter(({ key }) => key !== 'object 23'),
    edges: [],
  };
  const again = placeCards(later, placement, placement.width);
  expect(again).toBe(placement);
  const moved = layoutGraph(later, again, 400).cards.filter(
    ({ card, x, y }) => at(card.key)?.x !== x || at(card.key)?.y !== y,
  );
  expect(moved).toEqual([]);
});

test('arrows end at the side of their card, and none crosses a card', () => {
  for (const { edge, path, x, y } of graph.edges) {
    const target = at(edge.to);
    expect([target?.x, (target?.x ?? 0) + (target?.width ?? 0)]).toContain(x);
    const points = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)(?=[LQ]|$)/g)].map(([, px, py]) => [
      Number(px),
      Number(py),
    ]);
    for (const [px, py] of points)
      for (const card of graph.cards)
        expect(px > card.x && px < card.x + card.width && py > card.y && py < card.y + card.height).toBe(
          false,
        );
    expect(y).toBeGreaterThan(0);
  }
});

test('the arrow to a struck member ends at its row', () => {
  const touch = graph.edges.find(({ edge }) => edge.struck);
  const producer = at('object 20');
  const row = producer?.shape.rows.find(({ row }) => row.key === touch?.edge.toRow);
  expect(row?.name).toEqual(['mgr']);
  expect(touch?.y).toBe(producer!.y + row!.y + row!.height / 2);
});

test('a narrow pane has fewer columns, and all of them in sight; the narrowest keeps cards readable and scrolls', () => {
  for (let width = 240; width <= 700; width++) {
    const { cardWidth } = gridOf(width);
    const narrow = layoutGraph(cards, placeCards(cards, NOWHERE, cardWidth), width);
    expect(narrow.width).toBeLessThanOrEqual(width);
    expect(cardWidth).toBeGreaterThanOrEqual(92);
    for (const mark of narrow.cards) expect(mark.x + mark.width).toBeLessThanOrEqual(width);
    for (const { edge, x } of narrow.edges) {
      const target = narrow.cards.find(({ card }) => card.key === edge.to)!;
      expect([target.x, target.x + target.width]).toContain(x);
    }
  }
  expect(gridOf(120).cardWidth).toBe(92);
});

test('corners are round, and short legs have smaller ones', () => {
  expect(
    rounded([
      [0, 0],
      [20, 0],
      [20, 30],
    ]),
  ).toBe('M0 0L13 0Q20 0 20 7L20 30');
  expect(
    rounded([
      [0, 0],
      [4, 0],
      [4, 30],
    ]),
  ).toBe('M0 0L2 0Q4 0 4 7L4 30');
});

test('too many cards: those the last step touched, and two hops around', () => {
  const extra = Array.from({ length: 30 }, (_, i) => ({
    ...cards.objects[1],
    key: `object ${100 + i}`,
    title: `Node ${i}`,
  }));
  const link = (from: number, to: number) => ({
    ...cards.edges[0],
    key: `${from}-${to}`,
    from: `object ${from}`,
    to: `object ${to}`,
  });
  const many = {
    ...cards,
    objects: [...cards.objects, ...extra],
    edges: [...cards.edges, link(20, 100), link(100, 101), link(101, 102)],
  };
  expect(many.objects.length).toBeGreaterThan(MANY);
  const snapshot = {
    ...crashed,
    step: step(17),
    threads: crashed.threads.filter(({ id }) => id !== thread(2)),
  };
  const near = nearCards(many, scene, snapshot).objects.map(({ key }) => key);
  expect(near).toContain('object 101');
  expect(near).not.toContain('object 102');
  expect(near).not.toContain('object 120');
  expect(nearCards(cards, scene, snapshot)).toBe(cards);
});
