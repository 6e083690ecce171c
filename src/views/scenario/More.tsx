/** What one does with a run, rather than in it: at the end of every bar. */
import { type Sheet, storyOf } from '../../session';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import { useActions, useSession } from '../useSession';

export function More() {
  const { showSheet } = useActions();
  const told = useSession((s) => storyOf(s).length > 0);
  return (
    <Menu label="More" value={null} items={told ? all : untold} onChoose={showSheet} edge="end" actions>
      <Icon name="dots" size={14} />
    </Menu>
  );
}

const untold: readonly { readonly value: Sheet; readonly label: string }[] = [
  { value: 'presenter', label: 'Present (P)' },
  { value: 'table', label: 'The run as a table (T)' },
  { value: 'pictures', label: 'Save a picture' },
  { value: 'label', label: 'Link with a title and a note' },
  { value: 'help', label: 'Keys and help (?)' },
];
const all = [...untold, { value: 'handout', label: 'Handout, to print' }] as const;
