/** The files of the session's run at the cursor. */
import { useMemo } from 'react';
import { isSightHidden } from '../../session';
import { Empty, Panel } from '../parts/Panel';
import { Untold } from '../parts/Untold';
import { useSession } from '../useSession';
import { FilesPane } from './FilesPane';
import { historyAt } from './history';

export function Files() {
  const trace = useSession((s) => s.trace);
  const at = useSession((s) => s.at);
  const history = useMemo(() => (trace === null ? null : historyAt(trace, at)), [trace, at]);
  const hidden = useSession(isSightHidden);
  if (hidden) return <Untold title="Files" />;
  if (trace === null || history === null)
    return (
      <Panel title="Files" sub="what is in each file, now">
        <Empty>No file has been made yet.</Empty>
      </Panel>
    );
  return <FilesPane trace={trace} history={history} cursors={trace.files[at]?.cursors ?? []} />;
}
