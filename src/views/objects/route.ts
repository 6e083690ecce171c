/** Arrows run in the gaps between columns, each in a lane of its own, and cross a column only where it has no card. */
import type { CardEdge } from './cards';
import type { CardMark, EdgeMark } from './marks';

/** Kept free around the graph, above it for badges and an arrow, between columns, and below each card. */
export const EDGE = 10;
export const TOP = 18;
export const GAP = 36;
export const BELOW = 20;
const LANE = 5;
/** Arrows end this far before the card: room for the tip. */
const TIP = 7;

type Point = readonly [x: number, y: number];
interface Place {
  readonly column: number;
  readonly mark: CardMark;
}

/** Hands out lanes of the gaps, and places on the sides of cards, one after the other. */
export function routerOf(
  columns: readonly (readonly CardMark[])[],
  cardWidth: number,
): (edge: CardEdge) => EdgeMark[] {
  const lanes = columns.map(() => 0);
  const arrivals = new Map<string, number>();
  const places = new Map<string, Place>(
    columns.flatMap((marks, column) => marks.map((mark) => [mark.card.key, { column, mark }] as const)),
  );

  const laneX = (gap: number): number => {
    const lane = lanes[gap]++;
    return EDGE + (gap + 1) * cardWidth + gap * GAP + 8 + ((lane * LANE) % (GAP - 18));
  };
  const arrival = ({ card, shape, y, height }: CardMark): number => {
    const nth = arrivals.get(card.key) ?? 0;
    arrivals.set(card.key, nth + 1);
    return y + Math.min(height - 6, shape.header / 2 + nth * 6);
  };
  /** Down the first gap and, where it is not the last, across a free height of the column behind it. */
  const between = (start: Point, end: Point, firstGap: number, lastGap: number): Point[] => {
    if (start[1] === end[1] && firstGap === lastGap) return [start, end];
    const x1 = laneX(firstGap);
    if (firstGap === lastGap) return [start, [x1, start[1]], [x1, end[1]], end];
    const x2 = laneX(lastGap);
    const y = freeHeight(columns[lastGap], start[1], end[1]);
    return [start, [x1, start[1]], [x1, y], [x2, y], [x2, end[1]], end];
  };

  return (edge) => {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    if (from === undefined || to === undefined || from.mark === to.mark) return [];
    const forward = from.column < to.column;
    const side = from.column === to.column;
    // Within the last column an arrow goes round by the left, where the gap is.
    const byLeft = side && from.column === columns.length - 1;
    const leavesRight = forward || (side && !byLeft);
    const pointsLeft = !forward && !byLeft;
    const start: Point = [from.mark.x + (leavesRight ? cardWidth : 0), rowMiddle(from.mark, edge.row)];
    const y = edge.toRow === null ? arrival(to.mark) : rowMiddle(to.mark, edge.toRow);
    const x = to.mark.x + (pointsLeft ? cardWidth : 0);
    const end: Point = [x + (pointsLeft ? TIP : -TIP), y];
    const gap = forward ? from.column : Math.min(from.column, to.column) - (byLeft ? 1 : 0);
    const points = between(start, end, gap, forward ? to.column - 1 : gap);
    const [cx] = points[points.length - 2];
    return [{ edge, path: rounded(points), x, y, pointsLeft, crossX: (cx + x) / 2, crossY: y }];
  };
}

function rowMiddle({ shape, y }: CardMark, key: string): number {
  const found = shape.rows.find(({ row }) => row.key === key);
  return y + (found === undefined ? shape.header / 2 : found.y + found.height / 2);
}

/** A height where the column has no card, near both ends of an arrow that must cross it. */
function freeHeight(column: readonly CardMark[], y1: number, y2: number): number {
  const heights = [TOP / 3, ...column.map(({ y, height }) => y + height + BELOW / 2)];
  const cost = (y: number) => Math.abs(y - y1) + Math.abs(y - y2);
  const isFree = (at: number) => column.every(({ y, height }) => at < y || at > y + height);
  const candidates = [y2, y1, ...heights].filter(isFree);
  return candidates.reduce((best, y) => (cost(y) < cost(best) ? y : best), candidates[0] ?? y2);
}

/** A path through the points, round at the corners. */
export function rounded(points: readonly Point[], radius = 7): string {
  const [[x0, y0]] = points;
  let path = `M${x0} ${y0}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [x, y] = points[i];
    const before = towards(points[i], points[i - 1], radius);
    const after = towards(points[i], points[i + 1], radius);
    path += `L${before[0]} ${before[1]}Q${x} ${y} ${after[0]} ${after[1]}`;
  }
  const [x, y] = points[points.length - 1];
  return `${path}L${x} ${y}`;
}

function towards([x, y]: Point, [toX, toY]: Point, distance: number): Point {
  const length = Math.hypot(toX - x, toY - y);
  if (length === 0) return [x, y];
  const part = Math.min(distance, length / 2) / length;
  return [x + (toX - x) * part, y + (toY - y) * part];
}
