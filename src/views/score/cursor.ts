/** Where the cursor stands, for the style of what moves with it: Score.module.css reads these and animates the step. */
import type { CSSProperties } from 'react';
import type { Viewport } from './geometry';

export const cursorStyle = ({ width, x, cell }: Viewport, at: number): CSSProperties =>
  ({ '--at': at, '--x': `${x}px`, '--cell': `${cell}px`, '--plot': `${width}px` }) as CSSProperties;
