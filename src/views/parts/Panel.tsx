/**
 * A pane: a named region with a header, and a fence around what is drawn in it, so that a fault of one view leaves the others standing.
 */
import { type ReactNode, useId } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { cx } from './cx';
import { Fault } from './Fault';
import css from './Panel.module.css';

export interface PanelProps {
  /** The accessible name of the region, and its heading unless `heading` replaces it. */
  readonly title: string;
  /** In place of the title: tabs, or a verdict. */
  readonly heading?: ReactNode;
  /** Beside the title, in a few grey words. */
  readonly sub?: ReactNode;
  /** At the right end: a legend, a chip, a button. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Panel({ title, heading, sub, aside, className, children }: PanelProps) {
  const id = useId();
  return (
    <section
      className={cx(css.panel, className)}
      aria-label={title}
      id={`pane-${title.toLowerCase()}`}
      tabIndex={-1}
    >
      <header className={css.header}>
        {heading ?? <h2 id={id}>{title}</h2>}
        {sub !== undefined && <span className={css.sub}>{sub}</span>}
        {aside !== undefined && <span className={css.aside}>{aside}</span>}
      </header>
      <ErrorBoundary FallbackComponent={Fault}>{children}</ErrorBoundary>
    </section>
  );
}

/** What a pane says when there is nothing to show. */
export function Empty({ children }: { readonly children: string }) {
  return <p className={css.empty}>{children}</p>;
}
