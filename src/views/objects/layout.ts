/** From cards to places: columns of cards, then arrows around them. */
import type { Cards } from './cards';
import type { CardMark, EdgeMark } from './marks';
import { COLUMNS, type Placement } from './placement';
import { BELOW, EDGE, GAP, routerOf, TOP } from './route';
import { shapeOf } from './shape';

export interface GraphLayout {
  readonly cards: readonly CardMark[];
  readonly edges: readonly EdgeMark[];
  readonly width: number;
  readonly height: number;
}

/** Cards are at least `LEAST` wide: a pane has as many columns of them as it has room for, and one narrower than two scrolls. */
const LEAST = 92;
const MOST = 190;
const FEWEST = 2;

const widthOf = (columns: number, card: number): number => 2 * EDGE + columns * card + (columns - 1) * GAP;

/** How many columns there are in a pane so wide, and how wide a card is. */
export function gridOf(width: number): { readonly columns: number; readonly cardWidth: number } {
  const columns = width < widthOf(COLUMNS, LEAST) ? FEWEST : COLUMNS;
  const room = (width - widthOf(columns, 0)) / columns;
  return { columns, cardWidth: Math.min(MOST, Math.max(LEAST, room)) };
}

export function layoutGraph(cards: Cards, placement: Placement, width: number): GraphLayout {
  const { columns: count, cardWidth } = gridOf(width);
  const columns: CardMark[][] = Array.from({ length: count }, () => []);
  const bottoms = Array.from({ length: count }, () => TOP);
  for (const card of [...cards.roots, ...cards.objects]) {
    // Where there are fewer, what stood right of the last column stands in it.
    const column = Math.min(count - 1, placement.columns.get(card.key) ?? 0);
    const shape = shapeOf(card, cardWidth);
    columns[column].push({
      card,
      shape,
      x: EDGE + column * (cardWidth + GAP),
      y: bottoms[column],
      width: cardWidth,
      height: shape.height,
    });
    bottoms[column] += (placement.heights.get(card.key) ?? shape.height) + BELOW;
  }
  const marks = columns.flat();
  const route = routerOf(columns, cardWidth);
  return {
    cards: marks,
    edges: cards.edges.flatMap((edge) => route(edge)),
    width: widthOf(count, cardWidth),
    height: Math.max(...bottoms) - BELOW + EDGE,
  };
}
