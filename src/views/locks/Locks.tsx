/** The locks of the session's run at the cursor. */

import { Empty, Panel } from '../parts/Panel';
import { endlessNow } from '../threads/Threads';
import { useSession } from '../useSession';
import { LocksView } from './LocksView';

export function Locks() {
  const snapshot = useSession((s) => s.snapshot);
  const trace = useSession((s) => s.trace);
  const found = useSession(endlessNow);
  if (snapshot === null || trace === null)
    return (
      <Panel title="Locks" sub="who waits for whom">
        <Empty>No run yet, so no locks.</Empty>
      </Panel>
    );
  return <LocksView {...{ snapshot, trace, found }} />;
}
