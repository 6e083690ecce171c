/** What one does with a run, rather than in it: at the end of every bar. */
import { type Sheet, storyOf } from '../../session';
import { openDialog } from '../parts/Dialog';
import { Icon } from '../parts/Icon';
import { HELP } from '../parts/keys';
import { Menu } from '../parts/Menu';
import { useActions, useSession } from '../useSession';

export function More() {
  const { showSheet } = useActions();
  const told = useSession((s) => storyOf(s).length > 0);
  const choose = (what: Sheet | typeof HELP): void => (what === HELP ? openDialog(HELP) : showSheet(what));
  return (
    <Menu label="More" value={null} items={told ? all : untold} onChoose={choose} edge="end" actions>
      <Icon name="dots" size={14} />
    </Menu>
  );
}

const untold: readonly { readonly value: Sheet | typeof HELP; readonly label: string }[] = [
  { value: 'presenter', label: 'Present (P)' },
  { value: 'table', label: 'The run as a table (T)' },
  { value: 'pictures', label: 'Save a picture' },
  { value: 'label', label: 'Link with a title and a note' },
  { value: HELP, label: 'Keys and help (?)' },
];
const all = [...untold, { value: 'handout', label: 'Handout, to print' }] as const;
