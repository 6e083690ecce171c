/** The locks of the session's run at the cursor. */

import { findingsAt, type SessionState } from '../../session';
import { Empty, Panel } from '../parts/Panel';
import { useSession } from '../useSession';
import { LocksView } from './LocksView';

const foundNow = (session: SessionState) =>
  findingsAt(session).find(({ kind }) => kind === 'deadlock' || kind === 'livelock') ?? null;

export function Locks() {
  const snapshot = useSession((s) => s.snapshot);
  const trace = useSession((s) => s.trace);
  const found = useSession(foundNow);
  if (snapshot === null || trace === null)
    return (
      <Panel title="Locks" sub="who waits for whom">
        <Empty>No run yet, so no locks.</Empty>
      </Panel>
    );
  return <LocksView {...{ snapshot, trace, found }} />;
}
