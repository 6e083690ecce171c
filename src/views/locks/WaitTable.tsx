/** The same as the graph, a row for each thread. */
import css from './Locks.module.css';
import { lockName, threadName, type WaitGraph } from './waits';

export function WaitTable({ graph }: { readonly graph: WaitGraph }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">Thread</th>
          <th scope="col">Holds</th>
          <th scope="col">Waits for</th>
        </tr>
      </thead>
      <tbody>
        {graph.threads.map((thread) => (
          <tr key={thread.id}>
            <th scope="row">{thread.name}</th>
            <td>
              {thread.holds
                .map(({ name, mode }) => (mode === 'shared' ? `${name} (shared)` : name))
                .join(', ') || 'nothing'}
            </td>
            <td>
              {thread.waitsLock !== null
                ? lockName(graph, thread.waitsLock)
                : thread.waitsFor !== null && thread.state === 'waiting'
                  ? `the end of ${threadName(graph, thread.waitsFor)}`
                  : thread.state === 'finished'
                    ? 'finished'
                    : thread.reason || 'nobody'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
