/** Marks on a canvas. It alone knows the pixels of the screen. */
import { useLayoutEffect, useRef } from 'react';
import { useMedia } from '../parts/useMedia';
import { drawScore } from './draw';
import type { ScoreMarks } from './marks';
import { readPalette } from './palette';
import css from './Score.module.css';

interface Props {
  readonly marks: ScoreMarks;
  readonly width: number;
  readonly height: number;
}

export function CanvasPlot({ marks, width, height }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  // Drawn again when the system turns dark: a canvas keeps the colours it was drawn in.
  useMedia('(prefers-color-scheme: dark)');
  useLayoutEffect(() => {
    const canvas = ref.current;
    const ctx = canvas?.getContext('2d');
    if (canvas === null || ctx === null || ctx === undefined) return;
    const ratio = window.devicePixelRatio;
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== w) canvas.width = w;
    if (canvas.height !== h) canvas.height = h;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawScore(ctx, marks, readPalette(canvas), { width, height });
  });
  return (
    <div className={css.canvas} aria-hidden="true">
      <canvas ref={ref} style={{ width, height }} />
    </div>
  );
}
