/** Shown in place of a pane whose own code failed: the fault is ours, never the user's program's. */
import type { FallbackProps } from 'react-error-boundary';
import { NotLoaded } from '../../base/chunk';
import { Button } from './Button';
import css from './Fault.module.css';

export function Fault({ error, resetErrorBoundary }: FallbackProps) {
  const reload = <Button onClick={() => location.reload()}>Reload at this step</Button>;
  if (error instanceof NotLoaded)
    return (
      <div className={css.fault} role="alert">
        <p>{error.message}</p>
        <div className={css.actions}>{reload}</div>
      </div>
    );
  return (
    <div className={css.fault} role="alert">
      <p>
        <b>A bug in the visualizer, not in your program.</b>
      </p>
      <details>
        <summary>Details</summary>
        <pre>{detailsOf(error)}</pre>
      </details>
      <div className={css.actions}>
        <Button onClick={resetErrorBoundary}>Draw it again</Button>
        {reload}
      </div>
    </div>
  );
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
