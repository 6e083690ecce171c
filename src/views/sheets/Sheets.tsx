/** What is opened over the page, whichever page it is. */
import { useSession } from '../useSession';
import { LinkLabel } from './LinkLabel';
import { RunTable } from './RunTable';

export function Sheets() {
  const sheet = useSession((s) => s.sheet);
  return sheet === 'table' ? <RunTable /> : sheet === 'label' ? <LinkLabel /> : null;
}
