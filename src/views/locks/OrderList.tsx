/** The orders in which locks were taken so far; opposite ones in red. */

import type { TraceView } from '../../engine';
import { cx } from '../parts/cx';
import { Pill } from '../parts/Pill';
import { useActions } from '../useSession';
import css from './Locks.module.css';
import type { OrderEdge } from './order';

interface Props {
  readonly edges: readonly OrderEdge[];
  readonly threads: TraceView['threads'];
}

export function OrderList({ edges, threads }: Props) {
  const { seek } = useActions();
  const isCircular = edges.some(({ circular }) => circular);
  return (
    <div className={css.orders}>
      <h3>
        Taken while holding another
        {isCircular && <span className={css.opposite}>opposite orders: these can deadlock</span>}
      </h3>
      <ul>
        {edges.map(({ held, taken, heldName, takenName, thread, step, line, circular }) => {
          const who = threads.find(({ id }) => id === thread);
          return (
            <li key={`${held} ${taken} ${thread}`} className={cx(circular && css.circular)}>
              <Pill small thread={thread} letter={who?.letter ?? '?'} label={who?.name ?? 'a thread'} />
              <code>{heldName}</code>
              <span role="img" aria-label="then">
                →
              </span>
              <code>{takenName}</code>
              <button type="button" onClick={() => seek(step)}>
                line {line}, step {step}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
