/** The locks of the session's run at the cursor. */
import { Empty, Panel } from '../parts/Panel';
import { useSession } from '../useSession';
import { LocksView } from './LocksView';

export function Locks() {
  const snapshot = useSession((s) => s.snapshot);
  const trace = useSession((s) => s.trace);
  if (snapshot === null || trace === null)
    return (
      <Panel title="Locks" sub="who waits for whom">
        <Empty>No run yet, so no locks.</Empty>
      </Panel>
    );
  return <LocksView {...{ snapshot, trace }} />;
}
