/** Cards and arrows with their places. */
import type { Card, CardEdge } from './cards';
import type { CardShape } from './shape';

export interface CardMark {
  readonly card: Card;
  readonly shape: CardShape;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface EdgeMark {
  readonly edge: CardEdge;
  readonly path: string;
  /** Tip of the arrow. */
  readonly x: number;
  readonly y: number;
  readonly pointsLeft: boolean;
  /** Where a broken arrow is crossed out. */
  readonly crossX: number;
  readonly crossY: number;
}
