/**
 * A kind of mark is one file: where its marks stand, how they look as SVG and how on a canvas. A mark is a flat record of places, words and
 * identities, without colours; its key is stable while the run grows.
 */
import { type ComponentType, memo, type ReactNode } from 'react';
import { shallow } from 'zustand/shallow';
import type { Brush } from '../brush';
import type { Frame } from '../frame';

export interface Mark {
  readonly key: string;
}
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Definition<M extends Mark> {
  readonly name: string;
  /** The marks that are in view, in order of drawing. */
  readonly layOut: (frame: Frame) => readonly M[];
  /** What learners point at. It may depend on the mark alone. */
  readonly svg: (mark: M) => ReactNode;
  /** The same where there are too many for SVG: so zoomed out that there are no icons, and words only where they fit. */
  readonly paint: (brush: Brush, mark: M) => void;
  /** Whose it is: it fades while another thread is in focus. */
  readonly threadOf?: (mark: M) => number;
}
export interface MarkKind<M extends Mark> extends Definition<M> {
  /** Draws a mark again only where it is not what it was: each step makes all marks anew, and few of them differ. */
  readonly Svg: ComponentType<{ readonly mark: M }>;
}

export const markKind = <M extends Mark>(definition: Definition<M>): MarkKind<M> => ({
  ...definition,
  Svg: memo(
    ({ mark }: { readonly mark: M }) => definition.svg(mark),
    (before, now) => shallow(before.mark, now.mark),
  ),
});

/** The marks of one kind in a frame. */
export interface Layer {
  readonly name: string;
  readonly count: number;
  readonly svg: (focus: number | null, faded: string) => ReactNode;
  readonly paint: (brush: Brush, focus: number | null) => void;
}

export function layerOf<M extends Mark>(kind: MarkKind<M>, frame: Frame): Layer {
  const { name, layOut, Svg, paint, threadOf } = kind;
  const marks = layOut(frame);
  const isFaded = (mark: M, focus: number | null) =>
    focus !== null && threadOf !== undefined && threadOf(mark) !== focus;
  return {
    name,
    count: marks.length,
    svg: (focus, faded) =>
      marks.map((mark) =>
        threadOf === undefined ? (
          <Svg key={mark.key} mark={mark} />
        ) : (
          <g key={mark.key} className={isFaded(mark, focus) ? faded : undefined}>
            <Svg mark={mark} />
          </g>
        ),
      ),
    paint: (brush, focus) => {
      for (const mark of marks) {
        brush.strength = isFaded(mark, focus) ? 0.35 : 1;
        paint(brush, mark);
      }
      brush.strength = 1;
    },
  };
}
