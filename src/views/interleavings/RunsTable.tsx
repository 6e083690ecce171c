/** The same as the icicle, a row for each execution. */

import type { Execution, TraceView } from '../../engine';
import { useActions } from '../useSession';
import css from './Interleavings.module.css';
import { endWords, turnsOf } from './words';

interface Props {
  readonly executions: readonly Execution[];
  /** From left to right in the icicle: indices into the list. */
  readonly order: readonly number[];
  readonly own: number | null;
  readonly threads: TraceView['threads'];
}

/** More rows than anybody reads. */
const MAX_ROWS = 300;

export function RunsTable({ executions, order, own, threads }: Props) {
  const { openPrefix } = useActions();
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Who runs</th>
            <th scope="col">Preemptions</th>
            <th scope="col">Ends in</th>
          </tr>
        </thead>
        <tbody>
          {order.slice(0, MAX_ROWS).map((index, place) => {
            const run = executions[index];
            return (
              <tr key={index} aria-current={place === own || undefined}>
                <th scope="row">
                  <button type="button" onClick={() => openPrefix(run.schedule, run.lines.length)}>
                    {place + 1}
                  </button>
                </th>
                <td>{turnsOf(run, threads)}</td>
                <td>{run.preemptions}</td>
                <td>{endWords(run)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {order.length > MAX_ROWS && <p>The first {MAX_ROWS} of them.</p>}
    </>
  );
}
