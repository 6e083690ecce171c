/**
 * A button. `off` disables it without taking it out of the tab order, so that the reason can be read where it stands: what follows it in
 * words is its description.
 */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './Button.module.css';
import { cx } from './cx';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  readonly look?: 'plain' | 'primary' | 'ghost';
  /** Square, for one icon; then `aria-label` names it. */
  readonly square?: boolean;
  readonly off?: boolean;
  /** The key that does the same, as printed on the key. */
  readonly shortcut?: string | undefined;
  readonly children: ReactNode;
}

export function Button({
  look = 'plain',
  square,
  off,
  shortcut,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(css.button, css[look], square && css.square, className)}
      aria-disabled={off || undefined}
      aria-keyshortcuts={shortcut}
      onClick={off ? undefined : onClick}
    >
      {children}
      {shortcut !== undefined && <span className="kbd" data-key={shortcut} aria-hidden="true" />}
    </button>
  );
}
