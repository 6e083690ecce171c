/** The objects of the session's run at the cursor. */
import { isSightHidden, keyHere, shownFinding } from '../../session';
import { Empty, Panel } from '../parts/Panel';
import { Untold } from '../parts/Untold';
import { useSession } from '../useSession';
import { ObjectsView } from './ObjectsView';

export function Objects() {
  const snapshot = useSession((s) => s.snapshot);
  const trace = useSession((s) => s.trace);
  const finding = useSession(shownFinding);
  const source = useSession(keyHere);
  const hidden = useSession(isSightHidden);
  if (hidden) return <Untold title="Objects" />;
  if (snapshot === null || trace === null)
    return (
      <Panel title="Objects" sub="who owns what">
        <Empty>No run yet, so no objects.</Empty>
      </Panel>
    );
  // Another source has other objects: their places are learnt anew.
  return <ObjectsView key={source} {...{ snapshot, trace, finding }} />;
}
