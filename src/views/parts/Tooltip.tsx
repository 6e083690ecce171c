/** A few words under a control, while it is pointed at or focused. They repeat its name, so a screen reader is not told again. */
import type { ReactNode } from 'react';
import css from './Tooltip.module.css';

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string;
  /** Which edge of the control the words keep to. */
  readonly edge?: 'start' | 'end';
  readonly children: ReactNode;
}

export function Tooltip({ text, shortcut, edge = 'start', children }: TooltipProps) {
  return (
    <span className={css.anchor}>
      {children}
      <span className={css.tip} data-edge={edge} aria-hidden="true">
        {text}
        {shortcut !== undefined && <span className="kbd">{shortcut}</span>}
      </span>
    </span>
  );
}
