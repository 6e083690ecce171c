/**
 * Where cards stand, remembered: a card keeps the column and the room it got when it was first seen, so that stepping moves nothing.
 * Owners stand left of what they own as far as two columns allow; within a column, order is that of allocation.
 */
import type { Card, Cards } from './cards';
import { shapeOf } from './shape';

/** Where there is room for them. */
export const COLUMNS = 3;

export interface Placement {
  /** Column by card key: 0 for roots, then 1 and 2. */
  readonly columns: ReadonlyMap<string, number>;
  /** The tallest a card of this width ever was. */
  readonly heights: ReadonlyMap<string, number>;
  /** Of each card. */
  readonly width: number;
}

export const NOWHERE: Placement = { columns: new Map(), heights: new Map(), width: 0 };

/** The placement with all cards in it, each `width` wide; the same one if it had them all. */
export function placeCards(cards: Cards, before: Placement, width: number): Placement {
  const columns = new Map(before.columns);
  const known = before.width === width ? before.heights : new Map<string, number>();
  const heights = new Map(known);
  const depths = depthsOf(cards);
  for (const card of [...cards.roots, ...cards.objects]) {
    if (!columns.has(card.key)) columns.set(card.key, columnOf(card, depths));
    heights.set(card.key, Math.max(heights.get(card.key) ?? 0, shapeOf(card, width).height));
  }
  const grown = [...heights].some(([key, height]) => before.heights.get(key) !== height);
  const same = before.width === width && !grown && columns.size === before.columns.size;
  return same ? before : { columns, heights, width };
}

function columnOf({ key, object }: Card, depths: ReadonlyMap<string, number>): number {
  if (object === null) return 0;
  return Math.min(COLUMNS - 1, depths.get(key) ?? COLUMNS - 1);
}

/** Strong edges from the nearest root; what nobody owns has none. */
function depthsOf({ roots, edges }: Cards): Map<string, number> {
  const depths = new Map<string, number>(roots.map(({ key }) => [key, 0]));
  const queue = roots.map(({ key }) => key);
  const owned = new Map<string, string[]>();
  for (const { from, to, kind } of edges)
    if (kind === 'strong') owned.set(from, [...(owned.get(from) ?? []), to]);
  for (const key of queue)
    for (const next of owned.get(key) ?? [])
      if (!depths.has(next)) {
        depths.set(next, (depths.get(key) ?? 0) + 1);
        queue.push(next);
      }
  return depths;
}
