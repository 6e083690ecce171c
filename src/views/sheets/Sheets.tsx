/** What is opened over the page, whichever page it is. */
import { Help } from '../help/Help';
import { useSession } from '../useSession';
import { LinkLabel } from './LinkLabel';
import { Pictures } from './Pictures';
import { RunTable } from './RunTable';

export function Sheets() {
  const sheet = useSession((s) => s.sheet);
  switch (sheet) {
    case 'table':
      return <RunTable />;
    case 'label':
      return <LinkLabel />;
    case 'pictures':
      return <Pictures />;
    case 'help':
      return <Help />;
    default:
      return null;
  }
}
