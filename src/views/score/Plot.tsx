/** The marks of a frame: as SVG, which learners point at, or on a canvas where there are too many of them. */
import { Fragment, memo, useLayoutEffect, useRef } from 'react';
import { useMedia } from '../parts/useMedia';
import { Brush } from './brush';
import type { Layer } from './marks/mark';
import { readPalette } from './palette';
import css from './plot.module.css';

/** More marks than this in view are painted on a canvas. */
export const SVG_MARKS = 1500;

interface Props {
  readonly layers: readonly Layer[];
  readonly width: number;
  readonly height: number;
  /** Marks of other threads fade. */
  readonly focus: number | null;
}

export const Plot = memo(function Plot(props: Props) {
  const count = props.layers.reduce((sum, layer) => sum + layer.count, 0);
  return count > SVG_MARKS ? <Canvas {...props} /> : <Svg {...props} />;
});

const Svg = ({ layers, width, height, focus }: Props) => (
  <svg className={css.plot} width={width} height={height} aria-hidden="true">
    {layers.map(({ name, svg }) => (
      <Fragment key={name}>{svg(focus, css.faded)}</Fragment>
    ))}
  </svg>
);

/** It alone knows the pixels of the screen. */
function Canvas({ layers, width, height, focus }: Props) {
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
    ctx.clearRect(0, 0, width, height);
    const brush = new Brush(ctx, readPalette(canvas));
    for (const layer of layers) layer.paint(brush, focus);
  });
  return (
    <div className={css.canvas} aria-hidden="true">
      <canvas ref={ref} style={{ width, height }} />
    </div>
  );
}
