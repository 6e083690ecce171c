/** A thread's letter in its hue. It reads as the thread's name; where the name stands beside it, it says nothing. */

import { cx } from './cx';
import { hueRepeats, hueStyle } from './hue';
import css from './Pill.module.css';

export interface PillProps {
  readonly thread: number;
  readonly letter: string;
  /** What it reads as; left out where the name stands beside it. */
  readonly label?: string;
  /** done: just executed. next: executes next. frame: a caller. crash: the violation is here. */
  readonly look?: 'done' | 'next' | 'frame' | 'crash';
  readonly small?: boolean;
}

export function Pill({ thread, letter, label, look = 'done', small = false }: PillProps) {
  const className = cx(css.pill, css[look], small && css.small, hueRepeats(thread) && css.repeated);
  return label === undefined ? (
    <span className={className} style={hueStyle(thread)} aria-hidden="true">
      {letter}
    </span>
  ) : (
    <span className={className} style={hueStyle(thread)} role="img" aria-label={label}>
      {letter}
    </span>
  );
}
