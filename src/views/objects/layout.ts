/** From cards to places: columns of cards, then arrows around them. */
import type { Cards } from './cards';
import type { CardMark, EdgeMark } from './marks';
import { COLUMNS, cardHeight, type Placement } from './placement';
import { BELOW, EDGE, GAP, routerOf, TOP } from './route';

export interface GraphLayout {
  readonly cards: readonly CardMark[];
  readonly edges: readonly EdgeMark[];
  readonly width: number;
  readonly height: number;
}

/** Cards are at least `LEAST` wide; a graph wider than its pane scrolls. */
const LEAST = 92;
const MOST = 190;

export function layoutGraph(cards: Cards, placement: Placement, width: number): GraphLayout {
  const room = (width - 2 * EDGE - (COLUMNS - 1) * GAP) / COLUMNS;
  const cardWidth = Math.min(MOST, Math.max(LEAST, room));
  const columns: CardMark[][] = Array.from({ length: COLUMNS }, () => []);
  const bottoms = Array.from({ length: COLUMNS }, () => TOP);
  for (const card of [...cards.roots, ...cards.objects]) {
    const column = placement.columns.get(card.key) ?? 0;
    const x = EDGE + column * (cardWidth + GAP);
    columns[column].push({ card, x, y: bottoms[column], width: cardWidth, height: cardHeight(card) });
    bottoms[column] += (placement.heights.get(card.key) ?? cardHeight(card)) + BELOW;
  }
  const marks = columns.flat();
  const route = routerOf(columns, cardWidth);
  return {
    cards: marks,
    edges: cards.edges.flatMap((edge) => route(edge)),
    width: 2 * EDGE + COLUMNS * cardWidth + (COLUMNS - 1) * GAP,
    height: Math.max(...bottoms) - BELOW + EDGE,
  };
}
